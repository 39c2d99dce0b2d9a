"""Which size serves is computed from who is there; where none does, one word says why."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.committees.rules import every_side, lot
from college.committees.rules.areas import WAYS, Procedure, SizeName
from college.committees.rules.feasibility import (
    Pool,
    Unmet,
    is_founding,
    lacking,
    least_present,
    seating,
    seats_of,
    serving,
    size_of,
)
from college.committees.rules.lot import Candidate
from college.ground.charter import Preset, load

CHARTER = load(Preset.ASSEMBLY)
STANDARD, SMALL = CHARTER.sizes.standard, CHARTER.sizes.small


def pool(people, *, off_duty=0, parties=0, strata=None, viewpoints=4, own_side="a"):
    """Of so many on the roster, all who may sit hold no viewpoint unless ``strata`` says."""
    rest = people - off_duty - parties
    return Pool(people, off_duty, parties, strata or {lot.NONE: rest}, viewpoints, own_side)


@pytest.mark.parametrize(
    ("people", "size"),
    [(82, SizeName.STANDARD), (81, SizeName.SMALL), (42, SizeName.SMALL), (41, None)],
)
def test_the_first_size_that_the_roster_can_serve(people, size):
    assert serving(Procedure.CONDUCT, CHARTER, people) == size


@given(st.sampled_from(Procedure), st.integers(0, 300), st.integers(0, 100))
def test_more_people_never_make_a_size_unusable(procedure, people, more):
    sizes = [*WAYS[procedure].sizes, None]
    before, after = (serving(procedure, CHARTER, n) for n in (people, people + more))
    assert sizes.index(after) <= sizes.index(before)


@pytest.mark.parametrize("size", [STANDARD, SMALL])
def test_recusals_and_duty_may_take_half_of_the_reserves(size):
    spare = size.pool - least_present(size)
    assert seats_of(size) < least_present(size) < size.pool
    assert lacking(size, pool(size.pool, off_duty=spare)) is None
    assert lacking(size, pool(size.pool, parties=spare)) is None
    assert lacking(size, pool(size.pool, off_duty=spare + 1)) is Unmet.OFF_DUTY
    assert lacking(size, pool(size.pool, off_duty=spare, parties=1)) is Unmet.PARTIES
    assert lacking(size, pool(size.pool - 1)) is Unmet.TOO_FEW


def test_a_small_side_is_helped_out_by_those_of_no_side_and_then_no_more():
    own = 2 * 1 + 8  # 2×5 + 31 at four viewpoints
    full = {"b": 30, "c": 30, "d": 30}
    assert lacking(STANDARD, pool(90, strata={**full, "a": own})) is None
    assert lacking(STANDARD, pool(90, strata={**full, "a": own - 3, lot.NONE: 3})) is None
    assert lacking(STANDARD, pool(90, strata={**full, "a": own - 3, lot.NONE: 2})) is Unmet.OWN_SIDE


def test_caps_leave_seats_empty_where_all_are_of_one_other_side():
    assert lacking(STANDARD, pool(90, strata={"a": 20, "b": 70})) is Unmet.ONE_SIDED


def test_a_case_falls_back_to_the_small_size_and_then_to_none():
    strata = {"a": 6, "b": 30, "c": 30, "d": 30}  # 2×3 + 15 asks for 2 + 4 of the own side
    assert seating(Procedure.CONDUCT, CHARTER, pool(96, strata=strata)).size is SizeName.SMALL
    short = seating(Procedure.CONDUCT, CHARTER, pool(96, strata={**strata, "a": 5}))
    assert (short.size, short.unmet) == (None, Unmet.OWN_SIDE)


def test_the_founding_charter_ends_where_reported_texts_can_be_judged():
    assert is_founding(CHARTER, SMALL.pool - 1)
    assert not is_founding(CHARTER, SMALL.pool)


@given(
    st.lists(st.sampled_from(["", "a", "b", "c", "d"]), max_size=140),
    st.sampled_from(["", "a"]),
    st.sampled_from([SizeName.STANDARD, SizeName.SMALL, SizeName.PERSONS]),
)
def test_what_the_lot_could_seat_is_never_called_short_of_a_side(sides, own_side, name):
    """Counting may be kinder than the deal, never harsher."""
    size = size_of(CHARTER, name)
    ordered = [Candidate(str(n), side) for n, side in enumerate(sides)]
    first = lot.shape(size.panels, size.seats, size.cap, viewpoints=4, has_side=bool(own_side))
    taken: set[str] = set()
    full = True
    for hand in lot.deal(ordered, own_side=own_side, panels=size.panels):
        seated = lot.seat(hand, first)
        full &= len(seated) == size.seats
        taken |= {seat.candidate.label for seat in seated}
    review = lot.shape(1, size.review_seats, size.review_cap, viewpoints=4, has_side=bool(own_side))
    left = [person for person in ordered if person.label not in taken]
    full &= (
        len(lot.seat(lot.deal(left, own_side=own_side, panels=1)[0], review)) == size.review_seats
    )
    found = lacking(size, Pool(len(sides), 0, 0, Counter(sides), 4, own_side))
    if full:
        assert found not in {Unmet.OWN_SIDE, Unmet.ONE_SIDED}


def keyed(strata, *, people=42, off_duty=0, parties=0, viewpoints=3):
    """What a key lacks whose panels have a seat of every viewpoint."""
    found = Pool(people, off_duty, parties, strata, viewpoints)
    return seating(Procedure.KEY, CHARTER, found).unmet


def test_a_key_needs_two_of_every_viewpoint_or_as_many_of_none():
    assert keyed({"a": 2, "b": 2, "c": 2}) is None
    assert keyed({"a": 30, "b": 1, "c": 2, lot.NONE: 1}) is None
    assert keyed({"a": 30, "b": 1, "c": 2}) is Unmet.A_SIDE
    assert keyed({"a": 30, "b": 2, lot.NONE: 2}) is None
    assert keyed({"a": 30, "b": 2, lot.NONE: 1}) is Unmet.A_SIDE


def test_a_key_asks_for_its_seats_alone_of_a_roster_that_serves_the_size():
    everybody = {lot.NONE: 42}
    assert keyed(everybody, people=41) is Unmet.TOO_FEW
    assert keyed(everybody, off_duty=36) is None
    assert keyed(everybody, off_duty=37) is Unmet.OFF_DUTY
    assert keyed(everybody, off_duty=30, parties=7) is Unmet.PARTIES


@given(st.lists(st.sampled_from(["", "a", "b", "c"]), max_size=30))
def test_what_the_deal_gives_every_side_is_never_called_short_of_one(sides):
    ordered = [Candidate(str(n), side) for n, side in enumerate(sides)]
    viewpoints = ["a", "b", "c"]
    hands = every_side.deal(ordered, viewpoints=viewpoints, panels=2)
    if all(len(every_side.seat(hand, viewpoints)) == 3 for hand in hands):
        assert keyed(Counter(sides), people=60) is None
