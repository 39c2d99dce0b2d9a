"""A charter that an earlier version wrote is refused by name, then extended in an entry that says so."""

import json

import pytest

from college.administration.actions.extending import extend_charter
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.record.actions.texts import commit_document
from college.record.charters import charter_in_force
from college.record.models import CharterVersion, Entry
from tests.factories.acts import MOMENT
from tests.factories.colleges import make_college

pytestmark = pytest.mark.django_db
ACT = Act(actor="steward", at=MOMENT)


@pytest.fixture
def older():
    """The charter of a College whose software knew no audit, and a question of 250 characters."""
    charter = make_college()
    document = json.loads(json.dumps(charter.document()))
    del document["audit"]
    document["lengths"]["question"] = 250
    CharterVersion.objects.create(number=2, document=commit_document(document), at=MOMENT)
    return charter


def test_an_older_charter_says_what_it_lacks(older):
    with pytest.raises(Refusal) as refused:
        charter_in_force()
    assert refused.value.code == "record.charter.older"
    assert refused.value.params == {"setting": "audit"}


def test_it_is_extended_once_and_keeps_its_own_numbers(older):
    added = extend_charter(ACT)
    assert added
    assert all(name.startswith("audit.") for name in added)
    charter = charter_in_force()
    assert charter.audit == older.audit
    assert charter.lengths.question == 250
    entry = json.loads(bytes(Entry.objects.latest("id").body))
    assert entry["kind"] == "administration.charter.extended"
    assert entry["data"]["added"] == len(added)
    assert entry["data"]["charter"] == CharterVersion.objects.latest("number").document_id
    assert extend_charter(ACT) == ()
    assert CharterVersion.objects.count() == 3


def test_a_charter_of_today_is_left_alone():
    make_college()
    assert extend_charter(ACT) == ()
    assert CharterVersion.objects.count() == 1
