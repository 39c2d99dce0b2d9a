"""A year of cases: people keep their places and their charts, colluders are found out, or are not."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from college.committees.rules.simulation.assumptions import Assumptions
from college.committees.rules.simulation.docket import Decided, Machine, Sitting, lodge
from college.committees.rules.simulation.panels import Panel
from college.committees.rules.simulation.peers import Zoned
from college.committees.rules.simulation.population import Population
from college.committees.rules.simulation.redundant import Ladder
from college.committees.rules.simulation.schemes import (
    META,
    META_VOTES,
    Row,
    Scheme,
    climbing,
    exact,
    one_panel,
    zoned,
)
from college.committees.rules.simulation.watch import Charts, Watching
from college.ground.charter import Charter

_BATCH = 50
_TERMS = 4


@dataclass(frozen=True, slots=True)
class YearScheme:
    """How cases are decided for a year: is anybody watched, is there a term's roster or an open pool?

    ``more_votes`` are asked for without changing an outcome. ``own_review`` and ``breaker`` as in
    ``Watching``; the protocol's year has no breaker. ``at_once``: it compares viewpoints from the first
    few alarms on, as early as a charter can let it.
    """

    name: str
    how: Machine
    watched: bool = False
    roster: bool = False
    more_votes: int = 0
    own_review: bool = True
    breaker: bool = False
    at_once: bool = False

    def exact(self, world: Assumptions) -> Row:
        """A single case, before anybody is caught."""
        return exact(_as_cases(self), world)


@dataclass(frozen=True, slots=True)
class Attack:
    """How the colluders go about it. ``pace``: share of their chances they take.

    ``returns``: a suspended colluder is back after so many cases under a new name; None: like everybody.
    """

    pace: float = 1.0
    returns: int | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """What a year came to. ``rate``: wrong of targeted; ``shield``: mean of the quarters' rates.

    ``targeted`` are the attacked valid texts, ``wrong`` those restricted. Shares from 0 to 1.
    """

    scheme: str
    wrong: float
    targeted: float
    rate: float
    shield: float
    untargeted: float
    votes: float
    caught: float
    votes_before: float
    false_alarms: float
    partisans_alarmed: float


def year_schemes(steps: Ladder, *, compare: bool) -> tuple[YearScheme, ...]:
    """The College's own year, after those of others and its own weaker forms if they are to be compared."""
    own = Machine(steps.panels, steps.first, steps.review)
    redundant = YearScheme("redundant", own, watched=True, roster=True, breaker=True)
    if not compare:
        return (redundant,)
    review = Panel(31, 18, 8)
    one = Machine(1, Panel(14, 8, 4), review)
    return (
        YearScheme("single-moderator", Machine(1, Panel(1, 1, 0))),
        YearScheme("one-panel-9-of-17", Machine(1, Panel(17, 9, 4))),
        YearScheme("one-panel-11-of-17", Machine(1, Panel(17, 11, 4))),
        # The three meta votes remove nobody: one judged ballot a case is too thin.
        YearScheme(META, Machine(1, Panel(14, 8, 4)), more_votes=META_VOTES),
        YearScheme("one-panel-8-of-14-watched-open-pool", one, watched=True),
        YearScheme("one-panel-8-of-14-watched", one, watched=True, roster=True),
        YearScheme(
            "one-panel-of-10-and-review-watched",
            Machine(1, Panel(10, 6, 2), review, keep=4),
            watched=True,
            roster=True,
        ),
        YearScheme("redundant-unwatched", own),
        YearScheme("redundant-open-pool", own, watched=True),
        # What each part of the audit is worth, or costs.
        replace(redundant, name="redundant-own-review-unscored", own_review=False),
        replace(redundant, name="redundant-breaker-at-once", at_once=True),
        replace(redundant, name="redundant-without-breaker", breaker=False),
        redundant,
    )


def year(
    scheme: YearScheme,
    world: Assumptions,
    charter: Charter,
    *,
    cases: int,
    chance: np.random.Generator,
    attack: Attack = Attack(),
    progress: Callable[[int], None] = lambda done: None,
) -> Year:
    """One year of so many cases, in four terms."""
    audit = charter.audit
    if scheme.at_once:
        audit = replace(audit, breaker_least=audit.breaker_ratio + 1)
    watching = Watching(audit, own_review=scheme.own_review, breaker=scheme.breaker)
    setting = _Setting(scheme, world, charter, attack, watching)
    run = _Run(setting, term=max(cases // _TERMS, 1), chance=chance)
    for start in range(0, cases, _BATCH):
        number = min(_BATCH, cases - start)
        run.batch(start, number)
        progress(number)
    return run.found(cases)


def mean(years: list[Year]) -> tuple[Year, Year]:
    """The mean of several years, and its standard errors (nought for a single one)."""
    columns = [name for name in Year.__dataclass_fields__ if name != "scheme"]
    values = np.array([[getattr(one, name) for name in columns] for one in years], dtype=float)
    spread = values.std(axis=0, ddof=1) if len(years) > 1 else np.zeros(len(columns))
    means = dict(zip(columns, values.mean(axis=0).tolist(), strict=True))
    means["rate"] = means["wrong"] / means["targeted"] if means["targeted"] else 0.0
    errors = dict(zip(columns, (spread / np.sqrt(len(years))).tolist(), strict=True))
    return Year(scheme=years[0].scheme, **means), Year(scheme=years[0].scheme, **errors)


def _as_cases(scheme: YearScheme) -> Scheme:
    how = scheme.how
    if how.review is None:
        # A single panel of others is drawn from everybody, whatever the author's side.
        panel = Panel(how.first.seats, how.first.threshold)
        return one_panel(scheme.name, panel, scheme.more_votes)
    if how.keep is not None:
        return zoned(scheme.name, Zoned(how.first, how.keep, how.review))
    return climbing(scheme.name, Ladder(how.panels, how.first, how.review))


@dataclass(frozen=True, slots=True)
class _Setting:
    """What stands for the whole year."""

    scheme: YearScheme
    world: Assumptions
    charter: Charter
    attack: Attack
    watching: Watching


class _Run:
    """A year under way. ``term`` is counted in cases."""

    def __init__(self, setting: _Setting, *, term: int, chance: np.random.Generator) -> None:
        self._setting, self._term, self._chance = setting, term, chance
        world = setting.world
        self._people = Population.made(world, chance)
        self._charts = Charts(self._people, world.viewpoints, setting.watching)
        everybody = len(self._people.corrupt)
        self._flagged = np.zeros(everybody, dtype=bool)
        self._attacks = np.zeros(everybody, dtype=int)
        self._before: list[int] = []
        self._counts = dict.fromkeys(("wrong", "targeted", "spoilt", "left", "votes"), 0)
        self._shield = np.zeros((_TERMS, 2))

    def batch(self, start: int, number: int) -> None:
        quarter = min(start // self._term, _TERMS - 1)
        if start == 0 or start // self._term != (start - _BATCH) // self._term:
            if self._setting.scheme.roster:
                self._people.call_roster(self._setting.charter, start, self._chance)
            self._charts.begin_term()
        how = self._setting.scheme.how
        lodged = lodge(
            self._setting.world,
            number,
            self._setting.attack.pace,
            how.review is not None,
            self._chance,
        )
        members = self._people.members(start)
        decided = Sitting(self._setting.world, self._people, lodged, members, self._chance).decide(
            how
        )
        real = ~lodged.control
        attacked, valid = real & lodged.attacked, ~lodged.abusive
        self._count("targeted", attacked & valid)
        self._count("wrong", attacked & valid & decided.wrong)
        self._count("left", real & ~attacked & valid)
        self._count("spoilt", real & ~attacked & valid & decided.wrong)
        shielding = attacked & lodged.abusive
        self._shield[quarter] += (shielding & decided.wrong).sum(), shielding.sum()
        self._counts["votes"] += self._ballots(decided)
        np.add.at(self._attacks, decided.first.who[attacked].ravel(), 1)
        if self._setting.scheme.watched:
            self._charts.compare(lodged, decided, how.review)
            self._suspend(start + number)

    def _count(self, name: str, which: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> None:
        self._counts[name] += int(which.sum())

    def _ballots(self, decided: Decided) -> int:
        seats = int(decided.second.who.shape[1])
        return int(decided.first.who.size) + int(decided.again.sum()) * seats

    def _suspend(self, now: int) -> None:
        """Out for the charter's terms; a colluder may come back sooner under another name."""
        flagged = self._charts.alarms(now - 1)
        people, terms = self._people, self._setting.watching.audit.suspended_terms
        colluding = flagged[people.corrupt[flagged]]
        self._before += self._attacks[colluding].tolist()
        self._attacks[flagged] = 0
        self._flagged[flagged] = True
        people.out_until[flagged] = now + terms * self._term
        if self._setting.attack.returns is not None:
            people.out_until[colluding] = now + self._setting.attack.returns

    def found(self, cases: int) -> Year:
        counts, people = self._counts, self._people
        tried = self._shield[:, 1] > 0
        quarters = self._shield[tried, 0] / self._shield[tried, 1]
        honest = ~people.corrupt
        return Year(
            scheme=self._setting.scheme.name,
            wrong=counts["wrong"],
            targeted=counts["targeted"],
            rate=_share(counts["wrong"], counts["targeted"]),
            shield=float(quarters.mean()) if len(quarters) else 0.0,
            untargeted=_share(counts["spoilt"], counts["left"]),
            votes=counts["votes"] / cases + self._setting.scheme.more_votes,
            caught=_part(self._flagged, people.corrupt),
            votes_before=float(np.mean(self._before)) if self._before else 0.0,
            false_alarms=_part(self._flagged, honest & ~people.partisan),
            partisans_alarmed=_part(self._flagged, people.partisan),
        )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _part(
    marked: np.ndarray[tuple[int], np.dtype[np.bool_]],
    among: np.ndarray[tuple[int], np.dtype[np.bool_]],
) -> float:
    return float(marked[among].mean()) if among.any() else 0.0
