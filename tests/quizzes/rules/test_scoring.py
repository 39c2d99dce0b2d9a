"""What a taker is told: honest certainty pays best, and not knowing costs nothing."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.quizzes.rules.answers import CERTAINTIES
from college.quizzes.rules.scoring import (
    LEAST_RATED,
    Band,
    Outcome,
    brier,
    calibration,
    expected,
    level,
    mark,
    result,
)

CHANCES = st.fractions(0, 1)


@given(CHANCES)
def test_levels_are_worth_what_their_marks_say(p: Fraction) -> None:
    assert [expected(one, p) for one in (1, 2, 3)] == [p, 4 * p - 2, 9 * p - 6]


@given(CHANCES)
def test_the_best_level_changes_at_two_thirds_and_at_four_fifths(p: Fraction) -> None:
    best = max(expected(one, p) for one in (1, 2, 3))

    assert (expected(1, p) == best) == (p <= Fraction(2, 3))
    assert (expected(2, p) == best) == (Fraction(2, 3) <= p <= Fraction(4, 5))
    assert (expected(3, p) == best) == (p >= Fraction(4, 5))


@given(st.integers(0, 100))
def test_saying_how_sure_one_is_gives_the_best_level(certainty: int) -> None:
    p = Fraction(certainty, 100)

    assert expected(level(certainty), p) == max(expected(one, p) for one in (1, 2, 3))


@given(st.integers(0, 100), st.integers(0, 100))
def test_the_brier_score_is_least_where_certainty_is_honest(honest: int, told: int) -> None:
    p = honest / 100

    def loss(certainty: int) -> float:
        return p * brier(certainty, right=True) + (1 - p) * brier(certainty, right=False)

    assert loss(honest) <= loss(told) + 1e-12


@pytest.mark.parametrize(
    ("certainty", "right", "score", "points"),
    [(25, True, 0.5625, 1), (50, False, 0.25, 0), (70, False, 0.49, -2), (99, True, 0.0001, 3)],
)
def test_scores_of_single_answers(certainty: int, right: bool, score: float, points: int) -> None:
    assert brier(certainty, right=right) == pytest.approx(score)
    assert mark(level(certainty), right=right) == points


def test_offered_certainties_cover_all_levels() -> None:
    assert [level(one) for one in CERTAINTIES] == [1, 1, 2, 3, 3]


def outcome(
    item: str, given: str, viewpoint: str = "left", certainty: int | None = None
) -> Outcome:
    return Outcome(
        item, viewpoint, given in {"right", "wrong"}, given == "right", certainty, given == "gone"
    )


def test_a_result_counts_and_says_what_to_read() -> None:
    told = result(
        [
            outcome("a", "unknown"),
            outcome("b", "right", certainty=99),
            outcome("c", "wrong", "right", 70),
            outcome("d", "gone"),
            outcome("e", "right", ""),
        ]
    )

    assert (told.right, told.wrong, told.unanswered, told.gone) == (2, 1, 1, 1)
    assert told.viewpoints == (("left", 2, 1), ("right", 1, 0))
    assert told.read_next == ("c", "a")
    assert told.certainty is not None
    assert (told.certainty.rated, told.certainty.marks, told.certainty.most) == (2, 1, 6)
    assert told.certainty.brier == pytest.approx((0.0001 + 0.49) / 2)


def test_who_says_nothing_of_certainty_is_told_nothing_of_it() -> None:
    assert result([outcome("a", "right")]).certainty is None
    assert result([]).read_next == ()


def test_a_calibration_needs_enough_answers() -> None:
    rated = [(70, True)] * 20 + [(70, False)] * 5 + [(99, True)] * 5

    assert len(rated) == LEAST_RATED
    assert calibration(rated) == [Band(70, 25, 20), Band(99, 5, 5)]
    assert calibration(rated[1:]) is None
