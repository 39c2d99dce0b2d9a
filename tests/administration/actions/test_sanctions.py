"""A suspension comes by verdict alone, lasts its days, lifts by itself, and can be appealed."""

from datetime import timedelta

import pytest

from college.administration.actions.sanctions import appeal_sanction, ask_sanction
from college.administration.due import due
from college.administration.rules.grounds import Ending, SanctionGround
from college.committees.rules.tally import Choice
from college.ground.refusals import Refusal
from college.people.models import Notice
from college.people.rules.standing import Standing
from tests.factories.acts import MOMENT
from tests.factories.colleges import make_college
from tests.factories.people import act_by, make_member, make_steward
from tests.factories.verdicts import decide

pytestmark = pytest.mark.django_db
DAYS = 10


@pytest.fixture(autouse=True)
def college():
    make_college()


@pytest.fixture
def sanction():
    return ask_sanction(
        act_by(make_steward()),
        make_member(),
        ground=SanctionGround.FLOODING,
        days=DAYS,
        reason="Forty reports in a day, after being told.",
    )


def standing(sanction):
    sanction.refresh_from_db()
    sanction.member.refresh_from_db()
    return sanction.member.standing


def settle(sanction, choice, *, at=MOMENT):
    case = decide(sanction.case, choice, at=at)
    due(case.effect_due_at)
    return case.effect_due_at


def test_being_asked_about_changes_nothing(sanction):
    due(MOMENT + timedelta(days=1))
    assert standing(sanction) == Standing.ADMITTED
    assert Notice.objects.filter(member=sanction.member).exists()


def test_a_granted_suspension_lasts_its_days_and_lifts_by_itself(sanction):
    effect = settle(sanction, Choice.GRANT)
    assert standing(sanction) == Standing.SUSPENDED
    assert sanction.until == effect + timedelta(days=DAYS)
    due(sanction.until - timedelta(milliseconds=1))
    assert standing(sanction) == Standing.SUSPENDED
    due(sanction.until)
    assert standing(sanction) == Standing.ADMITTED
    assert sanction.ended == Ending.LAPSED


def test_a_kept_one_never_began(sanction):
    settle(sanction, Choice.KEEP)
    assert standing(sanction) == Standing.ADMITTED
    assert sanction.ended == Ending.KEPT


def test_a_verdict_that_turns_lifts_it_at_once(sanction):
    effect = settle(sanction, Choice.GRANT)
    settle(sanction, Choice.KEEP, at=effect + timedelta(days=1))
    assert standing(sanction) == Standing.ADMITTED
    assert sanction.ended == Ending.OVERTURNED


def test_who_has_left_is_not_brought_back(sanction):
    settle(sanction, Choice.GRANT)
    type(sanction.member).objects.update(standing=Standing.RESIGNED)
    due(MOMENT + timedelta(days=400))
    assert standing(sanction) == Standing.RESIGNED


@pytest.mark.parametrize("days", [0, 91])
def test_no_suspension_is_longer_than_a_term(days):
    with pytest.raises(Refusal) as refused:
        ask_sanction(
            act_by(make_steward()),
            make_member(),
            ground=SanctionGround.FLOODING,
            days=days,
            reason="So.",
        )
    assert refused.value.code == "administration.sanction.length"


def test_only_the_suspended_member_appeals(sanction):
    settle(sanction, Choice.GRANT)
    with pytest.raises(Refusal) as refused:
        appeal_sanction(act_by(sanction.by, MOMENT + timedelta(days=1)), sanction)
    assert refused.value.code == "administration.permission.may-not"
    with pytest.raises(Refusal) as refused:  # let through the door: panels are what is missing here
        appeal_sanction(act_by(sanction.member, MOMENT + timedelta(days=1)), sanction)
    assert refused.value.code == "committees.appeal.nobody-serves"
