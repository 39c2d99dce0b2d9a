"""Panels of every side: one seat for each viewpoint, nobody beside, nobody twice."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chisquare

from college.committees.rules import every_side, lot
from college.committees.rules.lot import NONE, Candidate, Seated
from tests.committees.rules.test_lot import ANNOUNCEMENT, ordered

SIDES = ["a" * 13, "b" * 13, "c" * 13, "d" * 13]
STRANGER = "e" * 13
_seeds = st.binary(min_size=32, max_size=32)


@st.composite
def pools(draw):
    held = draw(st.lists(st.sampled_from([*SIDES, NONE, STRANGER]), max_size=40))
    return [Candidate(f"{number:013d}", side) for number, side in enumerate(held)]


def dealt(drawn, pool, sides, panels=2):
    people = lot.order(drawn, ANNOUNCEMENT, pool)
    return every_side.deal(people, viewpoints=sides, panels=panels)


def follows(order, people):
    """Whether people stand as they do in an order."""
    places = [order.index(one) for one in people]
    return places == sorted(places)


@given(_seeds, pools(), st.integers(2, 4), st.integers(2, 3))
def test_each_viewpoint_is_dealt_by_itself_in_order_and_evenly(drawn, pool, number, panels):
    sides = SIDES[:number]
    order = lot.order(drawn, ANNOUNCEMENT, pool)
    hands = dealt(drawn, pool, sides, panels)
    everybody = [one for hand in hands for one in (*hand.own, *hand.others)]
    assert len(set(everybody)) == len(everybody)
    assert set(everybody) == {one for one in pool if one.stratum in {*sides, NONE}}
    for side in (*sides, NONE):
        of_side = [[p for p in (*h.own, *h.others) if p.stratum == side] for h in hands]
        assert all(follows(order, people) for people in of_side)
        sizes = [len(people) for people in of_side]
        assert sizes == sorted(sizes, reverse=True)
        assert sizes[0] - sizes[-1] <= 1


@given(_seeds, pools(), st.integers(2, 4))
def test_every_viewpoint_has_the_seat_of_its_number_or_one_of_no_viewpoint_has_it(
    drawn, pool, number
):
    sides = SIDES[:number]
    for hand in dealt(drawn, pool, sides):
        panel = every_side.seat(hand, sides)
        for side, one in zip(sides, panel, strict=False):
            holders = [p for p in hand.own if p.stratum == side]
            assert one.own_seat
            assert one.candidate.stratum == (NONE if one.fallback else side)
            assert one.fallback == (not holders)
            assert one.fallback or one.candidate == holders[0]
        assert [s.candidate for s in panel if s.fallback] == list(hand.others)[: _stood_in(panel)]
        missing = sum(not any(p.stratum == side for p in hand.own) for side in sides)
        assert (len(panel) == number) == (missing <= len(hand.others))


def _stood_in(panel):
    return sum(one.fallback for one in panel)


@given(_seeds, pools(), st.lists(st.tuples(st.integers(0, 1), st.integers(1, 4)), max_size=12))
def test_a_refill_comes_from_the_same_viewpoint_or_none_and_nobody_sits_twice(drawn, pool, leaving):
    hands = dealt(drawn, pool, SIDES)
    held = {
        (panel, number): one
        for panel, hand in enumerate(hands)
        for number, one in enumerate(every_side.seat(hand, SIDES), start=1)
    }
    sat = [one.candidate.label for one in held.values()]
    used = [{one.candidate.label for (at, _n), one in held.items() if at == p} for p in (0, 1)]
    for panel, number in leaving:
        out = held.pop((panel, number), None)
        if out is None:
            continue
        comes = every_side.refill(hands[panel], SIDES[number - 1], used=used[panel])
        left = [p for p in hands[panel].own if p.stratum == SIDES[number - 1]]
        rest = [p for p in (*left, *hands[panel].others) if p.label not in used[panel]]
        assert (comes and comes.candidate) == (rest[0] if rest else None)
        if comes is not None:
            assert comes.own_seat
            assert comes.fallback == (comes.candidate.stratum == NONE)
            held[panel, number] = comes
            used[panel].add(comes.candidate.label)
            sat.append(comes.candidate.label)
    assert len(set(sat)) == len(sat)


def test_the_only_holder_sits_in_the_first_panel_and_one_of_no_viewpoint_in_the_second():
    pool = [Candidate("0" * 13, SIDES[0]), *(Candidate(f"{n:013d}", SIDES[1]) for n in (1, 2))]
    pool += [Candidate(f"{n:013d}", NONE) for n in (3, 4)]
    first, second = dealt(bytes(32), pool, SIDES[:2])
    assert [one.fallback for one in every_side.seat(first, SIDES[:2])] == [False, False]
    assert [one.fallback for one in every_side.seat(second, SIDES[:2])] == [True, False]
    assert every_side.refill(first, SIDES[0], used={"0" * 13}) == Seated(
        first.others[0], own_seat=True, fallback=True
    )


def test_a_panel_is_short_where_a_viewpoint_and_those_of_none_are_used_up():
    pool = [Candidate(f"{n:013d}", SIDES[0]) for n in range(4)]
    assert [len(every_side.seat(h, SIDES[:2])) for h in dealt(bytes(32), pool, SIDES[:2])] == [1, 1]


def test_within_a_viewpoint_everybody_has_the_same_chance():
    pool = [Candidate(f"{number:013d}", SIDES[number % 3]) for number in range(24)]
    count: Counter[str] = Counter()
    for number in range(1_000):
        for hand in every_side.deal(ordered(number, pool), viewpoints=SIDES[:3], panels=2):
            count.update(one.candidate.label for one in every_side.seat(hand, SIDES[:3]))
    for side in SIDES[:3]:
        drawn = [count[one.label] for one in pool if one.stratum == side]
        assert sum(drawn) == 2_000
        assert chisquare(drawn).pvalue > 0.001, side


@given(pools(), st.integers(0, 999))
def test_law_3_mirror_two_viewpoints_swapped_seat_the_same_people(pool, number):
    """The holders of two viewpoints change places: the same people sit, or the same panels are short."""
    swap = {SIDES[0]: SIDES[1], SIDES[1]: SIDES[0]}

    def seated(people):
        hands = every_side.deal(ordered(number, people), viewpoints=SIDES[:3], panels=2)
        panels = [every_side.seat(hand, SIDES[:3]) for hand in hands]
        return [
            {one.candidate.label for one in panel} if len(panel) == 3 else None for panel in panels
        ]

    mirrored = [Candidate(one.label, swap.get(one.stratum, one.stratum)) for one in pool]
    assert seated(pool) == seated(mirrored)
