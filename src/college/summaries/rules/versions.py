"""What a version is made of, its document, and whether two versions have the very same section."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from college.summaries.rules.sections import Section, SectionKind

VERSION = "college-summary-v1"
#: How the certificate of the whole is told, beside the kinds of sections.
FORM = "form"
#: Refusals of one section after which a version is certified without it.
ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Rest:
    """One wording that a statement rests on. ``contribution``: a public id; ``text``: the commitment of the
    wording; ``keys``: of the contribution's row and the wording's. ``stands``: both can still be read."""

    contribution: str
    text: str
    keys: tuple[int, int]
    stands: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """One statement that was settled on: its id (empty: it gets one of its own), its words, the commitment
    of the text that has them already (empty: none has), what it rests on, in order."""

    statement: str
    words: str
    text: str
    rests: tuple[Rest, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """``sections`` as they can stand; ``left_out``: how many statements had nothing left to rest
    on, or to say."""

    sections: list[tuple[Section, list[Piece]]]
    left_out: int

    @property
    def is_empty(self) -> bool:
        return not any(pieces for _section, pieces in self.sections)


def kept(settled: Sequence[tuple[Section, Sequence[Piece]]]) -> Kept:
    """What can stand of what was settled: links to what does not stand are dropped, and statements without
    any are left out; so are those whose words are withheld or erased (empty)."""
    sections: list[tuple[Section, list[Piece]]] = []
    for section, pieces in settled:
        grounded = [
            replace(piece, rests=tuple(rest for rest in piece.rests if rest.stands))
            for piece in pieces
        ]
        sections.append((section, [piece for piece in grounded if piece.rests and piece.words]))
    number = sum(len(pieces) for _section, pieces in settled)
    return Kept(sections, number - sum(len(pieces) for _section, pieces in sections))


def document(
    *,
    summary: str,
    debate: str,
    number: int,
    question: str,
    sections: Sequence[tuple[Section, Sequence[tuple[str, str, Sequence[Rest]]]]],
) -> dict[str, object]:
    """What a version commits to (spec/summaries.md). ``sections``: for each its statements as id, commitment
    of the words, and what it rests on."""
    return {
        "v": VERSION,
        "summary": summary,
        "debate": debate,
        "number": number,
        "question": question,
        "sections": [
            {
                "section": section.kind.value,
                "viewpoint": section.viewpoint,
                "statements": [
                    {
                        "statement": statement,
                        "text": text,
                        "links": [
                            {"contribution": rest.contribution, "text": rest.text} for rest in rests
                        ],
                    }
                    for statement, text, rests in statements
                ],
            }
            for section, statements in sections
        ],
    }


def sections_of(made: Mapping[str, Any]) -> list[Section]:
    """The sections of a version's document, in its order, empty ones too."""
    return [Section(SectionKind(one["section"]), one["viewpoint"]) for one in made["sections"]]


def certified_part(made: Mapping[str, Any], section: str, viewpoint: str) -> object:
    """What a certificate is about: the statements of a viewpoint's section, or (``FORM``) all sections."""
    if section == FORM:
        return made["sections"]
    return next(
        (
            one["statements"]
            for one in made["sections"]
            if (one["section"], one["viewpoint"]) == (section, viewpoint)
        ),
        None,
    )


def read_with_numbers(pieces: Sequence[tuple[str, Sequence[int]]]) -> str:
    """A section as a panel reads it: each sentence in a line, with the numbers of what it rests on."""
    return "\n".join(
        f"{words} [{', '.join(str(number) for number in numbers)}]" if numbers else words
        for words, numbers in pieces
    )
