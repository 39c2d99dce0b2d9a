"""What a viewpoint may say of a summary, and its editors answer: the same room for each (law 3)."""

from dataclasses import dataclass

from college.ground.charter import Lengths
from college.ground.prose import clean, count_words
from college.ground.refusals import Refusal
from college.summaries.rules.life import Fairness

#: A "word" without spaces must not carry a book past the count.
_CHARACTERS_A_WORD = 12


@dataclass(frozen=True, slots=True)
class Said:
    """``comment`` is empty with a bare "fair"."""

    fairness: Fairness
    comment: str


def said(fairness: Fairness | str, comment: str, lengths: Lengths) -> Said:
    """What a delegate says, or a refusal: anything but a bare "fair" comes with its reason (law 4)."""
    try:
        word = Fairness(fairness)
    except ValueError as error:
        raise Refusal("summaries.attestation.unknown") from error
    words = clean(comment)
    if word is Fairness.FAIR:
        if words:
            raise Refusal("summaries.attestation.fair-with-comment")
        return Said(word, "")
    if not words:
        raise Refusal("summaries.attestation.no-comment")
    if is_too_long(words, lengths):
        raise Refusal(
            "summaries.attestation.too-long",
            words=count_words(words),
            most=lengths.attestation,
        )
    return Said(word, words)


def answer(text: str, lengths: Lengths) -> str:
    """What the editors answer, or a refusal."""
    words = clean(text)
    if not words:
        raise Refusal("summaries.attestation.no-answer")
    if is_too_long(words, lengths):
        raise Refusal(
            "summaries.attestation.answer-too-long",
            words=count_words(words),
            most=lengths.attestation,
        )
    return words


def is_too_long(words: str, lengths: Lengths) -> bool:
    """By words, and by characters where there are no spaces."""
    most = lengths.attestation
    return count_words(words) > most or len(words) > most * _CHARACTERS_A_WORD
