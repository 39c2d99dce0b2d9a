"""Who may propose, second, object to and agree to the moderators' moves."""

from collections.abc import Callable

from college.debates.models import Debate, Move
from college.debates.queries import delegates, holdings, moderators, moves
from college.debates.rules.moves import MoveStanding
from college.debates.rules.stages import Stage
from college.people.models import Member
from college.people.permissions import may_take_part

_MODERATED = {Stage.OPEN, Stage.CLOSING}


def may_propose_move(member: Member | None, debate: Debate) -> bool:
    """One of a pair in force, while the debate is open or closing."""
    if member is None or not may_take_part(member) or debate.stage not in _MODERATED:
        return False
    pair = moderators.pair(debate)
    return pair is not None and member.pk in {seat.member_id for seat in pair}


def may_second_move(member: Member | None, move: Move) -> bool:
    """The other one of the pair that the proposer still belongs to; never the proposer."""
    if not may_propose_move(member, move.debate) or member is None:
        return False
    return (
        moves.standing(move) is MoveStanding.PROPOSED
        and move.proposed_by.ended_at is None
        and move.proposed_by.member_id != member.pk
    )


def may_object_to_move(member: Member | None, move: Move) -> bool:
    """A party to it: whose text it touches, or who holds a viewpoint that it touches. Not its moderators."""
    if member is None or not may_take_part(member) or move.debate.stage not in _MODERATED:
        return False
    if moves.standing(move) is not MoveStanding.IN_FORCE or moves.is_mover(member, move):
        return False
    touched = moves.touched(move)
    if member.pk in touched.members:
        return True
    holding = holdings.current(member, move.debate)
    held = holding.viewpoint_id if holding else None
    return held is not None and (touched.everybody or held in touched.viewpoints)


def may_agree_to_move(member: Member | None, move: Move) -> bool:
    """A standing delegate of a side, of a move that is undone, once."""
    if member is None or not may_take_part(member) or move.debate.stage not in _MODERATED:
        return False
    if moves.standing(move) is not MoveStanding.UNDONE:
        return False
    if move.agreements.filter(delegate__member=member).exists():
        return False
    sides = moves.sides(move)
    return any(delegates.speaks_for(member, viewpoint) for viewpoint in sides)


PERMISSIONS: dict[str, Callable[..., bool]] = {
    "may_propose_move": may_propose_move,
    "may_second_move": may_second_move,
    "may_object_to_move": may_object_to_move,
    "may_agree_to_move": may_agree_to_move,
}
