"""How a draft of each kind is made from what a version says of its sentences.

Every function of ``KINDS`` goes through a version in its order, viewpoints in turns.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from textwrap import shorten

from college.ground.charter import Lengths
from college.quizzes.rules import numbers
from college.quizzes.rules.content import Content, Option
from college.quizzes.rules.life import ItemKind
from college.quizzes.rules.sentences import (
    CHALLENGE,
    EVIDENCE,
    GRANTED,
    HOLDS,
    OPEN,
    Rest,
    Sentence,
    argued_by,
    folded,
)
from college.quizzes.rules.shapes import MOST_OPTIONS, MOST_SOURCES

#: Answers of an item that is made of sources or challenges: few enough to be weighed one by one.
_ANSWERS = 4
#: Between fewer there is nothing to tell apart.
FEWEST_SIDES = 2


@dataclass(frozen=True, slots=True)
class Side:
    """A viewpoint by its public id, with the name that takers know it by."""

    viewpoint: str
    name: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """What items ask and explain, in somebody's language; ``{words}`` and ``{side}`` are put in."""

    who: str
    who_why: str
    match: str
    match_why: str
    evidence: str
    evidence_why: str
    granted: str
    granted_why: str
    nobody: str
    unanswered: str
    unanswered_why: str
    held: str
    held_why: str
    true: str
    false: str
    estimate: str
    estimate_why: str


@dataclass(frozen=True, slots=True)
class Version:
    """A version's sentences in reading order, and the debate's viewpoints in theirs."""

    sentences: Sequence[Sentence]
    sides: Sequence[Side]
    phrases: Phrases
    lengths: Lengths

    def held_by(self, side: Side) -> list[Sentence]:
        """What one viewpoint alone holds, in its section."""
        arguing = argued_by(self.sentences)
        return [
            one
            for one in self.sentences
            if one.words and one.section == HOLDS and arguing[folded(one.words)] == {side.viewpoint}
        ]

    def from_(self, side: Side) -> list[Side]:
        """All sides, this one first, the others after it in their round."""
        at = self.sides.index(side)
        return [*self.sides[at:], *self.sides[:at]]

    def next_to(self, side: Side) -> Side:
        return self.from_(side)[1 % len(self.sides)]

    def named(self, among: Collection[Side]) -> tuple[Option, ...]:
        """Names to choose from, in the order in which viewpoints are always shown."""
        return tuple(Option(one.name, one.viewpoint) for one in self.sides if one in among)


def _who(version: Version) -> Iterator[Content]:
    for side, one in _in_turns(version):
        among = version.from_(side)[:MOST_OPTIONS]
        options = version.named(among)
        yield Content(
            kind=ItemKind.WHO,
            stem=version.phrases.who.format(words=one.words),
            options=options,
            key=(_number_of(options, side),),
            viewpoint=side.viewpoint,
            explanation=version.phrases.who_why.format(side=side.name),
            sources=(one.source(),),
        )


def _match(version: Version) -> Iterator[Content]:
    """One sentence of each viewpoint; where there are more than one item holds, they take turns."""
    held = [version.held_by(side) for side in version.sides]
    most = min(MOST_SOURCES, len(version.sides))
    for number in range(max(map(len, held))):
        chosen = [
            (side, held[version.sides.index(side)][number])
            for side in version.from_(version.sides[number % len(version.sides)])[:most]
            if len(held[version.sides.index(side)]) > number
        ]
        options = version.named([*(side for side, _one in chosen), *version.sides][:MOST_OPTIONS])
        if len(chosen) < FEWEST_SIDES:
            continue
        chosen.sort(key=lambda pair: pair[1].statement)
        yield Content(
            kind=ItemKind.MATCH,
            stem=version.phrases.match,
            options=options,
            prompts=tuple(one.words for _side, one in chosen),
            key=tuple(_number_of(options, side) for side, _one in chosen),
            explanation=version.phrases.match_why,
            sources=tuple(one.source() for _side, one in chosen),
        )


def _evidence(version: Version) -> Iterator[Content]:
    """Which source was offered for a sentence; the others were offered by other sides for something else."""
    offered = [r for one in version.sentences for r in one.rests_on if _is_source(r)]
    for one in version.sentences:
        right = _apart([rest for rest in one.rests_on if _is_source(rest)])
        of = {rest.viewpoint for rest in right}
        wrong = [rest for rest in _apart(offered, but=right) if rest.viewpoint not in of]
        if not one.words or not right or len(of) > 1:
            continue
        yield _chosen(
            version,
            ItemKind.EVIDENCE,
            version.phrases.evidence.format(words=one.words),
            [rest.words for rest in right[: _ANSWERS - 1]],
            [rest.words for rest in wrong],
            viewpoint=one.viewpoint or next(iter(of)),
            explanation=version.phrases.evidence_why,
            source=one,
        )


def _granted(version: Version) -> Iterator[Content]:
    for one in version.sentences:
        granting = [side for side in version.sides if side.viewpoint in one.granted_by]
        if one.section != GRANTED or not one.words or not granting:
            continue
        others = [side for side in version.sides if side not in granting]
        named = version.named([*granting, *others][: MOST_OPTIONS - 1])
        options = (*named, Option(version.phrases.nobody))
        sides = ", ".join(side.name for side in granting)
        yield Content(
            kind=ItemKind.GRANTED,
            stem=version.phrases.granted.format(words=one.words),
            options=options,
            key=tuple(sorted(_number_of(options, side) for side in granting)),
            viewpoint=granting[0].viewpoint if len(granting) == 1 else "",
            explanation=version.phrases.granted_why.format(side=sides),
            sources=(one.source(),),
        )


def _unanswered(version: Version) -> Iterator[Content]:
    """What stands open, among challenges that were answered; best those put to other sides."""
    answered = [
        rest
        for one in version.sentences
        for rest in one.rests_on
        if rest.kind == CHALLENGE and rest.answered and rest.words
    ]
    for one in version.sentences:
        standing = [r for r in one.rests_on if r.kind == CHALLENGE and not r.answered]
        if one.section != OPEN or not one.words or not standing:
            continue
        about = frozenset().union(*(rest.about for rest in standing))
        wrong = sorted(_apart(answered), key=lambda rest: (bool(rest.about & about), rest.words))
        yield _chosen(
            version,
            ItemKind.UNANSWERED,
            version.phrases.unanswered,
            [one.words],
            [rest.words for rest in wrong],
            viewpoint=next(iter(about)) if len(about) == 1 else "",
            explanation=version.phrases.unanswered_why,
            source=one,
        )


def _true_false(version: Version) -> Iterator[Content]:
    """Every other one is false: what one side holds is said of another."""
    for number, (side, one) in enumerate(_in_turns(version)):
        is_true = number // len(version.sides) % 2 == 0
        said_of = side if is_true else version.next_to(side)
        yield Content(
            kind=ItemKind.TRUE_FALSE,
            stem=version.phrases.held.format(side=said_of.name, words=one.words),
            options=(Option(version.phrases.true), Option(version.phrases.false)),
            key=(0 if is_true else 1,),
            viewpoint=side.viewpoint,
            explanation=version.phrases.held_why.format(side=side.name),
            sources=(one.source(),),
        )


def _estimate(version: Version) -> Iterator[Content]:
    for one in version.sentences:
        found = numbers.first_in(one.words)
        if found is None:
            continue
        yield Content(
            kind=ItemKind.ESTIMATE,
            stem=version.phrases.estimate.format(words=found.blanked),
            estimate=found.estimate,
            viewpoint=one.viewpoint,
            explanation=version.phrases.estimate_why,
            sources=(one.source(),),
        )


KINDS: tuple[Callable[[Version], Iterator[Content]], ...] = (
    _who,
    _match,
    _evidence,
    _granted,
    _unanswered,
    _true_false,
    _estimate,
)


def _chosen(
    version: Version,
    kind: ItemKind,
    stem: str,
    right: Sequence[str],
    wrong: Sequence[str],
    *,
    source: Sentence,
    viewpoint: str,
    explanation: str,
) -> Content:
    """Right and wrong answers, shortened, in the order of their words: where one stands tells nothing."""
    most = version.lengths.option
    right, wrong = (
        [shorten(words, most, placeholder=" …") for words in some] for some in (right, wrong)
    )
    answers = sorted([*right, *wrong[: _ANSWERS - len(right)]], key=folded)
    return Content(
        kind=kind,
        stem=stem,
        options=tuple(Option(words) for words in answers),
        key=tuple(number for number, words in enumerate(answers) if words in right),
        viewpoint=viewpoint,
        explanation=explanation,
        sources=(source.source(),),
    )


def _in_turns(version: Version) -> Iterator[tuple[Side, Sentence]]:
    """The sentences that viewpoints hold: the first of each, the second of each, and so on."""
    for rank in zip_longest(*(version.held_by(side) for side in version.sides)):
        for side, one in zip(version.sides, rank, strict=True):
            if one is not None:
                yield side, one


def _is_source(rest: Rest) -> bool:
    return rest.kind == EVIDENCE and bool(rest.words) and bool(rest.viewpoint)


def _apart(rests: Sequence[Rest], *, but: Sequence[Rest] = ()) -> list[Rest]:
    """Those with different words, the first of each, and none with the words of ``but``."""
    seen = {folded(rest.words) for rest in but}
    found = []
    for rest in rests:
        if folded(rest.words) not in seen:
            seen.add(folded(rest.words))
            found.append(rest)
    return found


def _number_of(options: Sequence[Option], side: Side) -> int:
    return next(n for n, option in enumerate(options) if option.viewpoint == side.viewpoint)
