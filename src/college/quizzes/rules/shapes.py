"""How large an item may be, and how its texts are written: what comes from outside is held to it at once."""

import re
from dataclasses import replace
from decimal import Decimal

from college.ground.charter import Lengths
from college.ground.prose import clean, count_words
from college.ground.refusals import Refusal
from college.quizzes.rules.content import Content, Estimate, Option

MOST_OPTIONS = 8
MOST_PROMPTS = 6
MOST_SOURCES = 4
#: Characters of any text of a draft. The charter's lengths are for what goes to panels: who trims a long
#: import down to them must be able to keep it meanwhile.
_MOST_KEPT = 2_000
_MOST_UNIT = 40
#: A number with a point, as it is kept; twelve places before it and six behind are more than people read.
_NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")


def tidied(content: Content) -> Content:
    """Every text on one line, and cleaned. Selectors stay as they are: they quote."""
    estimate = content.estimate
    return replace(
        content,
        stem=one_line(content.stem),
        options=tuple(Option(one_line(o.words), o.viewpoint) for o in content.options),
        prompts=tuple(one_line(prompt) for prompt in content.prompts),
        explanation=one_line(content.explanation),
        estimate=Estimate(*map(one_line, (estimate.value, estimate.tolerance, estimate.unit)))
        if estimate
        else None,
    )


def one_line(words: str) -> str:
    """Spaces of any kind become one space."""
    return " ".join(clean(words).split())


def bounded(content: Content) -> None:
    """Refuse what is larger than any item, finished or not."""
    parts = (
        ("options", len(content.options), MOST_OPTIONS),
        ("prompts", len(content.prompts), MOST_PROMPTS),
        ("sources", len(content.sources), MOST_SOURCES),
    )
    for part, number, most in parts:
        if number > most:
            raise Refusal("quizzes.item.parts-too-many", part=part, most=most)
    longest = max(map(len, _texts(content)))
    if longest > _MOST_KEPT:
        raise Refusal("quizzes.item.text-too-long", length=longest, most=_MOST_KEPT)
    if len(content.key) > max(MOST_OPTIONS, MOST_PROMPTS):
        raise Refusal("quizzes.item.key-out-of-range")


def worded(content: Content, lengths: Lengths) -> None:
    """Refuse missing texts, those beyond the charter's lengths, and numbers that are none."""
    if not content.stem:
        raise Refusal("quizzes.item.no-stem")
    if len(content.stem) > lengths.item:
        raise Refusal("quizzes.item.stem-too-long", length=len(content.stem), most=lengths.item)
    answers = [(option.words, lengths.option) for option in content.options]
    for words, most in (*answers, *((prompt, lengths.item) for prompt in content.prompts)):
        if not words:
            raise Refusal("quizzes.item.option-empty")
        if len(words) > most:
            raise Refusal("quizzes.item.option-too-long", length=len(words), most=most)
    if not content.explanation:
        raise Refusal("quizzes.item.no-explanation")
    used, most = count_words(content.explanation), lengths.explanation
    if used > most:
        raise Refusal("quizzes.item.explanation-too-long", words=used, most=most)
    if content.estimate is not None:
        _number(content.estimate)


def _number(estimate: Estimate) -> None:
    for digits in (estimate.value, estimate.tolerance):
        if not _NUMBER.fullmatch(digits):
            raise Refusal("quizzes.item.no-number")
    if Decimal(estimate.tolerance) < 0:
        raise Refusal("quizzes.item.tolerance-negative")
    if len(estimate.unit) > _MOST_UNIT:
        raise Refusal("quizzes.item.unit-too-long", most=_MOST_UNIT)


def _texts(content: Content) -> list[str]:
    estimate = content.estimate or Estimate("", "")
    return [
        content.stem,
        content.explanation,
        content.viewpoint,
        *(part for option in content.options for part in (option.words, option.viewpoint)),
        *content.prompts,
        *(estimate.value, estimate.tolerance, estimate.unit),
        *(part for s in content.sources for part in (s.statement, s.text, s.exact)),
        *(part for s in content.sources for part in (s.prefix, s.suffix)),
    ]
