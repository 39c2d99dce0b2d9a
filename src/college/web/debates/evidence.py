"""Bring a source: its exact words, where they stand, and what they show."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from college.debates.actions.evidence import add_evidence
from college.debates.rules import addresses
from college.debates.rules.kinds import EvidenceForm as Form
from college.debates.rules.openings import Opening
from college.ground.act import Act
from college.web.debates import saying
from college.web.debates.openings import for_stage
from college.web.debates.sheets import sheet


class EvidenceForm(saying.SourceFields, saying.Saying):
    """A source and what it shows."""

    form = forms.ChoiceField(
        label=gettext_lazy("What does the source do here?"),
        choices=[
            (Form.FOR.value, gettext_lazy("It speaks for this")),
            (Form.AGAINST.value, gettext_lazy("It speaks against this")),
            (Form.CONTEXT.value, gettext_lazy("It gives context, neither for nor against")),
        ],
        initial=Form.FOR.value,
        widget=forms.RadioSelect,
    )
    text = saying.words_field(
        gettext_lazy("What it shows, and what it does not"), rows=4, required=False
    )


@require_http_methods(["GET", "POST"])
@for_stage(Opening.SAY)
def bring(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Add evidence that bears on a claim or an argument."""
    row = saying.found(slug, public_id)

    def do(act: Act, given: dict[str, Any]) -> str:
        evidence = add_evidence(
            act,
            row.debate,
            bears_on=row,
            form=given["form"],
            source=saying.source_line(given),
            quotation=given["quotation"],
            text=given["text"],
            quotes=saying.spans(given),
            token=given["token"],
        )
        return addresses.contribution(slug, evidence.public_id)

    return sheet(
        request,
        EvidenceForm(request.POST or None, initial=saying.fresh(request)),
        do,
        template="debates/saying.html",
        done=_("The source stands in the debate."),
        title=_("Bring a source"),
        intro=_("What the source says is kept apart from what it is said to show."),
        send=_("Bring it"),
        around=lambda: saying.surroundings(row),
    )
