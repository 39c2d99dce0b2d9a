"""Who may report, take a report back, appeal, rephrase, hold a text, and ask for labels and mergers."""

from collections.abc import Callable
from datetime import datetime

from college.committees.queries.duty import duty_member
from college.debates.models import Contribution, Hearing, Remark, Report, Restriction, Viewpoint
from college.debates.queries import holdings, moderators
from college.debates.rules.grounds import OF_FORM, URGENT, Ground
from college.debates.rules.kinds import Kind, State
from college.debates.rules.stages import Stage
from college.people.models import Member
from college.people.permissions import may_take_part

_CORRECTING = {Stage.FRAMING, Stage.OPEN, Stage.CLOSING}


def may_report(member: Member | None, row: Contribution | Remark) -> bool:
    """Any member but its author, of a text that can be read, at every stage."""
    if member is None or not may_take_part(member):
        return False
    if isinstance(row, Contribution):
        return row.state == State.STANDING and row.author_id != member.pk
    return row.withdrawn_at is None and row.text.is_open and row.claimed_by_id != member.pk


def may_withdraw_report(member: Member | None, report: Report) -> bool:
    """The member who made it, while it waits."""
    return (
        member is not None
        and may_take_part(member)
        and report.closed_at is None
        and report.by_id == member.pk
    )


def may_appeal(member: Member | None, restriction: Restriction) -> bool:
    """The author of the text, of a restriction in force, once; also while suspended: an appeal is free
    (law 4)."""
    hearing = restriction.hearing
    return (
        member is not None
        and restriction.lifted_at is None
        and hearing.author_id == member.pk
        and hearing.appealed_at is None
    )


def may_rephrase(member: Member | None, restriction: Restriction) -> bool:
    """The author of a contribution restricted on a ground of form, in its newest wording, until the debate
    is closed. A source cannot be put in other words: it is brought anew."""
    revision = restriction.hearing.revision
    if member is None or not may_take_part(member) or revision is None:
        return False
    row = revision.contribution
    return (
        restriction.lifted_at is None
        and Ground(restriction.rule) in OF_FORM
        and row.author_id == member.pk
        and row.state == State.RESTRICTED
        and row.head == revision.number
        and row.debate.stage in _CORRECTING
        and not _has_more_than_words(row)
    )


def _has_more_than_words(row: Contribution) -> bool:
    return row.headword_id is not None or row.condition_id is not None or hasattr(row, "source")


def may_hold_text(member: Member | None, hearing: Hearing, at: datetime) -> bool:
    """The member on emergency duty at that moment, of a text reported as a threat or as private data, while
    it is heard for the first time; never one who is a party to it."""
    if member is None or not may_take_part(member) or hearing.settled_at is not None:
        return False
    if Ground(hearing.ground) not in URGENT or hearing.case.parties.filter(member=member).exists():
        return False
    place = duty_member(at, hearing.case)
    return place is not None and place.member_id == member.pk


def may_give_notice(member: Member | None, row: Contribution | Remark) -> bool:
    """Anybody, without an account, of a text that can be read. Members report it instead."""
    if member is not None:
        return False
    if isinstance(row, Contribution):
        return row.state == State.STANDING
    return row.withdrawn_at is None and row.text.is_open


def may_ask_label(member: Member | None, evidence: Contribution) -> bool:
    """Any member but who brought it, of evidence that stands, at every stage."""
    return (
        member is not None
        and may_take_part(member)
        and evidence.kind == Kind.EVIDENCE
        and evidence.state == State.STANDING
        and evidence.author_id != member.pk
    )


def may_ask_merger(member: Member | None, viewpoint: Viewpoint, into: Viewpoint) -> bool:
    """A holder of either, or a moderator, of two admitted viewpoints of a debate that is not closed."""
    one_debate = viewpoint.debate_id == into.debate_id and viewpoint.pk != into.pk
    return one_debate and any(
        _may_reshape(member, one) and _is_whole(other)
        for one, other in ((viewpoint, into), (into, viewpoint))
    )


def may_ask_split(member: Member | None, viewpoint: Viewpoint) -> bool:
    """A holder of it, or a moderator, of an admitted viewpoint of a debate that is not closed."""
    return _may_reshape(member, viewpoint)


def _may_reshape(member: Member | None, viewpoint: Viewpoint) -> bool:
    if member is None or not may_take_part(member) or not _is_whole(viewpoint):
        return False
    return viewpoint.debate.stage in _CORRECTING and (
        holdings.is_holder(member, viewpoint) or moderators.is_moderator(member, viewpoint.debate)
    )


def _is_whole(viewpoint: Viewpoint) -> bool:
    return viewpoint.admitted_at is not None and viewpoint.merged_into_id is None


PERMISSIONS: dict[str, Callable[..., bool]] = {
    "may_report": may_report,
    "may_withdraw_report": may_withdraw_report,
    "may_appeal": may_appeal,
    "may_rephrase": may_rephrase,
    "may_hold_text": may_hold_text,
    "may_give_notice": may_give_notice,
    "may_ask_label": may_ask_label,
    "may_ask_merger": may_ask_merger,
    "may_ask_split": may_ask_split,
}
