"""Who comments, reports and appeals."""

from collections.abc import Callable

from college.people.models import Member
from college.people.permissions import may_take_part
from college.summaries.models import Anchor, Comment, CommentHearing, Version
from college.summaries.rules.life import AnchorHow, CommentState, SummaryState, VersionState


def may_comment(member: Member | None, version: Version) -> bool:
    """Any member, undecided ones too, on the newest version: a certified one, or a candidate that is out for
    attestation."""
    if member is None or not may_take_part(member):
        return False
    later = Version.objects.filter(summary=version.summary, number__gt=version.number)
    if later.exclude(state=VersionState.RETURNED).exists():
        return False
    attesting = version.summary.state == SummaryState.ATTESTING
    return version.state == VersionState.CERTIFIED or (
        version.state == VersionState.CANDIDATE and attesting
    )


def may_withdraw_comment(member: Member | None, comment: Comment) -> bool:
    """Its author, while it stands or gives way to a verdict."""
    return (
        member is not None
        and may_take_part(member)
        and comment.author_id == member.pk
        and comment.state in {CommentState.STANDING, CommentState.RESTRICTED}
    )


def may_confirm_anchor(member: Member | None, anchor: Anchor) -> bool:
    """The author of the comment, of a place that was proposed for it."""
    return (
        member is not None
        and may_take_part(member)
        and anchor.how == AnchorHow.PROPOSED
        and anchor.comment.state == CommentState.STANDING
        and anchor.comment.author_id == member.pk
    )


def may_report_comment(member: Member | None, comment: Comment) -> bool:
    """Any member but its author, of a comment that can be read, whatever stage the summary is at."""
    return (
        member is not None
        and may_take_part(member)
        and comment.state == CommentState.STANDING
        and comment.author_id != member.pk
    )


def may_appeal_comment(member: Member | None, hearing: CommentHearing) -> bool:
    """The author, of a restriction in force, once; also while suspended: an appeal is free (law 4)."""
    return (
        member is not None
        and hearing.restricted_at is not None
        and hearing.lifted_at is None
        and hearing.comment.author_id == member.pk
        and hearing.case.appealed_at is None
    )


PERMISSIONS: dict[str, Callable[..., bool]] = {
    "may_comment": may_comment,
    "may_withdraw_comment": may_withdraw_comment,
    "may_confirm_anchor": may_confirm_anchor,
    "may_report_comment": may_report_comment,
    "may_appeal_comment": may_appeal_comment,
}
