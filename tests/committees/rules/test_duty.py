"""A term is cut into spans without a gap; the order of an emergency depends on the seed alone."""

from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from college.committees.rules import duty
from tests.factories.acts import MOMENT

_lengths = st.timedeltas(min_value=timedelta(minutes=1), max_value=timedelta(days=400))


@given(_lengths, st.timedeltas(min_value=timedelta(hours=6), max_value=timedelta(days=30)))
def test_spans_cover_the_term_once(term, length):
    spans = duty.spans(MOMENT, MOMENT + term, length)
    assert spans[0].begins == MOMENT
    assert spans[-1].ends == MOMENT + term
    assert [s.number for s in spans] == list(range(1, len(spans) + 1))
    assert all(a.ends == b.begins for a, b in pairwise(spans))
    assert all(s.ends - s.begins == length for s in spans[:-1])


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)), max_size=6), st.integers(0, 60))
def test_on_duty_is_never_having_chosen_or_having_chosen_now(chosen, hour):
    own = [(MOMENT + timedelta(hours=b), MOMENT + timedelta(hours=b + n)) for b, n in chosen]
    expected = not chosen or any(b <= hour < b + n for b, n in chosen)
    assert duty.is_on_duty(own, MOMENT + timedelta(hours=hour)) == expected


@given(st.sets(st.text("abcdefgh", min_size=3, max_size=5), min_size=2), st.data())
def test_who_leaves_moves_nobody_else(places, data):
    seed = b"\x07" * 32
    order = duty.first_called(seed, roster="r" * 13, span=3, places=places)
    gone = data.draw(st.sampled_from(sorted(places)))
    without = duty.first_called(seed, roster="r" * 13, span=3, places=places - {gone})
    assert without == [place for place in order if place != gone]


def test_another_span_roster_or_seed_is_another_order():
    places = [f"place{n:08d}" for n in range(40)]
    given_ = {"roster": "r" * 13, "span": 1, "places": places}
    order = duty.first_called(b"\x01" * 32, **given_)
    assert sorted(order) == sorted(places)
    assert order != duty.first_called(b"\x02" * 32, **given_)
    assert order != duty.first_called(b"\x01" * 32, **(given_ | {"span": 2}))
    assert order != duty.first_called(b"\x01" * 32, **(given_ | {"roster": "s" * 13}))


@given(st.integers(0, 100))
def test_at_least_half_of_the_spans_ahead(ahead):
    assert duty.least(ahead) * 2 in {ahead, ahead + 1}
