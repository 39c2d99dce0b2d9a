"""Contributions that say the same, as the moderators or a verdict grouped them."""

from collections.abc import Iterable


class Clusters:
    """Groups of contributions, each around the one that is kept.

    Made from (id, the id of what it repeats, or empty) in the order of the record. What repeats something
    unknown here repeats nothing. Of those that repeat each other in a circle, the earliest is kept.
    """

    def __init__(self, repeats: Iterable[tuple[str, str]]) -> None:
        self._repeats = dict(repeats)
        self._order = {key: at for at, key in enumerate(self._repeats)}
        self._kept: dict[str, str] = {}

    @property
    def known(self) -> frozenset[str]:
        return frozenset(self._repeats)

    def kept(self, key: str) -> str:
        """The one that is kept of the group of ``key``, which must be known."""
        way: dict[str, None] = {}
        while key not in way and key not in self._kept:
            way[key] = None
            onto = self._repeats[key]
            if onto not in self._repeats:
                break
            key = onto
        kept = self._kept.get(key, key)
        if key in way and self._repeats[key] in way:
            seen = list(way)
            kept = min(seen[seen.index(key) :], key=self._order.__getitem__)
        self._kept.update(dict.fromkeys(way, kept))
        return kept
