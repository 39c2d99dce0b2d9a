"""What is heard, or was decided, about comments: for their pages, and for whoever enacts it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from college.debates.rules.addresses import case as case_at
from college.debates.rules.grounds import EFFECTS, Effect, Ground, hides
from college.people.models import Member
from college.summaries.models import Comment, CommentHearing, CommentReport

_WITH = ("case", "comment__text", "comment__author", "comment__summary__debate", "reason")


@dataclass(frozen=True, slots=True)
class Heard:
    """A hearing as pages show it. ``settled`` is empty while it is heard; ``reason`` safe HTML.

    ``at``: since when the comment gives way; ``None`` where it does not, or no longer.
    """

    case: str
    case_url: str
    ground: Ground
    settled: str
    opened_at: datetime
    at: datetime | None
    reason: str
    appealed_at: datetime | None

    @property
    def hides(self) -> bool:
        """Whether a notice stands before the words."""
        return self.at is not None and hides(self.ground)


def of_comments(keys: Iterable[int]) -> dict[int, tuple[Heard, ...]]:
    """What is heard about comments, by their keys, oldest first. One query."""
    rows = CommentHearing.objects.filter(comment__in=keys)
    found: dict[int, list[Heard]] = defaultdict(list)
    for row in rows.select_related("case", "reason").order_by("id"):
        in_force = row.restricted_at is not None and row.lifted_at is None
        heard = Heard(
            case=row.case.public_id,
            case_url=case_at(row.case.public_id),
            ground=Ground(row.ground),
            settled=row.settled,
            opened_at=row.opened_at,
            at=row.restricted_at if in_force else None,
            reason=row.reason.rendered if in_force and row.reason is not None else "",
            appealed_at=row.case.appealed_at,
        )
        found[row.comment_id].append(heard)
    return {key: tuple(heard) for key, heard in found.items()}


def by_case(case_id: int) -> CommentHearing | None:
    """One query."""
    return CommentHearing.objects.select_related(*_WITH).filter(case=case_id).first()


def by_case_id(public_id: str) -> CommentHearing | None:
    """By its case's public id. One query."""
    return CommentHearing.objects.select_related(*_WITH).filter(case__public_id=public_id).first()


def of_ground(comment: Comment, ground: Ground) -> CommentHearing | None:
    """The hearing of a comment on a ground. One query."""
    rows = CommentHearing.objects.filter(comment=comment, ground=ground)
    return rows.select_related("case").first()


def open_report(member: Member, comment: Comment) -> CommentReport | None:
    """The member's own report of a comment, that waits. One query."""
    rows = CommentReport.objects.filter(by=member, hearing__comment=comment, closed_at=None)
    return rows.select_related("hearing__case", "reason").first()


def reported_since(member: Member, since: datetime) -> int:
    """How many comments a member reported after a moment. One query."""
    return CommentReport.objects.filter(by=member, at__gt=since).count()


def in_force(comment: Comment) -> list[CommentHearing]:
    """Hearings by which a comment gives way, oldest first. One query."""
    rows = CommentHearing.objects.filter(
        comment=comment, restricted_at__isnull=False, lifted_at=None
    )
    return list(rows.select_related("case", "comment").order_by("id"))


def withholds(ground: Ground) -> bool:
    """Whether a verdict on this ground shows the words to nobody. No query."""
    return EFFECTS[ground] is Effect.WITHHELD
