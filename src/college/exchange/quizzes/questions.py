"""A quiz question as every format has it, and how an item of the College becomes one and is made of one."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from college.quizzes.rules.content import Content, Estimate, Option
from college.quizzes.rules.life import ItemKind

RIGHT = Decimal(100)
WRONG = Decimal(0)
TRUE, FALSE = "true", "false"
KIND_TAG, VIEWPOINT_TAG = "kind:", "viewpoint:"
#: Per cent of the mark that an answer may bring, in Moodle's list, and the same below nothing.
FRACTIONS = tuple(
    Decimal(one)
    for one in (
        "100 90 83.33333 80 75 70 66.66667 60 50 40 33.33333 30 25 20 16.66667 14.28571 12.5 "
        "11.11111 10 5 0"
    ).split()
)
#: A number in plain decimal digits, not longer than any that a text names.
NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,10})?", re.ASCII)
# What XML cannot hold, or no reader would see: control characters but tab and line feed, lone surrogates.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]"
)
_NOT_IN_TAGS = re.compile(r"[<>\[\]`\\]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


class QuestionKind(StrEnum):
    """What is asked for: one or more of several answers, yes or no, pairs, or a number."""

    MULTICHOICE = "multichoice"
    TRUE_FALSE = "true-false"
    MATCHING = "matching"
    NUMERICAL = "numerical"


@dataclass(frozen=True, slots=True)
class Answer:
    """``fraction``: per cent of the mark that it brings. ``tolerance``: of a number alone."""

    words: str
    fraction: Decimal = WRONG
    feedback: str = ""
    tolerance: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A prompt and the answer that belongs to it; without a prompt, an answer that belongs to none."""

    prompt: str
    answer: str


@dataclass(frozen=True, slots=True)
class Question:
    """Plain words in all fields, as ``cleaned`` leaves them.

    ``id`` stays the same from export to export; ``name`` is what lists show. ``category``: names from the
    outermost in, with ``/`` between. ``single``: only one answer may be chosen. A TRUE_FALSE has the
    answers ``TRUE`` and ``FALSE``, in this order; a MATCHING has ``pairs`` and no answers.
    ``general``: the feedback that everybody is shown.
    """

    kind: QuestionKind
    stem: str
    name: str = ""
    id: str = ""
    category: str = ""
    answers: tuple[Answer, ...] = ()
    pairs: tuple[Pair, ...] = ()
    single: bool = True
    general: str = ""
    tags: tuple[str, ...] = field(default=())


def cleaned(words: str) -> str:
    """Line ends as one line feed, without control characters and without blanks at either end."""
    return _UNWRITABLE.sub("", _LINE_ENDS.sub("\n", words)).strip()


def on_one_line(words: str) -> str:
    """Of names and categories: each run of blanks as one."""
    return " ".join(cleaned(words).split())


def as_tag(words: str) -> str:
    """Of tags and ids, without the marks that no format can keep in them."""
    return on_one_line(_NOT_IN_TAGS.sub("", words))


def from_content(
    content: Content,
    *,
    name: str,
    viewpoint_names: Mapping[str, str],
    link: str,
    category: str = "",
) -> Question:
    """An item as a question. ``name`` is its public id, ``link`` the whole address where its words stand.

    The unit of an estimate is said in the stem, since not every format has a place for it.
    """
    kind, answers, pairs = _KINDS[content.kind], (), ()
    if kind is QuestionKind.MATCHING:
        pairs = _pairs(content)
    else:
        answers = _answers(content, kind)
    tags = [KIND_TAG + content.kind.value]
    if content.viewpoint:
        tags.append(VIEWPOINT_TAG + viewpoint_names.get(content.viewpoint, content.viewpoint))
    unit = content.estimate.unit if content.estimate else ""
    return Question(
        kind=kind,
        stem=cleaned(f"{content.stem} ({unit})" if unit else content.stem),
        name=on_one_line(name),
        id=as_tag(name),
        category=on_one_line(category),
        answers=answers,
        pairs=pairs,
        single=len(content.key) <= 1 or kind is not QuestionKind.MULTICHOICE,
        general=cleaned(f"{content.explanation}\n{link}"),
        tags=tuple(map(as_tag, tags)),
    )


def to_content(question: Question, *, viewpoint_names: Mapping[str, str]) -> Content:
    """The draft of an item. ``viewpoint_names``: of the debate, by public id.

    It has no source yet: the words that its key rests on are for its writer to find. Give it what
    ``collecting.why_not`` has nothing against.
    """
    ids = {_compared(words): one for one, words in viewpoint_names.items()}

    def options(words: Iterable[str]) -> tuple[Option, ...]:
        return tuple(Option(one, ids.get(_compared(one), "")) for one in words)

    kind = _item_kind(question, ids)
    viewpoint = next((ids[one] for one in _tagged(question, VIEWPOINT_TAG) if one in ids), "")
    common = {"kind": kind, "stem": question.stem, "viewpoint": viewpoint}
    explanation = question.general
    if kind is ItemKind.ESTIMATE:
        (number,) = (one for one in question.answers if one.fraction == RIGHT)
        estimate = Estimate(value=number.words, tolerance=number.tolerance)
        return Content(**common, estimate=estimate, explanation=explanation)
    if kind is ItemKind.MATCH:
        asked = [one for one in question.pairs if one.prompt]
        words = list(dict.fromkeys(one.answer for one in question.pairs))
        return Content(
            **common,
            options=options(words),
            key=tuple(words.index(one.answer) for one in asked),
            prompts=tuple(one.prompt for one in asked),
            explanation=explanation,
        )
    return Content(
        **common,
        options=options(one.words for one in question.answers),
        key=tuple(at for at, one in enumerate(question.answers) if is_key(question, one)),
        explanation=explanation,
    )


def is_key(question: Question, answer: Answer) -> bool:
    """Whether the answer is one to choose: wholly right where one is chosen, else right in part."""
    return answer.fraction == RIGHT if question.single else answer.fraction > 0


_KINDS = {
    ItemKind.WHO: QuestionKind.MULTICHOICE,
    ItemKind.EVIDENCE: QuestionKind.MULTICHOICE,
    ItemKind.GRANTED: QuestionKind.MULTICHOICE,
    ItemKind.UNANSWERED: QuestionKind.MULTICHOICE,
    ItemKind.MATCH: QuestionKind.MATCHING,
    ItemKind.ESTIMATE: QuestionKind.NUMERICAL,
    ItemKind.TRUE_FALSE: QuestionKind.TRUE_FALSE,
}


def _answers(content: Content, kind: QuestionKind) -> tuple[Answer, ...]:
    if kind is QuestionKind.NUMERICAL:
        if content.estimate is None:
            raise ValueError("an estimate without its number")
        return (Answer(content.estimate.value, RIGHT, tolerance=content.estimate.tolerance),)
    if kind is QuestionKind.TRUE_FALSE:
        right = 0 in content.key
        return (Answer(TRUE, RIGHT if right else WRONG), Answer(FALSE, WRONG if right else RIGHT))
    right, wrong = len(content.key), len(content.options) - len(content.key)
    # Whoever ticks everything gains as much as they lose.
    loses = -share(wrong) if right > 1 and wrong else WRONG
    return tuple(
        Answer(cleaned(option.words), share(right) if at in content.key else loses)
        for at, option in enumerate(content.options)
    )


def share(parts: int) -> Decimal:
    """The whole mark divided by so many, as Moodle's list has it."""
    return min(FRACTIONS[:-1], key=lambda one: abs(one - RIGHT / max(parts, 1)))


def _pairs(content: Content) -> tuple[Pair, ...]:
    """The prompts in their order; then the options that belong to none."""
    words = [cleaned(option.words) for option in content.options]
    asked = [
        Pair(cleaned(one), words[at]) for one, at in zip(content.prompts, content.key, strict=True)
    ]
    rest = [Pair("", one) for at, one in enumerate(words) if at not in content.key]
    return (*asked, *rest)


def _tagged(question: Question, mark: str) -> list[str]:
    return [_compared(tag[len(mark) :]) for tag in question.tags if tag.startswith(mark)]


def _compared(words: str) -> str:
    return as_tag(words).casefold()


def _item_kind(question: Question, ids: Mapping[str, str]) -> ItemKind:
    """What its tag says, if it can be that; else what its form suggests."""
    for word in _tagged(question, KIND_TAG):
        if word in set(ItemKind) and _KINDS[ItemKind(word)] is question.kind:
            return ItemKind(word)
    if question.kind is not QuestionKind.MULTICHOICE:
        return next(kind for kind, form in _KINDS.items() if form is question.kind)
    if all(_compared(one.words) in ids for one in question.answers):
        return ItemKind.WHO
    return ItemKind.EVIDENCE
