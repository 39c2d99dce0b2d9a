"""How much a viewpoint may say of a summary, what it must, and the same for the answer."""

import pytest

from college.ground.charter import Preset, load
from college.ground.refusals import Refusal
from college.summaries.rules.attestations import Said, answer, said
from college.summaries.rules.life import Fairness

LENGTHS = load(Preset.ASSEMBLY).lengths
MOST = LENGTHS.attestation


@pytest.mark.parametrize("fairness", [Fairness.FAIR_WITH_COMMENT, Fairness.NOT_FAIR])
def test_more_than_fair_is_said_with_words_up_to_the_charters_many(fairness):
    words = " ".join(["word"] * MOST)
    assert said(fairness, f"  {words} ", LENGTHS) == Said(fairness, words)


def test_fair_stands_alone():
    assert said("fair", " \n", LENGTHS) == Said(Fairness.FAIR, "")


@pytest.mark.parametrize(
    ("fairness", "comment", "code"),
    [
        ("fair", "Well put.", "fair-with-comment"),
        ("fair-with-comment", " ", "no-comment"),
        ("not-fair", "", "no-comment"),
        ("not-fair", "word " * (MOST + 1), "too-long"),
        ("not-fair", "w" * (MOST * 12 + 1), "too-long"),
        ("true", "It is so.", "unknown"),
    ],
)
def test_anything_else_is_refused(fairness, comment, code):
    with pytest.raises(Refusal) as refused:
        said(fairness, comment, LENGTHS)
    assert refused.value.code == f"summaries.attestation.{code}"


def test_answer_has_the_same_room():
    words = " ".join(["word"] * MOST)
    assert answer(words, LENGTHS) == words
    for typed, code in (
        ("", "no-answer"),
        (words + " more", "answer-too-long"),
        ("w" * (MOST * 12 + 1), "answer-too-long"),
    ):
        with pytest.raises(Refusal) as refused:
            answer(typed, LENGTHS)
        assert refused.value.code == f"summaries.attestation.{code}"
