"""What an arriving brief must fit, and where new remarks stand among those that are there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from college.debates.rules.briefs import LONGEST_LINE, LONGEST_NAME, ArrivingBrief, ArrivingRemark
from college.ground.refusals import Refusal

LONGEST_KEY = 80
#: Remarks on one page of a brief.
PAGE = 100


@dataclass(frozen=True, slots=True)
class Known:
    """A remark that is there already. ``parent`` is the key of the one it answers."""

    key: str
    parent: str | None
    depth: int


def check(arriving: ArrivingBrief) -> None:
    """Refuse a line longer than its column: nothing is ever cut."""
    lines = {"title": arriving.title, "author": arriving.author, "source": arriving.source}
    lines["published"] = arriving.published
    for field, line in lines.items():
        _check(field, line, LONGEST_LINE)
    for passage in arriving.passages:
        _check("credit", passage.credit, LONGEST_LINE)
    for remark in arriving.remarks:
        _check("pseudonym", remark.pseudonym, LONGEST_NAME)
        _check("date", remark.said, LONGEST_NAME)
        _check("key", remark.key, LONGEST_KEY)


def _check(field: str, line: str, most: int) -> None:
    if len(line) > most:
        raise Refusal("debates.brief.line-too-long", field=field, length=len(line), most=most)


def new_remarks(arriving: Iterable[ArrivingRemark], known: Iterable[str]) -> list[ArrivingRemark]:
    """What is not there yet, in the order in which it arrives: parents before their answers."""
    there = set(known)
    return [remark for remark in arriving if remark.key not in there]


def by_level(
    new: Sequence[ArrivingRemark], known: Iterable[Known]
) -> Iterator[tuple[int, list[ArrivingRemark]]]:
    """New remarks level by level, so that each answers one that is stored before it. Level 1 answers none."""
    level = {remark.key: remark.depth for remark in known}
    levels: dict[int, list[ArrivingRemark]] = {}
    for remark in new:
        depth = level.get(remark.parent, 0) + 1 if remark.parent else 1
        level[remark.key] = depth
        levels.setdefault(depth, []).append(remark)
    yield from sorted(levels.items())


def reading_order(remarks: Sequence[tuple[str, str | None]]) -> dict[str, int]:
    """Places from 0 for (key, parent) pairs: each thread whole, brothers in the order given.

    Given those that are there in their order and then the new ones, every remark that is there keeps
    its order among the others, and new answers stand beneath what they answer.
    """
    answers: dict[str | None, list[str]] = {}
    there = {key for key, _ in remarks}
    for key, parent in remarks:
        answers.setdefault(parent if parent in there else None, []).append(key)
    places: dict[str, int] = {}
    waiting = answers.get(None, [])[::-1]
    while waiting:
        key = waiting.pop()
        places[key] = len(places)
        waiting += answers.get(key, [])[::-1]
    return places


def page_of(order: int) -> int:
    """The page of a brief, from 1, on which the remark at a place stands."""
    return order // PAGE + 1


def pages(remarks: int) -> int:
    return max(1, -(-remarks // PAGE))
