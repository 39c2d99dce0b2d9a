"""Where evidence comes from, as pages show it."""

import json
from dataclasses import dataclass

from college.debates.rules.posting import SourceLine


@dataclass(frozen=True, slots=True)
class SourceRead:
    """``line`` as it was committed; empty where it was erased. ``quotation`` are the exact words."""

    line: SourceLine
    quotation: str


def line_of(document: str) -> SourceLine:
    """The source as people cite it, from the document that was committed; empty where it is gone."""
    return SourceLine(**json.loads(document)) if document else SourceLine(title="", locator="")
