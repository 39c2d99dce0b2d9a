"""Offer a control case: a text that nobody published, for the audit of the panels."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from college.committees.rules.tally import Choice
from college.debates.actions.controls import offer_control
from college.debates.queries import viewpoints
from college.debates.rules import addresses
from college.debates.rules.grounds import Ground
from college.ground.act import Act
from college.web.debates import finding, saying
from college.web.debates.sheets import permit, sheet
from college.web.debates.viewpoints import trail
from college.web.debates.words.grounds import GROUNDS
from college.web.prose import line

_ANSWERS = (
    (Choice.GRANT.value, gettext_lazy("It breaks the rule, beyond doubt")),
    (Choice.KEEP.value, gettext_lazy("It looks like it, and does not break the rule")),
)


class ControlForm(forms.Form):
    """The words, the rule, the answer, and whose text it is made out to be."""

    words = saying.words_field(
        gettext_lazy("The text"),
        help_text=gettext_lazy(
            "Written for this, and published nowhere. It becomes public once it has been used."
        ),
    )
    rule = forms.ChoiceField(
        label=gettext_lazy("Which rule is applied?"),
        choices=[(ground.value, words.name) for ground, words in GROUNDS.items()],
    )
    answer = forms.ChoiceField(
        label=gettext_lazy("What is the right answer?"), widget=forms.RadioSelect, choices=_ANSWERS
    )
    sides = forms.MultipleChoiceField(
        label=gettext_lazy("Whose text is it made out to be?"),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "With two, the same words are judged twice, with either side: a difference is the panels’."
        ),
    )

    def __init__(self, *args: Any, sides: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sides"].choices = sides  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
def offer(request: HttpRequest, slug: str) -> HttpResponse:
    """A steward offers; panels of all viewpoints certify, without being told the answer."""
    asked = finding.asked(slug)
    permit(request, "may_offer_control", asked.debate)
    found = {
        one.viewpoint.public_id: one for one in viewpoints.shown(asked.debate) if one.is_admitted
    }

    def do(act: Act, given: dict[str, Any]) -> str:
        offer_control(
            act,
            asked.debate,
            words=given["words"],
            rule=Ground(given["rule"]).value,
            answer=Choice(given["answer"]),
            sides=[found[public_id].viewpoint for public_id in given["sides"]],
        )
        return f"{addresses.debate(slug)}take-part/settings/"

    sides = [(key, f"{one.letter}: {line(one.wording.name)}") for key, one in found.items()]
    return sheet(
        request,
        ControlForm(request.POST or None, sides=sides),
        do,
        done=_(
            "Offered. Panels of all viewpoints judge it first; then it is mixed in among cases."
        ),
        title=_("Offer a control case"),
        intro=_(
            "Control cases show whether panels judge alike whoever wrote a text. Nobody who certified one"
            " judges it again, and nothing follows for anybody’s text."
        ),
        send=_("Offer it"),
        key=f"control.{slug}",
        trail=trail(asked),
        back=f"{addresses.debate(slug)}take-part/settings/",
    )
