"""GIFT: what is written is read again, every trap of the format, and files that are none."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.exchange.limits import QUESTIONS as MOST
from college.exchange.quizzes import gift
from college.exchange.quizzes.collecting import LeftOut, WhyNot
from college.exchange.quizzes.questions import Answer, Pair, Question, QuestionKind
from college.ground.refusals import Refusal
from tests.exchange.quizzes.made import HOSTILE, QUESTIONS, questions


def as_gift_has_it(question: Question) -> Question:
    return replace(
        question,
        pairs=tuple(
            Pair(one.prompt.replace("->", "→"), one.answer.replace("->", "→"))
            for one in question.pairs
        ),
    )


def one(text: str) -> Question:
    read = gift.read(text)
    assert [row for row in read.left_out if not row.is_note] == []
    (question,) = read.questions
    return question


def left(text: str) -> list[tuple[int, WhyNot]]:
    return [(row.line, row.reason) for row in gift.read(text).left_out]


@given(st.lists(questions(), max_size=4))
def test_what_is_written_is_read_again(made: list[Question]) -> None:
    written = gift.write(made)
    assert written == gift.write(made)
    read = gift.read(written.decode())
    assert [row for row in read.left_out if not row.is_note] == []
    assert read.questions == tuple(map(as_gift_has_it, made))


def test_the_references_questions() -> None:
    assert gift.read(gift.write(QUESTIONS).decode()).questions == QUESTIONS


@given(st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=20), st.just("\n\n"))))
def test_no_text_breaks_the_reader_and_every_complaint_has_a_line(pieces: list[str]) -> None:
    text = "".join(pieces)
    for row in gift.read(text).left_out:
        assert 1 <= row.line <= text.count("\n") + text.count("\r") + 1


def test_a_category_holds_for_all_that_follow_and_must_be_alone() -> None:
    read = gift.read("::a::A{T}\n\n$CATEGORY: x/y\n\n::b::B{F}\n\n::c::C{T}")
    assert [question.category for question in read.questions] == ["", "x/y", "x/y"]
    assert left("$CATEGORY: x\n::a::A{T}") == [(1, WhyNot.CATEGORY_NOT_ALONE)]


def test_a_blank_line_within_a_question_ends_it() -> None:
    assert left("\n::a::Which?{\n=one\n\n~two\n}") == [(2, WhyNot.BRACES), (5, WhyNot.BRACES)]


def test_comments_stand_at_the_beginning_of_a_line_alone() -> None:
    question = one("// a comment\n::a::See https://x // not one {T}\n  // another")
    assert question.stem == "See https://x // not one"
    assert gift.read("// alone\n\n//\n").questions == ()


def test_a_line_number_points_at_the_question_and_not_at_its_comments() -> None:
    assert left("// one\n// two\n::a::Tell{}") == [(3, WhyNot.ESSAY)]


def test_ids_and_tags_stand_in_a_comment() -> None:
    question = one("// [id:rc-01] [tag:viewpoint:Both] [tag:kind:who]\n::x::Who?{=A ~B}")
    assert (question.id, question.tags) == ("rc-01", ("viewpoint:Both", "kind:who"))


@pytest.mark.parametrize(
    ("tag", "stem"),
    [
        ("[html]", "A bold & word"),
        ("[moodle]", "A bold & word"),
        ("", "A bold & word"),
        ("[plain]", "A <b>bold</b> &amp; word"),
        ("[markdown]", "A <b>bold</b> &amp; word"),
        ("[latex]", "[latex]A bold & word"),
    ],
)
def test_formats_of_texts(tag: str, stem: str) -> None:
    assert one(f"::a::{tag}A <b>bold</b> &amp; word{{T}}").stem == stem


def test_a_format_holds_for_the_answers_unless_they_name_their_own() -> None:
    question = one("[html]Q{=a<br>b ~[plain]<i> ####[plain]<u>}")
    assert [answer.words for answer in question.answers] == ["a\nb", "<i>"]
    assert question.general == "<u>"


def test_a_picture_is_left_out_with_a_note() -> None:
    read = gift.read('::a::[html]See <img src\\="x.png"> this{T}')
    assert read.questions[0].stem == "See this"
    assert read.left_out == (LeftOut(1, "a", WhyNot.FILES),)


def test_braces_that_are_escaped_are_words() -> None:
    question = one(r"::n\:\:m::What is \{this\}?{=a\=b\~c\#d ~\\n is two marks and \n one}")
    assert question.name == "n::m"
    assert question.stem == "What is {this}?"
    assert question.answers[0].words == "a=b~c#d"
    assert question.answers[1].words == "\\n is two marks and \n one"


def test_a_missing_word_leaves_a_gap() -> None:
    assert one("Rents {=rose ~fell} last year.").stem == "Rents _____ last year."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Q{#3}", QuestionKind.NUMERICAL),
        ("Q{#3#with ~ in it}", QuestionKind.NUMERICAL),
        ("Q{=a -> b ~c}", QuestionKind.MULTICHOICE),
        ("Q{=a -> b =c -> d}", QuestionKind.MATCHING),
        ("Q{TRUE}", QuestionKind.TRUE_FALSE),
        ("Q{ F #wrong#right}", QuestionKind.TRUE_FALSE),
        ("Q{T####said to all}", QuestionKind.TRUE_FALSE),
    ],
)
def test_kinds_are_told_apart_in_the_formats_order(text: str, kind: QuestionKind) -> None:
    assert one(text).kind is kind


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Only words", WhyNot.DESCRIPTION),
        ("Q{}", WhyNot.ESSAY),
        ("Q{ }", WhyNot.ESSAY),
        ("Q{####only feedback}", WhyNot.ESSAY),
        ("Q{=a =b}", WhyNot.SHORT_ANSWER),
        ("Q{true}", WhyNot.SHORT_ANSWER),
        ("Q{yes}", WhyNot.SHORT_ANSWER),
        ("Q{", WhyNot.BRACES),
        ("Q}", WhyNot.BRACES),
        ("Q} {", WhyNot.BRACES),
        ("{=a ~b}", WhyNot.NO_STEM),
        ("Q{~a ~b}", WhyNot.NONE_RIGHT),
        ("Q{=a =b ~c}", WhyNot.TWO_RIGHT),
        ("Q{~=a}", WhyNot.EMPTY_ANSWER),
        ("Q{=a ~}", WhyNot.EMPTY_ANSWER),
        ("Q{~%100%a}", WhyNot.FEW_ANSWERS),
        ("Q{~%34%a ~%66%b}", WhyNot.FRACTION),
        ("Q{=a -> b}", WhyNot.FEW_PAIRS),
        ("Q{=a -> b =c}", WhyNot.NO_ARROW),
        ("Q{=a -> b =c ->}", WhyNot.EMPTY_ANSWER),
        ("Q{#}", WhyNot.NOT_A_NUMBER),
        ("Q{#a}", WhyNot.NOT_A_NUMBER),
        ("Q{#1e9}", WhyNot.NOT_A_NUMBER),
        ("Q{#1:-2}", WhyNot.NOT_A_NUMBER),
        ("Q{#20..10}", WhyNot.NOT_A_NUMBER),
        ("Q{#=1 =2}", WhyNot.SEVERAL_NUMBERS),
        ("Q{#=%50%1}", WhyNot.NONE_RIGHT),
        ("Q{" + "~a" * 50 + "=b}", WhyNot.MANY_ANSWERS),
        ("x" * 10_001 + "{T}", WhyNot.TOO_LONG),
    ],
)
def test_what_cannot_be_a_draft_is_left_out_with_its_line_and_reason(
    text: str, reason: WhyNot
) -> None:
    read = gift.read(f"\n\n{text}")
    assert read.questions == ()
    assert [(row.line, row.reason) for row in read.left_out] == [(3, reason)]


def test_feedback_of_true_and_false_stands_wrong_first() -> None:
    true, false = one("Q{TRUE#You missed it#Well read}").answers
    assert (true.feedback, false.feedback) == ("Well read", "You missed it")
    true, false = one("Q{FALSE#You missed it}").answers
    assert (true.feedback, false.feedback) == ("You missed it", "")


def test_feedback_of_all_stands_last() -> None:
    question = one("Q{=a#for a ~b####for all}")
    assert question.general == "for all"
    assert [answer.feedback for answer in question.answers] == ["for a", ""]


def test_weights() -> None:
    question = one("Q{~%33.33333%a ~%33.333%b ~%33.33333%c ~%-100%d ~%0%%50% of it}")
    assert not question.single
    assert [answer.fraction for answer in question.answers] == [
        *[Decimal("33.33333")] * 3,
        Decimal(-100),
        Decimal(0),
    ]
    assert question.answers[-1].words == "%50% of it"


def test_a_partly_right_answer_among_single_ones_is_noted() -> None:
    assert left("Q{=a ~%50%b}") == [(1, WhyNot.PART_CREDIT)]


@pytest.mark.parametrize(
    ("text", "value", "tolerance"),
    [
        ("Q{#1822:5}", "1822", "5"),
        ("Q{#1822}", "1822", "0"),
        ("Q{#10..20}", "15", "5"),
        ("Q{#-1.5..2}", "0.25", "1.75"),
        ("Q{#=%100%-3.10:0.05#near =%50%4}", "-3.10", "0.05"),
    ],
)
def test_numbers(text: str, value: str, tolerance: str) -> None:
    answer = one(text).answers[0]
    assert (answer.words, answer.tolerance) == (value, tolerance)


def test_feedback_for_other_numbers_is_noted() -> None:
    assert left("Q{#3 ~#No}") == [(1, WhyNot.FEEDBACK)]


def test_pairs_are_split_at_the_first_arrow() -> None:
    question = one("Q{=a -> b -> c = -> left over =d->e}")
    assert question.pairs == (Pair("a", "b -> c"), Pair("", "left over"), Pair("d", "e"))


def test_line_ends_of_every_kind() -> None:
    for end in ("\n", "\r\n", "\r"):
        read = gift.read("\ufeff" + end.join(("::a::A{T}", "", "::b::B{=x", "~y}")))
        assert [question.name for question in read.questions] == ["a", "b"]


def test_more_questions_than_are_read_are_refused() -> None:
    with pytest.raises(Refusal) as refused:
        gift.read("Q{T}\n\n" * (MOST + 1))
    assert refused.value.code == "exchange.quiz.too-many"
    assert refused.value.params["line"] == 2 * MOST + 1


def test_names_of_what_was_left_out_are_short() -> None:
    (row,) = gift.read(f"::{'n' * 200}::Tell{{}}").left_out
    assert len(row.name) == 80


def test_an_answer_that_begins_like_a_weight_or_a_format() -> None:
    made = (
        replace(
            QUESTIONS[0],
            answers=(Answer("[html]a", Decimal(100)), Answer("%50%b"), Answer("%c")),
        ),
    )
    assert gift.read(gift.write(made).decode()).questions == made
