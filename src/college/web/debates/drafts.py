"""The two drafts of wording and viewpoints: written apart, read side by side."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from college.debates import permissions
from college.debates.actions import drafts as actions
from college.debates.actions.questions import use_draft
from college.debates.queries import drafts, questions
from college.debates.rules import addresses
from college.debates.rules.openings import Opening
from college.ground.act import Act
from college.web.acts import member_of
from college.web.debates import finding
from college.web.debates.openings import for_stage
from college.web.debates.sheets import permit, press, sheet
from college.web.debates.viewpoints import trail
from college.web.public_cache import public


class DraftForm(forms.Form):
    """Wording and viewpoints."""

    wording = forms.CharField(
        label=gettext_lazy("Wording of the question"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("So that those who disagree with you would call it fair."),
    )
    viewpoints = forms.CharField(
        label=gettext_lazy("Viewpoints"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy(
            "One on each line: all that can be held on the question, not only your own."
        ),
    )


@public
@require_safe
def frame(request: HttpRequest, slug: str) -> HttpResponse:
    """Both drafts side by side; before both are in, how many are."""
    asked = questions.asked(slug)
    if asked is None:
        return finding.moved(request, slug)
    member = member_of(request)
    shown = drafts.readable(asked.debate, member)
    context = {
        "asked": asked,
        "debate": asked.debate,
        "drafts": shown,
        "usable": [d for d in shown if permissions.allows("may_use_draft", member, d)],
        "count": drafts.written(asked.debate).count(),
        "trail": trail(asked),
    }
    return render(request, "debates/frame.html", context)


@require_http_methods(["GET", "POST"])
@for_stage(Opening.DRAFT)
def write(request: HttpRequest, slug: str) -> HttpResponse:
    """Write one of the drafts."""
    asked = finding.asked(slug)
    permit(request, "may_draft", asked.debate)

    def do(act: Act, given: dict[str, Any]) -> str:
        lines = given["viewpoints"].splitlines()
        actions.add_draft(act, asked.debate, wording=given["wording"], viewpoints_listed=lines)
        return addresses.frame(slug)

    return sheet(
        request,
        DraftForm(request.POST or None),
        do,
        done=_("Your draft is in."),
        title=_("Draft the wording and the viewpoints"),
        intro=_(
            "Two holders of different viewpoints each write a draft. Neither is shown until both are in."
        ),
        about=asked.text,
        send=_("Hand it in"),
        key=f"draft.{asked.debate.public_id}",
        trail=trail(asked),
        back=addresses.frame(slug),
    )


@require_POST
def use(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Make a draft's wording the question's."""
    draft = drafts.by_id(public_id)
    if draft is None or draft.debate.slug != slug:
        raise Http404

    def do(act: Act) -> str:
        use_draft(act, draft)
        return addresses.debate(slug)

    return press(request, do, done=_("The question now has this wording."))
