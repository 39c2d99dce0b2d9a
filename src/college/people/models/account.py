"""The login, kept apart from the person who debates."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts without a password: people sign in by passkey or by a code sent to them."""

    def create_user(self, email: str, **fields: object) -> "Account":
        account = self.model(email=self.normalize_email(email), **fields)
        account.set_unusable_password()
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """An e-mail address that can sign in. Personal; never in the record, never on a page of others."""

    email = models.EmailField(max_length=254, unique=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = AccountManager()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="people_account_email_once")]

    def __str__(self) -> str:
        return f"account {self.pk}"
