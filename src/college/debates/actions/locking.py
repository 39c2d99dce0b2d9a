"""The lock every action of this room takes first: one debate changes at one time."""

from college.debates.models import Debate


def locked(debate: Debate) -> Debate:
    """The debate as it is now, ours until the transaction ends.

    Whoever only refers to it goes on: two debates that come to turn on each other at once would otherwise
    each wait for the other (PostgreSQL: a foreign key asks for the key alone).
    """
    return Debate.objects.select_for_update(no_key=True).get(pk=debate.pk)


def locked_by_id(public_id: str) -> Debate | None:
    """As ``locked``, for rooms above that know the debate by its public id (the scope of a case)."""
    return Debate.objects.select_for_update(no_key=True).filter(public_id=public_id).first()


def moved(debate: Debate, *fields: str) -> None:
    """Keep the named fields of a locked debate and count its version on, so that others see it moved."""
    debate.version += 1
    debate.save(update_fields=[*fields, "version"])
