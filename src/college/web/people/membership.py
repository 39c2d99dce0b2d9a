"""Join, the member's own settings, leave."""

from django import forms
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from college.administration.permissions import allows
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people import queries
from college.people.actions import membership
from college.web.acts import act_of, member_of, now
from college.web.public_cache import public
from college.web.refusals import sentence


class NameForm(forms.Form):
    """How a member is called beside their texts."""

    public_name = forms.CharField(
        label=gettext_lazy("Public name"),
        max_length=membership.LONGEST_NAME,
        help_text=gettext_lazy(
            "Stands beside everything you write. It need not be the name you were born with."
        ),
    )
    about = forms.CharField(
        label=gettext_lazy("About you"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("One sentence others may read, such as what you work on."),
    )


def _onward(request: HttpRequest, default: str = "/desk/") -> str:
    """Where the person wanted to go, if that is a place of ours."""
    to = request.POST.get("next") or request.GET.get("next") or default
    safe = url_has_allowed_host_and_scheme(to, {request.get_host()}, request.is_secure())
    return to if safe else default


@require_http_methods(["GET", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """First an account (an address and a code or passkey), then a public name."""
    if not request.user.is_authenticated:
        return render(request, "people/join.html", {"next": _onward(request)})
    if member_of(request) is not None:
        return redirect(_onward(request))
    form = NameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            act = Act(actor="import", at=now())
            membership.admit(act, account=request.user, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error("public_name", sentence(refusal))
        else:
            messages.success(request, _("Welcome. You can take part now."))
            return redirect(_onward(request))
    context = {"form": form, "next": _onward(request)}
    return render(request, "people/name.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def settings_page(request: HttpRequest) -> HttpResponse:
    """Public name and the sentence about oneself."""
    member = member_of(request)
    if member is None:
        return redirect("/join/")
    kept = {"public_name": member.public_name, "about": member.about}
    form = NameForm(request.POST or None, initial=kept)
    if request.method == "POST" and form.is_valid():
        try:
            membership.rename(act_of(request), **form.cleaned_data)
        except Refusal as refusal:
            form.add_error("public_name", sentence(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("/settings/")
    context = {"form": form, "member": member}
    return render(request, "people/settings.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Resign: only with the word typed, so that no stray click does it."""
    if request.POST.get("sure") != "yes":
        return redirect("/settings/")
    membership.resign(act_of(request))
    logout(request)
    messages.success(request, _("You have left. Your address and name are erased."))
    return redirect("/")


def no_password(request: HttpRequest, rest: str) -> HttpResponse:
    """allauth has pages for passwords; here there are none."""
    raise Http404


@public
@require_safe
def member_page(request: HttpRequest, public_id: str) -> HttpResponse:
    """What is public of a member: name, standing, offices. Never a figure."""
    member = queries.member_by_id(public_id)
    if member is None:
        raise Http404
    context = {
        "shown": member,
        "terms": queries.terms_of(member),
        "may_ask_sanction": allows("may_ask_sanction", member_of(request), member),
    }
    return render(request, "people/member.html", context)
