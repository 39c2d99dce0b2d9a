"""A viewpoint's delegate says, sentence by sentence, whether a summary is fair; its editors answer."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from college.ground.act import Act
from college.record.charters import charter_in_force
from college.summaries import permissions
from college.summaries.actions import attestations as actions
from college.summaries.queries import attestations, editors, versions
from college.summaries.queries.reading import reading
from college.summaries.rules import addresses
from college.summaries.rules.life import Fairness
from college.web.acts import act_of, member_of, now
from college.web.debates import finding as debates
from college.web.debates import saying
from college.web.debates.sheets import sheet
from college.web.summaries.finding import trail
from college.web.words import word

if TYPE_CHECKING:
    from college.debates.models import Debate, Viewpoint
    from college.people.models import Member
    from college.summaries.models import Version
    from college.summaries.queries.reading import Line
    from college.summaries.queries.said import Attested

#: Where a statement's id would stand, of the whole.
WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Row:
    """A statement, or the whole (no ``line``), with what the member's own viewpoint says of it."""

    key: str
    line: "Line | None"
    own: "Attested | None"
    others: tuple["Attested", ...]


class AttestationForm(forms.Form):
    """One of three answers; the two that say more than "fair" say it in a comment."""

    fairness = forms.ChoiceField(
        label=gettext_lazy("For your viewpoint, this is"),
        choices=(),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose one of the three.")},
    )
    comment = saying.words_field(
        gettext_lazy("Your comment"),
        rows=4,
        required=False,
        help_text=gettext_lazy(
            "It stands beside the sentence, under your name. Leave it empty with “fair”."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fairness"].choices = [  # type: ignore[attr-defined]
            (one.value, word(one)) for one in Fairness
        ]


class AnswerForm(forms.Form):
    text = saying.words_field(
        gettext_lazy("The editors’ answer"),
        rows=4,
        help_text=gettext_lazy("It stands under what it answers, once, under your name."),
    )


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """The version that is out, or the certified one, with what each viewpoint says of it.
    Some thirty queries."""
    act_of(request)
    asked = debates.asked(slug)
    version = _version(asked.debate)
    member = member_of(request)
    own = _spoken_for(member, version)
    read = reading(version, now=now())
    key = own.public_id if own is not None else ""
    context = {
        "asked": asked,
        "debate": asked.debate,
        "version": version,
        "until": version.summary.until,
        "trail": trail(asked, version),
        "own": next((one for one in read.viewpoints if one.public_id == key), None),
        "whole": _row(WHOLE, None, read.whole, key),
        "parts": [
            (part, [_row(line.statement, line, line.attested, key) for line in part.lines])
            for part in read.parts
        ],
        "is_editor": member is not None
        and editors.ever_seated(version.summary).filter(member=member).exists(),
    }
    return render(request, "summaries/attest.html", context)


@require_http_methods(["GET", "POST"])
def say(request: HttpRequest, slug: str, statement: str) -> HttpResponse:
    """Say of one statement, or of the whole, whether it is fair."""
    act_of(request)
    asked = debates.asked(slug)
    version = _version(asked.debate)
    member = member_of(request)
    permissions.require("may_attest", member, version)
    row = version.statements.filter(statement=statement).select_related("text").first()
    if row is None and statement != WHOLE:
        raise Http404
    viewpoint = _spoken_for(member, version)
    before = (
        attestations.own(version, viewpoint).get(row.statement if row else "")
        if viewpoint is not None
        else None
    )
    here = f"{addresses.attest(slug)}#s-{statement}"

    def do(act: Act, given: dict[str, Any]) -> str:
        of = row.statement if row else ""
        actions.attest(
            act, version, statement=of, fairness=given["fairness"], comment=given["comment"]
        )
        return here

    initial = {
        "fairness": before.fairness if before else request.GET.get("fairness", ""),
        "comment": before.comment.words if before and before.comment else "",
    }
    return sheet(
        request,
        AttestationForm(request.POST or None, initial=initial),
        do,
        done=_("It stands for your viewpoint."),
        title=_("Is this sentence fair?") if row else _("Is this summary fair, as a whole?"),
        intro=_(
            "Fair means: somebody who holds your viewpoint would let it stand, though they might have "
            "said it otherwise."
        ),
        about=row.text if row else None,
        send=_("Say so for the viewpoint"),
        counted="comment",
        most=charter_in_force().lengths.attestation,
        key=f"attest.{version.public_id}.{statement}",
        trail=[*trail(asked, version), (_("Is it fair?"), addresses.attest(slug))],
        back=here,
    )


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """An editor answers what a delegate said."""
    act_of(request)
    asked = debates.asked(slug)
    row = attestations.by_id(public_id)
    if row is None or row.version.summary.debate_id != asked.debate.pk:
        raise Http404
    permissions.require("may_answer_attestation", member_of(request), row)
    here = f"{addresses.attest(slug)}#a-{row.public_id}"

    def do(act: Act, given: dict[str, Any]) -> str:
        actions.answer(act, row, text=given["text"])
        return here

    return sheet(
        request,
        AnswerForm(request.POST or None),
        do,
        done=_("The answer stands under what it answers."),
        title=_("Answer for the editors"),
        about=row.comment,
        send=_("Answer"),
        counted="text",
        most=charter_in_force().lengths.attestation,
        key=f"answer.{row.public_id}",
        trail=[*trail(asked, row.version), (_("Is it fair?"), addresses.attest(slug))],
        back=here,
    )


def _version(debate: "Debate") -> "Version":
    """The candidate while it is out, otherwise the certified version."""
    certified = versions.newest_certified(debate)
    candidate = versions.out(debate)
    found = candidate or certified
    if found is None:
        raise Http404
    return found


def _spoken_for(member: "Member | None", version: "Version") -> "Viewpoint | None":
    if member is None or not permissions.allows("may_attest", member, version):
        return None
    return attestations.spoken_for(member, version)


def _row(key: str, line: "Line | None", said: tuple["Attested", ...], own: str) -> Row:
    mine = next((one for one in said if one.viewpoint.public_id == own), None)
    return Row(key, line, mine, tuple(one for one in said if one is not mine))
