"""Where evidence comes from, as pages show it."""

import json
from dataclasses import dataclass

from college.debates.models import Contribution, Source
from college.debates.rules.posting import SourceLine


@dataclass(frozen=True, slots=True)
class SourceRead:
    """``line`` as it was committed; empty where it was erased. ``quotation`` are the exact words."""

    line: SourceLine
    quotation: str


def address_of(contribution: Contribution) -> str:
    """Where on the web the source of a piece of evidence is; empty for anything else. One query."""
    rows = Source.objects.filter(contribution=contribution).select_related("line")
    return next((line_of(row.line.words).url for row in rows), "")


def line_of(document: str) -> SourceLine:
    """The source as people cite it, from the document that was committed; empty where it is gone."""
    return SourceLine(**json.loads(document)) if document else SourceLine(title="", locator="")
