"""The key of a quiz item from being asked to its verdict: every seat of both panels, or nothing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from college.committees.actions import cases, retrials, seats
from college.committees.models import Case, Place, Retrial, Seat
from college.committees.queries import epochs, statistics
from college.committees.rules.areas import Area, Procedure
from college.committees.rules.feasibility import Unmet
from college.committees.rules.ladder import CaseState, Step
from college.committees.rules.tally import Choice
from college.ground.refusals import Refusal
from college.record.actions.charters import put_in_force
from tests.factories.acts import make_act
from tests.factories.colleges import make_college
from tests.factories.committees import (
    CLOCK,
    draw_epoch,
    make_case,
    make_roster,
    seats_called,
    vote,
    vote_all,
)

pytestmark = pytest.mark.django_db
GRANT, KEEP = (Choice.GRANT, "key-stands"), (Choice.KEEP, "")
SIDES = ["a" * 13, "b" * 13, "c" * 13]


@pytest.fixture(autouse=True)
def roster():
    """Everything that is settled would be tried again."""
    charter = make_college()
    put_in_force(CLOCK, replace(charter, audit=replace(charter.audit, retrials=100)))
    make_roster(50)


def held(*numbers: int) -> dict[str, str]:
    """So many of the 42 who serve hold each viewpoint; all others none."""
    members = Place.objects.order_by("id").values_list("member__public_id", flat=True)
    sides = [side for side, number in zip(SIDES, numbers, strict=True) for _ in range(number)]
    return dict(zip(members, sides, strict=False))


def drawn(labels: Mapping[str, str]) -> Case:
    case = make_case(
        procedure=Procedure.KEY,
        rule="key-stands",
        scope="d" * 13,
        viewpoints=SIDES[::-1],
        labels=labels,
    )
    draw_epoch(epochs.taking())
    case.refresh_from_db()
    return case


def held_by(seat: Seat) -> str:
    return seat.draw.case.labels.get(seat.place.member.public_id, "")


def test_every_viewpoint_sits_in_each_panel_and_everybody_is_called_at_once():
    case = drawn(held(14, 14, 14))
    called = list(seats_called(case))
    assert [(s.panel, s.number, held_by(s)) for s in called] == [
        (panel, number, side) for panel in (0, 1) for number, side in enumerate(SIDES, 1)
    ]
    assert all(seat.own_seat and not seat.fallback for seat in called)
    assert (case.draws.get().size, case.draws.get().threshold) == ("items", 3)


def test_a_key_stands_if_all_say_so_and_is_final():
    case = drawn(held(14, 14, 14))
    vote_all(case, GRANT)
    case.refresh_from_db()
    assert (case.verdict, case.verdict_ground, case.step) == ("grant", "key-stands", Step.FIRST)
    with pytest.raises(Refusal) as refused:
        cases.appeal(make_act(at=case.verdict_at), case)
    assert refused.value.code == "committees.appeal.final"


@pytest.mark.parametrize("panel", [0, 1])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_one_seat_that_says_no_is_enough_wherever_it_is(panel, number):
    case = drawn(held(14, 14, 14))
    for seat in list(seats_called(case)):
        says_no = (seat.panel, seat.number) == (panel, number)
        vote(seat, *(KEEP[:1] if says_no else GRANT[:1]), ground="" if says_no else GRANT[1])
    case.refresh_from_db()
    assert (case.state, case.verdict, case.step) == (CaseState.SETTLED, "keep", Step.FIRST)
    assert case.draws.count() == 1
    assert case.draws.get().story_id is not None


def test_panels_that_differ_are_counted_though_no_review_follows():
    vote_all(drawn(held(14, 14, 14)), (GRANT, KEEP))
    vote_all(drawn(held(14, 14, 14)), GRANT)
    found = statistics.decisions(Area.EXAMINATION)
    assert (found.disagreed.hits, found.disagreed.of) == (1, 2)


def test_a_key_is_never_tried_again():
    case = drawn(held(14, 14, 14))
    vote_all(case, GRANT)
    later = draw_epoch(epochs.taking())
    retrials.step(replace(CLOCK, at=later.drawn_at + timedelta(days=90)))
    assert not Retrial.objects.exists()


def test_a_side_of_one_is_met_by_its_holder_and_by_one_of_no_viewpoint():
    case = drawn(held(16, 1, 16))
    first, second = (s for s in seats_called(case) if s.number == 2)
    assert [held_by(seat) for seat in (first, second)] == [SIDES[1], ""]
    assert [seat.fallback for seat in (first, second)] == [False, True]


def test_who_refuses_is_followed_by_the_next_of_the_viewpoint_and_then_by_one_of_none():
    case = drawn(held(16, 4, 16))
    followers = []
    for _ in range(2):
        out = next(s for s in seats_called(case) if (s.panel, s.number) == (0, 2))
        seats.refuse_seat(make_act(out.place.member.public_id, at=out.called_at), out)
        comes = Seat.objects.get(replaces=out)
        followers.append((comes.panel, comes.number, held_by(comes), comes.fallback))
    assert followers == [(0, 2, SIDES[1], False), (0, 2, "", True)]


def test_a_seat_that_nobody_is_left_for_cannot_agree():
    case = drawn(held(20, 2, 20))
    out = next(s for s in seats_called(case) if (s.panel, s.number) == (0, 2))
    seats.refuse_seat(make_act(out.place.member.public_id, at=out.called_at), out)
    vote_all(case, GRANT)
    case.refresh_from_db()
    assert (case.verdict, case.step) == ("keep", Step.FIRST)


def test_where_a_side_and_those_of_none_cannot_fill_its_seats_stewards_decide():
    case = drawn(held(21, 1, 20))
    assert (case.state, case.unmet) == (CaseState.STEWARDS, Unmet.A_SIDE)


def test_between_fewer_than_two_viewpoints_there_is_nothing_to_agree_on():
    with pytest.raises(Refusal) as refused:
        make_case(procedure=Procedure.KEY, rule="key-stands", viewpoints=SIDES[:1])
    assert refused.value.code == "committees.case.one-viewpoint"


def test_a_flagged_item_goes_the_ordinary_way():
    case = make_case(procedure=Procedure.ITEM, rule="unfair-item", viewpoints=SIDES)
    draw_epoch(epochs.taking())
    draw = case.draws.get()
    assert (draw.size, draw.panels, draw.threshold, draw.seats.count()) == ("items", 2, 2, 6)
    vote_all(case, ((Choice.GRANT, "unfair-item"), KEEP))
    case.refresh_from_db()
    assert (case.state, case.step) == (CaseState.FILED, Step.REVIEW)
