"""Declare a viewpoint, or that one is undecided. Every change is dated and public."""

from django.db import transaction

from college.debates.actions.delegates import end_delegacy
from college.debates.actions.locking import locked, moved
from college.debates.actions.moderators import end_seat
from college.debates.events.holdings import HoldingBegun, HoldingEnded
from college.debates.models import Debate, Delegate, Holding, Moderator, Viewpoint
from college.debates.permissions import require
from college.debates.queries import holdings
from college.debates.rules.delegates import Departure
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.models import Member
from college.people.queries import acting_member, refuse_haste
from college.record.actions.entries import append


@transaction.atomic
def hold(act: Act, debate: Debate, *, viewpoint: Viewpoint | None) -> Holding:
    """Declare one viewpoint of a debate, or (``None``) that one is undecided. Repeating it does nothing.

    Whoever holds another viewpoint than before no longer speaks for the old one, nor moderates for it.
    """
    member = acting_member(act)
    debate = locked(debate)
    require("may_hold", member, debate)
    refuse_haste(act)
    if viewpoint is not None and (
        viewpoint.debate_id != debate.pk
        or viewpoint.merged_into_id is not None
        or viewpoint.refused_at is not None
    ):
        raise Refusal("debates.holding.elsewhere")
    return begin_holding(act, debate, member=member, viewpoint=viewpoint)


@transaction.atomic
def end_with_membership(act: Act, holding: Holding) -> bool:
    """End the declaration of a member who left the College, and what rested on it. Safe to repeat."""
    debate = locked(holding.debate)
    holding = Holding.objects.select_related("member").get(pk=holding.pk)
    if holding.ended_at is not None:
        return False
    _end(act, debate, holding, holding.member, ground=Departure.RESIGNED)
    moved(debate)
    return True


def begin_holding(
    act: Act, debate: Debate, *, member: Member, viewpoint: Viewpoint | None
) -> Holding:
    """End the present declaration, if any, and begin another, in a locked debate."""
    present = holdings.current(member, debate)
    wanted = viewpoint.pk if viewpoint is not None else None
    if present is not None and present.viewpoint_id == wanted:
        return present
    if present is not None:
        _end(act, debate, present, member, ground=Departure.CHANGED_VIEWPOINT)
    holding = Holding.objects.create(
        debate=debate, member=member, viewpoint=viewpoint, began_at=act.at
    )
    moved(debate)
    event = HoldingBegun(
        holding=holding.public_id,
        member=member.public_id,
        debate=debate.public_id,
        viewpoint=viewpoint.public_id if viewpoint is not None else "",
    )
    append(act, event, subject=debate.public_id)
    return holding


def _end(act: Act, debate: Debate, holding: Holding, member: Member, *, ground: Departure) -> None:
    holding.ended_at = act.at
    holding.save(update_fields=["ended_at"])
    event = HoldingEnded(
        holding=holding.public_id, member=member.public_id, debate=debate.public_id
    )
    append(act, event, subject=debate.public_id)
    spoken = Delegate.objects.filter(viewpoint__debate=debate, member=member, ended_at=None)
    for delegate in spoken.select_related("viewpoint", "member"):
        end_delegacy(act, delegate, ground=ground)
    seats = Moderator.objects.filter(debate=debate, member=member, ended_at=None)
    for moderator in seats.select_related("debate", "member"):
        end_seat(act, moderator, ground=ground)
