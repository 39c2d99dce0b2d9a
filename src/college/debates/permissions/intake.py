"""Who may bring a brief, mark positions in it, invite people from outside, and claim a remark."""

from collections.abc import Callable

from college.debates.models import Debate, Invitation, Position, Remark, RemarkClaim, Viewpoint
from college.debates.queries import holdings
from college.debates.rules.stages import OVER, Stage
from college.people.models import Member
from college.people.permissions import may_take_part
from college.people.queries import is_steward

_BEFORE_CLOSING = {Stage.REGISTERED, Stage.PROPOSED, Stage.FRAMING, Stage.OPEN}


def may_take_in(member: Member | None, debate: Debate) -> bool:
    """Any member, until the debate is closing: after that nothing new can be argued from it."""
    return may_take_part(member) and debate.stage in _BEFORE_CLOSING


def may_mark_position(member: Member | None, debate: Debate) -> bool:
    """Any member, until the debate is closing."""
    return may_take_part(member) and debate.stage in _BEFORE_CLOSING


def may_assign_position(
    member: Member | None, position: Position, viewpoint: Viewpoint | None
) -> bool:
    """Who marked it; and a holder of ``viewpoint``, who says that theirs speaks for it."""
    if member is None or not may_take_part(member) or position.debate.stage in OVER:
        return False
    if position.by_id == member.pk:
        return True
    return viewpoint is not None and holdings.is_holder(member, viewpoint)


def may_invite(member: Member | None, debate: Debate) -> bool:
    """Any member, until the debate is closing."""
    return may_take_part(member) and debate.stage in _BEFORE_CLOSING


def may_end_invitation(member: Member | None, invitation: Invitation) -> bool:
    """Who wrote it, and stewards, while it is open."""
    if member is None or not may_take_part(member) or invitation.ended_at is not None:
        return False
    return invitation.by_id == member.pk or is_steward(member)


def may_claim_remark(member: Member | None, remark: Remark) -> bool:
    """Anybody, without an account too, as long as the remark is there and not theirs already."""
    if remark.withdrawn_at is not None:
        return False
    return member is None or (may_take_part(member) and remark.claimed_by_id != member.pk)


def may_withdraw_remark(member: Member | None, remark: Remark) -> bool:
    """The member it was handed to."""
    return (
        member is not None
        and may_take_part(member)
        and remark.withdrawn_at is None
        and remark.claimed_by_id == member.pk
    )


def may_object_to_remark_claim(member: Member | None, claim: RemarkClaim) -> bool:
    """Any member but the claimant, while the notice runs."""
    return (
        member is not None
        and may_take_part(member)
        and claim.confirmed_at is not None
        and claim.granted_at is None
        and claim.ended_at is None
        and claim.member_id != member.pk
    )


def may_take_claim_back(member: Member | None, claim: RemarkClaim) -> bool:
    """The member who made it, until it is decided."""
    return (
        member is not None
        and may_take_part(member)
        and claim.granted_at is None
        and claim.ended_at is None
        and claim.member_id == member.pk
    )


PERMISSIONS: dict[str, Callable[..., bool]] = {
    "may_take_in": may_take_in,
    "may_mark_position": may_mark_position,
    "may_assign_position": may_assign_position,
    "may_invite": may_invite,
    "may_end_invitation": may_end_invitation,
    "may_claim_remark": may_claim_remark,
    "may_withdraw_remark": may_withdraw_remark,
    "may_object_to_remark_claim": may_object_to_remark_claim,
    "may_take_claim_back": may_take_claim_back,
}
