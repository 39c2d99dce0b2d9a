"""Which waiting attempts the next tally counts: never so few of one group that a count shows a person."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

#: Attempts in one answers document. With fifty items each it is some four million bytes, which a browser
#: still opens and the verifier recomputes in a minute.
MOST = 20_000


@dataclass(frozen=True, slots=True)
class Waiting:
    """An attempt that no tally has counted. ``group``: the declared viewpoint, ``undecided``, or empty."""

    key: int
    group: str


def is_countable(
    *,
    items: Collection[str],
    answered: Collection[str],
    seen: Collection[str],
    begun_on: date,
    today: date,
) -> bool:
    """Whether an attempt will not change any more, or is no longer of today, and has a first answer."""
    over = begun_on < today or set(items) <= set(answered)
    return over and not set(answered) <= set(seen)


def entering(waiting: Iterable[Waiting], *, batch: int, room: int = MOST) -> list[int]:
    """Keys of the attempts that the next tally counts, in rising order: of each group all that wait, or none
    if fewer than ``batch`` do. ``room``: the most; what does not fit waits on, the newest first.
    """
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for one in waiting:
        groups[one.group].append(one.key)
    found: list[int] = []
    for _group, keys in sorted(groups.items()):
        fit = sorted(keys)[: room - len(found)]
        if len(fit) >= batch:
            found += fit
    return sorted(found)


def kept(takers: dict[int, int], *, entering: int, most: int = MOST) -> int:
    """The first tally whose takers are counted once more beside those ``entering``.

    ``takers``: by the number of a tally, how many it counted first that are still kept. Older tallies give
    way as a whole, so that no two documents differ by fewer than a batch. 0: none of them.
    """
    total, first = entering, 0
    for number in sorted(takers, reverse=True):
        total += takers[number]
        if total > most:
            break
        first = number
    return first
