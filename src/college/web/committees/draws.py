"""A draw that the reader makes again: everything it takes, and a script that takes it."""

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from college.committees.queries import epochs, stories
from college.committees.queries.stories import Replay
from college.committees.rules.areas import OF_EVERY_SIDE
from college.committees.rules.ladder import Step
from college.committees.rules.lot import NONE
from college.web.public_cache import public
from college.web.record.things import known
from college.web.words import word

_PANELS = "ABCDEFGH"


@dataclass(frozen=True, slots=True)
class DrawRow:
    """One of the pool, in ticket order. ``panel``: whose hand it was dealt to, empty if nobody's; ``seat``:
    its number, or 0."""

    place: str
    ticket: str
    stratum: str
    panel: str
    seat: int


@require_safe
def first(request: HttpRequest, public_id: str) -> HttpResponse:
    """The first draw of a case, whose address bears its number."""
    return redirect(f"/committees/cases/{public_id}/draw/1/")


@public
@require_safe
def page(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """The number-th draw of a closed case. About twenty queries."""
    found = stories.replay(public_id, number) if 0 < number < 100 else None
    if found is None:
        raise Http404
    shape = next(s for s in found.announcement["sizes"] if s["name"] == found.size)
    strata = dict(found.announcement["pool"])
    context = {
        "replay": found,
        "step": word(found.step),
        "rows": _rows(found, strata),
        "shape": shape,
        "own_side": found.announcement["own_side"],
        "every_side": found.announcement["procedure"] in OF_EVERY_SIDE,
        "excused": sorted(word for _place, word in found.announcement["excused"]),
        "things": known(strata.values()),
        "data": _data(found),
        "site": settings.COLLEGE_URL,
    }
    return render(request, "committees/draw.html", context)


def _rows(found: Replay, strata: dict[str, str]) -> list[DrawRow]:
    seats = {place: n for panel in found.seats for n, place in enumerate(panel, 1)}
    only = found.step is not Step.FIRST
    return [
        DrawRow(
            place=place,
            ticket=found.tickets[place],
            stratum=strata[place],
            panel=_("one panel") if only else _letter(found.dealt.get(place)),
            seat=seats.get(place, 0),
        )
        for place in found.order
    ]


def _letter(panel: int | None) -> str:
    return _PANELS[panel] if panel is not None else ""


def _data(found: Replay) -> dict[str, object]:
    """What ``static/js/draws.js`` draws from."""
    epoch = found.epoch
    counted = [part.secret for part in epochs.parts(epoch) if part.counts]
    return {
        "seed": epoch.seed,
        "announcement": found.announcement,
        "salt": found.salt,
        "digest": found.digest,
        "size": found.size,
        "none": NONE,
        "seats": found.seats,
        "made": {
            "epoch": epoch.public_id,
            "pool": epoch.pool,
            "cases": epoch.cases,
            "secrets": sorted(counted),
            "round": epoch.drawn_round,
            "chain": epoch.chain,
            "signature": epoch.signature,
        },
    }
