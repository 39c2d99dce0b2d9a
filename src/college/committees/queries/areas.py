"""What the areas have decided, in numbers; and the cases of an area, page by page."""

from dataclasses import dataclass

from django.db.models import Count, Q

from college.committees.models import Ballot, Case
from college.committees.queries import cases
from college.committees.rules.areas import WAYS, Area, Procedure
from college.committees.rules.ladder import CaseState

#: Cases on a page of an area.
PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Counts:
    """Cases asked of an area, those that wait, and ballots cast in it."""

    asked: int = 0
    waiting: int = 0
    ballots: int = 0


def counts() -> dict[Area, Counts]:
    """Every area, also those that nobody has asked. Two queries."""
    waiting = ~Q(state__in=[CaseState.SETTLED, CaseState.WITHDRAWN])
    rows = Case.objects.values_list("procedure").order_by()
    asked = {
        procedure: (n, w)
        for procedure, n, w in rows.annotate(n=Count("pk"), w=Count("pk", filter=waiting))
    }
    cast = dict(
        Ballot.objects.values_list("seat__draw__case__procedure").annotate(n=Count("pk")).order_by()
    )
    return {area: _sum(area, asked, cast) for area in Area}


def _sum(area: Area, asked: dict[str, tuple[int, int]], cast: dict[str, int]) -> Counts:
    own = procedures(area)
    return Counts(
        asked=sum(asked.get(p, (0, 0))[0] for p in own),
        waiting=sum(asked.get(p, (0, 0))[1] for p in own),
        ballots=sum(cast.get(p, 0) for p in own),
    )


def procedures(area: Area) -> list[Procedure]:
    """What is asked of an area; empty where no room asks it yet. No query."""
    return [procedure for procedure, way in WAYS.items() if way.area is area]


def newest(area: Area) -> tuple[list[Case], int]:
    """The newest cases of an area, and how many there are. Two queries."""
    return list(cases.of_area(area)[:PER_PAGE]), cases.of_area(area).count()


def of_page(area: Area, page: int) -> list[Case]:
    """A fixed page, oldest first: cases page × 50 + 1 and on. One query."""
    first = page * PER_PAGE
    return list(cases.of_area(area).reverse()[first : first + PER_PAGE])
