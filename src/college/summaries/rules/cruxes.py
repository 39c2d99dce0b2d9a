"""On what two viewpoints part: what may be named, and what a debate's own structure proposes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from college.ground.charter import Lengths, Limits
from college.ground.prose import clean, count_words
from college.ground.refusals import Refusal

#: A "word" without spaces must not carry a book past the count.
_CHARACTERS_A_WORD = 12


class Stance(StrEnum):
    """How a viewpoint took part over a claim."""

    FOR = "for"
    AGAINST = "against"


@dataclass(frozen=True, slots=True)
class Taken:
    """That a viewpoint stands for or against a claim; all are keys."""

    claim: int
    viewpoint: int
    stance: Stance


@dataclass(frozen=True, slots=True)
class Parting:
    """A claim that one viewpoint stands for and the other against; ``first`` is the smaller key."""

    claim: int
    first: int
    second: int


def partings(taken: Iterable[Taken]) -> list[Parting]:
    """Every claim on which two viewpoints part, by claim, then by viewpoints.

    A viewpoint whose members stand on both sides of a claim parts with nobody over it.
    """
    by_claim: dict[int, dict[int, set[Stance]]] = defaultdict(lambda: defaultdict(set))
    for one in taken:
        by_claim[one.claim][one.viewpoint].add(one.stance)
    found = []
    for claim in sorted(by_claim):
        sides = {view: held for view, held in by_claim[claim].items() if len(held) == 1}
        for first, second in combinations(sorted(sides), 2):
            if sides[first] != sides[second]:
                found.append(Parting(claim, first, second))
    return found


def room(named: int, limits: Limits) -> None:
    """Refuse one more crux between two viewpoints than anybody would read."""
    if named >= limits.cruxes:
        raise Refusal("summaries.crux.too-many", most=limits.cruxes)


def mind(words: str, lengths: Lengths) -> str:
    """What would change a viewpoint's mind, or a refusal."""
    kept = clean(words)
    if not kept:
        raise Refusal("summaries.mind.empty")
    count = count_words(kept)
    if count > lengths.attestation or len(kept) > lengths.attestation * _CHARACTERS_A_WORD:
        raise Refusal("summaries.mind.too-long", words=count, most=lengths.attestation)
    return kept
