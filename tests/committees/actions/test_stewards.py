"""Where no lawful panel can be seated: two stewards, openly, provisionally; else everything stays."""

from dataclasses import replace
from datetime import timedelta

import pytest

from college.committees.actions import cases, stewards
from college.committees.models import Case, StewardVote
from college.committees.queries import epochs, excuses
from college.committees.rules.ladder import CaseState
from college.committees.rules.tally import Choice
from college.ground.refusals import Refusal
from college.people.models import Notice
from college.record.models import Entry
from tests.factories.acts import MOMENT, make_act
from tests.factories.colleges import make_college
from tests.factories.committees import CLOCK, draw_epoch, make_case, make_roster, vote_all
from tests.factories.people import make_steward

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def college():
    make_college()


@pytest.fixture
def pair():
    return make_steward(at=MOMENT), make_steward(at=MOMENT)


def cast(steward, case: Case, choice: Choice = Choice.GRANT, **wishes) -> StewardVote:
    given = {"ground": "insult", "reason": "It calls somebody a fool."} | wishes
    return stewards.vote_as_steward(
        make_act(steward.public_id, at=MOMENT), case, choice=choice, **given
    )


def test_stewards_are_told_of_a_case_that_waits_for_them(pair):
    make_case()
    assert Notice.objects.filter(code="committees.case.for-stewards").count() == 2


def test_two_who_differ_leave_everything_as_it_is(pair):
    case = make_case()
    cast(pair[0], case)
    cast(pair[1], case, Choice.KEEP, ground="")
    case.refresh_from_db()
    assert (case.verdict, case.provisional) == ("keep", True)


def test_a_second_vote_an_empty_reason_and_a_ground_not_asked_are_refused(pair):
    case = make_case()
    with pytest.raises(Refusal, match="no-reason"):
        cast(pair[0], case, reason="  ")
    with pytest.raises(Refusal, match="unknown-ground"):
        cast(pair[0], case, ground="threat")
    cast(pair[0], case)
    with pytest.raises(Refusal, match="already-voted"):
        cast(pair[0], case)
    assert StewardVote.objects.count() == 1


def test_what_stewards_let_lie_stays_as_it_is(pair):
    case = make_case()
    assert stewards.step(replace(CLOCK, at=case.stewards_until - timedelta(seconds=1))) == 0
    assert stewards.step(replace(CLOCK, at=case.stewards_until)) == 1
    case.refresh_from_db()
    assert (case.state, case.verdict) == (CaseState.SETTLED, "keep")


def test_the_first_lawful_panels_may_try_it_again(pair):
    case = make_case(at=MOMENT - timedelta(days=3))
    cast(pair[0], case)
    cast(pair[1], case)
    assert not cases.try_again(CLOCK, case), "nobody serves yet"
    make_roster()
    assert cases.try_again(CLOCK, case)
    assert not cases.try_again(CLOCK, case), "once is enough"
    draw_epoch(epochs.taking())
    vote_all(case, (Choice.KEEP, ""))
    case.refresh_from_db()
    assert (case.verdict, case.provisional) == ("keep", False)
    given = Entry.objects.filter(kind="committees.verdict.given")
    assert given.count() == 2


@pytest.mark.parametrize(
    ("reason", "code"), [("x" * 100_000, "reason-too-long"), ("\x00\u202e", "no-reason")]
)
def test_a_reason_is_as_long_as_a_reason_may_be_and_says_something(pair, reason, code):
    with pytest.raises(Refusal, match=code):
        cast(pair[0], make_case(), reason=reason)


def test_who_voted_as_steward_does_not_sit_when_panels_try_it(pair):
    case = make_case(at=MOMENT - timedelta(days=3))
    cast(pair[0], case)
    cast(pair[1], case)
    roster = make_roster()
    place = roster.places.exclude(member__in=pair).first()
    StewardVote.objects.filter(member=pair[0]).update(member=place.member)
    assert cases.try_again(CLOCK, case)
    draw = case.draws.latest("id")
    assert excuses.of(draw, [place]) == {place.public_id: "party"}
