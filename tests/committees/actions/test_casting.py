"""A ballot counts once, in time, and from its own seat."""

import pytest

from college.committees.actions import casting, seats
from college.committees.models import Ballot
from college.committees.rules.tally import Choice
from college.record.models import Entry
from tests.factories.acts import refused
from tests.factories.at_once import at_once
from tests.factories.people import act_by, make_member, suspend
from tests.factories.service import REASON, Juror, cast, enrol, make_cases, make_juror

pytestmark = pytest.mark.django_db


def test_the_second_ballot_of_a_seat_is_refused(juror):
    for choice, ground in ((Choice.GRANT, "insult"), (Choice.KEEP, "")):
        text = juror.ballot(choice, ground).text
        if choice is Choice.GRANT:
            cast(juror, text, juror.signer.sign(text))
        else:
            other = bytes(32)
            ballot = casting.prepare(
                juror.seat, choice=choice, ground=ground, reason=REASON, salt=other
            )
            with refused("committees.ballot.already-cast"):
                cast(juror, ballot.text, juror.signer.sign(ballot.text), salt=other)
    assert Ballot.objects.count() == 1


def test_a_signature_that_is_sent_again_is_refused(juror):
    text = juror.ballot().text
    signature = juror.signer.sign(text)
    cast(juror, text, signature)
    with refused("committees.ballot.already-cast"):
        cast(juror, text, signature)


@pytest.mark.django_db(transaction=True)
def test_of_two_ballots_at_the_same_moment_one_is_kept(juror):
    salts = [bytes([n] * 32) for n in (1, 2)]
    signed = []
    for salt, choice, ground in zip(
        salts, (Choice.GRANT, Choice.KEEP), ("insult", ""), strict=True
    ):
        text = casting.prepare(
            juror.seat, choice=choice, ground=ground, reason=REASON, salt=salt
        ).text
        signed.append((text, juror.signer.sign(text), salt))
    results = at_once(
        [
            lambda t=text, s=signature, n=salt: cast(juror, t, s, salt=n)
            for text, signature, salt in signed
        ]
    )
    assert sorted(type(r).__name__ for r in results) == ["Ballot", "str"], results
    assert "committees.ballot.already-cast" in results
    assert Ballot.objects.count() == 1
    assert Entry.objects.filter(kind="committees.ballot.sealed").count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_one_ballot_sent_twice_at_the_same_moment_one_is_kept(juror):
    text = juror.ballot().text
    signature = juror.signer.sign(text)
    results = at_once([lambda: cast(juror, text, signature)] * 2)
    assert sorted(type(r).__name__ for r in results) == ["Ballot", "str"], results
    assert "committees.ballot.already-cast" in results


def test_a_late_ballot_is_refused(juror):
    text = juror.ballot().text
    juror.seat.refresh_from_db()
    with refused("committees.seat.too-late"):
        cast(
            juror,
            text,
            juror.signer.sign(text),
            act=act_by(juror.member, juror.seat.due_at),
        )


def test_a_ballot_before_accepting_is_refused(case):
    seat = make_juror(case).seat
    other = next(s for s in seat.draw.seats.filter(called_at__isnull=False, accepted_at=None))
    signer, key = enrol(other.place, other.called_at)
    waiting = Juror(other.place.member, other.place, other, signer, key)
    text = waiting.ballot().text
    with refused("committees.ballot.not-accepted"):
        cast(waiting, text, signer.sign(text))


def test_a_ballot_for_another_case_or_seat_is_refused(case, juror):
    other = make_juror(make_cases(1)[0])
    text = other.ballot().text
    with refused("committees.ballot.other-case"):
        cast(juror, text, juror.signer.sign(text))
    beside = make_juror(case, nth=1)
    text = beside.ballot().text
    with refused("committees.ballot.other-seat"):
        cast(juror, text, juror.signer.sign(text))


def test_nobody_votes_from_a_seat_of_others(case, juror):
    beside = make_juror(case, nth=1)
    text = juror.ballot().text
    with refused("committees.key.not-in-force"):
        cast(juror, text, beside.signer.sign(text), act=beside.act)
    with refused("committees.seat.not-yours"):
        cast(juror, text, juror.signer.sign(text), act=beside.act)


def test_a_member_who_may_not_act_casts_nothing(juror):
    text = juror.ballot().text
    suspend(juror.member)
    with refused("people.member.may-not-act"):
        cast(juror, text, juror.signer.sign(text))


def test_a_stranger_casts_nothing(juror):
    text = juror.ballot().text
    with refused("committees.seat.not-yours"):
        cast(juror, text, juror.signer.sign(text), act=act_by(make_member(), juror.at))


def test_a_seat_that_was_refused_casts_nothing(juror):
    text = juror.ballot().text
    seats.refuse_seat(juror.act, juror.seat)
    with refused("committees.seat.over"):
        cast(juror, text, juror.signer.sign(text))
