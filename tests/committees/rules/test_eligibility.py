"""Who may be drawn: standing, rest, and a roster neither too large to watch nor too small to serve."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import all_sizes, is_eligible, roster_size
from college.committees.rules.feasibility import serving
from college.ground.charter import Preset, load
from tests.factories.acts import MOMENT

CHARTER = load(Preset.ASSEMBLY)
STANDING, REST = CHARTER.clocks.standing, CHARTER.clocks.rest
FEW, MANY = CHARTER.roster.rest_from - 1, CHARTER.roster.rest_from
MOMENT_BEFORE = timedelta(milliseconds=1)


def eligible(*, since=STANDING, rested=None, count=MANY, suspended=False):
    ended = None if rested is None else MOMENT - rested
    return is_eligible(
        MOMENT - since, suspended, ended, MOMENT, eligible_count=count, charter=CHARTER
    )


@pytest.mark.parametrize(("since", "may"), [(STANDING, True), (STANDING - MOMENT_BEFORE, False)])
def test_nobody_is_drawn_before_their_days_of_standing(since, may):
    assert eligible(since=since) is may


@pytest.mark.parametrize(
    ("rested", "count", "may"),
    [
        (REST, MANY, True),
        (REST - MOMENT_BEFORE, MANY, False),
        (timedelta(0), FEW, True),
    ],
)
def test_a_term_is_followed_by_a_rest_where_people_are_many(rested, count, may):
    assert eligible(rested=rested, count=count) is may


def test_who_is_suspended_is_not_drawn():
    assert not eligible(suspended=True)


@pytest.mark.parametrize(
    ("people", "size"),
    [
        (0, 0),
        (10, 3),
        (42, 42),
        (81, 42),
        (82, 82),
        (112, 112),
        (130, 122),
        (480, 158),
        (9000, 240),
    ],
)
def test_the_roster_is_a_share_of_the_eligible_but_enough_for_the_largest_size(people, size):
    assert roster_size(people, CHARTER) == size


@given(st.integers(0, 5000))
def test_a_roster_is_never_larger_than_the_most_nor_than_there_are(people):
    assert roster_size(people, CHARTER) <= min(people, CHARTER.roster.most)


@given(st.integers(0, 2000), st.integers(0, 50))
def test_more_people_never_make_a_smaller_roster(people, more):
    assert roster_size(people, CHARTER) <= roster_size(people + more, CHARTER)


@given(st.integers(0, 2000), st.sampled_from(Procedure))
def test_drawing_a_roster_costs_no_case_its_size(people, procedure):
    drawn = roster_size(people, CHARTER)
    assert serving(procedure, CHARTER, drawn) == serving(procedure, CHARTER, people)


def test_every_size_is_looked_at():
    assert len({size.pool for size in all_sizes(CHARTER)}) == 4
    assert len(all_sizes(CHARTER)) == 7
