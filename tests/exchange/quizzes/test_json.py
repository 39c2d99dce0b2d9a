"""The College's own format: nothing is lost, and files that are none."""

import json as standard
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.exchange.quizzes import json
from college.exchange.quizzes.collecting import LeftOut, WhyNot
from college.ground.refusals import Refusal
from college.quizzes.rules.content import Content
from tests.exchange.quizzes.sheets import CONTENTS, SIDES, contents, make_sheet

_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.lists(contents(), max_size=3))
def test_what_is_written_is_read_again(made: list[Content]) -> None:
    written = json.write(make_sheet(tuple(made)))
    assert written == json.write(make_sheet(tuple(made)))
    _, found = json.contents(written.decode())
    assert [one.content for one in found] == made


def test_any_reader_of_json_sees_what_the_specification_names() -> None:
    read = standard.loads(json.write(make_sheet()))
    assert list(read) == [
        "v", "quiz", "title", "url", "language", "category", "viewpoints", "items",
    ]  # fmt: skip
    assert [row["name"] for row in read["viewpoints"]] == [side.name for side in SIDES]
    assert list(read["items"][0]) == [
        "item", "document", "version", "url", "kind", "stem", "options", "key", "prompts", "estimate",
        "viewpoint", "explanation", "sources",
    ]  # fmt: skip


def test_questions_come_of_it_with_their_category_and_viewpoints() -> None:
    read = json.read(json.write(make_sheet()).decode())
    assert len(read.questions) == len(CONTENTS)
    assert read.questions[0].tags == ("kind:who", "viewpoint:Keep the ferry")
    assert read.questions[0].category.endswith("/ferry")


@given(st.integers(0, 4), st.sampled_from(list(CONTENTS[0].plain())), _values)
def test_an_item_with_another_field_is_left_out_with_its_line_or_read(
    which: int, name: str, value: object
) -> None:
    made = standard.loads(json.write(make_sheet()))
    made["items"][which][name] = value
    text = standard.dumps(made, indent=1)
    read = json.read(text)
    assert len(read.questions) + sum(not row.is_note for row in read.left_out) == len(CONTENTS)
    for row in read.left_out:
        assert f'"item{which}"' in text.splitlines()[row.line]


def test_a_field_that_is_missing() -> None:
    text = '{"v": "college-quiz-v1",\n"items": [\n{"item": "x"}, 5\n]}'
    assert json.read(text).left_out == (
        LeftOut(3, "x", WhyNot.NOT_AS_DESCRIBED),
        LeftOut(3, "", WhyNot.NOT_AS_DESCRIBED),
    )


@given(st.one_of(st.text(max_size=60), _values.map(standard.dumps)))
def test_no_text_breaks_the_reader(text: str) -> None:
    for inner in (text, f'{{"v": "college-quiz-v1", "items": {text}}}'):
        with suppress(Refusal):
            json.read(inner)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "exchange.quiz.malformed"),
        ("[]", "exchange.quiz.malformed"),
        ("{}", "exchange.quiz.not-ours"),
        ('{"v": 1}', "exchange.quiz.not-ours"),
        ('{"v": "college-quiz-v1", "items": [}', "exchange.quiz.malformed"),
        ('{"v": "college-quiz-v1"} {}', "exchange.quiz.malformed"),
        ('{"v": "college-quiz-v1", "n": ' + "1" * 5_000 + "}", "exchange.quiz.malformed"),
        ('{"v": ' + "[" * 100_000, "exchange.file.nesting-too-deep"),
    ],
)
def test_what_is_no_such_file_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        json.read(text)
    assert refused.value.code == code
