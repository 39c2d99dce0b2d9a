"""Who let half of the time go by is reminded, once for a docket; no notice outlives what it asks."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core import mail

from college.committees.actions import casting, reminders, seats
from college.committees.actions.service import leave_service
from college.committees.models import Seat
from college.committees.queries import seats as asked
from college.ground.refusals import Refusal
from college.people.due import due
from college.people.models import Account, Notice
from college.record.charters import charter_in_force
from tests.factories.colleges import make_college
from tests.factories.committees import CLOCK, make_roster
from tests.factories.people import act_by, make_member
from tests.factories.service import REASON, SALT, Juror, make_cases, make_juror

pytestmark = pytest.mark.django_db
CODE = "committees.ballot.due"


@pytest.fixture
def juror(db) -> Juror:
    make_college()
    make_roster(50)
    return make_juror(make_cases(1)[0])


def remind(juror: Juror, **later: float) -> int:
    act = act_by(juror.member, juror.at + timedelta(**later))
    return reminders.step(replace(CLOCK, at=act.at))


def test_a_reminder_comes_at_half_time_and_once(juror):
    half = charter_in_force().clocks.voting / 2
    assert remind(juror, seconds=half.total_seconds() - 1) == 0
    assert remind(juror, seconds=half.total_seconds()) == 1
    assert remind(juror, seconds=half.total_seconds() + 60) == 0
    Notice.objects.filter(code=CODE).update(read_at=juror.at)
    assert remind(juror, seconds=half.total_seconds() + 120) == 0
    assert Notice.objects.filter(member=juror.member, code=CODE).count() == 1


def test_a_reminder_goes_by_mail_before_it_is_too_late(juror):
    juror.member.account = Account.objects.create_user("juror@example.org")
    juror.member.save()
    Notice.objects.filter(member=juror.member).update(mailed_at=juror.at - timedelta(days=1))
    remind(juror, hours=25)
    assert due(juror.at + timedelta(hours=25)) == 1
    assert mail.outbox[0].to == ["juror@example.org"]


def test_two_cases_accepted_together_make_one_reminder(juror):
    make_cases(30)
    juror.seat.refresh_from_db()
    other = asked.waiting_for(juror.member).exclude(pk=juror.seat.pk).first()
    assert other is not None
    seats.accept_seat(act_by(juror.member, other.called_at), other)
    Seat.objects.filter(pk=other.pk).update(due_at=juror.seat.due_at)
    assert remind(juror, hours=30) == 1


def test_nobody_is_reminded_of_what_is_done(juror):
    text = juror.ballot().text
    casting.cast(
        juror.act,
        juror.seat,
        ballot=text,
        reason=REASON,
        salt=SALT,
        signature=juror.signer.sign(text),
    )
    assert remind(juror, hours=30) == 0


def test_notices_are_settled_when_nothing_waits_any_more(juror):
    remind(juror, hours=30)
    told = Notice.objects.filter(member=juror.member)
    waiting = told.filter(code__in=[CODE, "committees.seat.called"], read_at=None)
    # The call was answered when the seat was accepted.
    assert told.filter(code="committees.seat.called").exists()
    assert [notice.code for notice in waiting] == [CODE]
    text = juror.ballot().text
    casting.cast(
        juror.act,
        juror.seat,
        ballot=text,
        reason=REASON,
        salt=SALT,
        signature=juror.signer.sign(text),
    )
    assert not waiting.all().exists()


def test_leaving_gives_the_seats_up_and_calls_the_next(juror):
    leave_service(juror.act, juror.place)
    juror.seat.refresh_from_db()
    assert juror.seat.out_at is not None
    assert juror.seat.replaced_by.called_at is not None
    juror.place.refresh_from_db()
    assert juror.place.left_at == juror.at
    leave_service(juror.act, juror.place)
    with pytest.raises(Refusal, check=lambda r: r.code == "committees.seat.over"):
        seats.accept_seat(juror.act, juror.seat)


def test_nobody_leaves_for_another(juror):
    with pytest.raises(Refusal, check=lambda r: r.code == "committees.place.may-not"):
        leave_service(act_by(make_member()), juror.place)
