"""Stating another's viewpoint: how long, what is read beside it, what its writer is told."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.ground.charter import Preset, load
from college.quizzes.rules.retellings import (
    LEAST_READINGS,
    SHORTEST,
    SITTING,
    Candidate,
    said,
    sheet,
    told,
)
from tests.factories.acts import refused

LENGTHS = load(Preset.ASSEMBLY).lengths
_SIZES = st.lists(st.integers(min_value=1, max_value=400), max_size=12)


def place(mark: str) -> bytes:
    return hashlib.sha256(mark.encode()).digest()


def texts(prefix: str, words: list[int]) -> list[Candidate]:
    return [Candidate(f"{prefix}{number}", count) for number, count in enumerate(words)]


def drawn(written: list[int], real: list[int]) -> list[str]:
    return [one.mark for one in sheet(texts("w", written), texts("r", real), place=place)]


def test_words_are_kept_clean_and_have_their_room() -> None:
    assert said(" one " * SHORTEST, LENGTHS).startswith("one")
    assert said("word " * LENGTHS.retelling, LENGTHS)
    with refused("quizzes.retelling.too-short"):
        said("word " * (SHORTEST - 1), LENGTHS)
    with refused("quizzes.retelling.too-long"):
        said("word " * (LENGTHS.retelling + 1), LENGTHS)
    with refused("quizzes.retelling.too-long"):
        said("w " * SHORTEST + "w" * LENGTHS.retelling * 12, LENGTHS)


@given(_SIZES, _SIZES)
def test_written_ones_are_never_alone_nor_most_of_a_sitting_by_more_than_chance(
    written: list[int], real: list[int]
) -> None:
    found = drawn(written, real)
    of_written = [mark for mark in found if mark.startswith("w")]
    of_real = [mark for mark in found if mark.startswith("r")]
    assert len(found) == len(set(found)) <= SITTING
    assert len(of_written) <= SITTING // 2
    assert bool(of_written) == bool(of_real) == (bool(written) and bool(real))
    if found and len(real) >= SITTING // 2:
        assert len(of_real) >= len(of_written)


@given(_SIZES, _SIZES)
def test_order_is_the_shuffles_and_tells_nothing_of_what_they_are(
    written: list[int], real: list[int]
) -> None:
    found = drawn(written, real)
    assert found == sorted(found, key=place)
    again = sheet(texts("w", written)[::-1], texts("r", real)[::-1], place=place)
    assert [one.mark for one in again] == found


def test_real_ones_are_of_about_the_same_length() -> None:
    assert set(drawn([100], [3, 400, 96, 12, 110])) == {"w0", "r2", "r4"}


@given(st.integers(min_value=0, max_value=LEAST_READINGS - 1))
def test_nothing_is_told_while_few_have_read_it(read: int) -> None:
    assert told(read, read, 0, 0) is None


@pytest.mark.parametrize(
    ("counts", "as_often"),
    [
        ((5, 4, 6, 5), False),
        ((5, 5, 6, 5), True),
        ((3, 0, 4, 0), True),
        ((4, 2, 6, 3), True),
        ((3, 2, 0, 0), None),
    ],
)
def test_writer_is_told_beside_what_the_sides_own_statements_came_to(
    counts: tuple[int, int, int, int], as_often: bool | None
) -> None:
    found = told(*counts)
    assert found is not None
    assert (found.read, found.recognised, found.real_read, found.real_recognised) == counts
    assert found.as_often is as_often
