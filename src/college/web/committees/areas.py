"""The committees: the areas with what each decides and who serves; and the cases of one area."""

from dataclasses import asdict, dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from college.committees.queries import areas, epochs, rosters
from college.committees.queries.areas import PER_PAGE, Counts
from college.committees.queries.statistics import MINUTES
from college.committees.rules.areas import Area, Procedure, SizeName
from college.committees.rules.feasibility import is_founding, serving
from college.committees.rules.identity import Identity, is_controlled
from college.ground.charter import Charter
from college.people.queries import stewards
from college.record.charters import charter_in_force
from college.web.committees.outcomes import AREAS, Words, standing
from college.web.public_cache import public
from college.web.record.things import known


@dataclass(frozen=True, slots=True)
class AreaLine:
    """One area. ``size``: the size that serves it with the people there are, or ``None``: redundancy is
    not met. ``asks``: whether any room asks it yet; ``on``: whether the charter has switched it on."""

    area: Area
    about: Words
    on: bool
    asks: bool
    size: SizeName | None
    counts: Counts
    hours: int


@public
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Every area, the roster, and where to look further. Eight queries."""
    charter = charter_in_force()
    roster = rosters.in_force()
    serve = _serving()
    counted = areas.counts()
    lines = [_line(area, charter, serve, counted[area]) for area in Area]
    identity = Identity(settings.IDENTITY)
    context = {
        "lines": lines,
        "charter": charter,
        "roster": roster,
        "serve": serve,
        "eligible_share": charter.roster.share,
        "founding": is_founding(charter, serve),
        "small": charter.sizes.small,
        "stewards": [term.member for term in stewards()],
        "hours": round(sum(line.counts.ballots for line in lines) * MINUTES / 60),
        "ballots": sum(line.counts.ballots for line in lines),
        "epoch": epochs.taking(),
        "identity": identity,
        "is_controlled": is_controlled(identity),
    }
    return render(request, "committees/front.html", context)


@public
@require_safe
def area(request: HttpRequest, area: str) -> HttpResponse:
    """The newest cases of an area. About fifteen queries."""
    here = _area(area)
    cases, number = areas.newest(here)
    charter, serve = charter_in_force(), _serving()
    last = (number - 1) // PER_PAGE if number else 0
    context = {
        "area": here,
        "line": _line(here, charter, serve, areas.counts()[here]),
        "procedures": areas.procedures(here),
        "cases": [(case, standing(case)) for case in cases],
        "number": number,
        "pages": range(last + 1) if last else (),
        "things": known([case.scope for case in cases]),
        "serve": serve,
    }
    return render(request, "committees/area.html", context)


@public
@require_safe
def area_page(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """A fixed page of an area's cases, oldest first; its address never moves."""
    here = _area(area)
    cases = areas.of_page(here, number) if number < 2**31 // PER_PAGE else []
    if not cases:
        raise Http404
    base = f"/committees/areas/{here.value}/page/"
    more = len(cases) == PER_PAGE and areas.of_page(here, number + 1)
    context = {
        "area": here,
        "cases": [(case, standing(case)) for case in cases],
        "older_url": f"{base}{number - 1}/" if number else "",
        "newer_url": f"{base}{number + 1}/" if more else "",
        "things": known([case.scope for case in cases]),
    }
    return render(request, "committees/area_page.html", context)


def _area(name: str) -> Area:
    if name not in set(Area):
        raise Http404
    return Area(name)


def _serving() -> int:
    """How many serve in the present term, those who left it not counted."""
    roster = rosters.in_force()
    return rosters.places(roster).filter(left_at=None).count() if roster else 0


def _line(area: Area, charter: Charter, serve: int, counted: Counts) -> AreaLine:
    asked = areas.procedures(area)
    # Appeals are the review of every other area: what serves conduct serves them.
    by = asked[0] if asked else Procedure.CONDUCT
    return AreaLine(
        area=area,
        about=AREAS[area],
        on=asdict(charter.areas)[area.value],
        asks=bool(asked) or area is Area.APPEALS,
        size=serving(by, charter, serve),
        counts=counted,
        hours=round(counted.ballots * MINUTES / 60),
    )
