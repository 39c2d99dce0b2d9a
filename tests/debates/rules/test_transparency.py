"""Counting what was reported: every hearing once, small figures kept back."""

from hypothesis import given
from hypothesis import strategies as st

from college.debates.rules.grounds import Ground, Origin
from college.debates.rules.transparency import (
    COLUMNS,
    Held,
    Line,
    by_ground,
    by_hold,
    by_origin,
    figure,
)

_SETTLED = st.sampled_from(["", "granted", "kept", "withdrawn"])
_LINES = st.builds(
    Line,
    ground=st.sampled_from(Ground),
    origin=st.sampled_from(Origin),
    settled=_SETTLED,
    hours=st.none() | st.floats(0, 999),
    held=st.booleans(),
    appealed=st.booleans(),
    overturned=st.booleans(),
)


@given(st.lists(_LINES, max_size=60))
def test_every_hearing_is_counted_once_in_each_table(lines):
    for rows in (by_ground(lines, least=1), by_origin(lines, least=1)):
        *parts, total = rows
        assert total.heard == len(lines)
        for column in COLUMNS[:-1]:
            assert sum(getattr(row, column) for row in parts) == getattr(total, column)
        assert total.heard == total.restricted + total.kept + total.withdrawn + total.waiting


@given(st.lists(_LINES, max_size=60), st.integers(2, 30))
def test_no_figure_from_one_to_below_the_least_is_shown(lines, least):
    for row in (*by_ground(lines, least=least), *by_origin(lines, least=least)):
        for shown in row.figures[:-1]:
            assert shown is None or shown == 0 or shown >= least


def test_nothing_and_enough_are_shown():
    assert [figure(n, least=20) for n in (0, 1, 19, 20)] == [0, None, None, 20]


def test_median_needs_enough_cases():
    few = [Line(Ground.SPAM, Origin.MEMBER, "kept", hours=2.0)] * 19
    assert by_ground(few, least=20)[-1].hours is None
    assert by_ground([*few, few[0]], least=20)[-1].hours == 2


@given(
    st.lists(
        st.tuples(
            st.sampled_from(Held), st.sampled_from(["", "granted", "kept", "lapsed", "overturned"])
        ),
        max_size=30,
    )
)
def test_every_hold_is_counted_once_however_few_there_are(holds):
    rows = by_hold(holds)
    assert [row.name for row in rows] == list(Held)
    assert sum(row.held for row in rows) == len(holds)
    for row in rows:
        assert row.held == row.waiting + row.granted + row.let_go
