"""What this very College withstands: its charter, its roster, its measured no-show, beside one moderator."""

from dataclasses import dataclass, replace
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from college.committees.queries import rosters, statistics
from college.committees.rules.areas import Area, Procedure, SizeName
from college.committees.rules.feasibility import serving, size_of
from college.committees.rules.identity import Identity, is_controlled
from college.committees.rules.simulation.assumptions import KINDS, Assumptions
from college.committees.rules.simulation.panels import Panel
from college.committees.rules.simulation.peers import one_panel
from college.committees.rules.simulation.strength import Posing, Strength, posing, strength
from college.ground.charter import Size
from college.record.charters import charter_in_force
from college.web.committees.curves import Curve, percent, picture, table
from college.web.public_cache import public

VIEWPOINTS = (2, 3, 4)
#: Of the attacked texts, the shares that may at most be wrongly restricted: one in twenty, one in four.
_LIMITS = (0.05, 0.25)
#: The names of other ways of deciding in what is kept in the cache; a new reckoning needs a new one.
_KEPT = "college.strength.1"
_SUPPRESS, _SHIELD = KINDS[:2]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """One number of viewpoints: what the College withstands there, and what false labels add."""

    viewpoints: int
    found: Strength
    posing: tuple[Posing, ...] | None


@dataclass(frozen=True, slots=True)
class Compared:
    """One moderator, drawn for each case, at the same shares of colluders."""

    suppress: tuple[tuple[float, float], ...]
    shield: tuple[tuple[float, float], ...]


@public
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Curves with the table behind them. About ten queries; the reckoning is kept, for it takes seconds."""
    charter = charter_in_force()
    roster = rosters.in_force()
    serve = rosters.places(roster).filter(left_at=None).count() if roster else 0
    name = serving(Procedure.CONDUCT, charter, serve)
    measured = statistics.service(Area.CONDUCT).silent
    assumed = Assumptions()
    no_show = round(measured.share.value, 2) if measured.share else assumed.no_show
    # Where no size serves, the smallest is shown with the people it needs, and the page says so.
    shown = name or SizeName.SMALL
    size = size_of(charter, shown)
    people = serve if name else size.pool
    found = [one for v in VIEWPOINTS if (one := _reckon(size, v, people, no_show)) is not None]
    moderator = _moderator(people, no_show)
    identity = Identity(settings.IDENTITY)
    context = {
        "size_name": shown,
        "size": size,
        "met": name is not None,
        "serve": serve,
        "people": people,
        "roster": roster,
        "no_show": percent(no_show),
        "measured": measured,
        "is_measured": measured.share is not None,
        "assumed": assumed,
        "lines": [_line(one) for one in found],
        "picture": _picture(found, moderator),
        "tables": _tables(found, moderator),
        "posing": _posing(found),
        "identity": identity,
        "is_controlled": is_controlled(identity),
    }
    return render(request, "committees/strength.html", context)


def _reckon(size: Size, viewpoints: int, people: int, no_show: float) -> Reckoned | None:
    def reckon() -> Reckoned | None:
        found = strength(size, viewpoints, people, no_show, limits=_LIMITS)
        if found is None:
            return None
        return Reckoned(viewpoints, found, posing(size, viewpoints, people, no_show))

    # Everything that the figures depend on is in the key: another charter, roster or no-show reckons anew.
    about = sha256(repr((size, viewpoints, people, no_show, _LIMITS)).encode()).hexdigest()
    kept: Reckoned | None = cache.get_or_set(f"{_KEPT}.{about}", reckon, timeout=None)
    return kept


def _moderator(people: int, no_show: float) -> Compared:
    world = Assumptions(pool=people, no_show=no_show)
    shares = [n / 20 for n in range(11)]
    chances = [
        [(x, one_panel(replace(world, corrupt=x), kind, Panel(1, 1)).wrong) for x in shares]
        for kind in (_SUPPRESS, _SHIELD)
    ]
    return Compared(tuple(chances[0]), tuple(chances[1]))


def _curves(found: list[Reckoned], moderator: Compared) -> tuple[list[Curve], list[Curve]]:
    suppress = [
        Curve(_name(one), tuple((p.corrupt, p.suppress) for p in one.found.curve), strong=True)
        for one in found
    ]
    shield = [
        Curve(_name(one), tuple((p.corrupt, p.shield) for p in one.found.curve), strong=True)
        for one in found
    ]
    alone = _("One moderator")
    return (
        [*suppress, Curve(alone, moderator.suppress)],
        [*shield, Curve(alone, moderator.shield)],
    )


def _name(one: Reckoned) -> str:
    return _("This College, %s viewpoints") % one.viewpoints


def _picture(found: list[Reckoned], moderator: Compared) -> object:
    suppress, shield = _curves(found, moderator)
    charts = (
        (_("A valid text that is attacked, wrongly restricted"), suppress),
        (_("An abusive text that is shielded, wrongly kept"), shield),
    )
    return picture(_("What share of colluders this College withstands"), charts)


def _tables(found: list[Reckoned], moderator: Compared) -> list[object]:
    suppress, shield = _curves(found, moderator)
    return [
        table(_("Valid texts that are attacked: wrongly restricted"), suppress),
        table(_("Abusive texts that are shielded: wrongly kept"), shield),
    ]


def _line(one: Reckoned) -> dict[str, object]:
    few, quarter = (w.corrupt for w in one.found.withstood)
    return {
        "viewpoints": one.viewpoints,
        "few": percent(few) if few is not None else "",
        "quarter": percent(quarter) if quarter is not None else "",
        "suppress": percent(one.found.suppress, digits=1),
        "shield": percent(one.found.shield, digits=1),
        "votes": f"{one.found.votes:.1f}",
    }


def _posing(found: list[Reckoned]) -> list[list[str]]:
    return [
        [
            str(one.viewpoints),
            percent(p.corrupt),
            percent(p.suppress, digits=1),
            percent(p.shield, digits=1),
        ]
        for one in found
        for p in one.posing or ()
    ]
