"""A draft as fields of a form, and back: every field has a number, and an emptied one is taken out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import QueryDict

from college.quizzes.rules.content import Content, Estimate, Option, Source
from college.quizzes.rules.keys import SEVERAL_RIGHT
from college.quizzes.rules.life import ItemKind
from college.quizzes.rules.shapes import MOST_OPTIONS, MOST_PROMPTS, MOST_SOURCES, one_line
from college.summaries.rules import selectors

if TYPE_CHECKING:
    from college.quizzes.rules.sentences import Sentence

#: Fields that a new item begins with.
_OPTIONS, _PROMPTS, _SOURCES = 3, 2, 1
_NO_KEY = -1


@dataclass(frozen=True, slots=True)
class Rows:
    """How many fields of each sort a page shows."""

    options: int
    prompts: int
    sources: int


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer's fields. ``number`` is the one that is kept and sent, ``shown`` counts from 1."""

    number: int
    words: str
    viewpoint: str
    right: bool

    @property
    def shown(self) -> int:
        return self.number + 1


@dataclass(frozen=True, slots=True)
class Prompt:
    """A claim to match, with the number of its answer; below 0: none is chosen."""

    number: int
    words: str
    answer: int

    @property
    def shown(self) -> int:
        return self.number + 1


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence that the key rests on; ``exact`` is empty for the whole of it."""

    number: int
    statement: str
    exact: str
    sentence: "Sentence | None"

    @property
    def shown(self) -> int:
        return self.number + 1


def read(post: QueryDict, statements: Mapping[str, "Sentence"]) -> Content:
    """What was typed. Nothing is refused here; fields beyond an item's most are not looked at."""
    kind = post.get("kind", "")
    options, places = _options(post)
    prompts, key = _prompts(post, places)
    matches = kind == ItemKind.MATCH
    right = (places[n] for n in _numbers(post.getlist("right")) if n in places)
    value, tolerance = (one_line(post.get(name, "")) for name in ("value", "tolerance"))
    unit = one_line(post.get("unit", ""))
    return Content(
        kind=ItemKind(kind) if kind in set(ItemKind) else ItemKind.WHO,
        stem=post.get("stem", ""),
        options=options,
        key=key if matches else tuple(sorted(set(right))),
        prompts=prompts,
        estimate=Estimate(value, tolerance, unit) if value or tolerance or unit else None,
        viewpoint=one_line(post.get("viewpoint", "")),
        explanation=post.get("explanation", ""),
        sources=_sources(post, statements),
    )


def rows_of(content: Content, post: QueryDict | None = None) -> Rows:
    """As many fields as there are parts, one more of what was asked for, and a few to begin with."""

    def fields(part: str, has: int, begin: int, most: int) -> int:
        asked = post is not None and post.get("more") == part
        return min(most, max(begin, has) + asked)

    matches = content.kind is ItemKind.MATCH
    return Rows(
        options=fields("options", len(content.options), _OPTIONS, MOST_OPTIONS),
        prompts=fields("prompts", len(content.prompts), _PROMPTS if matches else 0, MOST_PROMPTS),
        sources=fields("sources", len(content.sources), _SOURCES, MOST_SOURCES),
    )


def fields(content: Content, rows: Rows, statements: Mapping[str, "Sentence"]) -> dict[str, object]:
    """What the form is drawn from."""
    estimates = content.kind is ItemKind.ESTIMATE
    true_false = content.kind is ItemKind.TRUE_FALSE
    wanted = 0 if estimates and not content.options else rows.options
    if true_false:
        wanted = max(2, len(content.options))
    return {
        "content": content,
        "several": content.kind in SEVERAL_RIGHT,
        "matches": content.kind is ItemKind.MATCH,
        "estimates": estimates or content.estimate is not None,
        "by_name": content.kind in {ItemKind.WHO, ItemKind.GRANTED, ItemKind.MATCH}
        or any(option.viewpoint for option in content.options),
        "answers": [_answer(content, number) for number in range(wanted)],
        "prompts": [_prompt(content, number) for number in range(rows.prompts)],
        "quoted": [_quoted(content, number, statements) for number in range(rows.sources)],
        "more_answers": not (estimates or true_false) and wanted < MOST_OPTIONS,
        "more_prompts": content.kind is ItemKind.MATCH and rows.prompts < MOST_PROMPTS,
        "more_sources": rows.sources < MOST_SOURCES,
    }


def blank(kind: ItemKind, sides: Sequence[tuple[str, str]], words: Mapping[str, str]) -> Content:
    """An item to begin with: the viewpoints' names where they are the answers, true and false where those
    are."""
    options: tuple[Option, ...] = ()
    if kind in {ItemKind.WHO, ItemKind.MATCH, ItemKind.GRANTED}:
        options = tuple(Option(name, viewpoint) for viewpoint, name in sides if name)
    elif kind is ItemKind.TRUE_FALSE:
        options = (Option(words["true"]), Option(words["false"]))
    return Content(kind=kind, stem="", options=options[:MOST_OPTIONS])


def _options(post: QueryDict) -> tuple[tuple[Option, ...], dict[int, int]]:
    """The answers that have words, and where each field's went."""
    found: list[Option] = []
    places: dict[int, int] = {}
    for number in range(MOST_OPTIONS):
        words = post.get(f"option-{number}", "")
        if words.strip():
            places[number] = len(found)
            found.append(Option(words, one_line(post.get(f"option-of-{number}", ""))))
    return tuple(found), places


def _prompts(post: QueryDict, places: Mapping[int, int]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    found: list[str] = []
    key: list[int] = []
    for number in range(MOST_PROMPTS):
        words = post.get(f"prompt-{number}", "")
        if words.strip():
            chosen = _numbers([post.get(f"match-{number}", "")])
            found.append(words)
            key.append(places.get(chosen[0], _NO_KEY) if chosen else _NO_KEY)
    return tuple(found), tuple(key)


def _sources(post: QueryDict, statements: Mapping[str, "Sentence"]) -> tuple[Source, ...]:
    """Each with the newest text of its sentence; words that are not in it are kept as they were typed."""
    found: list[Source] = []
    for number in range(MOST_SOURCES):
        statement = one_line(post.get(f"source-{number}", "")[:13])
        if not statement:
            continue
        sentence = statements.get(statement)
        words = sentence.words if sentence else ""
        exact = one_line(post.get(f"exact-{number}", "")) or words
        text = sentence.text if sentence else ""
        at = words.find(exact) if exact else -1
        if at < 0 or exact == words:
            found.append(Source(statement, text, exact))
        else:
            chosen = selectors.at(words, at, at + len(exact))
            found.append(Source(statement, text, exact, chosen.prefix, chosen.suffix))
    return tuple(found)


def _numbers(given: Sequence[str]) -> list[int]:
    return [int(one) for one in given if one.isascii() and one.isdecimal() and len(one) < 3]


def _answer(content: Content, number: int) -> Answer:
    if number >= len(content.options):
        return Answer(number, "", "", right=False)
    option = content.options[number]
    right = content.kind is not ItemKind.MATCH and number in content.key
    return Answer(number, option.words, option.viewpoint, right)


def _prompt(content: Content, number: int) -> Prompt:
    if number >= len(content.prompts):
        return Prompt(number, "", _NO_KEY)
    answer = content.key[number] if number < len(content.key) else _NO_KEY
    return Prompt(number, content.prompts[number], answer)


def _quoted(content: Content, number: int, statements: Mapping[str, "Sentence"]) -> Quoted:
    if number >= len(content.sources):
        return Quoted(number, "", "", None)
    source = content.sources[number]
    sentence = statements.get(source.statement)
    whole = sentence is not None and source.exact == sentence.words
    return Quoted(number, source.statement, "" if whole else source.exact, sentence)
