"""Take and leave the two moderators' seats. Nobody appoints a moderator; both seats filled make the pair."""

from django.db import transaction

from college.debates.actions.locking import locked, moved
from college.debates.events.holdings import ModeratorLeft, ModeratorSeated
from college.debates.models import Debate, Moderator
from college.debates.permissions import require
from college.debates.queries import holdings, moderators
from college.debates.rules.delegates import Departure
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.queries import acting_member, refuse_haste
from college.record.actions.entries import append


@transaction.atomic
def seat_moderator(act: Act, debate: Debate) -> Moderator:
    """Take a free seat, as a holder of a viewpoint that the other moderator does not hold."""
    member = acting_member(act)
    debate = locked(debate)
    require("may_moderate", member, debate)
    refuse_haste(act)
    holding = holdings.current(member, debate)
    if holding is None or holding.viewpoint is None:
        raise RuntimeError("may_moderate lets only holders by")
    seated = list(moderators.seated(debate))
    if len(seated) >= moderators.SEATS:
        raise Refusal("debates.moderator.both-seated")
    if any(other.viewpoint_id == holding.viewpoint_id for other in seated):
        raise Refusal("debates.moderator.same-viewpoint")
    moderator = Moderator.objects.create(
        debate=debate, member=member, viewpoint=holding.viewpoint, began_at=act.at
    )
    moved(debate)
    event = ModeratorSeated(
        moderator=moderator.public_id,
        member=member.public_id,
        debate=debate.public_id,
        viewpoint=holding.viewpoint.public_id,
    )
    append(act, event, subject=debate.public_id)
    return moderator


@transaction.atomic
def leave_seat(act: Act, moderator: Moderator) -> Moderator:
    """Leave one's seat; the pair is no longer in force until another takes it."""
    member = acting_member(act)
    debate = locked(moderator.debate)
    moderator = Moderator.objects.select_related("debate", "member").get(pk=moderator.pk)
    require("may_leave_seat", member, moderator)
    end_seat(act, moderator, ground=Departure.STEPPED_DOWN)
    moved(debate)
    return moderator


def end_seat(act: Act, moderator: Moderator, *, ground: Departure) -> None:
    """Free a seat, in a locked debate."""
    moderator.ended_at = act.at
    moderator.save(update_fields=["ended_at"])
    event = ModeratorLeft(
        moderator=moderator.public_id,
        member=moderator.member.public_id,
        debate=moderator.debate.public_id,
        ground=ground.value,
    )
    append(act, event, subject=moderator.debate.public_id)
