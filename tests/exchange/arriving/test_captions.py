"""A caption with its credit, and paragraphs that merely end in brackets."""

import pytest

from college.exchange.arriving.captions import as_caption, split_caption


@pytest.mark.parametrize(
    ("text", "words", "credit"),
    [
        ("The quay. (Ada Moor/Flickr, CC BY 2.0)", "The quay.", "Ada Moor/Flickr, CC BY 2.0"),
        ("The mayor, left, in May. (Town Hall)", "The mayor, left, in May.", "Town Hall"),
        ("A bus at night. Photo: Lotte Amsinck", "A bus at night.", "Photo: Lotte Amsinck"),
        ("A bus at night [Photo: Lotte/Courier]", "A bus at night", "Photo: Lotte/Courier"),
    ],
)  # fmt: skip
def test_caption_recognised(text, words, credit):
    assert as_caption(text) == (words, credit)


@pytest.mark.parametrize(
    "text",
    [
        "It came from the Strategic Policy Institute (ASPI)",
        "He left the room. (Nobody noticed)",
        "See the report (page 12).",
        "A plain sentence.",
        "x" * 401 + ". (Town Hall)",
    ],
)
def test_sentence_is_no_caption(text):
    assert as_caption(text) is None


def test_known_caption_without_a_credit_keeps_its_words():
    assert split_caption("The quay (in rain)") == ("The quay (in rain)", "")
