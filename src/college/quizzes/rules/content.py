"""What an item is made of, and the document that is committed of it (spec/quizzes.md §1)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from college.quizzes.rules.life import ItemKind

ITEM = "college-quiz-item-v1"


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose. ``viewpoint``: the public id of the one whose name or argument it is; or empty."""

    words: str
    viewpoint: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The very words that the key rests on: a statement of the version, the commitment of its text, and a
    text-quote selector within it."""

    statement: str
    text: str
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number as the text has it, in decimal digits, what it may be missed by, and what it counts."""

    value: str
    tolerance: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """One item. ``viewpoint``: the public id of the one whose argument is asked about; empty: of all alike.

    ``key``: of a MATCH, for each of ``prompts`` the number of its option; of other items, the numbers of
    the right options, from 0. An ESTIMATE has neither options nor key. A TRUE_FALSE has two options,
    true and then false.
    """

    kind: ItemKind
    stem: str
    options: tuple[Option, ...] = ()
    key: tuple[int, ...] = ()
    prompts: tuple[str, ...] = ()
    estimate: Estimate | None = None
    viewpoint: str = ""
    explanation: str = ""
    sources: tuple[Source, ...] = ()

    def plain(self) -> dict[str, Any]:
        """As it is kept and committed: tables, lists, text and numbers."""
        return {
            **asdict(self),
            "kind": self.kind.value,
            "options": [asdict(option) for option in self.options],
            "key": list(self.key),
            "prompts": list(self.prompts),
            "sources": [asdict(source) for source in self.sources],
        }


def from_plain(kept: Mapping[str, Any]) -> Content:
    """The content of what ``plain`` gave; a document has more fields, which are passed over."""
    estimate = kept["estimate"]
    return Content(
        kind=ItemKind(kept["kind"]),
        stem=kept["stem"],
        options=tuple(Option(**option) for option in kept["options"]),
        key=tuple(kept["key"]),
        prompts=tuple(kept["prompts"]),
        estimate=Estimate(**estimate) if estimate else None,
        viewpoint=kept["viewpoint"],
        explanation=kept["explanation"],
        sources=tuple(Source(**source) for source in kept["sources"]),
    )


def document(content: Content, *, item: str, quiz: str, version: str) -> dict[str, Any]:
    """What is committed when an item goes to its panels. Ids are public ids."""
    return {"v": ITEM, "item": item, "quiz": quiz, "version": version, **content.plain()}
