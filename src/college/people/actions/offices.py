"""Begin and end terms of office."""

from django.db import transaction

from college.ground.act import Act
from college.ground.ids import new_public_id
from college.ground.refusals import Refusal
from college.people.events import TermBegun, TermEnded
from college.people.models import Member, Term
from college.people.rules.standing import Office
from college.record.actions.entries import append


@transaction.atomic
def begin_term(act: Act, member: Member, *, office: Office) -> Term:
    """Give an office. Founding does it; later appointments are for the committees."""
    if Term.objects.filter(member=member, office=office, ended_at=None).exists():
        raise Refusal("people.term.already")
    term = Term.objects.create(
        public_id=new_public_id(), member=member, office=office, began_at=act.at
    )
    event = TermBegun(term=term.public_id, member=member.public_id, office=office)
    append(act, event, subject=member.public_id)
    return term


@transaction.atomic
def end_term(act: Act, term: Term) -> Term:
    """End an office; safe to repeat."""
    locked = Term.objects.select_for_update().select_related("member").get(pk=term.pk)
    if locked.ended_at is None:
        locked.ended_at = act.at
        locked.save(update_fields=["ended_at"])
        event = TermEnded(
            term=locked.public_id, member=locked.member.public_id, office=locked.office
        )
        append(act, event, subject=locked.member.public_id)
    return locked
