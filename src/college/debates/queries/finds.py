"""What a search found, beside contributions: questions, viewpoints, comments and passages, by debate."""

from collections.abc import Sequence
from dataclasses import dataclass

from college.debates.models import (
    Passage,
    QuestionWording,
    Remark,
    ViewpointWording,
)
from college.debates.queries.questions import newest_wordings
from college.debates.queries.search import Hit
from college.debates.queries.viewpoints import newest
from college.debates.rules.briefs import Rights


@dataclass(frozen=True, slots=True)
class Finds:
    """Rows by the public id that a hit names; each with what a line about it shows."""

    questions: dict[int, QuestionWording]
    viewpoints: dict[str, ViewpointWording]
    remarks: dict[str, Remark]
    passages: dict[str, Passage]


def of_hits(hits: Sequence[Hit]) -> Finds:
    """What the hits name, and the question of each debate by its key. Four queries."""
    remarks = Remark.objects.filter(
        public_id__in=_of(hits, "remark"), withdrawn_at=None, restricted_at=None
    )
    passages = Passage.objects.filter(public_id__in=_of(hits, "passage"))
    return Finds(
        questions={
            row.debate_id: row
            for row in newest_wordings().filter(debate__in={hit.debate_id for hit in hits})
        },
        viewpoints={
            row.viewpoint.public_id: row
            for row in newest().filter(viewpoint__public_id__in=_of(hits, "viewpoint"))
        },
        remarks={r.public_id: r for r in remarks.select_related("text", "claimed_by")},
        passages={
            row.public_id: row
            for row in passages.select_related("text", "brief")
            if row.brief.rights == Rights.FULL or row.quoted_at is not None
        },
    )


def _of(hits: Sequence[Hit], kind: str) -> list[str]:
    return [hit.subject for hit in hits if hit.kind == kind]
