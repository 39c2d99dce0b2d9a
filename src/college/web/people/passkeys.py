"""Passkeys: what they are called, and when they are asked for.

A passkey is a second door, not a second lock: whoever loses the device comes in with a code.
"""

from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm, SignupWebAuthnForm
from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_LONGEST_NAME = 100


class Passkeys(DefaultMFAAdapter):
    """How allauth goes about passkeys here."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy(
            "This passkey is not known here, or was not used in time. Please try again, or sign in"
            " with a code."
        ),
        "unverified_email": gettext_lazy(
            "Please confirm your e-mail address first: sign out, and sign in with a code."
        ),
    }

    def is_mfa_enabled(
        self, user: AbstractBaseUser, types: list[Authenticator.Type] | None = None
    ) -> bool:
        """Whether a passkey may be asked for once more; at signing in it never is a second step."""
        return types == [Authenticator.Type.WEBAUTHN] and super().is_mfa_enabled(user, types)

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        return _("My passkey")

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return super().get_public_key_credential_rp_entity() | {
            "name": _("The College of Policy Debate")
        }

    def get_public_key_credential_user_entity(self, user: AbstractBaseUser) -> dict[str, Any]:
        # The device shows this name when it offers the passkey.
        return super().get_public_key_credential_user_entity(user) | {"display_name": user.email}


class _Named(forms.Form):
    """The name a person gives a passkey, so as to tell it from others."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of this passkey")
        self.fields["name"].max_length = _LONGEST_NAME
        self.fields["name"].help_text = _("So that you know it again, such as “my phone”.")


class AddPasskey(_Named, AddWebAuthnForm):
    """A further passkey. It always serves for signing in, so nobody is asked whether it shall."""

    passwordless = forms.BooleanField(
        initial=True, required=False, widget=forms.CheckboxInput(attrs={"hidden": True})
    )


class JoinWithPasskey(_Named, SignupWebAuthnForm):
    """The first passkey of somebody who joins."""


class RenamePasskey(_Named, EditWebAuthnForm):
    """Another name for it."""
