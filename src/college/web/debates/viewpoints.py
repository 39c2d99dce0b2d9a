"""Viewpoints: their equal columns, one viewpoint's page, proposing and rewording."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from college.debates.actions import viewpoints as actions
from college.debates.permissions import allows
from college.debates.queries import (
    delegates,
    holdings,
    mergers,
    objections,
    questions,
    viewpoints,
)
from college.debates.rules import addresses
from college.debates.rules.openings import Opening
from college.ground.act import Act
from college.record.charters import charter_in_force
from college.web.acts import member_of
from college.web.debates import finding
from college.web.debates.openings import for_stage
from college.web.debates.sheets import permit, sheet
from college.web.prose import line, shown
from college.web.public_cache import public

if TYPE_CHECKING:
    from college.debates.models import Debate, QuestionWording

_LONGEST = 20_000
#: Holders that the page of a viewpoint names, the earliest first; a figure is never given.
_NAMED = 200


class ViewpointForm(forms.Form):
    """Name and statement."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=_LONGEST,
        help_text=gettext_lazy("A few words its holders would use for it themselves."),
    )
    statement = forms.CharField(
        label=gettext_lazy("Statement"),
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy(
            "The viewpoint in its strongest form, in the words of those who hold it: a sentence of ten"
            " words or more. Every viewpoint has the same room."
        ),
    )


class RewordForm(ViewpointForm):
    """Other words; ``seen`` is the number of the wording they were written over."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


def columns(debate: "Debate", found: list[viewpoints.Shown]) -> list[dict[str, object]]:
    """Viewpoints as ``parts/viewpoint_columns.html`` takes them, in the order given. No query."""
    return [
        {
            "letter": one.letter,
            "name": line(one.wording.name),
            "url": addresses.viewpoint(debate.slug, one.viewpoint.public_id),
            "html": shown(one.wording.statement),
            "delegate_name": one.delegate.member.public_name if one.delegate else "",
            "delegate_url": f"/members/{one.delegate.member.public_id}/" if one.delegate else "",
        }
        for one in found
    ]


@public
@require_safe
def viewpoint_page(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """One viewpoint: its statement, who speaks for it, who holds it, every wording it has had."""
    asked = questions.asked(slug)
    if asked is None:
        return finding.moved(request, slug)
    wording = finding.viewpoint(asked.debate, public_id)
    viewpoint = wording.viewpoint
    holders = list(holdings.holders(viewpoint)[: _NAMED + 1])
    member = member_of(request)
    offers = list(delegates.offered(viewpoint))
    context = {
        "asked": asked,
        "debate": asked.debate,
        "viewpoint": viewpoint,
        "wording": wording,
        "wordings": viewpoints.wordings(viewpoint),
        "delegates": delegates.of_viewpoint(viewpoint),
        "offers": offers,
        "objectable": [
            one for one in offers if member is None or allows("may_object_to_delegate", member, one)
        ],
        "may_reword": allows("may_reword_viewpoint", member, viewpoint),
        "may_object": viewpoint.admitted_at is None
        and (member is None or allows("may_object_to_viewpoint", member, viewpoint)),
        "holders": holders[:_NAMED],
        "more_holders": len(holders) > _NAMED,
        "mergers": mergers.of_viewpoint(viewpoint),
        "splits": mergers.splits_of(viewpoint),
        "made_by": mergers.split_that_made(viewpoint),
        "may_ask_split": allows("may_ask_split", member, viewpoint),
        "objections": [o for o in objections.about(asked.debate) if o.viewpoint_id == viewpoint.pk],
        "trail": trail(asked),
    }
    return render(request, "debates/viewpoint.html", context)


@require_http_methods(["GET", "POST"])
@for_stage(Opening.PROPOSE_VIEWPOINT)
def propose(request: HttpRequest, slug: str) -> HttpResponse:
    """Propose a viewpoint."""
    asked = finding.asked(slug)
    permit(request, "may_propose_viewpoint", asked.debate)

    def do(act: Act, given: dict[str, Any]) -> str:
        viewpoint = actions.propose_viewpoint(act, asked.debate, **given)
        return addresses.viewpoint(slug, viewpoint.public_id)

    return sheet(
        request,
        ViewpointForm(request.POST or None),
        do,
        done=_("The viewpoint is proposed. Its notice has begun."),
        title=_("Propose a viewpoint"),
        intro=_(
            "Unless you hold another one, you hold it from now on. After a notice it is admitted if"
            " somebody holds it and nobody objects."
        ),
        about=asked.text,
        send=_("Propose it"),
        counted="statement",
        most=charter_in_force().lengths.viewpoint_statement,
        key=f"viewpoint.{asked.debate.public_id}",
        trail=trail(asked),
        back=addresses.debate(slug),
    )


@require_http_methods(["GET", "POST"])
def reword(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Revise a viewpoint's words."""
    asked = finding.asked(slug)
    wording = finding.viewpoint(asked.debate, public_id)
    permit(request, "may_reword_viewpoint", wording.viewpoint)
    kept = {
        "name": wording.name.words,
        "statement": wording.statement.words,
        "seen": wording.number,
    }

    def do(act: Act, given: dict[str, Any]) -> str:
        actions.reword_viewpoint(act, wording.viewpoint, **given)
        return addresses.viewpoint(slug, public_id)

    return sheet(
        request,
        RewordForm(request.POST or None, initial=kept),
        do,
        done=_("The new words stand. The old ones stay readable."),
        title=_("Reword the viewpoint"),
        send=_("Give it these words"),
        counted="statement",
        most=charter_in_force().lengths.viewpoint_statement,
        key=f"viewpoint.{public_id}",
        trail=[*trail(asked), (line(wording.name), addresses.viewpoint(slug, public_id))],
        back=addresses.viewpoint(slug, public_id),
    )


def trail(asked: "QuestionWording") -> list[tuple[str, str]]:
    """The way to a page below a debate."""
    return [(_("Debates"), "/debates/"), (line(asked.text), addresses.debate(asked.debate.slug))]
