"""One digest a day, holding no text of what was said."""

from datetime import timedelta

import pytest
from django.core import mail

from college.people.actions.notices import mark_read, tell, tell_once
from college.people.due import due
from tests.factories.acts import MOMENT
from tests.factories.people import act_by, make_member

pytestmark = pytest.mark.django_db

LATER = MOMENT + timedelta(days=1, minutes=1)


def _tell(member, code="debates.challenge.put"):
    return tell(member, code, params={"name": "secret words"}, path="/debates/x/", at=MOMENT)


def test_due_mails_one_digest_for_many_notices():
    member = make_member(account=True)
    _tell(member)
    _tell(member)
    assert due(LATER) == 1
    assert [m.to for m in mail.outbox] == [[member.account.email]]
    assert "secret words" not in mail.outbox[0].body


def test_due_waits_a_day():
    _tell(make_member(account=True))
    assert due(MOMENT + timedelta(hours=23)) == 0
    assert mail.outbox == []


def test_due_mails_nothing_twice():
    _tell(make_member(account=True))
    due(LATER)
    assert due(LATER + timedelta(days=2)) == 0


def test_due_leaves_out_what_was_read():
    member = make_member(account=True)
    _tell(member)
    mark_read(act_by(member), member)
    assert due(LATER) == 0


def _press(member, at=MOMENT):
    return tell(member, "committees.seat.called", params={}, path="/x/", at=at, urgent=True)


def test_due_mails_at_once_what_is_soon_too_late_with_all_the_news():
    member = make_member(account=True)
    _tell(member)
    _press(member)
    assert due(MOMENT) == 1
    assert "2 new notices" in mail.outbox[0].body


def test_due_mails_nobody_twice_a_day_however_urgent():
    member = make_member(account=True)
    _press(member)
    assert due(MOMENT) == 1
    _press(member, MOMENT + timedelta(hours=1))
    assert due(MOMENT + timedelta(hours=23)) == 0
    assert due(MOMENT + timedelta(hours=24)) == 1


def test_what_waits_unread_is_not_told_again():
    member = make_member(account=True)
    first = tell_once(member, "committees.seat.called", path="/x/", at=MOMENT)
    assert tell_once(member, "committees.seat.called", path="/x/", at=LATER) == first
    mark_read(act_by(member), member)
    assert tell_once(member, "committees.seat.called", path="/x/", at=LATER) != first
