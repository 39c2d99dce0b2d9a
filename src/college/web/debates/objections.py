"""Object, with a reason, to what would take effect by itself; take one's objection back."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from college.debates.actions import objections as actions
from college.debates.queries import objections
from college.debates.rules import addresses
from college.debates.rules.openings import Opening
from college.ground.act import Act
from college.web.debates import delegates, finding
from college.web.debates.openings import for_stage
from college.web.debates.sheets import permit, press, sheet
from college.web.debates.viewpoints import trail


class ObjectionForm(forms.Form):
    """The reason."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("Public, with your name. The committees will hear it."),
    )


@require_http_methods(["GET", "POST"])
@for_stage(Opening.OBJECT)
def to_question(request: HttpRequest, slug: str) -> HttpResponse:
    """Object to a question during its notice."""
    asked = finding.asked(slug)
    permit(request, "may_object", asked.debate)

    def do(act: Act, given: dict[str, Any]) -> str:
        actions.object_to_question(act, asked.debate, **given)
        return addresses.debate(slug)

    return _sheet(
        request,
        do,
        title=_("Object to the question"),
        about=asked.text,
        key=f"objection.{asked.debate.public_id}",
        trail=trail(asked),
        back=addresses.debate(slug),
    )


@require_http_methods(["GET", "POST"])
def to_viewpoint(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Object to a viewpoint before it is admitted."""
    asked = finding.asked(slug)
    wording = finding.viewpoint(asked.debate, public_id)
    permit(request, "may_object_to_viewpoint", wording.viewpoint)

    def do(act: Act, given: dict[str, Any]) -> str:
        actions.object_to_viewpoint(act, wording.viewpoint, **given)
        return addresses.viewpoint(slug, public_id)

    return _sheet(
        request,
        do,
        title=_("Object to the viewpoint"),
        about=wording.name,
        key=f"objection.{public_id}",
        trail=trail(asked),
        back=addresses.viewpoint(slug, public_id),
    )


@require_http_methods(["GET", "POST"])
def to_delegate(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """A holder objects to somebody's speaking for the viewpoint."""
    asked = finding.asked(slug)
    delegate = delegates.found(slug, public_id)
    permit(request, "may_object_to_delegate", delegate)
    where = addresses.viewpoint(slug, delegate.viewpoint.public_id)

    def do(act: Act, given: dict[str, Any]) -> str:
        actions.object_to_delegate(act, delegate, **given)
        return where

    return _sheet(
        request,
        do,
        title=_("Object to %(name)s speaking for the viewpoint")
        % {"name": delegate.member.public_name},
        key=f"objection.{public_id}",
        trail=trail(asked),
        back=where,
    )


@require_POST
def withdraw(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Take one's objection back."""
    objection = objections.by_id(public_id)
    if objection is None:
        raise Http404

    def do(act: Act) -> str:
        actions.withdraw_objection(act, objection)
        return addresses.debate(slug)

    return press(request, do, done=_("Your objection is taken back."))


def _sheet(request: HttpRequest, do: Any, **context: Any) -> HttpResponse:
    return sheet(
        request,
        ObjectionForm(request.POST or None),
        do,
        done=_("Your objection is kept. Nothing takes effect by itself until it is heard."),
        intro=_(
            "Say what is wrong with the form, not with the opinion: every viewpoint that has holders"
            " gets in, and every question may be asked."
        ),
        send=_("Object"),
        **context,
    )
