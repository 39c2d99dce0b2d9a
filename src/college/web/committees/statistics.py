"""The published figures of an area: in words and numbers, with a picture whose numbers stand beside it."""

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from college.committees.queries import restrictions, statistics
from college.committees.queries.restrictions import Restrictions, Side
from college.committees.queries.statistics import Rate
from college.committees.rules.areas import Area
from college.committees.rules.disparity import Disparity
from college.committees.rules.identity import Identity, is_controlled
from college.committees.rules.intervals import Share, half_width
from college.web.committees.pictures import Bar, ratio_bar, share_bar
from college.web.public_cache import public
from college.web.record.things import known
from college.web.words import word


@dataclass(frozen=True, slots=True)
class Line:
    """One row: what it is, the counts, what they come to, and a bar where there are enough."""

    name: str
    counts: str
    words: str
    bar: Bar | None = None


@dataclass(frozen=True, slots=True)
class SideLine:
    """One viewpoint's row. ``stands_out``: people of the Audit area should look at it."""

    viewpoint: str
    own: str
    others: str
    words: str
    power: str
    bar: Bar | None
    stands_out: bool


@dataclass(frozen=True, slots=True)
class DebateLines:
    """A debate (its public id) and its viewpoints' rows."""

    scope: str
    lines: list[SideLine]


@public
@require_safe
def page(request: HttpRequest, area: str) -> HttpResponse:
    """Everything counted in one area, from its first case on."""
    if area not in set(Area):
        raise Http404
    here = Area(area)
    least = statistics.least_cell()
    by_viewpoint = restrictions.by_viewpoint(here)
    of_controls = restrictions.of_controls(here)
    minutes = statistics.minutes_by_debate() if here is Area.CONDUCT else {}
    identity = Identity(settings.IDENTITY)
    return render(
        request,
        "committees/statistics.html",
        {
            "area": here,
            "trail": [(word(here), f"/committees/areas/{here.value}/")],
            "least": least,
            "decisions": (decided := statistics.decisions(here)),
            "decision_lines": _decisions(decided, least),
            "overturns": (overturned := statistics.overturns(here)),
            "overturn_lines": _overturns(overturned, least),
            "service": (service := statistics.service(here)),
            "service_lines": _service(service, least),
            "hours": _hours(service.minutes),
            "hours_by_debate": [(scope, _hours(minutes[scope])) for scope in sorted(minutes)],
            "by_viewpoint": [_debate(one, least) for one in by_viewpoint],
            "of_controls": [_debate(one, least) for one in of_controls],
            "swapped_line": _line(_("Same words, another side"), restrictions.swapped(here), least),
            "things": known([*_ids(by_viewpoint), *_ids(of_controls), *minutes]),
            "identity": identity,
            "is_controlled": is_controlled(identity),
        },
    )


def _decisions(found: statistics.Decisions, least: int) -> list[Line]:
    return [
        _line(_("What was asked was done"), found.restricted, least),
        _line(_("First panels differed, so that a review decided"), found.disagreed, least),
    ]


def _overturns(found: statistics.Overturns, least: int) -> list[Line]:
    return [
        _line(_("Chosen by lot and tried again: found otherwise"), found.by_lot, least),
        _line(_("Appealed: the review kept the text"), found.by_appeal, least),
    ]


def _service(found: statistics.Service, least: int) -> list[Line]:
    return [
        _line(_("Called, and neither answered nor voted in time"), found.silent, least),
        _line(_("Called, and said no"), found.refused, least),
        _line(_("Accepted, and did not vote in time"), found.late, least),
        _line(_("Turned out to be a party"), found.recused, least),
        _line(_("On this term’s roster, and on the one before"), found.returning, least),
        _line(_("On this term’s roster, and left before its end"), found.left, least),
    ]


def _line(name: str, rate: Rate, least: int) -> Line:
    counts = _of(rate.hits, rate.of)
    if rate.share is None:
        return Line(name, counts, not_enough(rate.of, least))
    return Line(name, counts, _share(rate.share), share_bar(rate.share))


def not_enough(cases: int, least: int) -> str:
    """Never “no difference”: what would have to be there, and how little even that would tell."""
    return _(
        "Not enough cases to say: %(n)s of at least %(least)s. Even with %(least)s, a share of half "
        "would be known only to ± %(points)s points."
    ) % {"n": cases, "least": least, "points": round(100 * half_width(0.5, least))}


def _debate(found: Restrictions, least: int) -> DebateLines:
    return DebateLines(found.scope, [_side(side, least) for side in found.sides])


def _side(side: Side, least: int) -> SideLine:
    own = _of(side.granted, side.cases)
    if side.found is None:
        words, others = not_enough(min(side.cases, side.others), least), str(side.others)
        return SideLine(side.viewpoint, own, others, words, "", None, stands_out=False)
    one = side.found
    return SideLine(
        viewpoint=side.viewpoint,
        own=own,
        others=_of(one.others_granted, one.others),
        words=_ratio(one),
        power=_power(one),
        bar=ratio_bar(one) if one.low is not None else None,
        stands_out=one.stands_out,
    )


def _ratio(one: Disparity) -> str:
    p = _("p %(p)s") % {"p": _number(one.p, 3)}
    if one.ratio is None:
        return _("No ratio: on one side nothing was restricted; %(p)s") % {"p": p}
    if one.low is None or one.high is None:
        return _("%(ratio)s times as often; too few authors for an interval; %(p)s") % {
            "ratio": _number(one.ratio),
            "p": p,
        }
    return _("%(ratio)s times as often, %(low)s to %(high)s; %(p)s") % {
        "ratio": _number(one.ratio),
        "low": _number(one.low),
        "high": _number(one.high),
        "p": p,
    }


def _power(one: Disparity) -> str:
    if one.detects is None:
        return _("So few cases would show no difference at all.")
    return _("So many cases show a difference of %(ratio)s times, nine times in ten.") % {
        "ratio": _number(one.detects)
    }


def _share(found: Share) -> str:
    return _("%(share)s %%, between %(low)s and %(high)s") % {
        "share": round(100 * found.value),
        "low": round(100 * found.low),
        "high": round(100 * found.high),
    }


def _of(hits: int, of: int) -> str:
    return _("%(hits)s of %(of)s") % {"hits": hits, "of": of}


def _hours(minutes: int) -> int:
    return round(minutes / 60)


def _number(value: float, places: int = 2) -> str:
    return f"{value:.{places}f}"


def _ids(found: list[Restrictions]) -> list[str]:
    return [one.scope for one in found] + [side.viewpoint for one in found for side in one.sides]
