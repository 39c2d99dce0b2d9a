"""What is committed of a draft, and the hash by which two teams sign the same words (spec/summaries.md)."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from college.record.rules.canonical import encode_entry
from college.summaries.rules.sections import Section

DRAFT = "college-summary-draft-v1"
_SIGNED = "college-summary-section-v1"
#: Commitments in one entry, which holds 65,535 bytes.
_PER_ENTRY = 500


@dataclass(frozen=True, slots=True)
class Written:
    """A statement as a document has it. ``text``: its words in what is signed, their commitment in a draft's.
    ``links``: contributions with the commitments of the wordings that are pinned."""

    statement: str
    text: str
    links: tuple[tuple[str, str], ...] = ()

    def document(self) -> dict[str, Any]:
        links = [{"contribution": said, "text": text} for said, text in self.links]
        return {"statement": self.statement, "text": self.text, "links": links}


def draft(
    head: Mapping[str, Any], parts: Sequence[tuple[Section, Sequence[Written]]]
) -> dict[str, Any]:
    """The document of a draft. ``head``: draft, summary, debate, round, side, question. Every section is in
    it, empty ones too."""
    return {"v": DRAFT, **head, "sections": [_section(*part) for part in parts]}


def digest(section: Section, statements: Sequence[Written]) -> str:
    """SHA-256, in hex, of the canonical bytes of a section with its words: what both teams sign."""
    document = {"v": _SIGNED, **_section(section, statements)}
    return hashlib.sha256(encode_entry(document)).hexdigest()


def told_together(commitments: Sequence[str]) -> list[tuple[str, ...]]:
    """Commitments of new texts in their order, as many at a time as one entry tells; none without any."""
    starts = range(0, len(commitments), _PER_ENTRY)
    return [tuple(commitments[start : start + _PER_ENTRY]) for start in starts]


def _section(section: Section, statements: Sequence[Written]) -> dict[str, Any]:
    return {
        "section": section.kind.value,
        "viewpoint": section.viewpoint,
        "statements": [one.document() for one in statements],
    }
