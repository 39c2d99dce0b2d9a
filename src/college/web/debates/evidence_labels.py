"""Ask that a label stand beside a piece of evidence."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from college.debates.actions.evidence_labels import ask_label
from college.debates.rules import addresses
from college.ground.act import Act
from college.web.debates import saying
from college.web.debates.sheets import permit, sheet
from college.web.debates.words.rules import LABELS


class LabelForm(forms.Form):
    """The word, and how others can see that it holds."""

    word = forms.ChoiceField(
        label=gettext_lazy("What did you find?"),
        widget=forms.RadioSelect,
        choices=[(label.value, text) for label, (_name, text) in LABELS.items()],
    )
    reason = saying.words_field(
        gettext_lazy("How can others see it?"),
        rows=3,
        help_text=gettext_lazy("Public, with your name. Say where you looked and what you found."),
    )


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Ask for a label."""
    row = saying.found(slug, public_id)
    permit(request, "may_ask_label", row)

    def do(act: Act, given: dict[str, Any]) -> str:
        ask_label(act, row, **given)
        return addresses.contribution(slug, public_id)

    return sheet(
        request,
        LabelForm(request.POST or None),
        do,
        template="debates/saying.html",
        done=_("Panels drawn by lot will look. The evidence stays in any case."),
        title=_("Something about this source does not hold"),
        intro=_(
            "A label says what became of a quotation or a source. It stands beside the evidence and never"
            " removes it; what the evidence shows is for the debate."
        ),
        send=_("Ask for the label"),
        around=lambda: saying.surroundings(row) | {"key": f"label.{public_id}"},
    )
