"""Moodle XML: what is written is read again, the reference's file by hand, and files that are none."""

from contextlib import suppress
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from college.exchange.arriving.source import opened
from college.exchange.quizzes import moodle
from college.exchange.quizzes.collecting import Imported, LeftOut, WhyNot
from college.exchange.quizzes.questions import Answer, Pair, Question, QuestionKind
from college.ground.refusals import Refusal
from tests.exchange.quizzes.made import QUESTIONS, questions

HERE = Path(__file__).parent


def read(content: bytes) -> Imported:
    with opened(BytesIO(content)) as source:
        return moodle.read(source)


def quiz(inner: str) -> bytes:
    return f"<quiz>\n{inner}\n</quiz>".encode()


def choice(answers: str, *, more: str = "", stem: str = "Which?") -> bytes:
    return quiz(
        f'<question type="multichoice"><name><text>q</text></name><questiontext><text>{stem}</text>'
        f"</questiontext>{more}{answers}</question>"
    )


def answer(words: str, fraction: str) -> str:
    return f'<answer fraction="{fraction}"><text>{words}</text></answer>'


@given(st.lists(questions(), max_size=4))
def test_what_is_written_is_read_again(made: list[Question]) -> None:
    written = moodle.write(made)
    assert written == moodle.write(made)
    found = read(written)
    assert [row for row in found.left_out if not row.is_note] == []
    assert found.questions == tuple(made)


def test_what_is_written_keeps_to_the_grammar() -> None:
    grammar = etree.RelaxNG(etree.parse(HERE / "moodle.rng"))
    grammar.assertValid(etree.fromstring(moodle.write(QUESTIONS)))


def test_the_references_file_is_read() -> None:
    found = read((HERE / "moodle.xml").read_bytes())
    one, two, three = found.questions
    assert one.category == "$course$/top/the College/rent-cap"
    assert (one.stem, one.general) == (
        "Which side argued that a cap shrinks new supply?",
        "Summary 12 v3, S-14",
    )
    assert one.answers == (
        Answer("Opponents", Decimal(100), "Section 3"),
        Answer("Supporters", Decimal(0), "They dispute it"),
    )
    assert (one.id, one.tags) == ("rc-01", ("viewpoint:opponents",))
    assert [each.feedback for each in two.answers] == ["Section 2", "See section 2"]
    assert three.pairs == (
        Pair("Caps protect sitting tenants", "Supporters"),
        Pair("Caps shrink listings", "Opponents"),
        Pair("", "Neither"),
    )


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    with suppress(Refusal):
        read(b"<quiz>" + content)


@pytest.mark.parametrize("cut", range(0, 2_000, 97))
def test_a_file_that_is_cut_off_is_refused_with_a_line(cut: int) -> None:
    with pytest.raises(Refusal) as refused:
        read(moodle.write(QUESTIONS)[: 60 + cut])
    assert refused.value.params["line"] >= 1


def test_entities_and_their_like_are_refused() -> None:
    bomb = b'<!DOCTYPE quiz [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>'
    with pytest.raises(Refusal) as refused:
        read(bomb)
    assert refused.value.code == "exchange.file.entities"
    outside = b'<!DOCTYPE quiz SYSTEM "http://example.org/quiz.dtd"><quiz></quiz>'
    assert read(outside) == Imported((), ())


def test_depth_is_limited() -> None:
    with pytest.raises(Refusal) as refused:
        read(quiz("<question type='essay'>" + "<a>" * 5_000))
    assert refused.value.code == "exchange.file.nesting-too-deep"


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("essay", WhyNot.ESSAY),
        ("description", WhyNot.DESCRIPTION),
        ("shortanswer", WhyNot.SHORT_ANSWER),
        ("cloze", WhyNot.OTHER_KIND),
        ("calculated", WhyNot.OTHER_KIND),
        ("", WhyNot.OTHER_KIND),
    ],
)
def test_other_kinds_are_left_out_with_their_line(kind: str, reason: WhyNot) -> None:
    found = read(quiz(f'<question type="{kind}"><name><text>n</text></name></question>'))
    assert found.left_out == (LeftOut(2, "n", reason),)


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        (answer("a", "100"), WhyNot.FEW_ANSWERS),
        (answer("a", "0") + answer("b", "0"), WhyNot.NONE_RIGHT),
        (answer("a", "90") + answer("b", "0"), WhyNot.NONE_RIGHT),
        (answer("a", "100") + answer("b", "100"), WhyNot.TWO_RIGHT),
        (answer("a", "100") + answer("b", "34"), WhyNot.FRACTION),
        (answer("a", "100") + answer("b", "1e9999999"), WhyNot.FRACTION),
        (answer("a", "100") + answer("b", "nan"), WhyNot.FRACTION),
        (answer("", "100") + answer("b", "0"), WhyNot.EMPTY_ANSWER),
    ],
)
def test_what_cannot_be_a_draft_is_left_out(answers: str, reason: WhyNot) -> None:
    assert read(choice(answers)).left_out == (LeftOut(2, "q", reason),)


def test_several_answers_may_be_right() -> None:
    answers = answer("a", "33.333") + answer("b", "66.66667") + answer("c", "-100")
    (question,) = read(choice(answers, more="<single>false</single>")).questions
    assert not question.single
    assert question.answers[0].fraction == Decimal("33.33333")


def test_files_are_left_out_with_a_note() -> None:
    text = choice(
        answer("a", "100") + answer("b", "0"),
        stem="See<![CDATA[ <img src='@@PLUGINFILE@@/x.png'> this]]>",
        more="<generalfeedback><text>g</text>"
        '<file name="x.png" encoding="base64">AAAA</file></generalfeedback>',
    )
    found = read(text)
    assert found.questions[0].stem == "See this"
    assert found.left_out == (LeftOut(2, "q", WhyNot.FILES),)


def test_true_and_false_in_either_order() -> None:
    text = quiz(
        '<question type="truefalse"><questiontext><text>So?</text></questiontext>'
        + answer("False", "100")
        + answer("True", "0")
        + "</question>"
    )
    (question,) = read(text).questions
    assert [one.words for one in question.answers] == ["true", "false"]
    assert [one.fraction for one in question.answers] == [0, 100]
    odd = text.replace(b"True", b"vrai")
    assert read(odd).left_out == (LeftOut(2, "So?", WhyNot.NOT_AS_DESCRIBED),)


def test_numbers_with_units_and_any_other_number() -> None:
    text = quiz(
        '<question type="numerical"><questiontext><text>How much?</text></questiontext>'
        '<answer fraction="100"><text>18.5</text><tolerance>2</tolerance></answer>'
        '<answer fraction="0"><text>*</text></answer>'
        "<units><unit><multiplier>1</multiplier><unit_name>km</unit_name></unit></units></question>"
    )
    (question,) = read(text).questions
    assert question.kind is QuestionKind.NUMERICAL
    assert question.stem == "How much? (km)"
    assert question.answers == (Answer("18.5", Decimal(100), tolerance="2"),)


def test_another_encoding_that_is_declared() -> None:
    text = (
        '<?xml version="1.0" encoding="ISO-8859-1"?>\n'
        + choice(answer("Äpfel", "100") + answer("b", "0")).decode()
    )
    assert read(text.encode("latin-1")).questions[0].answers[0].words == "Äpfel"
