"""Restrictions by viewpoint: real cases, and control cases, where the truth is balanced by design."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from college.committees.models import Case, CaseParty, Control
from college.committees.queries import cases
from college.committees.queries.statistics import Rate, least_cell
from college.committees.rules.areas import OF_SUMMARIES, Area
from college.committees.rules.disparity import Disparity, disparities
from college.committees.rules.eligibility import Party
from college.committees.rules.intervals import share
from college.committees.rules.ladder import CaseState
from college.committees.rules.ratios import Outcome
from college.committees.rules.tally import Choice


@dataclass(frozen=True, slots=True)
class Side:
    """One viewpoint of a debate (its public id). ``found``: ``None`` where there are too few cases to say."""

    viewpoint: str
    granted: int
    cases: int
    others: int
    found: Disparity | None


@dataclass(frozen=True, slots=True)
class Restrictions:
    """A debate (its public id) and its viewpoints that had cases, in order of id."""

    scope: str
    sides: tuple[Side, ...]


def by_viewpoint(area: Area) -> list[Restrictions]:
    """The area's settled cases about texts with a side, per debate, in order of id; certificates restrict
    nothing. Three queries."""
    settled = cases.of_area(area).filter(
        state=CaseState.SETTLED, provisional=False, control__opened_at=None
    )
    settled = settled.exclude(procedure__in=OF_SUMMARIES)
    return _restrictions(settled.exclude(own_side="").exclude(scope=""))


def of_controls(area: Area) -> list[Restrictions]:
    """The same of opened control cases: a difference here is the panels', not the texts'. Three queries."""
    opened = cases.of_area(area).filter(control__opened_at__isnull=False)
    return _restrictions(opened.exclude(own_side="").exclude(scope=""))


def swapped(area: Area) -> Rate:
    """Of pairs with the same words and another side, those that came out differently. Two queries."""
    rows = Control.objects.filter(opened_at__isnull=False, case__in=cases.of_area(area))
    verdicts: dict[str, list[str]] = {}
    for pair, verdict in rows.values_list("pair", "case__verdict"):
        verdicts.setdefault(pair, []).append(verdict)
    pairs = [two for two in verdicts.values() if len(two) == 2]
    differed = sum(two[0] != two[1] for two in pairs)
    return Rate(differed, len(pairs), share(differed, len(pairs), least_cell()))


def _restrictions(rows: Iterable[Case]) -> list[Restrictions]:
    found = list(
        rows.only("pk", "public_id", "scope", "own_side", "rule", "verdict").order_by("id")
    )
    authors = _authors(found)
    scopes: dict[str, list[Outcome]] = {}
    for case in found:
        outcome = Outcome(
            viewpoint=case.own_side,
            author=authors.get(case.pk, case.public_id),
            stratum=case.rule,
            granted=case.verdict == Choice.GRANT,
        )
        scopes.setdefault(case.scope, []).append(outcome)
    least = least_cell()
    return [_of_debate(scope, tuple(scopes[scope]), least) for scope in sorted(scopes)]


@lru_cache(maxsize=256)
def _of_debate(scope: str, outcomes: tuple[Outcome, ...], least: int) -> Restrictions:
    """Kept per process: the shuffles take a while, and a debate's cases are the same most of the time."""
    figures = disparities(outcomes, least=least, seed=scope.encode("ascii"))
    sides = []
    for viewpoint, found in figures.items():
        own = [one.granted for one in outcomes if one.viewpoint == viewpoint]
        sides.append(Side(viewpoint, sum(own), len(own), len(outcomes) - len(own), found))
    return Restrictions(scope, tuple(sides))


def _authors(found: Iterable[Case]) -> Mapping[int, str]:
    """The first author of each case by public id. Of a text by several, one stands for all."""
    rows = CaseParty.objects.filter(case__in=[case.pk for case in found], ground=Party.AUTHOR)
    ordered = rows.order_by("-member__public_id").values_list("case_id", "member__public_id")
    return dict(ordered)
