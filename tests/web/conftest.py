"""What pages stand on: a founded College with its key, and members who are signed in."""

import pytest
from django.test import Client

from college.people.models import Account, Member
from college.record import signing
from college.record.actions.sequence import sequence
from tests.factories.acts import MOMENT
from tests.factories.colleges import ORIGIN, make_college


@pytest.fixture
def college(db, settings, tmp_path):
    """A founded College whose log has a key and a first checkpoint."""
    settings.LOG_ORIGIN = ORIGIN
    settings.KEYS = tmp_path / "keys"
    settings.PUBLISHED = tmp_path / "published"
    signing.create()
    charter = make_college()
    sequence(MOMENT)
    return charter


@pytest.fixture
def signed_in():
    """Gives a browser in which a member is signed in."""

    def enter(member: Member) -> Client:
        if member.account is None:
            member.account = Account.objects.create_user(f"{member.public_id}@example.org")
            member.save(update_fields=["account"])
        client = Client()
        client.force_login(member.account, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter
