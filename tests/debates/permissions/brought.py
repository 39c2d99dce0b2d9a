"""What came from outside, and what the moderators moved, in the cast's debate."""

from college.debates.actions.moves import object_to_move, propose_move, second_move
from college.debates.actions.positions import mark_position
from college.debates.actions.remarks import claim_remark
from college.debates.models import Move, Position, Remark, RemarkClaim
from college.debates.queries import moves, remarks
from college.people.models import Member
from tests.debates.permissions import MEMBERS
from tests.debates.permissions.conftest import Cast
from tests.debates.permissions.said import claim_of
from tests.factories.briefs import make_brief

REASON = "This is about another ferry altogether."
#: A role that may act, or a reader without an account.
ANYBODY = MEMBERS | {"reader"}


def member_of(cast: Cast, role: str) -> Member:
    member = cast.roles[role]
    assert member is not None
    return member


def remark_of(cast: Cast, role: str = "") -> Remark:
    """A comment on the brief; ``role`` has been handed it."""
    remark = make_brief(cast.stand).remarks.get(key="r1")
    if role:
        remark.claimed_by = member_of(cast, role)
        remark.save()
    return remark


def fresh_remark(remark: Remark) -> Remark:
    return remarks.fresh(remark)


def claim_to_remark(cast: Cast, role: str) -> RemarkClaim:
    act = cast.stand.act(member_of(cast, role))
    return claim_remark(act, remark_of(cast), withdraw=False, reason=REASON)


def position_by(cast: Cast, role: str) -> Position:
    act = cast.stand.act(member_of(cast, role))
    return mark_position(act, make_brief(cast.stand), exact="Close it in winter", label="Close it")


def fresh_position(row: Position) -> Position:
    return Position.objects.select_related("debate").get(pk=row.pk)


def proposed(cast: Cast) -> Move:
    """Proposed by the other moderator, about a text of the holder's, who holds A."""
    other = cast.debate.moderators.exclude(member=cast.roles["moderator"]).get()
    claim = claim_of(cast, "holder")
    act = cast.stand.act(other.member)
    return propose_move(act, cast.debate, kind="off-topic", reason=REASON, contribution=claim)


def in_force(cast: Cast) -> Move:
    return second_move(cast.stand.act(member_of(cast, "moderator")), proposed(cast))


def undone(cast: Cast) -> Move:
    move = in_force(cast)
    object_to_move(cast.stand.act(member_of(cast, "holder")), move, reason=REASON)
    return move


def fresh_move(move: Move) -> Move:
    return moves.of_debate(move.debate).get(pk=move.pk)
