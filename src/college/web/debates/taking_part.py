"""A member's place in one debate: what they hold, speak for, and can do now."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from college.debates.permissions import allows
from college.debates.queries import delegates, drafts, holdings, moderators, objections, viewpoints
from college.debates.rules import addresses
from college.debates.rules.kinds import Kind
from college.debates.rules.openings import Opening, is_open
from college.debates.rules.stages import Stage
from college.web.acts import act_of, member_of
from college.web.debates import finding
from college.web.debates.viewpoints import trail
from college.web.prose import line

if TYPE_CHECKING:
    from college.debates.models import Debate, Viewpoint
    from college.people.models import Member


@require_safe
def taking_part(request: HttpRequest, slug: str) -> HttpResponse:
    """The hub that the debate's page leads members to."""
    act_of(request)
    asked = finding.asked(slug)
    debate, member = asked.debate, member_of(request)
    holding = holdings.current(member, debate) if member else None
    held = holding.viewpoint if holding else None
    seats = list(moderators.seated(debate))
    context = {
        "asked": asked,
        "debate": debate,
        "trail": trail(asked),
        "holding": holding,
        "held": held,
        "badge": _badge(debate, held),
        "may_hold": allows("may_hold", member, debate),
        "may_offer": held is not None and allows("may_offer_delegate", member, held),
        "may_moderate": allows("may_moderate", member, debate),
        "may_propose": allows("may_propose_registered", member, debate),
        "seat": moderators.seat_of(member, debate) if member else None,
        "seats": seats,
        "same_side": held is not None and any(s.viewpoint_id == held.pk for s in seats),
        "gathers": is_open(Opening.HOLD, Stage(debate.stage)),
        "speaking": delegates.of_member_in(member, debate) if member else None,
        "own_objections": [
            objection
            for objection in objections.about(debate)
            if allows("may_withdraw_objection", member, objection)
        ],
        "ways": list(_ways(member, debate)),
    }
    return render(request, "debates/taking_part.html", context)


def _badge(debate: "Debate", held: "Viewpoint | None") -> dict[str, str] | None:
    """The viewpoint held, as ``parts/viewpoint_badge.html`` takes it."""
    wording = viewpoints.one(debate, held.public_id) if held is not None else None
    if held is None or wording is None:
        return None
    url = addresses.viewpoint(debate.slug, held.public_id)
    return {"letter": held.letter, "name": line(wording.name), "url": url}


def _ways(member: "Member | None", debate: "Debate") -> Iterator[dict[str, str]]:
    """What else may be done, as ``parts/choices.html`` takes it."""
    here = f"{addresses.debate(debate.slug)}take-part/"
    if allows("may_contribute", member, debate, Kind.CLAIM):
        yield {
            "url": f"{addresses.debate(debate.slug)}say/",
            "words": _("Say something: a reason, an objection, a question, a source"),
            "hint": _("Four ways in; you need not know any others."),
        }
    if member is not None and moderators.is_moderator(member, debate):
        yield {
            "url": f"{addresses.debate(debate.slug)}moderation/",
            "words": _("The moderators’ desk"),
            "hint": _("What waits, and the moves the two of you can make."),
        }
    if allows("may_propose_viewpoint", member, debate):
        yield {
            "url": f"{here}viewpoint/",
            "words": _("Propose a viewpoint that is missing"),
            "hint": _("Every viewpoint that somebody holds gets in."),
        }
    if allows("may_draft", member, debate):
        yield {
            "url": f"{here}draft/",
            "words": _("Draft the wording of the question and the list of viewpoints"),
            "hint": _("Two holders of different viewpoints do it independently."),
        }
    if drafts.written(debate).exists():
        yield {
            "url": addresses.frame(debate.slug),
            "words": _("Read the drafts"),
            "hint": _("Side by side, when both are in."),
        }
    if allows("may_reword_question", member, debate):
        yield {
            "url": f"{here}reword/",
            "words": _("Reword your question"),
            "hint": _("Until the debate opens. Everybody gets time to read the new wording."),
        }
    if allows("may_object", member, debate):
        yield {
            "url": f"{here}object/",
            "words": _("Object to the question"),
            "hint": _("Then it is not admitted by itself; the committees will hear you."),
        }
    if allows("may_add_turn", member, debate):
        yield {
            "url": f"{here}turn/",
            "words": _("Say that this debate turns on another one"),
            "hint": _("With the reason. Both pages will point to each other."),
        }
    if allows("may_rename_debate", member, debate):
        yield {
            "url": f"{here}settings/",
            "words": _("Steward’s settings"),
            "hint": _("Dates, subject, address. Nothing that anybody said."),
        }
