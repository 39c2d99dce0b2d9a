"""What a steward sets in a debate: dates further ahead, the subject, the address. Never content."""

from datetime import UTC
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from college.debates import permissions
from college.debates.actions.questions import file_question, rename_debate
from college.debates.actions.stages import set_dates
from college.debates.actions.subjects import LONGEST_NAME, add_subject
from college.debates.queries import questions
from college.debates.rules import addresses
from college.ground.act import Act
from college.web.acts import member_of
from college.web.debates import finding
from college.web.debates.sheets import permit, sheet
from college.web.debates.viewpoints import trail

if TYPE_CHECKING:
    from college.debates.models import Debate


class MomentField(forms.DateTimeField):
    """A moment in UTC, as the pages show them."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def to_python(self, value: object) -> Any:
        found = super().to_python(value)
        return found if found is None else found.replace(tzinfo=UTC)


class DatesForm(forms.Form):
    """The dates that are still ahead, and why they move."""

    open_at = MomentField(label=gettext_lazy("Opens (UTC)"), required=False)
    closing_at = MomentField(label=gettext_lazy("Takes answers only from (UTC)"), required=False)
    closed_at = MomentField(label=gettext_lazy("Is closed (UTC)"), required=False)
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Public, with your name."),
    )


class SubjectForm(forms.Form):
    """The subject a question is listed under."""

    subject = forms.ChoiceField(label=gettext_lazy("Subject"))


class AddressForm(forms.Form):
    """Another address."""

    slug = forms.CharField(
        label=gettext_lazy("Address"),
        max_length=200,
        help_text=gettext_lazy("Lower-case letters, digits and hyphens. Former addresses lead on."),
    )


class NewSubjectForm(forms.Form):
    """A new subject."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=LONGEST_NAME)


@require_safe
def settings_page(request: HttpRequest, slug: str) -> HttpResponse:
    """What a steward can set here."""
    asked = finding.asked(slug)
    member = member_of(request)
    permit(request, "may_rename_debate", asked.debate)
    context = {
        "asked": asked,
        "debate": asked.debate,
        "may_set_dates": permissions.allows("may_set_dates", member, asked.debate),
        "trail": trail(asked),
    }
    return render(request, "debates/settings.html", context)


@require_http_methods(["GET", "POST"])
def dates(request: HttpRequest, slug: str) -> HttpResponse:
    """Move dates further ahead."""
    asked = finding.asked(slug)
    debate = asked.debate
    permit(request, "may_set_dates", debate)
    ahead = _dates_ahead(debate)
    form = DatesForm(request.POST or None, initial=ahead)
    for name in {"open_at", "closing_at", "closed_at"} - set(ahead):
        del form.fields[name]

    def do(act: Act, given: dict[str, Any]) -> str:
        # What was left as it is (to the minute, as the form shows it) may move as far as it must.
        moved = {name: given[name] for name in ahead if given[name] != _minute(ahead[name])}
        set_dates(act, debate, reason=given["reason"], **moved)
        return addresses.debate(slug)

    return sheet(
        request,
        form,
        do,
        done=_("The dates have moved."),
        title=_("Move dates ahead"),
        intro=_(
            "Dates only move further ahead, and no stage is shorter than the charter says. What you"
            " leave alone moves as far as it must."
        ),
        send=_("Move them"),
        trail=trail(asked),
        back=f"{addresses.debate(slug)}take-part/settings/",
    )


@require_http_methods(["GET", "POST"])
def subject(request: HttpRequest, slug: str) -> HttpResponse:
    """List the question under a subject."""
    asked = finding.asked(slug)
    permit(request, "may_file_question", asked.debate)
    found = {one.slug: one for one in questions.subjects()}
    form = SubjectForm(request.POST or None)
    form.fields["subject"].choices = [(key, one.name) for key, one in found.items()]

    def do(act: Act, given: dict[str, Any]) -> str:
        file_question(act, asked.debate, subject=found[given["subject"]])
        return addresses.debate(slug)

    return sheet(
        request,
        form,
        do,
        done=_("The question is listed there now."),
        title=_("List the question under a subject"),
        about=asked.text,
        send=_("List it there"),
        trail=trail(asked),
        back=f"{addresses.debate(slug)}take-part/settings/",
    )


@require_http_methods(["GET", "POST"])
def address(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the debate another address."""
    asked = finding.asked(slug)
    permit(request, "may_rename_debate", asked.debate)

    def do(act: Act, given: dict[str, Any]) -> str:
        return addresses.debate(rename_debate(act, asked.debate, slug=given["slug"]).slug)

    return sheet(
        request,
        AddressForm(request.POST or None, initial={"slug": slug}),
        do,
        done=_("The debate has a new address; the old one leads to it."),
        title=_("Give the debate another address"),
        about=asked.text,
        send=_("Give it this address"),
        trail=trail(asked),
        back=f"{addresses.debate(slug)}take-part/settings/",
    )


@require_http_methods(["GET", "POST"])
def new_subject(request: HttpRequest) -> HttpResponse:
    """Add a subject."""
    permit(request, "may_add_subject")

    def do(act: Act, given: dict[str, Any]) -> str:
        add_subject(act, name=given["name"])
        return "/questions/"

    return sheet(
        request,
        NewSubjectForm(request.POST or None),
        do,
        done=_("Questions can be listed under it now."),
        title=_("Add a subject"),
        send=_("Add it"),
        trail=[(_("Questions"), "/questions/")],
        back="/questions/",
    )


def _dates_ahead(debate: "Debate") -> dict[str, Any]:
    """The dates that have not come yet, by the debate's stage."""
    names = {"framing": 0, "open": 1, "closing": 2}[debate.stage]
    return {name: getattr(debate, name) for name in ("open_at", "closing_at", "closed_at")[names:]}


def _minute(at: Any) -> Any:
    return at.replace(second=0, microsecond=0)
