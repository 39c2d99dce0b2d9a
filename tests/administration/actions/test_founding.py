"""A College is founded once; its charter stands in the record."""

import json

import pytest

from college.administration.actions.founding import found
from college.ground.act import Act
from college.ground.charter import Preset, load
from college.ground.refusals import Refusal
from college.record.charters import charter_in_force
from college.record.models import Entry, Text
from tests.factories.acts import MOMENT

pytestmark = pytest.mark.django_db
ACT = Act(actor="steward", at=MOMENT)


def test_found_puts_the_charter_in_force_and_in_the_record():
    charter = load(Preset.NEWSROOM)
    found(ACT, charter, origin="college.example/log")
    assert charter_in_force() == charter
    entry = json.loads(bytes(Entry.objects.get().body))
    assert entry["kind"] == "record.college.founded"
    document = Text.objects.get(commitment=entry["data"]["charter"])
    assert json.loads(bytes(document.body)) == charter.document()


def test_found_twice_is_refused():
    found(ACT, load(Preset.CLASS), origin="college.example/log")
    with pytest.raises(Refusal) as refused:
        found(ACT, load(Preset.CLASS), origin="college.example/log")
    assert refused.value.code == "administration.college.already-founded"
    assert Entry.objects.count() == 1


def test_charter_in_force_before_founding_is_refused():
    with pytest.raises(Refusal) as refused:
        charter_in_force()
    assert refused.value.code == "record.college.not-founded"
