"""How allauth signs people in here: by a code sent to their address, or by a passkey. Nothing else.

A passkey is asked for once more before the ways in are changed, but not within minutes of signing in:
so whoever lost the device can sign in with a code and remove it.
"""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.forms import (
    AddEmailForm,
    ConfirmEmailVerificationCodeForm,
    ConfirmLoginCodeForm,
    RequestLoginCodeForm,
    SignupForm,
)
from allauth.account.internal.flows.manage_email import sync_user_email_address
from allauth.core import context
from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

_SIGNED_IN = "college_signed_in_at"


class Accounts(DefaultAccountAdapter):
    """Plain sentences, and no success where nothing that was typed has arrived."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": gettext_lazy(
            "This is not the code we sent. Please compare it letter by letter."
        ),
        "email_taken": gettext_lazy("Another account has this address already."),
        "same_as_current": gettext_lazy("This is your address already."),
        "rate_limited": gettext_lazy("That was very often. Please wait a few minutes."),
        "too_many_login_attempts": gettext_lazy("That was very often. Please wait a few minutes."),
    }

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        # A success tells the page that a text has arrived, and its draft is let go (js/drafts.js).
        calm = messages.INFO if level == messages.SUCCESS else level
        super().add_message(request, calm, *args, **kwargs)

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        super().login(request, user)
        request.session[_SIGNED_IN] = time.time()

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not for as long as the person has only just signed in."""
        request = context.request
        records = get_authentication_records(request, request.user)
        latest = max(request.session.get(_SIGNED_IN, 0), *(record["at"] for record in records), 0)
        return time.time() - latest > settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def _label(form: forms.Form, name: str, label: str | Promise) -> None:
    """A label above the field, and none inside it."""
    form.fields[name].label = label
    form.fields[name].widget.attrs.pop("placeholder", None)


class _Address(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, "email", gettext_lazy("E-mail address"))


class _Code(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, "code", gettext_lazy("Code"))


class Join(_Address, SignupForm):
    """The address of somebody who joins."""


class AskForCode(_Address, RequestLoginCodeForm):
    """Where to send a code for signing in."""

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        # An account opened by a command is unknown to allauth; without this its holder would be sent
        # a second code, to confirm the address that the first one has just confirmed.
        if getattr(self, "_user", None) is not None:
            sync_user_email_address(self._user)
        return given


class NewAddress(_Address, AddEmailForm):
    """Another address for the account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, "email", gettext_lazy("New address"))


class SignInCode(_Code, ConfirmLoginCodeForm):
    """The code that signs in."""


class AddressCode(_Code, ConfirmEmailVerificationCodeForm):
    """The code that proves an address."""
