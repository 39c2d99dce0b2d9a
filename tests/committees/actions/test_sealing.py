"""What an epoch seals: sizes its roster can serve, documents nobody guesses; and what is unmet."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from college.committees.actions import cases, rosters, sealing, stewards
from college.committees.models import Case, Roster
from college.committees.queries import epochs
from college.committees.rules.eligibility import Party
from college.committees.rules.ladder import CaseState, Step
from college.committees.rules.tally import Choice
from college.people.models import Member
from tests.factories.acts import MOMENT, make_act
from tests.factories.colleges import make_college
from tests.factories.committees import (
    CLOCK,
    draw_epoch,
    make_case,
    make_roster,
    open_epoch,
    present_draw,
    vote_all,
)
from tests.factories.people import make_member, make_steward
from tests.factories.record import told

pytestmark = pytest.mark.django_db
GRANT = (Choice.GRANT, "insult")


@pytest.fixture(autouse=True)
def college():
    make_college()


def document(case: Case) -> dict:
    return json.loads(bytes(present_draw(case).body))


def granted_by_stewards() -> Case:
    case = make_case(at=MOMENT - timedelta(days=3))
    for _ in range(2):
        steward = make_steward(at=MOMENT)
        stewards.vote_as_steward(
            make_act(steward.public_id, at=MOMENT),
            case,
            choice=GRANT[0],
            ground=GRANT[1],
            reason="It is.",
        )
    return case


def make_parties_of(case: Case, number: int) -> None:
    serving = Member.objects.filter(places__isnull=False)[:number]
    cases.add_parties(case, {member.public_id: Party.REPLIED for member in serving})


def test_a_roster_too_small_for_a_size_is_not_asked_for_it():
    make_roster(50)
    case = make_case()
    draw_epoch(epochs.taking())
    assert [size["name"] for size in document(case)["sizes"]] == ["small"]


def test_two_announcements_are_blinded_apart():
    make_roster(50)
    first, second = make_case(), make_case()
    draw_epoch(epochs.taking())
    assert len(document(first)["blind"]) == 64
    assert document(first)["blind"] != document(second)["blind"]


def test_a_roster_whose_epoch_is_voided_is_announced_anew_and_drawn_by_the_next():
    for _ in range(50):
        make_member(at=MOMENT - timedelta(days=200))
    first = open_epoch()
    rosters.step(CLOCK)
    first.sealed_at = first.voided_at = first.ends_at
    first.cases, first.ground = sealing.seal_cases(CLOCK, first), "withheld"
    first.save()
    second = open_epoch(first.ends_at)
    sealing.carry_over(replace(CLOCK, at=first.ends_at), first)
    announced = told("committees.roster.announced")
    assert [one["epoch"] for one in announced] == [first.public_id, second.public_id]
    assert announced[0]["roster"] == announced[1]["roster"]
    draw_epoch(second)
    assert Roster.objects.get().places.count() == 42


def test_an_appeal_whose_review_cannot_be_seated_leaves_the_verdict_and_is_opened():
    make_roster(50)
    case = make_case()
    draw_epoch(epochs.taking())
    vote_all(case, GRANT)
    case.refresh_from_db()
    cases.appeal(make_act(at=case.verdict_at), case)
    make_parties_of(case, 36)
    draw_epoch(epochs.taking())
    case.refresh_from_db()
    assert (case.state, case.verdict, case.step) == (CaseState.SETTLED, "grant", Step.REVIEW)
    assert present_draw(case).unmet
    assert present_draw(case).story is not None
    assert len(told("committees.verdict.given")) == 1


def test_what_stewards_granted_stands_where_lawful_panels_cannot_be_seated_and_is_not_asked_twice():
    case = granted_by_stewards()
    make_roster(50)
    assert cases.step(CLOCK) == 1
    make_parties_of(case, 40)
    draw_epoch(epochs.taking())
    case.refresh_from_db()
    assert (case.state, case.verdict, case.provisional) == (CaseState.SETTLED, "grant", True)
    assert present_draw(case).story is not None
    assert cases.step(CLOCK) == 0


def test_what_stewards_granted_is_not_withdrawn_while_panels_try_it_again():
    case = granted_by_stewards()
    make_roster(50)
    assert cases.step(CLOCK) == 1
    assert not cases.withdraw(CLOCK, case)


def test_one_steward_who_would_keep_decides_nothing():
    case = make_case()
    steward = make_steward(at=MOMENT)
    act = make_act(steward.public_id, at=MOMENT)
    stewards.vote_as_steward(
        act, case, choice=Choice.KEEP, ground="", reason="It is sharp, no more."
    )
    case.refresh_from_db()
    assert (case.state, case.verdict) == (CaseState.STEWARDS, "")
