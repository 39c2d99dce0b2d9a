"""Who may do what to the frame of a debate: its question, dates, viewpoints, and who speaks for them."""

from collections.abc import Callable

from college.debates.models import Debate, Delegate, Draft, Moderator, Objection, Viewpoint
from college.debates.queries import delegates, drafts, holdings, moderators
from college.debates.rules.drafts import DRAFTS, is_readable
from college.debates.rules.stages import OVER, Stage
from college.people.models import Member
from college.people.permissions import may_take_part
from college.people.queries import is_steward

_UNDECIDED_YET = {Stage.REGISTERED, Stage.PROPOSED, Stage.FRAMING}
_TAKING_SIDES = {Stage.FRAMING, Stage.OPEN, Stage.CLOSING}
_NEW_VIEWPOINTS = {Stage.FRAMING, Stage.OPEN}
_DATES_AHEAD = {Stage.FRAMING, Stage.OPEN, Stage.CLOSING}


def may_register_question(member: Member | None) -> bool:
    """Any member."""
    return may_take_part(member)


def may_propose_question(member: Member | None) -> bool:
    """Any member."""
    return may_take_part(member)


def may_propose_registered(member: Member | None, debate: Debate) -> bool:
    """Any member, of a question that stands in the register."""
    return may_take_part(member) and debate.stage == Stage.REGISTERED


def may_reword_question(member: Member | None, debate: Debate) -> bool:
    """Its proposer, until the debate opens."""
    return (
        may_take_part(member)
        and debate.stage in _UNDECIDED_YET
        and debate.proposed_by_id == _pk(member)
    )


def may_add_turn(member: Member | None, debate: Debate) -> bool:
    """Any member, until the debate is closed."""
    return may_take_part(member) and debate.stage not in OVER


def may_object(member: Member | None, debate: Debate) -> bool:
    """Any member but the proposer, during the notice."""
    return (
        may_take_part(member)
        and debate.stage == Stage.PROPOSED
        and debate.proposed_by_id != _pk(member)
    )


def may_object_to_viewpoint(member: Member | None, viewpoint: Viewpoint) -> bool:
    """Any member but its proposer, until it is admitted."""
    return (
        may_take_part(member)
        and viewpoint.admitted_at is None
        and viewpoint.refused_at is None
        and viewpoint.debate.stage in _TAKING_SIDES
        and viewpoint.proposed_by_id != _pk(member)
    )


def may_object_to_delegate(member: Member | None, delegate: Delegate) -> bool:
    """Another holder of the viewpoint, until the delegate stands."""
    viewpoint = delegate.viewpoint
    return (
        member is not None
        and may_take_part(member)
        and viewpoint.debate.stage in _TAKING_SIDES
        and delegate.stood_at is None
        and delegate.ended_at is None
        and delegate.member_id != member.pk
        and holdings.is_holder(member, viewpoint)
    )


def may_withdraw_objection(member: Member | None, objection: Objection) -> bool:
    """The one who made it, while it waits."""
    return may_take_part(member) and objection.settled_at is None and objection.by_id == _pk(member)


def may_propose_viewpoint(member: Member | None, debate: Debate) -> bool:
    """Any member, while the debate is framed or open."""
    return may_take_part(member) and debate.stage in _NEW_VIEWPOINTS


def may_reword_viewpoint(member: Member | None, viewpoint: Viewpoint) -> bool:
    """Its standing delegate; before there was ever one, its proposer; while the debate is framed or open."""
    if not may_take_part(member) or viewpoint.debate.stage not in _NEW_VIEWPOINTS:
        return False
    standing = delegates.standing(viewpoint)
    if standing is not None:
        return standing.member_id == _pk(member)
    return viewpoint.proposed_by_id == _pk(member) and not delegates.ever_stood(viewpoint)


def may_hold(member: Member | None, debate: Debate) -> bool:
    """Any member, from the framing until the debate is closed."""
    return may_take_part(member) and debate.stage in _TAKING_SIDES


def may_offer_delegate(member: Member | None, viewpoint: Viewpoint) -> bool:
    """A holder of the viewpoint who neither speaks for it yet nor moderates."""
    return (
        member is not None
        and may_take_part(member)
        and viewpoint.debate.stage in _TAKING_SIDES
        and viewpoint.merged_into_id is None
        and holdings.is_holder(member, viewpoint)
        and not delegates.is_delegate(member, viewpoint.debate)
        and not moderators.is_moderator(member, viewpoint.debate)
    )


def may_step_down(member: Member | None, delegate: Delegate) -> bool:
    """The delegate, or the one who offered, at any time."""
    return may_take_part(member) and delegate.ended_at is None and delegate.member_id == _pk(member)


def may_moderate(member: Member | None, debate: Debate) -> bool:
    """A holder of an admitted viewpoint who does not speak for it and has no seat yet."""
    if member is None or not may_take_part(member) or debate.stage not in _TAKING_SIDES:
        return False
    holding = holdings.current(member, debate)
    if holding is None or holding.viewpoint is None or holding.viewpoint.admitted_at is None:
        return False
    return not delegates.is_delegate(member, debate) and not moderators.is_moderator(member, debate)


def may_leave_seat(member: Member | None, moderator: Moderator) -> bool:
    """The moderator, at any time."""
    return (
        may_take_part(member) and moderator.ended_at is None and moderator.member_id == _pk(member)
    )


def may_draft(member: Member | None, debate: Debate) -> bool:
    """A holder of an admitted viewpoint, while fewer than two drafts are in; the second of another one.

    A viewpoint made up a moment ago would let two accounts draft, and one use the other's wording."""
    if member is None or not may_take_part(member) or debate.stage != Stage.FRAMING:
        return False
    holding = holdings.current(member, debate)
    if holding is None or holding.viewpoint is None or holding.viewpoint.admitted_at is None:
        return False
    written = list(drafts.written(debate))
    return len(written) < DRAFTS and all(
        draft.by_id != member.pk and not holdings.is_holder(draft.by, holding.viewpoint)
        for draft in written
    )


def may_read_draft(member: Member | None, draft: Draft) -> bool:
    """Everybody once both are in; before that its author alone."""
    own = member is not None and draft.by_id == member.pk
    return is_readable(drafts.written(draft.debate).count(), own=own)


def may_use_draft(member: Member | None, draft: Draft) -> bool:
    """While the debate is framed and both drafts are in: the proposer of the question, or the author of
    the other draft (then both authors stand behind one wording)."""
    if member is None or not may_take_part(member) or draft.debate.stage != Stage.FRAMING:
        return False
    written = list(drafts.written(draft.debate))
    others = {other.by_id for other in written if other.pk != draft.pk}
    return len(written) == DRAFTS and (
        member.pk in others or draft.debate.proposed_by_id == member.pk
    )


def may_set_dates(member: Member | None, debate: Debate) -> bool:
    """A steward, of dates that are still ahead. The rules only let them move further ahead."""
    return _is_steward(member) and debate.stage in _DATES_AHEAD


def may_file_question(member: Member | None, debate: Debate) -> bool:
    """A steward lists a question under a subject."""
    return _is_steward(member)


def may_add_subject(member: Member | None) -> bool:
    """A steward."""
    return _is_steward(member)


def may_rename_debate(member: Member | None, debate: Debate) -> bool:
    """A steward changes the address; the wording is not theirs."""
    return _is_steward(member)


def may_offer_control(member: Member | None, debate: Debate) -> bool:
    """A steward offers a control case for the audit; panels of all viewpoints certify it."""
    return _is_steward(member)


def _is_steward(member: Member | None) -> bool:
    return member is not None and may_take_part(member) and is_steward(member)


def _pk(member: Member | None) -> int | None:
    return member.pk if member is not None else None


PERMISSIONS: dict[str, Callable[..., bool]] = {
    "may_register_question": may_register_question,
    "may_propose_question": may_propose_question,
    "may_propose_registered": may_propose_registered,
    "may_reword_question": may_reword_question,
    "may_add_turn": may_add_turn,
    "may_object": may_object,
    "may_object_to_viewpoint": may_object_to_viewpoint,
    "may_object_to_delegate": may_object_to_delegate,
    "may_withdraw_objection": may_withdraw_objection,
    "may_propose_viewpoint": may_propose_viewpoint,
    "may_reword_viewpoint": may_reword_viewpoint,
    "may_hold": may_hold,
    "may_offer_delegate": may_offer_delegate,
    "may_step_down": may_step_down,
    "may_moderate": may_moderate,
    "may_leave_seat": may_leave_seat,
    "may_draft": may_draft,
    "may_read_draft": may_read_draft,
    "may_use_draft": may_use_draft,
    "may_set_dates": may_set_dates,
    "may_file_question": may_file_question,
    "may_add_subject": may_add_subject,
    "may_rename_debate": may_rename_debate,
    "may_offer_control": may_offer_control,
}
