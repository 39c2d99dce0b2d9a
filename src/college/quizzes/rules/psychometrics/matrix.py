"""Answers as a matrix: a row for each taker, a column for each item."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

#: ``RIGHT``, ``NOT_RIGHT`` (wrong, or "don't know") or ``NOT_SHOWN``.
Answers = npt.NDArray[np.int8]
Shares = npt.NDArray[np.float64]
RIGHT, NOT_RIGHT, NOT_SHOWN = 1, 0, -1


def matrix(rows: Sequence[Sequence[int]], items: int) -> Answers:
    """Rows of cells as a matrix; ``ValueError`` for another number of cells or another cell."""
    made = np.array(rows, dtype=np.int8).reshape(len(rows), -1 if rows else items)
    if made.shape[1] != items or not np.isin(made, (RIGHT, NOT_RIGHT, NOT_SHOWN)).all():
        raise ValueError("a row of answers that is not one cell for each item")
    return made


def shares(right: npt.NDArray[np.int64], shown: npt.NDArray[np.int64]) -> Shares:
    """How much of what each was shown was right, from 0 to 1; not a number where nothing was shown."""
    found: Shares = np.full(right.shape, np.nan)
    np.divide(right, shown, out=found, where=shown > 0)
    return found
