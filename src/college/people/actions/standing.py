"""Suspend a member, and let them take part again. The room that decided it tells why, in its own entry."""

from college.people.models import Member
from college.people.rules.standing import Standing


def suspend(member: Member) -> None:
    """From now on the member reads but takes no part. Who has left stays away."""
    _become(member, Standing.SUSPENDED, was=Standing.ADMITTED)


def restore(member: Member) -> None:
    """The suspension is over. Safe to repeat."""
    _become(member, Standing.ADMITTED, was=Standing.SUSPENDED)


def _become(member: Member, standing: Standing, *, was: Standing) -> None:
    Member.objects.filter(pk=member.pk, standing=was).update(standing=standing)
