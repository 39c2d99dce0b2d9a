"""Which article of several in one file is meant: the one named, else the one with most comments."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from college.exchange.unplaced import Leftovers, Reason
from college.ground.refusals import Refusal

Held = TypeVar("Held")
_TITLES_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Offered:
    """One article of the file. ``names`` are its slug, id and address; ``public`` is no draft."""

    title: str
    names: tuple[str, ...]
    line: int
    remarks: int
    public: bool = True

    def is_named(self, post: str) -> bool:
        wanted = post.strip().casefold()
        return wanted in (self.title.casefold(), *(name.casefold() for name in self.names if name))

    def rank(self, post: str | None) -> tuple[bool, bool, int]:
        return (post is not None and self.is_named(post), self.public, self.remarks)


class Choice(Generic[Held]):
    """Takes the articles one by one as they stream by and holds on to the best so far."""

    def __init__(self, post: str | None) -> None:
        self.post = post
        self.offers: list[Offered] = []
        self.best: tuple[Offered, Held] | None = None

    def take(self, offered: Offered, held: Held) -> None:
        """The first of equals stays; what is not the best is let go of at once."""
        self.offers.append(offered)
        if self.best is None or self.best[0].rank(self.post) < offered.rank(self.post):
            self.best = (offered, held)

    def settle(self, leftovers: Leftovers) -> Held:
        """What was held for the article meant; the others are listed.

        Raises Refusal ``exchange.file.`` ``no-article`` (none in the file), ``no-such-post`` and
        ``several-posts`` (the file does not say which is meant: name one).
        """
        if self.best is None:
            raise Refusal("exchange.file.no-article")
        best, held = self.best
        if self.post is not None and not best.is_named(self.post):
            raise Refusal("exchange.file.no-such-post", post=self.post, found=self._titles())
        rank = best.rank(self.post)
        if sum(offered.rank(self.post) == rank for offered in self.offers) > 1:
            raise Refusal("exchange.file.several-posts", found=self._titles())
        for offered in self.offers:
            if offered is not best:
                leftovers.add(
                    offered.line, f"{offered.title} ({offered.remarks})", Reason.OTHER_POST
                )
        return held

    def _titles(self) -> tuple[str, ...]:
        return tuple(
            o.title or next(filter(None, o.names), "") for o in self.offers[:_TITLES_SHOWN]
        )
