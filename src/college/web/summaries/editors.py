"""Who writes a summary: the two teams, and how a member takes or leaves a seat."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from college.debates.queries import questions
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.quizzes.queries.misreading import misleading
from college.record.charters import charter_in_force
from college.summaries import permissions
from college.summaries.actions.editors import leave_seat, take_seat
from college.summaries.queries import editors, summaries
from college.summaries.rules import addresses
from college.summaries.rules.life import Side
from college.web.acts import act_of, member_of
from college.web.debates import finding
from college.web.debates.sheets import press
from college.web.debates.viewpoints import trail
from college.web.public_cache import public
from college.web.summaries.seats import summary_of, viewpoints_of

_TEAMS = (Side.FIRST, Side.SECOND)


@public
@require_safe
def teams(request: HttpRequest, slug: str) -> HttpResponse:
    """Who sits on either team; to members who may, the way to a seat. At most twenty-one queries."""
    asked = questions.asked(slug)
    if asked is None:
        return finding.moved(request, slug)
    summary = summaries.of_debate(asked.debate)
    seated = list(editors.seated(summary)) if summary else []
    badges = {one.key: one for one in viewpoints_of(summary).values()} if summary else {}
    member = member_of(request)
    may = summary is not None and permissions.allows("may_take_editor_seat", member, summary)
    context = {
        "asked": asked,
        "summary": summary,
        "most": charter_in_force().limits.editors,
        "teams": [
            {
                "side": side.value,
                "seats": [
                    {"member": one.member, "badge": badges.get(one.viewpoint_id)}
                    for one in seated
                    if one.side == side
                ],
            }
            for side in _TEAMS
        ],
        "mine": next((one for one in seated if member and one.member_id == member.pk), None),
        "takable": [side.value for side in _TEAMS] if may else [],
        "misread": misleading(asked.debate) if summary else [],
        "trail": [*trail(asked), (_("Summary"), addresses.summary(slug))],
    }
    return render(request, "summaries/team.html", context)


@require_POST
def take(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a seat."""
    summary = summary_of(slug)
    side = request.POST.get("side", "")

    def do(act: Act) -> str:
        take_seat(act, summary.debate, side=int(side) if side in {"1", "2"} else 0)
        return addresses.desk(slug)

    return press(request, do, done=_("You have a seat on the team. This is its desk."))


@require_POST
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    """Leave it."""
    act_of(request)
    summary = summary_of(slug)
    member = member_of(request)
    seat = editors.seat_of(member, summary) if member else None
    if seat is None:
        raise Refusal("summaries.permission.may-not", permission="may_leave_editor_seat")

    def do(act: Act) -> str:
        leave_seat(act, seat)
        return f"{addresses.summary(slug)}team/"

    return press(request, do, done=_("Your seat is free again. What you wrote stays."))
