"""Answers as a matrix."""

import numpy as np
import pytest

from college.quizzes.rules.psychometrics.matrix import matrix, shares


def test_rows_become_takers_and_cells_items():
    made = matrix([[1, 0, -1], [0, 1, 1]], 3)
    assert made.shape == (2, 3)
    assert made.tolist() == [[1, 0, -1], [0, 1, 1]]
    assert matrix([], 4).shape == (0, 4)


@pytest.mark.parametrize("rows", [[[1, 0]], [[1, 0, 2]], [[1, 0, 1, 0]]])
def test_other_cells_are_refused(rows):
    with pytest.raises(ValueError, match="one cell for each item"):
        matrix(rows, 3)


def test_shares_of_nothing_are_no_numbers():
    found = shares(np.array([1, 0]), np.array([4, 0]))
    assert found[0] == 0.25
    assert np.isnan(found[1])
