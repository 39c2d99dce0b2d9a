"""What was refused, merged, split or labelled: why, and the one click of a second look."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from college.committees.rules.areas import Procedure
from college.debates import permissions
from college.debates.actions.decisions import appeal_decision
from college.debates.queries import decisions, questions
from college.debates.rules import addresses
from college.ground.act import Act
from college.web.acts import member_of
from college.web.committees.outcomes import decided
from college.web.committees.rules_in_words import rule_words
from college.web.debates import finding
from college.web.debates.sheets import press
from college.web.debates.viewpoints import trail
from college.web.prose import shown
from college.web.public_cache import public


@public
@require_safe
def decision(request: HttpRequest, public_id: str) -> HttpResponse:
    """The rule, the reasons of those who decided, the case, and the way to a second look."""
    found = finding.or_404(decisions.of_case(public_id))
    case, asked = found.case, questions.asked(found.debate.slug)
    finding.or_404(case.verdict or None)
    context = {
        "decision": found,
        "debate": found.debate,
        "trail": trail(asked) if asked else [],
        "words": decided(Procedure(case.procedure), case.verdict, case.verdict_ground),
        "rule": rule_words(case.rule),
        "reason": shown(found.reason) if found.reason else "",
        "case_url": addresses.case(public_id),
        "may_appeal": permissions.allows("may_appeal_decision", member_of(request), case),
    }
    return render(request, "debates/decision.html", context)


@require_POST
def appeal(request: HttpRequest, public_id: str) -> HttpResponse:
    """Appeal: one click."""
    found = finding.or_404(decisions.of_case(public_id))

    def do(act: Act) -> str:
        appeal_decision(act, found)
        return addresses.decision(public_id)

    return press(request, do, done=_("A fresh and larger panel will hear it."))
