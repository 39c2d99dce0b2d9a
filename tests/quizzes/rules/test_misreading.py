"""Items that most takers get wrong point back to their sentences."""

from hypothesis import given
from hypothesis import strategies as st

from college.quizzes.rules.misreading import Misread, misread

ROWS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60)), max_size=6)


def figures(*rows, least=30):
    return {
        "thresholds": {"least_takers": least},
        "items": [
            {"item": f"0tem{n}", "takers": r + w + u, "right": r, "unknown": u}
            for n, (r, w, u) in enumerate(rows)
        ],
    }


def test_what_more_than_half_get_wrong_is_misread():
    told = figures((10, 30, 0), (20, 20, 0), (1, 39, 0), (10, 19, 0))
    assert misread(told) == [Misread("0tem2", 40, 39), Misread("0tem0", 40, 30)]


def test_who_says_i_do_not_know_is_not_misled():
    assert misread(figures((5, 10, 25))) == []


@given(ROWS)
def test_too_few_takers_say_nothing_and_the_worst_comes_first(rows):
    found = misread(figures(*rows))
    assert all(one.takers >= 30 and one.wrong * 2 > one.takers for one in found)
    shares = [one.wrong / one.takers for one in found]
    assert shares == sorted(shares, reverse=True)
