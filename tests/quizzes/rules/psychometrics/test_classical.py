"""Classical figures of items: the textbook's where everybody sees everything, and sensible where not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.quizzes.rules.psychometrics.classical import (
    items,
    picked,
    reliability,
    spearman_brown,
)
from tests.quizzes.rules.psychometrics.made import VECTORS, answers, by_others

_CELL = st.sampled_from([1, 0, -1])
_MATRICES = (
    st.integers(1, 6)
    .flatmap(lambda n: st.lists(st.lists(_CELL, min_size=n, max_size=n), min_size=1, max_size=25))
    .map(lambda rows: np.array(rows, dtype=np.int8))
)
#: Five takers, four items, worked by hand below.
_SMALL = np.array(
    [[1, 1, 1, 1], [1, 1, 1, 0], [1, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0]], dtype=np.int8
)


def test_correlations_and_alpha_are_other_peoples():
    known = VECTORS["classical"]
    some = by_others()[: known["takers"]]
    found = [item.correlation for item in items(some, [4] * 8)]
    assert found == pytest.approx(known["correlation"], rel=1e-9)
    assert reliability(some, 8) == pytest.approx(known["alpha"], rel=1e-9)


def test_a_small_matrix_by_hand():
    """Of the other three, those who have the second item right had 3, 2 and 1; the others 1 and 0."""
    first, second, *_ = items(_SMALL, [4, 2, 0, 0])
    assert (first.takers, first.right, first.facility) == (5, 4, 0.8)
    assert first.beyond_chance == pytest.approx((0.8 - 0.25) / 0.75)
    assert second.beyond_chance == pytest.approx(0.2)
    spread = np.std([3, 2, 1, 1, 0])
    assert second.correlation == pytest.approx((2 - 0.5) / spread * (0.6 * 0.4) ** 0.5)


def test_alpha_by_its_formula():
    by_formula = 4 / 3 * (1 - (0.16 + 0.24 + 0.24 + 0.16) / np.var([4, 3, 2, 1, 0]))
    assert reliability(_SMALL, 4) == pytest.approx(by_formula)


def test_a_longer_quiz_is_as_spearman_and_brown_have_it():
    some = by_others()
    assert reliability(some, 24) == pytest.approx(spearman_brown(reliability(some, 8), 3))
    assert spearman_brown(0.5, 2) == pytest.approx(2 / 3)


def test_alpha_is_the_same_where_everybody_sees_a_part():
    """Eight of twenty items each, drawn: alpha of a quiz of eight is what it is where all see all."""
    luck = np.random.default_rng(6)
    know, hard = luck.normal(size=6000), np.linspace(-1.5, 1.5, 20)
    whole = reliability(answers(luck, know, hard), 8)
    part = reliability(answers(luck, know, hard, shown=8), 8)
    assert part == pytest.approx(whole, abs=0.02)


def test_the_index_compares_the_tails_and_shares_out_the_edge():
    """Of five takers a tail is 1.35: the best one whole and 0.35 of the next."""
    found = items(_SMALL, [0] * 4)
    assert found[3].index == pytest.approx(1 / 1.35)
    assert found[2].index == pytest.approx(1)
    assert found[0].index == pytest.approx(1 - 0.35 / 1.35)


def test_takers_alike_at_the_edge_count_alike():
    alike = np.array([[1, 0], [0, 1]] * 10, dtype=np.int8)
    assert [item.index for item in items(alike, [2, 2])] == pytest.approx([0, 0])


def test_what_stands_out_is_said():
    luck = np.random.default_rng(7)
    know = luck.normal(size=800)
    made = answers(luck, know, np.array([0, 0.2, -0.3, 0.1, 1.5, -3.0]), slopes=2)
    wrong_key = 1 - made[:, :1]
    chance = (luck.random((800, 1)) < 0.5).astype(np.int8)
    flags = [item.flags for item in items(np.hstack([made, wrong_key, chance]), [4] * 8)]
    assert flags[1:4] == [(), (), ()]
    assert flags[4][0] == "hard"
    assert flags[5][0] == "easy"
    assert flags[6] == ("negative",)
    assert flags[7] in {("weak",), ("negative",)}


def test_a_wrong_option_of_those_who_know_misleads_and_stands_out():
    luck = np.random.default_rng(8)
    know = luck.normal(size=2000)
    made = answers(luck, know, np.zeros(8))
    chosen = np.zeros((2000, 3), dtype=bool)
    right = made[:, 0] == 1
    chosen[right, 0] = True
    # The second option draws those who know least, the third nobody.
    chosen[~right, 1] = True
    found = picked(made, 0, chosen)
    assert found[0] > 0.2
    assert found[1] == pytest.approx(-found[0])
    assert found[2] is None
    assert found[0] == pytest.approx(items(made, [3] * 8)[0].correlation)


@given(_MATRICES)
def test_every_figure_is_in_its_bounds_or_none(some):
    found = items(some, [4] * some.shape[1])
    for column, item in enumerate(found):
        assert item.takers == int((some[:, column] != -1).sum())
        assert item.right == int((some[:, column] == 1).sum())
        assert item.facility is None if item.takers == 0 else 0 <= item.facility <= 1
        assert item.correlation is None or -1.000001 <= item.correlation <= 1.000001
        assert item.index is None or -1.000001 <= item.index <= 1.000001
    alpha = reliability(some, 8)
    assert alpha is None or alpha < 9


@given(_MATRICES, st.randoms(use_true_random=False))
def test_the_order_of_takers_does_not_matter(some, luck):
    """Patterns are published in no order."""
    order = list(range(len(some)))
    luck.shuffle(order)
    found, again = (items(each, [4] * some.shape[1]) for each in (some, some[order]))
    for one, other in zip(found, again, strict=True):
        assert (one.takers, one.right, one.facility) == (other.takers, other.right, other.facility)
        assert one.correlation == pytest.approx(other.correlation, abs=1e-9)
        assert one.index == pytest.approx(other.index, abs=1e-9)


def test_each_item_needs_its_number_of_options():
    with pytest.raises(ValueError, match="each item"):
        items(_SMALL, [4])


def test_one_item_alone_has_no_rest_and_no_reliability():
    lone = np.array([[1], [0], [1]], dtype=np.int8)
    assert items(lone, [4])[0].correlation is None
    assert reliability(lone, 8) is None
    assert reliability(np.ones((3, 3), dtype=np.int8), 8) is None
