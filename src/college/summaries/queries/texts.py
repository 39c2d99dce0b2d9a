"""The committed texts of statements: what did not change keeps its text, and its commitment."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from college.record.models import Text
from college.record.queries import closed_by_commitment, texts_by_commitment
from college.summaries.models import Draft, Statement, Summary


@dataclass(frozen=True, slots=True)
class Closed:
    """Words of statements that may not be read: drafts keep their own copy of them.

    ``withheld``: statements with their words; ``erased``: of a statement, when the last of its texts was
    emptied. Nobody can compare words with those any more: whatever was saved before then counts as them,
    but for words that stand ``open`` in another text.
    """

    withheld: frozenset[tuple[str, str]] = frozenset()
    erased: Mapping[str, datetime] = field(default_factory=dict)
    open: frozenset[tuple[str, str]] = frozenset()

    def has(self, statement: str, words: str, at: datetime) -> bool:
        """Whether these words of a statement, saved at ``at``, are withheld or erased."""
        if (statement, words) in self.withheld:
            return True
        gone = self.erased.get(statement)
        return gone is not None and at <= gone and (statement, words) not in self.open


def closed(summary: Summary) -> Closed:
    """What of a summary's statements is withheld or erased. Three queries, three more if anything is."""
    rows = Statement.objects.filter(version__summary=summary)
    pairs = [*rows.values_list("statement", "text_id"), *_named(summary)]
    texts = closed_by_commitment({text for _, text in pairs})
    if not texts:
        return Closed()
    withheld, erased = set(), {}
    for statement, commitment in pairs:
        text = texts.get(commitment)
        if text is not None and text.body is not None:
            withheld.add((statement, bytes(text.body).decode()))
        elif text is not None and text.changed_at is not None:
            erased[statement] = max(text.changed_at, erased.get(statement, text.changed_at))
    return Closed(frozenset(withheld), erased, frozenset(known(summary)))


def known(summary: Summary) -> dict[tuple[str, str], Text]:
    """By statement and words: every text of a statement that an entry has named, in an opened draft or a
    version, and that is open; of equal ones the newest. Three queries."""
    rows = Statement.objects.filter(version__summary=summary).select_related("text")
    found = {
        (row.statement, row.text.words): row.text
        for row in rows.order_by("version__number", "order")
        if row.text.is_open
    }
    pairs = _named(summary)
    by_commitment = texts_by_commitment({text for _, text in pairs})
    for statement, commitment in pairs:
        text = by_commitment.get(commitment)
        if text is not None and text.is_open:
            found.setdefault((statement, text.words), text)
    return found


def _named(summary: Summary) -> list[tuple[str, str]]:
    """Statements of opened drafts with the commitments of their words. One query."""
    return [
        (one["statement"], one["text"])
        for draft in Draft.objects.filter(summary=summary, document__isnull=False)
        .select_related("document")
        .order_by("round", "side")
        for section in _sections(draft.document)
        for one in section["statements"]
    ]


def _sections(document: Text) -> list[dict[str, Any]]:
    """None where the document was erased."""
    return json.loads(document.words)["sections"] if document.is_open else []
