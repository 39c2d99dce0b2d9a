"""An Act says who, when and through which door; nothing else can be one."""

import pickle
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.ground.act import Act
from college.ground.ids import is_public_id, new_public_id
from college.ground.moments import rfc3339
from college.ground.refusals import Refusal

AT = datetime(2026, 3, 1, 9, 30, 0, 123_456, tzinfo=UTC)


def test_act_keeps_milliseconds_in_utc():
    east = AT.astimezone(timezone(timedelta(hours=5)))
    assert Act(actor="clock", at=east).at == AT.replace(microsecond=123_000)
    assert rfc3339(Act(actor="clock", at=east).at) == "2026-03-01T09:30:00.123Z"


@pytest.mark.parametrize("actor", ["", "Ada", "ada@example.org", "clock ", "7H2M9K4QX0C5T"])
def test_act_of_anybody_else_is_an_error(actor):
    with pytest.raises(ValueError, match="actor"):
        Act(actor=actor, at=AT)


def test_act_at_a_naive_moment_is_an_error():
    with pytest.raises(ValueError, match="aware"):
        Act(actor="clock", at=AT.replace(tzinfo=None))


def test_new_public_id_has_its_shape_and_differs():
    ids = {new_public_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(map(is_public_id, ids))


@given(st.text())
def test_is_public_id_of_anything(text):
    assert is_public_id(text) in {True, False}


def test_refusal_survives_pickling():
    refusal = Refusal("debates.claim.too-long", most=300)
    again = pickle.loads(pickle.dumps(refusal))
    assert (again.code, again.params) == (refusal.code, refusal.params)
