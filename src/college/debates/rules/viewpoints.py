"""Letters of viewpoints, and when one is admitted."""

import string
from collections.abc import Iterable

from college.ground.refusals import Refusal


def letter(admitted: int) -> str:
    """The letter of the next viewpoint when ``admitted`` have one already: A to Z, then AA, AB…

    It says in which order they were admitted and nothing else; pages do not show them in that order.
    """
    if admitted < 26:
        return string.ascii_uppercase[admitted]
    return letter(admitted // 26 - 1) + string.ascii_uppercase[admitted % 26]


def is_admitted(*, notice_over: bool, objected: bool, holders: int) -> bool:
    """Every viewpoint that has holders gets in, unless an objection waits to be heard."""
    return notice_over and not objected and holders > 0


def sharing(keys: Iterable[int], pairs: Iterable[tuple[int, int]]) -> dict[int, frozenset[int]]:
    """Which viewpoints share one budget: those tied by a merger that is heard, in a row too.

    Every key is in exactly one group, its own at least.
    """
    group = {key: {key} for key in keys}
    for one, other in pairs:
        if one in group and other in group and group[one] is not group[other]:
            group[one] |= group[other]
            for key in group[other]:
                group[key] = group[one]
    return {key: frozenset(together) for key, together in group.items()}


def check_not_stale(*, seen: int, newest: int, theirs: dict[str, str]) -> None:
    """Refuse to write over a wording that its writer has not seen.

    ``seen`` is the number of the wording that was on the writer's page; ``theirs`` the newest words by
    field, which the refusal carries so that both stand side by side and nothing typed is lost.
    """
    if seen != newest:
        raise Refusal("debates.viewpoint.stale", number=newest, **theirs)
