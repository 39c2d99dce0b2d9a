"""A form on a page of its own: shown, sent, done; or shown again with what stands in the way.

A refusal never loses a word that was typed. A stale one brings the newer words, shown beside one's own.
"""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise

from college.debates import permissions
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.web.acts import act_of, member_of
from college.web.refusals import sentence, status

Do = Callable[[Act, dict[str, Any]], str]
Words = str | Promise
Around = Callable[[], dict[str, object]]


def permit(request: HttpRequest, permission: str, *subject: object) -> None:
    """Send readers to sign in, and refuse members what the table does not allow, before a form is shown."""
    act_of(request)
    permissions.require(permission, member_of(request), *subject)


def sheet(
    request: HttpRequest,
    form: forms.Form,
    do: Do,
    *,
    done: Words,
    template: str = "debates/sheet.html",
    around: Around = dict,
    **context: Any,
) -> HttpResponse:
    """Show the form, or do what was sent and go where ``do`` says, with ``done`` as the good news.

    ``context`` for the template: title, intro, send, trail, key (of the draft kept on the device),
    most (words allowed, by field). ``around`` gives more of it, and is only asked when a page is shown.
    """
    act = act_of(request)
    code = 200
    if request.method == "POST":
        code = 422
        if form.is_valid():
            try:
                where = do(act, form.cleaned_data)
            except Refusal as refusal:
                form.add_error(None, sentence(refusal))
                code = status(refusal)
                context["theirs"] = _theirs(form, refusal)
            else:
                messages.success(request, str(done))
                return redirect(where)
    return render(request, template, {"form": form, **around(), **context}, status=code)


def press(request: HttpRequest, do: Callable[[Act], str], *, done: Words) -> HttpResponse:
    """Do what a button says; a refusal becomes a page of its own."""
    where = do(act_of(request))
    messages.success(request, str(done))
    return redirect(where)


def _theirs(form: forms.Form, refusal: Refusal) -> list[dict[str, str]]:
    """What somebody else wrote meanwhile, field by field beside what was typed. Sending again goes over
    *their* wording, knowingly."""
    if "number" not in refusal.params or "seen" not in form.fields:
        return []
    data = form.data.copy()
    data["seen"] = str(refusal.params["number"])
    form.data = data
    return [
        {
            "label": str(form.fields[name].label),
            "theirs": str(refusal.params[name]),
            "yours": str(form.cleaned_data[name]),
        }
        for name in form.fields
        if name in refusal.params
    ]
