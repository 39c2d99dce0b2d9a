"""An item as a page shows it: what can be chosen, and after the answer what was right."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from college.quizzes.rules import answers
from college.quizzes.rules.content import Content
from college.quizzes.rules.life import ItemKind
from college.quizzes.rules.selection import options_order

if TYPE_CHECKING:
    from college.quizzes.queries.attempts import Asked

#: What each certainty is called beside its number.
CERTAINTIES = {
    25: _("a guess (25 %)"),
    50: _("as likely as not (50 %)"),
    70: _("rather sure (70 %)"),
    90: _("sure (90 %)"),
    99: _("certain (99 %)"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One option. ``marked``: by the taker."""

    number: int
    words: str
    marked: bool
    right: bool


@dataclass(frozen=True, slots=True)
class Match:
    """One claim with the options to match it to; ``given`` and ``right``: their words."""

    prompt: str
    choices: tuple[Choice, ...]
    given: str
    right: str


@dataclass(frozen=True, slots=True)
class Question:
    """``widget``: radio, checkbox, match or number. ``typed``: what stands in the number's field."""

    stem: str
    widget: str
    choices: tuple[Choice, ...]
    matches: tuple[Match, ...]
    unit: str
    typed: str
    value: str
    tolerance: str


@dataclass(frozen=True, slots=True)
class Said:
    """What was answered and what is right, in words; both empty of a match: its claims say it."""

    given: str
    right: str


def said(asked: "Asked") -> Said:
    """An answer beside the key."""
    content = asked.content
    given = asked.answer.given if asked.answer is not None else ""
    if content.estimate is not None:
        unit = content.estimate.unit
        return Said(
            f"{given} {unit}".strip() if given else "", f"{content.estimate.value} {unit}".strip()
        )
    if content.prompts:
        return Said("", "")
    marked = answers.marked(content, given) if given else []
    return Said(_words(content, marked), _words(content, content.key))


def _words(content: Content, numbers: Iterable[int | None]) -> str:
    return ", ".join(content.options[n].words for n in numbers if n is not None)


def chosen(form: QueryDict, content: Content) -> list[str]:
    """What a form sent, as ``rules.answers.read`` takes it; as much as can be an answer, and one more."""
    return form.getlist("given")[: max(len(content.options), len(content.prompts), 1) + 1]


def question(token: str, asked: "Asked", typed: list[str]) -> Question:
    """The item in this attempt's order of options, with what was chosen or typed before."""
    content = asked.content
    if asked.answer is not None and asked.answer.given:
        typed = _typed(content, asked.answer.given)
    order = _order(token, asked)
    return Question(
        stem=content.stem,
        widget=_widget(content),
        choices=()
        if content.prompts
        else tuple(_choice(content, n, set(typed), set(content.key)) for n in order),
        matches=tuple(
            _match(content, at, order, typed[at] if at < len(typed) else "")
            for at in range(len(content.prompts))
        ),
        unit=content.estimate.unit if content.estimate else "",
        typed=typed[0] if content.estimate and typed else "",
        value=content.estimate.value if content.estimate else "",
        tolerance=content.estimate.tolerance if content.estimate else "",
    )


def _widget(content: Content) -> str:
    if content.kind == ItemKind.MATCH:
        return "match"
    if content.kind == ItemKind.ESTIMATE:
        return "number"
    return "checkbox" if answers.is_multiple(content) else "radio"


def _order(token: str, asked: "Asked") -> list[int]:
    options = len(asked.content.options)
    # True stands before false wherever people are asked.
    if asked.content.kind == ItemKind.TRUE_FALSE:
        return list(range(options))
    return options_order(token, asked.item.public_id, options)


def _typed(content: Content, given: str) -> list[str]:
    if content.kind == ItemKind.ESTIMATE:
        return [given]
    return ["" if one is None else str(one) for one in answers.marked(content, given)]


def _choice(content: Content, number: int, typed: set[str], right: set[int]) -> Choice:
    return Choice(number, content.options[number].words, str(number) in typed, number in right)


def _match(content: Content, at: int, order: list[int], typed: str) -> Match:
    choices = tuple(_choice(content, n, {typed}, {content.key[at]}) for n in order)
    return Match(
        prompt=content.prompts[at],
        choices=choices,
        given=next((one.words for one in choices if one.marked), ""),
        right=content.options[content.key[at]].words,
    )
