"""Notices of people without an account: give one, confirm it with a code, answer the text in public."""

from typing import TYPE_CHECKING, Any

from allauth.core import ratelimit
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from college.debates.actions.outside_notices import confirm_notice, give_notice, reply_to_text
from college.debates.queries import outside_notices, thread
from college.debates.rules import addresses
from college.debates.rules.grounds import FOR_OUTSIDERS, Ground
from college.ground.refusals import Refusal
from college.record.charters import charter_in_force
from college.web.acts import member_of, now, visitors_act
from college.web.debates import finding, saying, threads
from college.web.debates.remarks import found as found_remark
from college.web.debates.words.grounds import GROUNDS
from college.web.refusals import sentence, status

if TYPE_CHECKING:
    from college.debates.models import Contribution, Remark


class NoticeForm(forms.Form):
    """On what ground the text harms somebody, why, and where a code may be sent."""

    ground = forms.ChoiceField(
        label=gettext_lazy("What is wrong with the text?"), widget=forms.RadioSelect, choices=()
    )
    reason = forms.CharField(
        label=gettext_lazy("In one sentence: what in it breaks the rule?"),
        max_length=saying.LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Public, without your name. Write nothing that should stay private."
        ),
    )
    law = forms.CharField(
        label=gettext_lazy("The law that it breaks"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Only where you call it unlawful: the law and the section."),
    )
    address = forms.CharField(
        label=gettext_lazy("Your e-mail address"),
        max_length=saying.LONGEST,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=gettext_lazy(
            "A code is sent there. Never shown, never recorded, erased when it is decided."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        grounds = [ground for ground in Ground if ground in FOR_OUTSIDERS]
        self.fields["ground"].choices = [(g.value, GROUNDS[g].name) for g in grounds]  # type: ignore[attr-defined]


class CodeForm(forms.Form):
    """The code that was sent."""

    code = forms.CharField(
        label=gettext_lazy("The code from the mail"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code"}),
    )


class ReplyForm(CodeForm):
    """An answer to the text, at equal length."""

    reply = saying.words_field(gettext_lazy("Your answer"), rows=8)


@require_http_methods(["GET", "POST"])
def of_contribution(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Give notice of a contribution."""
    row = saying.found(slug, public_id)
    item = thread.by_ids([public_id], now=now())[public_id]
    return _give(request, row, threads.line(item).label, item.url)


@require_http_methods(["GET", "POST"])
def of_remark(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Give notice of an imported comment."""
    remark = found_remark(finding.asked(slug), public_id)
    return _give(request, remark, _("Comment"), addresses.remark(slug, public_id))


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, slug: str, public_id: str, notice_id: str) -> HttpResponse:
    """Type the code that was sent; after that, answer the text if one likes."""
    notice = finding.or_404(outside_notices.of_text(slug, public_id, notice_id))
    here = request.path.partition("notice/")[0]
    if notice.confirmed_at is None:
        return _code(request, notice, here)
    form = ReplyForm(request.POST or None)
    code = 200
    if request.method == "POST":
        code = 422
        if form.is_valid():
            try:
                reply_to_text(visitors_act(request), notice, **form.cleaned_data)
            except Refusal as refusal:
                form.add_error(None, sentence(refusal))
                code = status(refusal)
            else:
                messages.success(request, _("Your answer stands beside the text."))
                return redirect(here)
    context = {
        "form": form,
        "title": _("Answer the text in public"),
        "intro": _(
            "Your notice is being heard. You can answer here, with as many words as a contribution has."
            " The answer stands beside the text, without a name unless you write one into it."
        ),
        "send": _("Publish the answer"),
        "counted": "reply",
        "most": charter_in_force().lengths.text,
        "back": here,
    }
    return render(request, "debates/sheet.html", context, status=code)


def _give(request: HttpRequest, row: "Contribution | Remark", what: str, back: str) -> HttpResponse:
    if member_of(request) is not None:
        return redirect(f"{back}report/")
    form = NoticeForm(request.POST or None)
    code = 200
    if request.method == "POST":
        code = 422
        if form.is_valid():
            try:
                if not ratelimit.consume(request, action="outside_notice"):
                    raise Refusal("debates.notice.too-often-here")
                made = give_notice(visitors_act(request), row, **form.cleaned_data)
            except Refusal as refusal:
                form.add_error(None, sentence(refusal))
                code = status(refusal)
            else:
                messages.success(request, _("A code is on its way to the address you gave."))
                return redirect(f"{back}notice/{made.public_id}/")
    context = {
        "form": form,
        "title": _("This text harms me"),
        "intro": _(
            "For people without an account. Two panels drawn by lot will hear it; who you are stays with"
            " you. You can answer the text in public at equal length."
        ),
        "send": _("Give notice"),
        "trail": [(what, back)],
        "back": back,
    }
    return render(request, "debates/sheet.html", context, status=code)


def _code(request: HttpRequest, notice: Any, here: str) -> HttpResponse:
    form = CodeForm(request.POST or None)
    code = 200
    if request.method == "POST":
        code = 422
        if form.is_valid():
            try:
                confirm_notice(visitors_act(request), notice, **form.cleaned_data)
            except Refusal as refusal:
                form.add_error(None, sentence(refusal))
                code = status(refusal)
            else:
                messages.success(request, _("Thank you. It is being heard."))
                return redirect(request.path)
    context = {
        "form": form,
        "title": _("The code from the mail"),
        "intro": _("We sent it to the address you gave. Nothing happens without it."),
        "send": _("Confirm"),
        "back": here,
    }
    return render(request, "debates/sheet.html", context, status=code)
