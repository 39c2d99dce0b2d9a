"""An item as its taker will see it, and with its key."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from college.quizzes.rules.content import Content
from college.quizzes.rules.life import ItemKind

if TYPE_CHECKING:
    from college.quizzes.queries.desk import Named
    from college.quizzes.rules.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Answer:
    """``letter``: of the viewpoint that it names, or empty."""

    words: str
    right: bool
    letter: str


@dataclass(frozen=True, slots=True)
class Preview:
    """``pairs``: of a MATCH, each claim with the answer that belongs to it, empty where none is chosen.

    ``quoted``: the words that the key rests on, with the sentence they stand in and its id, as far as they
    are in the newest version.
    """

    content: Content
    answers: tuple[Answer, ...]
    pairs: tuple[tuple[str, str], ...]
    quoted: tuple[tuple[str, str, str], ...]
    letter: str

    @property
    def matches(self) -> bool:
        return self.content.kind is ItemKind.MATCH


def of(
    content: Content,
    sides: Sequence["Named"],
    statements: Mapping[str, "Sentence"] | None = None,
) -> Preview:
    letters = {side.viewpoint: side.letter for side in sides}
    matches = content.kind is ItemKind.MATCH
    words = {number: option.words for number, option in enumerate(content.options)}
    keyed = [words.get(number, "") for number in content.key]
    keyed += [""] * (len(content.prompts) - len(keyed))
    return Preview(
        content=content,
        answers=tuple(
            Answer(
                option.words,
                not matches and number in content.key,
                letters.get(option.viewpoint, ""),
            )
            for number, option in enumerate(content.options)
        ),
        pairs=tuple(zip(content.prompts, keyed, strict=False)) if matches else (),
        quoted=tuple(_quoted(content, statements or {})),
        letter=letters.get(content.viewpoint, ""),
    )


def _quoted(content: Content, statements: Mapping[str, "Sentence"]) -> list[tuple[str, str, str]]:
    found = []
    for source in content.sources:
        sentence = statements.get(source.statement)
        words = sentence.words if sentence else ""
        found.append((source.exact, words, source.statement if words else ""))
    return found
