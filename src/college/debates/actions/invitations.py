"""A call that leaves the site: a letter, a link and a code for people outside."""

from django.db import transaction
from django.db.models import F

from college.debates.actions.locking import locked, moved
from college.debates.events.positions import InvitationEnded, InvitationMade
from college.debates.models import Debate, Invitation, Position
from college.debates.permissions import require
from college.debates.rules import invitations
from college.ground.act import Act
from college.ground.ids import new_public_id
from college.ground.refusals import Refusal
from college.people.queries import acting_member, refuse_haste
from college.record.actions.entries import append
from college.record.actions.texts import commit
from college.record.charters import charter_in_force

_CODE_LENGTH = 10


@transaction.atomic
def invite(
    act: Act, debate: Debate, *, letter: str, position: Position | None = None
) -> Invitation:
    """Write an invitation. ``position`` is the one nobody speaks for yet, where that is what it is about.

    Its code opens a page and gives no power; who comes by it is not kept.
    """
    member = acting_member(act)
    debate = locked(debate)
    require("may_invite", member, debate)
    refuse_haste(act)
    if position is not None and position.debate_id != debate.pk:
        raise Refusal("debates.contribution.elsewhere")
    open_ones = Invitation.objects.filter(debate=debate, by=member, ended_at=None).count()
    if open_ones >= invitations.MOST_OPEN:
        raise Refusal("debates.invitation.too-many", most=invitations.MOST_OPEN)
    text = commit(invitations.letter(letter, charter_in_force().lengths))
    invitation = Invitation.objects.create(
        debate=debate,
        position=position,
        code=new_public_id()[:_CODE_LENGTH],
        letter=text,
        by=member,
        at=act.at,
    )
    moved(debate)
    event = InvitationMade(
        invitation=invitation.public_id,
        debate=debate.public_id,
        position=position.public_id if position else "",
        letter=text.commitment,
    )
    append(act, event, subject=debate.public_id)
    return invitation


@transaction.atomic
def end_invitation(act: Act, invitation: Invitation) -> Invitation:
    """Its page says from now on that the invitation has ended."""
    member = acting_member(act)
    debate = locked(invitation.debate)
    invitation = Invitation.objects.select_related("debate").get(pk=invitation.pk)
    require("may_end_invitation", member, invitation)
    invitation.ended_at = act.at
    invitation.save(update_fields=["ended_at"])
    moved(debate)
    event = InvitationEnded(invitation=invitation.public_id, debate=debate.public_id)
    append(act, event, subject=debate.public_id)
    return invitation


def count_use(invitation: Invitation) -> None:
    """Somebody followed it. The count is for the one who wrote it alone, and is no public act."""
    Invitation.objects.filter(pk=invitation.pk).update(used=F("used") + 1)
