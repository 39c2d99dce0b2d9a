"""Where evidence comes from, as pages show it."""

import json
from dataclasses import dataclass

from college.debates.models import Source
from college.debates.rules.posting import SourceLine


@dataclass(frozen=True, slots=True)
class SourceRead:
    """``line`` as it was committed; empty where it was erased. ``quotation`` are the exact words."""

    line: SourceLine
    quotation: str


def read_source(row: Source) -> SourceRead:
    """No query when the two texts are at hand."""
    return SourceRead(line_of(row), row.quotation.words)


def line_of(row: Source) -> SourceLine:
    """The source as people cite it."""
    if not row.line.is_open or row.line.body is None:
        return SourceLine(title="", locator="")
    return SourceLine(**json.loads(bytes(row.line.body)))
