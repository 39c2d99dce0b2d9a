"""The committed texts of statements: what did not change keeps its text, and its commitment."""

import json
from typing import Any

from college.record.models import Text
from college.record.queries import texts_by_commitment
from college.summaries.models import Draft, Statement, Summary


def known(summary: Summary) -> dict[tuple[str, str], Text]:
    """By statement and words: every text of a statement that an entry has named, in an opened draft or a
    version, and that is open; of equal ones the newest. Three queries."""
    rows = Statement.objects.filter(version__summary=summary).select_related("text")
    found = {
        (row.statement, row.text.words): row.text
        for row in rows.order_by("version__number", "order")
        if row.text.is_open
    }
    pairs = [
        (one["statement"], one["text"])
        for draft in Draft.objects.filter(summary=summary, document__isnull=False)
        .select_related("document")
        .order_by("round", "side")
        for section in _sections(draft.document)
        for one in section["statements"]
    ]
    by_commitment = texts_by_commitment({text for _, text in pairs})
    for statement, commitment in pairs:
        text = by_commitment.get(commitment)
        if text is not None and text.is_open:
            found.setdefault((statement, text.words), text)
    return found


def _sections(document: Text) -> list[dict[str, Any]]:
    """None where the document was erased."""
    return json.loads(document.words)["sections"] if document.is_open else []
