"""Ask that an office end or a member be suspended; read of a suspension; appeal it."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from college.administration import queries
from college.administration.actions import removals, sanctions
from college.administration.actions.provisional import ask_again
from college.administration.permissions import allows, require
from college.administration.rules.grounds import RemovalGround, SanctionGround
from college.committees.queries.cases import by_id
from college.ground.act import Act
from college.people.queries import member_by_id, stewards
from college.web.acts import act_of, member_of
from college.web.administration.words import WORDS
from college.web.debates.sheets import press, sheet
from college.web.public_cache import public

if TYPE_CHECKING:
    from college.administration.models import Sanction

_LONGEST = 20_000


class ReasonForm(forms.Form):
    """A ground of the closed list, and what happened."""

    ground = forms.ChoiceField(label=gettext_lazy("Ground"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=gettext_lazy("What happened"),
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("Panels read it. Name no person: they judge without names."),
    )


class RemovalForm(ReasonForm):
    """Why an office should end."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.fields["ground"].choices = WORDS[RemovalGround].items()  # type: ignore[attr-defined]


class SanctionForm(ReasonForm):
    """Why a member should be suspended, and for how long."""

    days = forms.IntegerField(label=gettext_lazy("Days"), min_value=1)

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.fields["ground"].choices = WORDS[SanctionGround].items()  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
def removal(request: HttpRequest, term: str) -> HttpResponse:
    """Ask that a term of office end."""
    found = stewards().filter(public_id=term).first()
    if found is None:
        raise Http404
    act_of(request)
    require("may_ask_removal", member_of(request), found)

    def do(act: Act, given: dict[str, Any]) -> str:
        ground = RemovalGround(given.pop("ground"))
        removals.ask_removal(act, found, ground=ground, **given)
        return "/administration/"

    return sheet(
        request,
        RemovalForm(request.POST or None),
        do,
        done=_("Panels are asked. The office goes on until a verdict takes effect."),
        title=_("Ask that an office end"),
        intro=_("Three panels, and a larger one if they differ, decide; never one person."),
        send=_("Ask panels"),
        key=f"removal.{term}",
        back="/administration/",
    )


@require_http_methods(["GET", "POST"])
def ask_sanction(request: HttpRequest, public_id: str) -> HttpResponse:
    """Ask that a member be suspended."""
    member = member_by_id(public_id)
    if member is None:
        raise Http404
    act_of(request)
    require("may_ask_sanction", member_of(request), member)

    def do(act: Act, given: dict[str, Any]) -> str:
        ground = SanctionGround(given.pop("ground"))
        made = sanctions.ask_sanction(act, member, ground=ground, **given)
        return f"/administration/sanctions/{made.public_id}/"

    return sheet(
        request,
        SanctionForm(request.POST or None),
        do,
        done=_("Panels are asked. The member takes part as before until a verdict takes effect."),
        title=_("Ask for a suspension"),
        intro=_("Panels decide. A suspension lifts by itself and can be appealed once."),
        send=_("Ask panels"),
        key=f"sanction.{public_id}",
        back=f"/members/{public_id}/",
    )


@public
@require_safe
def sanction(request: HttpRequest, public_id: str) -> HttpResponse:
    """One suspension: who, why, for how long, and how it stands."""
    found = _found(public_id)
    context = {
        "sanction": found,
        "may_appeal": found.began_at is not None
        and found.ended == ""
        and allows("may_appeal_sanction", member_of(request), found),
    }
    return render(request, "administration/sanction.html", context)


@require_POST
def appeal(request: HttpRequest, public_id: str) -> HttpResponse:
    """The suspended member asks for the review."""
    found = _found(public_id)

    def do(act: Act) -> str:
        sanctions.appeal_sanction(act, found)
        return f"/administration/sanctions/{public_id}/"

    return press(request, do, done=_("A fresh, larger panel will look at it."))


@require_POST
def again(request: HttpRequest, public_id: str) -> HttpResponse:
    """Somebody whom a provisional verdict concerns asks for lawful panels."""
    case = by_id(public_id)
    if case is None:
        raise Http404

    def do(act: Act) -> str:
        ask_again(act, case)
        return f"/committees/cases/{public_id}/"

    return press(request, do, done=_("Panels will try it again."))


def _found(public_id: str) -> "Sanction":
    found = queries.sanction(public_id)
    if found is None:
        raise Http404
    return found
