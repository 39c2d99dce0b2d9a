"""The house and the verifier come to the same order, seats, successors, rulings and verdicts."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from college.committees.rules import ladder, lot, tally
from college.committees.rules.areas import OF_EVERY_SIDE, Procedure
from college.committees.rules.ladder import Step
from college.committees.rules.tally import Choice, Ruling, Vote
from college.ground.ids import ALPHABET
from college_verify import lot as verifier
from college_verify import tally as verifier_tally
from tests.agreement import draw_vectors
from tests.agreement.drawing import (
    announcement,
    announcement_of_key,
    candidates,
    made_by_house,
    made_by_verifier,
)
from tests.factories.vectors import vectors

CASES = vectors("draw")["cases"]
_seeds = st.binary(min_size=32, max_size=32).map(bytes.hex)
_ids = st.text(alphabet=ALPHABET, min_size=13, max_size=13)
_leaving = st.lists(st.tuples(st.integers(0, 1), st.integers(1, 6)), max_size=12)
_votes = st.lists(
    st.one_of(
        st.just(("keep", "")),
        st.tuples(st.just("grant"), st.sampled_from(["spam", "insult", "threat"])),
    ),
    max_size=9,
)


@st.composite
def documents(draw):
    viewpoints = sorted(draw(st.lists(_ids, max_size=4, unique=True)))
    places = draw(st.lists(_ids, max_size=40, unique=True))
    sides = draw(
        st.lists(st.sampled_from([*viewpoints, ""]), min_size=len(places), max_size=len(places))
    )
    return announcement(
        dict(zip(places, sides, strict=True)),
        own_side=draw(st.sampled_from([*viewpoints, ""])),
        viewpoints=viewpoints,
        panels=draw(
            st.sampled_from([((2, 5, 2), (2, 3, 2)), ((3, 5, 2), (1, 15, 5)), ((1, 31, 8),)])
        ),
        step=draw(st.sampled_from(Step)),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_both_make_the_golden_draws(case):
    given_ = (case["seed"], case["announcement"], [tuple(seat) for seat in case["leaving"]])
    assert made_by_house(*given_) == made_by_verifier(*given_) == case["made"]


def test_the_golden_draws_are_what_the_script_writes():
    assert json.loads(json.dumps(draw_vectors.vectors()))["cases"] == CASES


def test_the_golden_draws_tell_of_everything_that_can_happen():
    made = [case["made"] for case in CASES if case["made"]]
    seats = [seat for one in made for seat in one["seats"]]
    assert any(case["made"] is None for case in CASES)
    assert {one["size"] for one in made} == {"standard", "small", "items"}
    assert any(fallback for *_rest, fallback in seats)
    assert any(None in one["successors"] for one in made)


@given(_seeds, documents())
def test_both_order_a_pool_alike(seed, document):
    house = [p.label for p in lot.order(bytes.fromhex(seed), document, candidates(document))]
    assert verifier.ordered(seed, document, [place for place, _side in document["pool"]]) == house


@settings(max_examples=200)
@given(_seeds, documents(), _leaving)
def test_both_seat_a_pool_and_fill_what_is_left_alike(seed, document, leaving):
    assert made_by_house(seed, document, leaving) == made_by_verifier(seed, document, leaving)


@st.composite
def documents_of_keys(draw):
    viewpoints = sorted(draw(st.lists(_ids, min_size=2, max_size=4, unique=True)))
    places = draw(st.lists(_ids, max_size=30, unique=True))
    held = st.sampled_from([*viewpoints, "", "0" * 13])
    sides = draw(st.lists(held, min_size=len(places), max_size=len(places)))
    return announcement_of_key(dict(zip(places, sides, strict=True)), viewpoints)


@settings(max_examples=200)
@given(_seeds, documents_of_keys(), _leaving)
def test_both_seat_every_side_and_fill_what_is_left_alike(seed, document, leaving):
    assert made_by_house(seed, document, leaving) == made_by_verifier(seed, document, leaving)


@given(st.integers(1, 41), st.integers(0, 9), st.integers(1, 41), st.booleans())
def test_both_shape_a_panel_alike(seats, viewpoints, cap, has_side):
    shape = lot.shape(2, seats, cap, viewpoints=viewpoints, has_side=has_side)
    own = verifier.own_seats(seats, viewpoints) if has_side else 0
    assert (shape.own, shape.cap) == (own, verifier.cap_of(cap, seats, own, viewpoints))


def _house(votes):
    return [Vote(Choice(choice), ground) for choice, ground in votes]


@given(_votes, st.integers(1, 5), st.integers(0, 5))
def test_both_count_alike(votes, threshold, outstanding):
    ruling = tally.ruling(_house(votes), threshold)
    assert verifier_tally.ruling(votes, threshold) == (ruling.choice, ruling.ground)
    settled = tally.settled(_house(votes), threshold=threshold, outstanding=outstanding)
    assert verifier_tally.is_settled(votes, threshold, outstanding) == (settled is not None)


@given(_votes.filter(len), st.sampled_from(Procedure))
def test_both_come_to_the_same_verdict(rulings, procedure):
    told = [Ruling(Choice(choice), ground) for choice, ground in rulings]
    verdict = ladder.verdict(told, every_side=procedure in OF_EVERY_SIDE)
    expected = (verdict.choice, verdict.ground) if verdict else None
    assert verifier_tally.verdict(procedure.value, rulings) == expected


@given(st.integers(1, 41), st.data())
def test_both_call_as_many_first(seats, data):
    threshold = data.draw(st.integers(1, seats))
    assert verifier_tally.first_wave(seats, threshold) == ladder.first_wave(seats, threshold)
