"""What the forms of the dialogue share: a token against sending twice, exact words, what it is about."""

import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404, HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from college.debates.actions.claims import NewClaim
from college.debates.queries import contributions, thread
from college.debates.rules import addresses, quoting
from college.debates.rules.kinds import ClaimForm
from college.debates.rules.links import Span
from college.debates.rules.posting import SourceLine
from college.ground.refusals import Refusal
from college.record.charters import charter_in_force
from college.web.acts import now
from college.web.debates import finding, threads
from college.web.debates.viewpoints import trail

if TYPE_CHECKING:
    from college.debates.models import Contribution, QuestionWording

LONGEST = 20_000  # refused in words by the rules; this only keeps whole books out

#: The kinds of claim, as a person would say it.
CLAIM_FORMS = [
    (ClaimForm.FACTUAL.value, _("It says what is, or was, the case")),
    (ClaimForm.PREDICTIVE.value, _("It says what will happen")),
    (ClaimForm.VALUE.value, _("It says what is good, fair or owed to somebody")),
    (ClaimForm.POLICY.value, _("It says what should be done")),
    (ClaimForm.DEFINITIONAL.value, _("It says what a word means, or should mean")),
]


class Saying(forms.Form):
    """``token``: one sending of one form. ``quote``: passages or remarks as ``id,start,end``, by spaces."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=32, required=False)
    quote = forms.CharField(widget=forms.HiddenInput, max_length=2000, required=False)

    #: Fields that hold one claim each: how long it may be is said before anything is sent.
    CLAIMS: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.CLAIMS:
            say_length(self.fields[name])


class SourceFields(forms.Form):
    """Where exact words come from."""

    quotation = forms.CharField(
        label=_("The exact words"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Copied letter for letter, so that others can find them."),
    )
    title = forms.CharField(
        label=_("Source"),
        max_length=LONGEST,
        help_text=_("The title of the report, article, law, table, book or recording."),
    )
    locator = forms.CharField(
        label=_("Where in it"),
        max_length=LONGEST,
        help_text=_("A page, paragraph, table or minute, such as “p. 12”."),
    )
    author = forms.CharField(label=_("Who wrote or made it"), max_length=LONGEST, required=False)
    publisher = forms.CharField(label=_("Who published it"), max_length=LONGEST, required=False)
    date = forms.CharField(label=_("When"), max_length=LONGEST, required=False)
    url = forms.CharField(
        label=_("Its address on the web"),
        max_length=LONGEST,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )


def say_length(field: forms.Field) -> None:
    """Add to a field's help how long a claim may be. One query."""
    most = charter_in_force().lengths.claim
    told = ngettext("At most %(n)s character.", "At most %(n)s characters.", most) % {"n": most}
    field.help_text = f"{field.help_text} {told}".strip()


def words_field(
    label: str | Promise, *, rows: int = 5, required: bool = True, help_text: Any = ""
) -> forms.CharField:
    """A field for prose."""
    return forms.CharField(
        label=label,
        max_length=LONGEST,
        required=required,
        widget=forms.Textarea(attrs={"rows": rows}),
        help_text=help_text,
    )


def claim_form_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("What kind of sentence is it?"),
        choices=CLAIM_FORMS,
        initial=ClaimForm.FACTUAL.value,
        widget=forms.RadioSelect,
    )


def fresh(request: HttpRequest, **initial: object) -> dict[str, object]:
    """What a form starts with."""
    return {"token": secrets.token_urlsafe(15), "quote": request.GET.get("quote", ""), **initial}


def spans(given: dict[str, Any]) -> list[Span]:
    """Exact words that a contribution starts from; what has not their shape is left out."""
    found = []
    for part in given["quote"].split():
        with suppress(Refusal):
            found.append(quoting.read(part))
    return found


def source_line(given: dict[str, Any]) -> SourceLine:
    return SourceLine(**{name: given[name] for name in SourceLine.__slots__})


def new_claim(given: dict[str, Any], words: str = "reason", form: str = "form") -> NewClaim:
    return NewClaim(form=given[form], text=given[words])


def found(slug: str, public_id: str) -> "Contribution":
    """The contribution an address names, or a 404. One query."""
    row = contributions.find(slug, public_id)
    if row is None:
        raise Http404
    return row


def surroundings(row: "Contribution") -> dict[str, object]:
    """What a form about a contribution shows of it: itself, the way there, lengths. Ten queries."""
    item = thread.by_ids([row.public_id], now=now())[row.public_id]
    target = threads.line(item)
    return {
        "target": target,
        "parts": [
            threads.line(link.other)
            for link in contributions.links_of(row, now=now())
            if link.relation in {"premise", "conclusion"}
        ],
        "trail": [*trail(finding.asked(row.debate.slug)), (target.label, item.url)],
        "back": item.url,
        "key": f"{row.public_id}",
        "lengths": charter_in_force().lengths,
    }


def around(asked: "QuestionWording") -> dict[str, object]:
    """What a form about a whole debate shows. One query."""
    return {
        "trail": trail(asked),
        "back": addresses.debate(asked.debate.slug),
        "lengths": charter_in_force().lengths,
    }
