"""Settle the two drafts: per section both texts, what either team takes, and its signature."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from college.debates.rules.addresses import case as case_url
from college.ground.act import Act
from college.summaries import permissions
from college.summaries.actions.copying import copy_section
from college.summaries.actions.settling import sign_section
from college.summaries.queries import drafts, settling
from college.summaries.rules import addresses
from college.summaries.rules.life import Side, Take
from college.web.acts import now
from college.web.debates.sheets import press
from college.web.summaries import boards
from college.web.summaries.boards import Row
from college.web.summaries.drafts import Pair, pair
from college.web.summaries.seats import Desk, at_desk

if TYPE_CHECKING:
    from college.summaries.queries.settling import Stand


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a section stands, seen by one team. ``ours`` and ``theirs``: what was signed; ``outdated``: of
    ours, the third text was changed since. ``takes``: what can be signed now."""

    pair: Pair
    third: list[Row]
    settled: str
    case_url: str
    ours: str
    theirs: str
    ours_outdated: bool
    theirs_outdated: bool
    desk_url: str
    takes: list[str] = field(default_factory=list)


@require_safe
def settle(request: HttpRequest, slug: str) -> HttpResponse:
    """Every section in both texts, and the third where there is one. Some sixty queries."""
    place = _settling(request, slug)
    sides = drafts.of_round(place.summary)
    first, second, third = (
        boards.parts(drafts.board(sides[side], now=now()), place.known, {}, place.url)
        for side in (Side.FIRST, Side.SECOND, Side.JOINT)
    )
    stands = {stand.section.key: stand for stand in settling.stands(place.summary)}
    context = {
        "asked": place.asked,
        "summary": place.summary,
        "side": place.seat.side,
        "sections": [
            _standing(pair(one, two), three.rows, stands[one.key], place)
            for one, two, three in zip(first, second, third, strict=True)
        ],
        "trail": place.trail,
    }
    return render(request, "summaries/settle.html", context)


@require_POST
def sign(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Sign for one's team what it takes of a section."""
    place = _settling(request, slug)
    at = place.section(key)
    taken = request.POST.get("take", "")
    if taken not in set(Take):
        raise Http404

    def do(act: Act) -> str:
        sign_section(act, place.summary, section=at, take=Take(taken))
        return f"{addresses.settle(slug)}#{key}"

    return press(request, do, done=_("Your team’s choice is signed."))


@require_POST
def copy(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Begin a third text from one of the two."""
    place = _settling(request, slug)
    at = place.section(key)
    side = request.POST.get("side", "")
    if side not in {"1", "2"}:
        raise Http404

    def do(act: Act) -> str:
        copy_section(act, place.draft, section=at, side=int(side))
        return f"{place.url}{key}/"

    return press(request, do, done=_("The third text begins with the words of that draft."))


def _settling(request: HttpRequest, slug: str) -> Desk:
    place = at_desk(request, slug)
    permissions.require("may_settle", place.member, place.summary)
    return place


def _standing(both: Pair, third: list[Row], stand: "Stand", place: Desk) -> Standing:
    side = place.seat.side
    other = Side.SECOND if side == Side.FIRST else Side.FIRST
    signed = {one: row.take for one, row in stand.signed.items()}
    is_open = not stand.is_settled and not stand.is_asked
    return Standing(
        pair=both,
        third=third,
        settled=stand.take,
        case_url=case_url(stand.case) if stand.case else "",
        ours=signed.get(side, ""),
        theirs=signed.get(other, ""),
        ours_outdated=side in stand.outdated,
        theirs_outdated=other in stand.outdated,
        desk_url=f"{place.url}{both.key}/",
        takes=[take.value for take in Take if take is not Take.THIRD or third] if is_open else [],
    )
