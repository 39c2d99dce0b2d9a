"""Exported questions, read by programs of somebody else’s; CSV and JSON are read so in their own files."""

import json
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from moodle_xml_parser.parser import parse_bytes

from college.exchange.quizzes import gift, moodle
from college.exchange.quizzes.questions import RIGHT, Question
from tests.exchange.quizzes.made import QUESTIONS

# In a process of its own: on import it changes the language of the whole process.
_PYGIFTPARSER = """
import json, sys
from pygiftparser import parser, utils
read = []
shown = lambda words: utils.transformSpecials(words).strip()
for question in parser.parseFile(open(sys.argv[1], encoding="utf-8")):
    answers = question.answers
    read.append({
        "valid": question.valid,
        "form": type(answers).__name__,
        "name": shown(question.title),
        "category": question.cat,
        "stem": shown(question.text),
        "general": shown(question.generalFeedback),
        "right": getattr(answers, "answer", None),
        "wrong_said": shown(getattr(answers, "feedbackWrong", "")),
        "right_said": shown(getattr(answers, "feedbackCorrect", "")),
        "answers": [
            {name: shown(value) if isinstance(value, str) else value for name, value in vars(one).items()}
            for one in getattr(answers, "answers", [])
        ],
    })
print(json.dumps(read))
"""
#: All that the reader understands: it leaves a backslash doubled, and ends categories at a blank.
HOSTILE = "{a} ~ b = c # d : e <b>&amp;</b> ]]> “ü” עברית 👩‍🔬 // -> [x] %50%"
READABLE = tuple(
    replace(
        one, category="$course$/College/rent_cap", general=HOSTILE, stem=f"{one.stem} {HOSTILE}"
    )
    for one in QUESTIONS
)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    file = tmp_path_factory.mktemp("gift") / "quiz.gift"
    file.write_bytes(gift.write(READABLE))
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _PYGIFTPARSER, str(file)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
    )
    return json.loads(done.stdout)


def test_gift_is_read_by_another_reader(read: list[dict[str, Any]]) -> None:
    assert [one["form"] for one in read] == [
        "SelectSet",
        "TrueFalseSet",
        "MatchingSet",
        "MultipleChoicesSet",
        "NumericAnswerSet",
    ]
    for one, question in zip(read, READABLE, strict=True):
        assert one["valid"]
        assert (one["name"], one["category"]) == (question.name, question.category)
        assert (one["stem"], one["general"]) == (question.stem, question.general)


def test_its_answers_are_the_same(read: list[dict[str, Any]]) -> None:
    single, true_false, matching, several, number = read
    for found, question in ((single, READABLE[0]), (several, READABLE[3])):
        assert [
            (one["answer"], Decimal(str(one["fraction"])), one["feedback"])
            for one in found["answers"]
        ] == [(one.words, one.fraction, one.feedback) for one in question.answers]
    assert true_false["right"] is True
    assert (true_false["wrong_said"], true_false["right_said"]) == ("It is in section 2", "Correct")
    assert [(one["question"], one["answer"]) for one in matching["answers"]] == [
        (pair.prompt, pair.answer) for pair in READABLE[2].pairs
    ]
    (only,) = number["answers"]
    assert (only["value"], only["tolerance"]) == (18.5, 2.0)


def test_moodle_xml_is_read_by_another_reader() -> None:
    hostile = replace(READABLE[0], stem="{a} ~ = # : \\ “ü” עברית 👩‍🔬 -> %50%")
    made: tuple[Question, ...] = (hostile, *READABLE[1:])
    found = parse_bytes(moodle.write(made))["multichoice"]
    for one, question in zip(found, (made[0], made[3]), strict=True):
        assert (one.name, one.single) == (question.name, question.single)
        assert [(each.answer, each.score_fraction) for each in one.options] == [
            (each.words, float(each.fraction)) for each in question.answers
        ]
    assert found[0].text_pre_parse == hostile.stem
    assert [each.score_fraction == float(RIGHT) for each in found[0].options] == [
        True,
        False,
        False,
    ]
