"""CSV: read by the standard library's reader, and harmless in a spreadsheet."""

import csv as standard
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.exchange.quizzes import csv
from college.quizzes.rules.content import Content
from tests.exchange.quizzes.sheets import WHO, contents, make_sheet


def rows(written: bytes) -> list[dict[str, str]]:
    return list(standard.DictReader(StringIO(written.decode("utf-8-sig"), newline=""), strict=True))


def test_a_row_to_an_item() -> None:
    who, match, estimate, true_false, several = rows(csv.write(make_sheet()))
    assert (who["item"], who["kind"], who["viewpoint"]) == ("item0", "who", "Keep the ferry")
    assert (who["right"], who["answer_1"], who["answer_3"]) == ("1", "Keep the ferry", "Neither")
    assert match["right"] == "2;1"
    assert match["question"].endswith("\n(1) It -> pays for itself\n(2) It is dear")
    assert (estimate["right"], estimate["tolerance"], estimate["unit"]) == (
        "900",
        "50",
        "people a day",
    )
    assert true_false["right"] == "2"
    assert several["right"] == "1;3"


@given(st.lists(contents(), max_size=3))
def test_every_text_comes_back_and_none_is_a_formula(made: list[Content]) -> None:
    written = csv.write(make_sheet(tuple(made)))
    assert written == csv.write(make_sheet(tuple(made)))
    found = rows(written)
    assert [row["explanation"].removeprefix("'") for row in found] == [
        content.explanation.removeprefix("'") for content in made
    ]
    assert not any(cell[:1] in ("=", "+", "-", "@") for row in found for cell in row.values())


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "\t", "＝", " =", "\u00a0="])
def test_a_cell_that_would_be_a_formula_is_defused(mark: str) -> None:
    (row,) = rows(csv.write(make_sheet((replace(WHO, stem=f'{mark}HYPERLINK("x")'),))))
    assert row["question"] == f'\'{mark}HYPERLINK("x")'


def test_lines_end_as_the_standard_has_it() -> None:
    written = csv.write(make_sheet((WHO,)))
    assert written.startswith(b"\xef\xbb\xbfitem,")
    assert written.endswith(b"\r\n")
    assert written.count(b"\r\n") == 2
