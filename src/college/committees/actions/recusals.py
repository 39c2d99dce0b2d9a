"""Declare a tie, and take it back."""

from django.db import transaction

from college.committees.models import Recusal
from college.committees.rules.recusals import MOST_TIES, TieKind
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.queries import acting_member


@transaction.atomic
def declare_tie(act: Act, *, kind: TieKind, on: str) -> Recusal:
    """Sit on nothing that touches this debate or person, from the next draw on. Safe to repeat.

    Nothing is recorded: an entry would tell of a tie between people.
    """
    member = acting_member(act, lock=True)
    if on == member.public_id:
        raise Refusal("committees.tie.oneself")
    standing = Recusal.objects.filter(member=member, ended_at=None)
    if found := standing.filter(on=on).first():
        return found
    if standing.count() >= MOST_TIES:
        raise Refusal("committees.tie.too-many", most=MOST_TIES)
    return Recusal.objects.create(member=member, kind=kind, on=on, declared_at=act.at)


@transaction.atomic
def end_tie(act: Act, tie: Recusal) -> Recusal:
    """Take a tie back; safe to repeat."""
    member = acting_member(act)
    row = Recusal.objects.select_for_update().get(pk=tie.pk)
    if row.member_id != member.pk:
        raise Refusal("committees.tie.may-not")
    if row.ended_at is None:
        row.ended_at = act.at
        row.save(update_fields=["ended_at"])
    return row
