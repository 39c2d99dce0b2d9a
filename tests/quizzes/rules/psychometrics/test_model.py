"""The two-parameter model: what is published is where the function of the specification is largest."""

from math import exp, log, pi

import numpy as np
import pytest

from college.quizzes.rules.psychometrics.model import ARRIVED, NODES, WEIGHTS, fitted
from tests.quizzes.rules.psychometrics.made import VECTORS, answers, by_others


def function(rows, slopes, intercepts):
    """F of spec/quizzes.md, term by term: slow, and nobody's code."""
    total = -sum((a - 1) ** 2 for a in slopes) / 2
    nodes = [number / 4 for number in range(-20, 21)]
    whole = sum(exp(-node * node / 2) for node in nodes)
    for row in rows:
        likelihood = 0.0
        for node in nodes:
            part = exp(-node * node / 2) / whole
            for cell, a, c in zip(row, slopes, intercepts, strict=True):
                if cell != -1:
                    right = 1 / (1 + exp(-(a * node + c)))
                    part *= right if cell == 1 else 1 - right
            likelihood += part
        total += log(likelihood)
    return total


@pytest.fixture(scope="module")
def few():
    luck = np.random.default_rng(11)
    return answers(luck, luck.normal(size=60), np.array([-1.0, 0, 0.4, 1.2]), shown=3)


def test_the_nodes_are_those_of_the_specification():
    assert NODES.tolist() == [number / 4 for number in range(-20, 21)]
    assert WEIGHTS.sum() == pytest.approx(1)
    assert WEIGHTS[20] == pytest.approx(0.25 / (2 * pi) ** 0.5, rel=1e-4)


def test_at_the_solution_the_function_goes_down_in_every_direction(few):
    found = fitted(few)
    rows = few.tolist()
    top = function(rows, found.slopes, found.intercepts)
    values = [*found.slopes, *found.intercepts]
    for at in range(len(values)):
        sides = []
        for step in (-1e-3, 1e-3):
            moved = [value + step * (at == number) for number, value in enumerate(values)]
            sides.append(function(rows, moved[:4], moved[4:]))
        assert max(sides) < top
        assert abs(sides[1] - sides[0]) / 2e-3 / len(rows) < 1e-5


def test_figures_are_about_those_of_girth():
    """Which holds slopes by no prior and has other nodes: with 1,500 takers that moves little."""
    found = fitted(by_others())
    assert found.arrived
    assert found.gradient <= ARRIVED
    assert found.slopes == pytest.approx(VECTORS["model"]["slopes"], abs=0.05)
    assert found.difficulties == pytest.approx(VECTORS["model"]["difficulties"], abs=0.05)


def test_what_was_planted_is_found_where_everybody_sees_a_part():
    luck = np.random.default_rng(12)
    slopes, hard = np.exp(luck.normal(0, 0.3, 20)), luck.normal(size=20)
    some = answers(luck, luck.normal(size=3000), hard, slopes=slopes, shown=8)
    found = fitted(some)
    assert found.arrived
    assert np.corrcoef(found.slopes, slopes)[0, 1] > 0.9
    assert np.corrcoef(found.difficulties, hard)[0, 1] > 0.99
    off = np.array(found.difficulties) - hard
    assert np.sqrt((off**2).mean()) < 0.15


def test_rounded_to_thousandths_the_gradient_is_within_what_a_verifier_accepts():
    """Told in thousandths, each value is off by half of one at most; 5e-4 of a taker covers it."""
    luck = np.random.default_rng(13)
    for slopes, shown in ((1.0, None), (2.5, None), (1.0, 8)):
        some = answers(
            luck, luck.normal(size=300), np.linspace(-2, 2, 30), slopes=slopes, shown=shown
        )
        found = fitted(some)
        assert found.arrived
        rounded = [[round(v, 3) for v in values] for values in (found.slopes, found.intercepts)]
        assert np.abs(_gradient(some, *rounded)).max() < 5e-4
        spoilt = list(rounded[0])
        spoilt[3] += 0.02
        if shown is None:
            assert np.abs(_gradient(some, spoilt, rounded[1])).max() > 5e-4


def _gradient(some, slopes, intercepts):
    """As spec/quizzes.md has it, over the number of takers."""
    slopes, intercepts = np.array(slopes), np.array(intercepts)
    nodes = np.arange(-20, 21) / 4
    right = 1 / (1 + np.exp(-(nodes[:, None] * slopes + intercepts)))
    rows = []
    for row in some:
        each = np.where(row == 1, right, np.where(row == 0, 1 - right, 1))
        posterior = np.exp(-(nodes**2) / 2) * each.prod(axis=1)
        posterior /= posterior.sum()
        surprise = posterior[:, None] * np.where(row == -1, 0, row - right)
        rows.append(np.concatenate([nodes @ surprise, surprise.sum(axis=0)]))
    pull = np.concatenate([slopes - 1, np.zeros(len(slopes))])
    return (np.sum(rows, axis=0) - pull) / len(some)


def test_items_that_all_or_none_have_right_have_no_place():
    luck = np.random.default_rng(14)
    some = answers(luck, luck.normal(size=300), np.array([-0.5, 0, 0.5]))
    more = np.hstack([np.ones((300, 1)), some, np.zeros((300, 1)), -np.ones((300, 1))])
    found = fitted(more.astype(np.int8))
    assert [slope is None for slope in found.slopes] == [True, False, False, False, True, True]
    alone = fitted(some)
    assert found.slopes[1:4] == pytest.approx(alone.slopes, abs=1e-4)
    assert found.difficulties[0] is None


def test_nothing_to_fit_is_no_error():
    assert fitted(np.ones((3, 2), dtype=np.int8)).slopes == (None, None)
    assert fitted(np.zeros((0, 2), dtype=np.int8)).intercepts == (None, None)


@pytest.mark.parametrize("seed", range(4))
def test_odd_answers_arrive_all_the_same(seed):
    """A wrong key, an item of chance, one that hardly anybody has right, and twins."""
    luck = np.random.default_rng(100 + seed)
    know = luck.normal(size=500)
    made = answers(luck, know, np.array([0, 0.5, -0.5, 4.5, -5.0, 0.0]))
    odd = np.hstack([made, 1 - made[:, :1], made[:, 1:2], (luck.random((500, 1)) < 0.5)])
    found = fitted(odd.astype(np.int8))
    assert found.arrived
    assert all(value is not None and abs(value) < 30 for value in found.slopes)
    assert found.slopes[6] < 0
