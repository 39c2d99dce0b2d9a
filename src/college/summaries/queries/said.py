"""What is said of a version: by viewpoints' delegates, who attest, and by members, who comment."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from college.debates.queries.badges import Badge
from college.summaries.models import Anchor, Attestation, CommentHearing, Version
from college.summaries.rules.life import CommentState

if TYPE_CHECKING:
    from college.record.models import Text

#: Behind every viewpoint: those who hold none share one room, and it is the last.
_LAST = 1_000


@dataclass(frozen=True, slots=True)
class Attested:
    """What a viewpoint says of a statement, or of the whole; and the editors' answer, if there is one."""

    public_id: str
    viewpoint: Badge
    fairness: str
    comment: "Text | None"
    by_name: str
    by_url: str
    at: datetime
    answer: "Text | None"
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Comment:
    """A member's note. ``viewpoint``: ``None`` of the undecided. ``how``: an ``AnchorHow``; ``start`` and
    ``end`` are its place in the version's plain text, and ``quoted`` the words there, once it is placed.

    ``reason``: of the panels that restricted it. ``case``: where that, or its hearing, is told.
    """

    public_id: str
    viewpoint: Badge | None
    author_name: str
    author_url: str
    text: "Text"
    at: datetime
    state: str
    how: str
    start: int | None
    end: int | None
    quoted: str = ""
    reason: "Text | None" = None
    case: str = ""

    @property
    def is_standing(self) -> bool:
        return self.state == CommentState.STANDING


def attested(
    version: Version, known: Mapping[int, Badge], order: Mapping[int, int]
) -> dict[str, list[Attested]]:
    """By statement (empty: of the whole), viewpoints in ``order``. One query."""
    rows = Attestation.objects.filter(version=version, replaced_at=None).select_related(
        "comment", "by", "answer__text"
    )
    found: dict[str, list[Attested]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: order.get(row.viewpoint_id, _LAST)):
        answer = getattr(row, "answer", None)
        found[row.statement].append(
            Attested(
                public_id=row.public_id,
                viewpoint=known[row.viewpoint_id],
                fairness=row.fairness,
                comment=row.comment,
                by_name=row.by.public_name,
                by_url=f"/members/{row.by.public_id}/",
                at=row.at,
                answer=answer.text if answer else None,
                answered_at=answer.at if answer else None,
            )
        )
    return found


def comments(
    version: Version, known: Mapping[int, Badge], order: Mapping[int, int]
) -> list[Comment]:
    """Viewpoints in ``order``, within one by time. Those taken back by their authors are left out.
    Two queries."""
    rows = (
        Anchor.objects.filter(version=version)
        .exclude(comment__state=CommentState.WITHDRAWN)
        .select_related("comment__text", "comment__author")
        .order_by("comment__at", "comment_id")
    )
    of = {row.comment_id: row for row in rows}
    heard = {
        hearing.comment_id: hearing
        for hearing in CommentHearing.objects.filter(
            comment__in=of, restricted_at__isnull=False, lifted_at=None
        ).select_related("reason", "case")
    }
    found = [_comment(row, known, heard.get(row.comment_id)) for row in of.values()]
    return sorted(
        found, key=lambda one: order.get(one.viewpoint.key, _LAST) if one.viewpoint else _LAST
    )


def _comment(row: Anchor, known: Mapping[int, Badge], heard: CommentHearing | None) -> Comment:
    comment = row.comment
    return Comment(
        public_id=comment.public_id,
        viewpoint=known[comment.viewpoint_id] if comment.viewpoint_id else None,
        author_name=comment.author.public_name,
        author_url=f"/members/{comment.author.public_id}/",
        text=comment.text,
        at=comment.at,
        state=comment.state,
        how=row.how,
        start=row.start,
        end=row.end,
        reason=heard.reason if heard else None,
        case=heard.case.public_id if heard else "",
    )
