"""New evidence on what a debate turns on: bring it, object to opening the debate again, appeal."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from college.debates.queries import questions
from college.debates.queries.sources import SourceRead, line_of
from college.debates.rules.kinds import EvidenceForm
from college.ground.act import Act
from college.summaries import permissions
from college.summaries.actions import reopening as actions
from college.summaries.queries import cruxes
from college.summaries.rules import addresses
from college.web.acts import act_of, member_of
from college.web.debates import finding, saying
from college.web.debates.sheets import press, sheet
from college.web.prose import shown
from college.web.public_cache import public
from college.web.summaries.turns import below


class ReopeningForm(saying.SourceFields):
    """A source, what it does, and why the debate should be opened for it."""

    form = forms.ChoiceField(
        label=gettext_lazy("What does the source do here?"),
        choices=[
            (EvidenceForm.FOR.value, gettext_lazy("It speaks for the claim")),
            (EvidenceForm.AGAINST.value, gettext_lazy("It speaks against the claim")),
            (EvidenceForm.CONTEXT.value, gettext_lazy("It gives context, neither for nor against")),
        ],
        initial=EvidenceForm.CONTEXT.value,
        widget=forms.RadioSelect,
    )
    reason = saying.words_field(
        gettext_lazy("Why should the debate be opened again for it?"),
        rows=4,
        help_text=gettext_lazy(
            "What it shows that was not before the debate. Public, with your name."
        ),
    )


class ObjectionForm(forms.Form):
    reason = saying.words_field(
        gettext_lazy("Why is it no new evidence on this claim?"),
        rows=4,
        help_text=gettext_lazy("Panels read it. Public, with your name."),
    )


@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Bring new evidence on a crux."""
    asked = finding.asked(slug)
    crux = finding.or_404(cruxes.at(slug, public_id))
    act_of(request)
    permissions.require("may_propose_reopening", member_of(request), crux)

    def do(act: Act, given: dict[str, Any]) -> str:
        made = actions.propose_reopening(
            act,
            crux,
            form=given["form"],
            source=saying.source_line(given),
            quotation=given["quotation"],
            reason=given["reason"],
        )
        return addresses.reopening(slug, made.public_id)

    return sheet(
        request,
        ReopeningForm(request.POST or None),
        do,
        done=_("It is proposed. Its notice has begun."),
        title=_("Bring new evidence"),
        intro=_(
            "Unless somebody objects, the debate is opened again when the notice is over, and what you "
            "bring stands in it."
        ),
        about=crux.pinned.text,
        send=_("Bring it"),
        key=f"reopening.{public_id}",
        trail=[*below(asked), (_("What it turns on"), addresses.turns(slug))],
        back=addresses.turns(slug),
    )


@public
@require_safe
def page(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """One proposal to open the debate again: what was brought, and what became of it."""
    asked = questions.asked(slug)
    if asked is None:
        return finding.moved(request, slug)
    row = finding.or_404(cruxes.reopening_at(slug, public_id))
    member = member_of(request)
    context = {
        "asked": asked,
        "debate": asked.debate,
        "row": row,
        "claim": shown(row.crux.pinned.text),
        "source": SourceRead(line_of(row.source.words), row.quotation.words),
        "reason": shown(row.reason),
        "objection": shown(row.objection) if row.objection else "",
        "answer": shown(row.answer) if row.answer else "",
        "may_object": row.state == "noticed"
        and (member is None or permissions.allows("may_object_to_reopening", member, row)),
        "may_appeal": permissions.allows("may_appeal_reopening", member, row),
        "trail": [*below(asked), (_("What it turns on"), addresses.turns(slug))],
    }
    return render(request, "summaries/reopening.html", context)


@require_http_methods(["GET", "POST"])
def object_to(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Object while the notice runs."""
    asked = finding.asked(slug)
    row = finding.or_404(cruxes.reopening_at(slug, public_id))
    act_of(request)
    permissions.require("may_object_to_reopening", member_of(request), row)

    def do(act: Act, given: dict[str, Any]) -> str:
        actions.object_to_reopening(act, row, reason=given["reason"])
        return addresses.reopening(slug, public_id)

    return sheet(
        request,
        ObjectionForm(request.POST or None),
        do,
        done=_("A case decides whether the debate is opened again."),
        title=_("Object to opening the debate again"),
        about=row.reason,
        send=_("Object"),
        key=f"reopening.{public_id}",
        trail=[*below(asked), (_("New evidence"), addresses.reopening(slug, public_id))],
        back=addresses.reopening(slug, public_id),
    )


@require_POST
def appeal(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """The one who brought it appeals: one click."""
    row = finding.or_404(cruxes.reopening_at(slug, public_id))

    def do(act: Act) -> str:
        actions.appeal_reopening(act, row)
        return addresses.reopening(slug, public_id)

    return press(request, do, done=_("A fresh and larger panel will hear it."))
