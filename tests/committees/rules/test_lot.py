"""The lot: equal chances, constant own seats, caps, disjoint panels, and nobody moved by another."""

import hashlib
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chisquare

from college.committees.rules import lot
from college.committees.rules.lot import NONE, Candidate, Shape
from college.ground.ids import ALPHABET

SIDES = ["a" * 13, "b" * 13, "c" * 13, "d" * 13]
ANNOUNCEMENT = {"v": "college-draw-v1", "case": "7h2m9k4qx0c5t"}
_seeds = st.binary(min_size=32, max_size=32)
_labels = st.lists(
    st.text(alphabet=ALPHABET, min_size=13, max_size=13), min_size=1, max_size=60, unique=True
)


@st.composite
def pools(draw):
    labels = draw(_labels)
    sides = st.sampled_from([*SIDES[: draw(st.integers(1, 4))], NONE])
    return [Candidate(label, draw(sides)) for label in labels]


def seed(number: int) -> bytes:
    return hashlib.sha256(number.to_bytes(8, "big")).digest()


def ordered(number: int, pool: list[Candidate]) -> list[Candidate]:
    return lot.order(seed(number), ANNOUNCEMENT, pool)


@pytest.mark.parametrize(
    ("seats", "viewpoints", "own"),
    [
        (5, 0, 0),
        (5, 1, 5),
        (5, 2, 2),
        (5, 3, 2),
        (5, 4, 1),
        (5, 12, 1),
        (3, 2, 1),
        (31, 4, 8),
        (15, 2, 7),
    ],
)
def test_own_seats_are_the_share_rounded_half_down_and_one_at_least(seats, viewpoints, own):
    assert lot.own_seats(seats, viewpoints) == own


@pytest.mark.parametrize(
    ("cap", "seats", "own", "viewpoints", "expected"),
    [
        (2, 5, 1, 4, 2),
        (2, 5, 2, 2, 3),
        (2, 3, 1, 2, 2),
        (8, 31, 8, 4, 8),
        (2, 5, 0, 2, 3),
        (2, 5, 0, 0, 5),
    ],
)
def test_the_cap_gives_way_where_seats_could_not_be_filled(cap, seats, own, viewpoints, expected):
    assert lot.other_cap(cap, seats, own, viewpoints) == expected


@given(_seeds, pools(), st.data())
def test_who_leaves_the_pool_moves_nobody_else(drawn, pool, data):
    leaver = data.draw(st.sampled_from(pool))
    before = lot.order(drawn, ANNOUNCEMENT, pool)
    after = lot.order(drawn, ANNOUNCEMENT, [one for one in pool if one != leaver])
    assert after == [one for one in before if one != leaver]


@given(_seeds, pools(), st.integers(1, 3))
def test_hands_are_disjoint_and_leave_nobody_out(drawn, pool, panels):
    hands = lot.deal(lot.order(drawn, ANNOUNCEMENT, pool), own_side=SIDES[0], panels=panels)
    dealt = [one for hand in hands for one in (*hand.own, *hand.others)]
    assert sorted(dealt, key=lambda one: one.label) == sorted(pool, key=lambda one: one.label)
    assert all(one.stratum == SIDES[0] for hand in hands for one in hand.own)
    sizes = [len(hand.others) for hand in hands]
    assert max(sizes) - min(sizes) <= 1


@given(_seeds, pools(), st.integers(1, 7), st.integers(0, 7), st.integers(1, 3))
def test_own_seats_are_constant_and_caps_are_kept(drawn, pool, seats, own, cap):
    shape = Shape(panels=2, seats=seats, own=min(own, seats), cap=cap)
    for hand in lot.deal(lot.order(drawn, ANNOUNCEMENT, pool), own_side=SIDES[0], panels=2):
        panel = lot.seat(hand, shape)
        labels = [one.candidate.label for one in panel]
        assert len(set(labels)) == len(labels)
        kept = [one for one in panel if one.own_seat]
        assert len(kept) == shape.own or len(panel) == len(kept) < shape.own
        assert all(one.candidate.stratum == (NONE if one.fallback else SIDES[0]) for one in kept)
        count = Counter(one.candidate.stratum for one in panel if not one.own_seat)
        assert all(number <= cap for side, number in count.items() if side != NONE)
        assert SIDES[0] not in count


@given(_seeds, pools(), st.lists(st.integers(0, 4), max_size=8))
def test_a_refill_moves_nobody_calls_nobody_twice_and_keeps_the_caps(drawn, pool, leaving):
    shape = Shape(panels=2, seats=5, own=1, cap=2)
    hand = lot.deal(lot.order(drawn, ANNOUNCEMENT, pool), own_side=SIDES[0], panels=2)[0]
    held = list(lot.seat(hand, shape))
    used = {one.candidate.label for one in held}
    for number in leaving:
        if number >= len(held):
            continue
        out = held.pop(number)
        comes = lot.refill(hand, shape, sitting=held, used=used, out=out)
        if comes is None:
            continue
        assert comes.candidate.label not in used
        assert comes.own_seat == out.own_seat
        used.add(comes.candidate.label)
        held.append(comes)
        count = Counter(one.candidate.stratum for one in held if not one.own_seat)
        assert all(count[side] <= shape.cap for side in SIDES)


def test_within_a_stratum_everybody_has_the_same_chance():
    pool = [Candidate(f"{number:013d}", SIDES[number % 3]) for number in range(24)]
    shape = lot.shape(2, 5, 2, viewpoints=3, has_side=True)
    count: Counter[str] = Counter()
    for number in range(1_500):
        for hand in lot.deal(ordered(number, pool), own_side=SIDES[0], panels=2):
            count.update(one.candidate.label for one in lot.seat(hand, shape))
    for side in SIDES[:3]:
        drawn = [count[one.label] for one in pool if one.stratum == side]
        assert chisquare(drawn).pvalue > 0.001, side
    own = sum(count[one.label] for one in pool if one.stratum == SIDES[0])
    assert own == 1_500 * 2 * 2


def test_another_announcement_is_another_order():
    pool = [Candidate(f"{number:013d}", NONE) for number in range(24)]
    other = lot.order(seed(1), ANNOUNCEMENT | {"blind": "00" * 32}, pool)
    assert ordered(1, pool) != other
    assert ordered(1, pool) == ordered(1, pool[::-1])


@given(pools(), st.integers(0, 999), st.integers(1, 3), st.sampled_from(SIDES[:2]))
def test_law_3_mirror_sides_swapped_seat_the_same_people(pool, number, panels, side):
    """The author's side and another change places: each panel has the same people on the same seats."""
    swap = {SIDES[0]: SIDES[1], SIDES[1]: SIDES[0]}

    def seated(people, own_side):
        hands = lot.deal(ordered(number, people), own_side=own_side, panels=panels)
        wanted = lot.shape(panels, 5, 2, viewpoints=4, has_side=True)
        return [
            [(one.candidate.label, one.own_seat, one.fallback) for one in lot.seat(hand, wanted)]
            for hand in hands
        ]

    mirrored = [Candidate(one.label, swap.get(one.stratum, one.stratum)) for one in pool]
    assert seated(pool, side) == seated(mirrored, swap[side])
