"""How much of a debate a summary represents, counted by rule (spec/summaries.md §4).

What is counted: the points of each viewpoint, the words given to each, open challenges, what was left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import Any

from college.summaries.rules.repeats import Clusters
from college.summaries.rules.sections import Section, SectionKind

FORMAT = "college-coverage-v1"
_CLAIM, _ARGUMENT = "claim", "argument"
#: Kinds of contributions that make a point of their own.
POINTS = frozenset({_CLAIM, _ARGUMENT, "evidence"})


class Omitted(StrEnum):
    """Why a point is not in a summary."""

    EDITORS = "editors"  # the editors say why
    REPEATS = "repeats"  # it says again what another says
    UNREASONED = "unreasoned"  # nobody said why yet


@dataclass(frozen=True, slots=True)
class Said:
    """A contribution as it counts. ``viewpoint`` is the admitted one it speaks for now, or empty.

    ``stands``: it can be read and nothing succeeded it. ``repeats`` is what it was grouped with,
    ``premises`` those of an argument; ``asks``: a challenge that is open; ``joined`` the one it was merged
    with.
    """

    id: str
    kind: str
    viewpoint: str = ""
    stands: bool = True
    repeats: str = ""
    premises: tuple[str, ...] = ()
    asks: bool = False
    joined: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A statement: where it stands, how many words it has, which contributions it links."""

    id: str
    section: Section
    words: int
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """A debate and a version of its summary at one moment.

    ``viewpoints`` are admitted and not merged, in the order of their letters; ``said`` is everything in the
    order of the record; ``reasoned`` are the contributions for whose omission the editors gave a reason.
    """

    summary: str
    number: int
    viewpoints: tuple[str, ...]
    said: tuple[Said, ...]
    sentences: tuple[Sentence, ...]
    reasoned: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Covered:
    """One viewpoint: its points and those represented, the main ones of both, the words given to it."""

    viewpoint: str
    eligible: int
    represented: int
    main: int
    main_represented: int
    space: Fraction

    @property
    def share(self) -> Fraction | None:
        """Of its points, how many are represented; ``None`` where it made none."""
        return Fraction(self.represented, self.eligible) if self.eligible else None


@dataclass(frozen=True, slots=True)
class Omission:
    """A point that is not represented by itself. ``repeats`` is the one it says again, if it does."""

    contribution: str
    reason: Omitted
    repeats: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is committed with a version. ``rules.parity`` derives figures from it."""

    summary: str
    number: int
    statements: int
    grounded: int
    viewpoints: tuple[Covered, ...]
    challenges: int
    included: int
    omissions: tuple[Omission, ...] = ()

    def document(self) -> dict[str, Any]:
        """As it is committed (spec/summaries.md §3)."""
        return {
            "v": FORMAT,
            "summary": self.summary,
            "number": self.number,
            "statements": self.statements,
            "grounded": self.grounded,
            "viewpoints": [
                {
                    "viewpoint": one.viewpoint,
                    "eligible": one.eligible,
                    "represented": one.represented,
                    "main": one.main,
                    "main_represented": one.main_represented,
                    "space": [one.space.numerator, one.space.denominator],
                }
                for one in self.viewpoints
            ],
            "challenges": {"open": self.challenges, "included": self.included},
            "omissions": [
                {"contribution": one.contribution, "reason": one.reason, "repeats": one.repeats}
                for one in self.omissions
            ],
        }

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> "Coverage":
        """What a committed document says."""
        return cls(
            summary=document["summary"],
            number=document["number"],
            statements=document["statements"],
            grounded=document["grounded"],
            viewpoints=tuple(
                Covered(**{**one, "space": Fraction(*one["space"])})
                for one in document["viewpoints"]
            ),
            challenges=document["challenges"]["open"],
            included=document["challenges"]["included"],
            omissions=tuple(
                Omission(one["contribution"], Omitted(one["reason"]), one["repeats"])
                for one in document["omissions"]
            ),
        )


def coverage(facts: Facts) -> Coverage:
    """Count. The same facts give the same document, whoever counts."""
    return _Count(facts).coverage


@dataclass(frozen=True)
class _Count:
    facts: Facts

    @property
    def coverage(self) -> Coverage:
        facts, said = self.facts, self._said
        asking = {one.id for one in facts.said if one.asks}
        asked = {said[key].joined or key for key in self._linked}
        return Coverage(
            summary=facts.summary,
            number=facts.number,
            statements=len(facts.sentences),
            grounded=sum(any(said[key].stands for key in s.links) for s in facts.sentences),
            viewpoints=tuple(self._covered(viewpoint) for viewpoint in facts.viewpoints),
            challenges=len(asking),
            included=len(asking & asked),
            omissions=tuple(sorted(self._omissions(), key=lambda one: one.contribution)),
        )

    @cached_property
    def _said(self) -> dict[str, Said]:
        return {one.id: one for one in self.facts.said}

    @cached_property
    def _linked(self) -> frozenset[str]:
        return frozenset(key for sentence in self.facts.sentences for key in sentence.links)

    @cached_property
    def _points(self) -> list[Said]:
        """What stands and makes a point for a viewpoint."""
        viewpoints = frozenset(self.facts.viewpoints)
        return [
            one
            for one in self.facts.said
            if one.kind in POINTS and one.stands and one.viewpoint in viewpoints
        ]

    @cached_property
    def _clusters(self) -> Clusters:
        standing = [one for one in self.facts.said if one.kind in POINTS and one.stands]
        return Clusters((one.id, one.repeats) for one in standing)

    @cached_property
    def _units(self) -> dict[tuple[str, str], str]:
        """The point that counts, by viewpoint and by what it repeats: that one itself, else the earliest."""
        units: dict[tuple[str, str], str] = {}
        for one in self._points:
            kept = self._clusters.kept(one.id)
            if one.id == kept or (one.viewpoint, kept) not in units:
                units[one.viewpoint, kept] = one.id
        return units

    @cached_property
    def _reached(self) -> frozenset[str]:
        """Contributions that a statement links, and premises of linked arguments that stand."""
        standing = [self._said[key] for key in self._linked if self._said[key].stands]
        return frozenset(key for one in standing for key in (one.id, *one.premises))

    @cached_property
    def _kept_reached(self) -> frozenset[str]:
        return frozenset(map(self._clusters.kept, self._reached & self._clusters.known))

    @cached_property
    def _premises(self) -> frozenset[tuple[str, str]]:
        """(viewpoint, claim): a premise of an argument that speaks for that viewpoint."""
        arguments = (one for one in self._points if one.kind == _ARGUMENT)
        return frozenset((one.viewpoint, premise) for one in arguments for premise in one.premises)

    @cached_property
    def _space(self) -> Mapping[str, Fraction]:
        space: defaultdict[str, Fraction] = defaultdict(Fraction)
        for sentence in self.facts.sentences:
            of = self._speakers(sentence)
            for viewpoint in of:
                space[viewpoint] += Fraction(sentence.words, len(of))
        return space

    def _speakers(self, sentence: Sentence) -> frozenset[str]:
        if sentence.section.kind is SectionKind.HOLDS:
            return frozenset({sentence.section.viewpoint})
        linked = (self._said[key].viewpoint for key in sentence.links)
        return frozenset(viewpoint for viewpoint in linked if viewpoint)

    def _covered(self, viewpoint: str) -> Covered:
        units = {kept: key for (of, kept), key in self._units.items() if of == viewpoint}
        main = {kept for kept, key in units.items() if self._is_main(viewpoint, key)}
        represented = units.keys() & self._kept_reached
        return Covered(
            viewpoint=viewpoint,
            eligible=len(units),
            represented=len(represented),
            main=len(main),
            main_represented=len(main & represented),
            space=self._space.get(viewpoint, Fraction(0)),
        )

    def _is_main(self, viewpoint: str, key: str) -> bool:
        return self._said[key].kind == _CLAIM and (viewpoint, key) not in self._premises

    def _omissions(self) -> Iterable[Omission]:
        units = frozenset(self._units.values())
        for one in self._points:
            kept = self._clusters.kept(one.id)
            there = kept in self._kept_reached if one.id in units else one.id in self._reached
            if there:
                continue
            repeats = "" if one.id == kept else kept
            reason = Omitted.REPEATS if repeats else Omitted.UNREASONED
            if one.id in self.facts.reasoned:
                reason = Omitted.EDITORS
            yield Omission(one.id, reason, repeats)
