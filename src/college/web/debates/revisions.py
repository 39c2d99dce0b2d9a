"""Reword, limit, replace and withdraw one's own texts; confirm links to texts of others."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from college.debates import permissions
from college.debates.actions.arguments import add_argument
from college.debates.actions.claims import add_claim
from college.debates.actions.definitions import add_definition
from college.debates.actions.links import confirm_link
from college.debates.actions.qualifications import qualify
from college.debates.actions.revisions import revise
from college.debates.actions.withdrawals import withdraw
from college.debates.queries import contributions
from college.debates.rules import addresses
from college.debates.rules.kinds import Kind, LinkKind
from college.ground.act import Act
from college.web.acts import member_of
from college.web.debates import saying
from college.web.debates.sheets import press, sheet

if TYPE_CHECKING:
    from college.debates.models import Contribution

#: What can be replaced on a page of its own. Evidence is brought anew.
REPLACEABLE = {Kind.CLAIM, Kind.ARGUMENT, Kind.DEFINITION, Kind.QUALIFICATION}


class WordsForm(saying.Saying):
    """Other words for a text. An argument's may be empty: its reasons can speak for themselves."""

    text = saying.words_field(gettext_lazy("The text"), rows=6)

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].required = kind != Kind.ARGUMENT
        if kind == Kind.CLAIM:
            saying.say_length(self.fields["text"])


class RevisionForm(WordsForm):
    """``seen`` is the number of the wording they were written over."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class WithdrawalForm(forms.Form):
    """Why a text is withdrawn, for those who wonder."""

    reason = saying.words_field(gettext_lazy("Why, if you want to say it"), rows=3, required=False)


@require_http_methods(["GET", "POST"])
def limit(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Say where a claim or an argument holds, and where not."""
    row = saying.found(slug, public_id)

    def do(act: Act, given: dict[str, Any]) -> str:
        said = qualify(
            act, row, text=given["text"], quotes=saying.spans(given), token=given["token"]
        )
        return addresses.contribution(slug, said.public_id)

    return sheet(
        request,
        WordsForm(request.POST or None, initial=saying.fresh(request), kind=Kind.QUALIFICATION),
        do,
        template="debates/saying.html",
        done=_("The limit stands in the debate."),
        title=_("Where does it hold, and where not?"),
        send=_("Say so"),
        around=lambda: saying.surroundings(row),
    )


@require_http_methods(["GET", "POST"])
def reword(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Another wording of the same meaning."""
    row = saying.found(slug, public_id)
    permissions.require("may_revise", member_of(request), row)
    kept = {"text": contributions.head_words(row), "seen": row.head}

    def do(act: Act, given: dict[str, Any]) -> str:
        revise(act, row, text=given["text"], expected=given["seen"])
        return addresses.contribution(slug, public_id)

    return sheet(
        request,
        RevisionForm(request.POST or None, initial=kept, kind=row.kind),
        do,
        template="debates/saying.html",
        done=_("The new wording stands. The old one stays readable."),
        title=_("Reword this text"),
        intro=_(
            "For corrections that leave the meaning as it is. If you mean something else now, put a new"
            " text in its place."
        ),
        send=_("Save this wording"),
        around=lambda: saying.surroundings(row),
    )


@require_http_methods(["GET", "POST"])
def replace(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """A new text in the place of an old one whose meaning changes."""
    row = saying.found(slug, public_id)
    if row.kind not in REPLACEABLE:
        raise Http404
    permissions.require("may_succeed", member_of(request), row)
    kept = saying.fresh(request, text=contributions.head_words(row))

    def do(act: Act, given: dict[str, Any]) -> str:
        new = _successor(act, row, given["text"], given["token"])
        return addresses.contribution(slug, new.public_id)

    return sheet(
        request,
        WordsForm(request.POST or None, initial=kept, kind=row.kind),
        do,
        template="debates/saying.html",
        done=_("The new text stands, with a link to the old one and from it."),
        title=_("Put something else in its place"),
        intro=_("The old text stays to be read, and what was said about it stays with it."),
        send=_("Put it there"),
        around=lambda: saying.surroundings(row),
    )


def _successor(act: Act, row: "Contribution", text: str, token: str) -> "Contribution":
    debate = row.debate
    if row.kind == Kind.CLAIM:
        return add_claim(act, debate, form=row.form, text=text, succeeds=row, token=token)
    if row.kind == Kind.DEFINITION:
        term = row.headword.words if row.headword else row.term
        return add_definition(act, debate, term=term, text=text, succeeds=row, token=token)
    ends = contributions.targets(row)
    if row.kind == Kind.QUALIFICATION:
        return qualify(act, ends[LinkKind.LIMITS][0], text=text, succeeds=row, token=token)
    return add_argument(
        act,
        debate,
        form=row.form,
        premises=ends[LinkKind.PREMISE],
        conclusion=ends[LinkKind.CONCLUSION][0],
        text=text,
        succeeds=row,
        token=token,
    )


@require_http_methods(["GET", "POST"])
def take_back(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Withdraw a text of one's own."""
    row = saying.found(slug, public_id)
    permissions.require("may_withdraw", member_of(request), row)

    def do(act: Act, given: dict[str, Any]) -> str:
        withdraw(act, row, reason=given["reason"])
        return addresses.contribution(slug, public_id)

    return sheet(
        request,
        WithdrawalForm(request.POST or None),
        do,
        template="debates/saying.html",
        done=_("The text is withdrawn, and its words are erased."),
        title=_("Withdraw this text"),
        intro=_(
            "Its words are erased for ever. Its place stays, with the day, and so does what others said"
            " about it."
        ),
        send=_("Withdraw it"),
        around=lambda: saying.surroundings(row),
    )


@require_POST
def confirm(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """A link of one's own text holds for the new wording of what it points to."""
    link = contributions.find_link(slug, public_id)
    if link is None:
        raise Http404

    def do(act: Act) -> str:
        return addresses.contribution(slug, confirm_link(act, link).source.public_id)

    return press(request, do, done=_("The reference holds for the new wording."))
