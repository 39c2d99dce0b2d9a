"""What is kept of a wording, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.debates.rules import wordings
from college.ground.charter import Preset, load
from college.ground.refusals import Refusal

LENGTHS = load(Preset.ASSEMBLY).lengths


@given(st.text(max_size=500))
def test_question_that_is_kept_is_one_line_within_its_length(words):
    try:
        kept = wordings.question(words, LENGTHS)
    except Refusal:
        return
    assert "\n" not in kept
    assert len(kept) <= LENGTHS.question
    assert wordings.question(kept, LENGTHS) == kept


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Why?", "debates.question.too-short"),
        ("Close the ferry in winter.", "debates.question.no-question"),
        ("x" * 300 + "?", "debates.question.too-long"),
    ],
)
def test_question_is_refused(words, code):
    with pytest.raises(Refusal) as refused:
        wordings.question(words, LENGTHS)
    assert refused.value.code == code


@pytest.mark.parametrize("mark", ["?", "？", "؟", "\u037e"])
def test_question_may_end_as_its_script_does(mark):
    assert wordings.question(f"Should the ferry run in winter{mark}", LENGTHS)


@pytest.mark.parametrize(("count", "refused"), [(9, True), (10, False), (250, False), (251, True)])
def test_statement_has_the_same_room_for_every_viewpoint(count, refused):
    words = "word " * count
    if refused:
        with pytest.raises(Refusal):
            wordings.stated("A name", words, LENGTHS)
    else:
        assert wordings.stated("A name", words, LENGTHS).words == count


def test_bidi_overrides_and_controls_are_not_kept():
    assert (
        wordings.one_line("Run \u202eeht\u202c ferry\x00\n in  winter") == "Run eht ferry in winter"
    )


@pytest.mark.parametrize("words", ["", "No.", "x" * 401])
def test_reason_must_be_one_that_others_can_weigh(words):
    with pytest.raises(Refusal):
        wordings.reason(words, LENGTHS)
