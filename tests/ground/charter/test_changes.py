"""Two charters are compared setting by setting; an older one is extended by what it lacks."""

import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.ground.charter import (
    Change,
    Charter,
    CharterError,
    Preset,
    amended,
    changes,
    extended,
    load,
)
from college.ground.charter.changes import settings, spelled

ASSEMBLY, CLASS = load(Preset.ASSEMBLY), load(Preset.CLASS)


def test_changes_name_each_setting_that_differs():
    new = amended(ASSEMBLY, 'clocks.open = "30 days"\nareas.audit = true')
    assert changes(ASSEMBLY, new) == (
        Change("clocks.open", timedelta(days=28), timedelta(days=30)),
        Change("areas.audit", False, True),
    )
    assert changes(ASSEMBLY, ASSEMBLY) == ()


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        (timedelta(days=1), "1 day"),
        (timedelta(days=7), "7 days"),
        (timedelta(hours=36), "36 hours"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(minutes=90), "90 minutes"),
    ],
)
def test_a_duration_is_spelled_as_the_charter_writes_it(duration, words):
    assert spelled(duration) == words


@given(st.integers(1, 999_999))
def test_what_is_spelled_reads_the_same(minutes):
    lines = f'clocks.rest = "{spelled(timedelta(minutes=minutes))}"'
    assert amended(ASSEMBLY, lines).clocks.rest == timedelta(minutes=minutes)


@given(st.sets(st.sampled_from(sorted(settings(CLASS))), max_size=30))
def test_an_older_document_is_extended_and_keeps_its_own_numbers(lacking):
    lacking = lacking - {"preset"}
    document = json.loads(json.dumps(CLASS.document()))
    for name in lacking:
        *tables, key = name.split(".")
        inner = document
        for table in tables:
            inner = inner[table]
        del inner[key]
    whole, added = extended(document, CLASS)
    assert Charter.from_document(whole) == CLASS
    assert set(added) == lacking
    if lacking:
        with pytest.raises(CharterError, match="is missing"):
            Charter.from_document(document)


def test_a_whole_section_is_added_and_an_unknown_setting_left_out():
    document = {k: v for k, v in CLASS.document().items() if k != "audit"}
    document["clocks"] = {**document["clocks"], "open": 60, "gone": 1}
    whole, added = extended(document, CLASS)
    charter = Charter.from_document(whole)
    assert charter.audit == CLASS.audit
    assert charter.clocks.open == timedelta(seconds=60)
    assert all(name.startswith("audit.") for name in added)
    with pytest.raises(CharterError, match="is not a setting"):
        Charter.from_document({**CLASS.document(), "audits": {}})
