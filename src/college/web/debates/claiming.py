"""Claim a comment, or withdraw it: for members, and for people without an account."""

from typing import TYPE_CHECKING, Any

from allauth.core import ratelimit
from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from college.debates import permissions
from college.debates.actions import remarks as actions
from college.debates.queries import remarks
from college.debates.rules import addresses
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.web.acts import member_of, visitors_act
from college.web.debates import finding
from college.web.debates.objections import ObjectionForm
from college.web.debates.remarks import found as found_remark
from college.web.debates.sheets import permit, press, sheet
from college.web.debates.viewpoints import trail
from college.web.refusals import sentence, status

if TYPE_CHECKING:
    from college.debates.models import QuestionWording, Remark, RemarkClaim

_LONGEST = 20_000


class ClaimForm(forms.Form):
    """Why others can believe it; for people without an account, where a code may be sent."""

    reason = forms.CharField(
        label=gettext_lazy("Why others can believe that it is yours"),
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "Public. Please write nothing here that you want to keep to yourself."
        ),
    )


class OutsideForm(ClaimForm):
    """For people without an account."""

    address = forms.CharField(
        label=gettext_lazy("Your e-mail address"),
        max_length=_LONGEST,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=gettext_lazy(
            "A code is sent there. Never shown, never recorded, erased when your claim is decided."
        ),
    )


class CodeForm(forms.Form):
    """The code that was sent."""

    code = forms.CharField(
        label=gettext_lazy("The code from the mail"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code"}),
    )


@require_http_methods(["GET", "POST"])
def claim(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """A member says: this is mine, and stands beside it with a name."""
    asked = finding.asked(slug)
    remark = found_remark(asked, public_id)
    permit(request, "may_claim_remark", remark)

    def do(act: Act, given: dict[str, Any]) -> str:
        actions.claim_remark(act, remark, withdraw=False, **given)
        return addresses.remark(slug, public_id)

    return sheet(
        request,
        ClaimForm(request.POST or None),
        do,
        done=_("Your claim is kept. If your address came with the comment, it is yours already."),
        title=_("This comment is mine"),
        intro=_(
            "Once granted, your public name stands beside it. If the address you sign in with came with"
            " the comment, that is at once; otherwise after a notice, unless somebody objects."
        ),
        about=remark.text,
        send=_("Say so"),
        key=f"claim.{public_id}",
        trail=_trail(asked, remark),
        back=addresses.remark(slug, public_id),
    )


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Withdraw a comment of one's own, with or without an account."""
    asked = finding.asked(slug)
    remark = found_remark(asked, public_id)
    member = member_of(request)
    if permissions.allows("may_withdraw_remark", member, remark):
        return _withdraw_own(request, asked, remark)
    permissions.require("may_claim_remark", member, remark)
    form = (OutsideForm if member is None else ClaimForm)(request.POST or None)
    code = 200
    if request.method == "POST":
        code = 422
        if form.is_valid():
            try:
                _refuse_floods(request)
                made = actions.claim_remark(
                    visitors_act(request), remark, withdraw=True, **form.cleaned_data
                )
            except Refusal as refusal:
                form.add_error(None, sentence(refusal))
                code = status(refusal)
            else:
                return _after_claim(request, made)
    context = {
        "form": form,
        "title": _("Withdraw this comment"),
        "intro": _("Its words are erased. Its place, and what others answered, stay."),
        "about": remark.text,
        "send": _("Withdraw it"),
        "trail": _trail(asked, remark),
        "back": addresses.remark(slug, public_id),
    }
    return render(request, "debates/sheet.html", context, status=code)


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, slug: str, public_id: str, claim_id: str) -> HttpResponse:
    """Type the code that was sent."""
    asked = finding.asked(slug)
    remark = found_remark(asked, public_id)
    found = _claim(remark, claim_id)
    form = CodeForm(request.POST or None)
    code = 200
    if request.method == "POST":
        code = 422
        if form.is_valid():
            try:
                actions.confirm_claim(visitors_act(request), found, **form.cleaned_data)
            except Refusal as refusal:
                form.add_error(None, sentence(refusal))
                code = status(refusal)
            else:
                messages.success(
                    request,
                    _(
                        "Thank you. If this address came with the comment, it is withdrawn by now;"
                        " otherwise after a notice, unless somebody objects."
                    ),
                )
                return redirect(addresses.remark(slug, public_id))
    context = {
        "form": form,
        "title": _("The code from the mail"),
        "intro": _("We sent it to the address you gave. Nothing happens without it."),
        "send": _("Confirm"),
        "trail": _trail(asked, remark),
        "back": addresses.remark(slug, public_id),
    }
    return render(request, "debates/sheet.html", context, status=code)


@require_http_methods(["GET", "POST"])
def object_to_claim(request: HttpRequest, slug: str, public_id: str, claim_id: str) -> HttpResponse:
    """Say why somebody else's claim should not be granted by itself."""
    asked = finding.asked(slug)
    remark = found_remark(asked, public_id)
    found = _claim(remark, claim_id)
    permit(request, "may_object_to_remark_claim", found)

    def do(act: Act, given: dict[str, Any]) -> str:
        actions.object_to_remark_claim(act, found, **given)
        return addresses.remark(slug, public_id)

    return sheet(
        request,
        ObjectionForm(request.POST or None),
        do,
        done=_("Your objection is kept. The claim waits until it is decided."),
        title=_("Object to the claim"),
        about=found.reason,
        send=_("Object"),
        key=f"objection.{claim_id}",
        trail=_trail(asked, remark),
        back=addresses.remark(slug, public_id),
    )


@require_POST
def take_back(request: HttpRequest, slug: str, public_id: str, claim_id: str) -> HttpResponse:
    """Take one's own claim back."""
    found = _claim(found_remark(finding.asked(slug), public_id), claim_id)

    def do(act: Act) -> str:
        actions.take_claim_back(act, found)
        return addresses.remark(slug, public_id)

    return press(request, do, done=_("Your claim is taken back."))


def _refuse_floods(request: HttpRequest) -> None:
    """A mail goes to whatever address is typed: a few an hour from one place, whoever asks."""
    if member_of(request) is None and not ratelimit.consume(request, action="remark_claim"):
        raise Refusal("debates.remark.too-often-here")


def _withdraw_own(request: HttpRequest, asked: "QuestionWording", remark: "Remark") -> HttpResponse:
    where = addresses.remark(asked.debate.slug, remark.public_id)

    def do(act: Act, given: dict[str, Any]) -> str:
        actions.withdraw_remark(act, remark)
        return where

    return sheet(
        request,
        forms.Form(request.POST if request.method == "POST" else None),
        do,
        done=_("Your comment is withdrawn, and its words are erased."),
        title=_("Withdraw this comment"),
        intro=_("Its words are erased at once. Its place, and what others answered, stay."),
        about=remark.text,
        send=_("Withdraw it"),
        trail=_trail(asked, remark),
        back=where,
    )


def _after_claim(request: HttpRequest, made: "RemarkClaim") -> HttpResponse:
    where = addresses.remark(made.remark.brief.debate.slug, made.remark.public_id)
    if made.confirmed_at is None:
        messages.success(request, _("A code is on its way to the address you gave."))
        return redirect(f"{where}claims/{made.public_id}/")
    messages.success(
        request,
        _("The comment is withdrawn.")
        if made.granted_at
        else _("Your claim is kept. It is granted after a notice, unless somebody objects."),
    )
    return redirect(where)


def _claim(remark: "Remark", public_id: str) -> "RemarkClaim":
    found = remarks.claim_by_id(remark, public_id)
    if found is None:
        raise Http404
    return found


def _trail(asked: "QuestionWording", remark: "Remark") -> list[tuple[str, str]]:
    return [*trail(asked), (_("Comment"), addresses.remark(asked.debate.slug, remark.public_id))]
