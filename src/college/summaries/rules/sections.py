"""The sections of a summary, in the order in which they are read (DESIGN §7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

#: Not a word of its own language: keys of sections may stand in addresses and documents.
_DOT = "."


class SectionKind(StrEnum):
    QUESTION = "question"
    TERMS = "terms"
    HOLDS = "holds"  # what one viewpoint holds, in its strongest form; one for each
    GRANTED = "granted"
    DISPUTED = "disputed"
    TURNS = "turns"
    EVIDENCE = "evidence"
    OPEN = "open"
    MINDS = "minds"  # what would change minds


@dataclass(frozen=True, slots=True)
class Section:
    """One section; ``viewpoint`` is a public id in ``HOLDS``, else empty."""

    kind: SectionKind
    viewpoint: str = ""

    @property
    def key(self) -> str:
        """As it stands in addresses: ``terms``, ``holds.<viewpoint>``."""
        return f"{self.kind}{_DOT}{self.viewpoint}" if self.viewpoint else self.kind.value


def sections(viewpoints: Sequence[str]) -> list[Section]:
    """Every section of a summary. ``viewpoints``: public ids, in the order in which they are to be read."""
    found: list[Section] = []
    for kind in SectionKind:
        if kind is SectionKind.HOLDS:
            found += [Section(kind, viewpoint) for viewpoint in viewpoints]
        else:
            found.append(Section(kind))
    return found


def parse(key: str, viewpoints: Sequence[str]) -> Section | None:
    """The section of a key, if a summary with these viewpoints has it."""
    return next((section for section in sections(viewpoints) if section.key == key), None)
