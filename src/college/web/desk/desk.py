"""A member's desk: what waits, where one takes part, what one did and its receipts."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from college.committees.queries.desk import docket
from college.debates import permissions
from college.debates.queries import challenges, questions
from college.debates.queries.desk import parts
from college.debates.rules.stages import Stage
from college.ground.refusals import Refusal
from college.people import queries
from college.people.permissions import may_set_dates
from college.quizzes.queries import items
from college.quizzes.rules import addresses as quizzes
from college.record.queries import entries_by
from college.summaries.queries import desks
from college.summaries.rules import addresses
from college.web.acts import member_of, now
from college.web.debates import threads
from college.web.record.entries import lines

if TYPE_CHECKING:
    from college.people.models import Member

_ACTS = 12
_IN_CARE = 50


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """One page; a fixed number of queries, and some for each summary that the member writes."""
    member = member_of(request)
    if member is None:
        if request.user.is_authenticated:
            return redirect("/join/")
        raise Refusal("people.member.none")
    is_steward = may_set_dates(member)
    context = {
        "member": member,
        "unread": queries.unread_of(member),
        "docket": docket(member, now()),
        "asked": threads.asked(challenges.to_answer(member, now=now())),
        "writing": _writing(member),
        "items": _items(member),
        "parts": parts(member),
        "steward": is_steward,
        "in_care": _in_care(member) if is_steward else [],
        "lines": lines(entries_by(member.public_id, most=_ACTS)),
    }
    return render(request, "desk/desk.html", context)


def _writing(member: "Member") -> list[dict[str, object]]:
    """Summaries that the member writes on. Nothing for most; some queries for each."""
    found = desks.of_editor(member)
    asked = questions.newest_wordings().filter(debate__in=[one.debate.pk for one in found])
    of = {wording.debate_id: wording for wording in asked} if found else {}
    return [
        {
            "asked": of[one.debate.pk],
            "waiting": one,
            "url": (addresses.settle if one.settles else addresses.desk)(one.debate.slug),
        }
        for one in found
    ]


def _items(member: "Member") -> list[dict[str, str]]:
    """The member's drafts of quiz items. One query."""
    return [
        {
            "stem": item.content["stem"],
            "url": quizzes.draft(item.quiz.summary.debate.slug, item.public_id),
        }
        for item in items.drafts_by_debate(member)
    ]


def _in_care(member: "Member") -> list[dict[str, object]]:
    """Debates whose dates, subject or guests a steward may see to. A query each, for stewards alone."""
    stages = (Stage.PROPOSED, Stage.FRAMING, Stage.OPEN, Stage.CLOSING)
    return [
        {
            "wording": asked,
            "may_set_dates": permissions.allows("may_set_dates", member, asked.debate),
            "may_invite": permissions.allows("may_invite", member, asked.debate),
        }
        for asked in questions.in_stages(*stages, limit=_IN_CARE)
    ]
