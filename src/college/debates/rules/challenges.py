"""A challenge's life: standing until a holder of the challenged text answers; overdue when that takes long.

None of it changes how visible a text is, or where it stands.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ChallengeState(StrEnum):
    STANDING = "standing"
    OVERDUE = "overdue"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Put:
    """A challenge as it is compared: what it is put to, its form, and whether it still awaits an answer."""

    target: int
    form: str
    awaits: bool = True


def status(
    *, due_at: datetime | None, answered_at: datetime | None, now: datetime
) -> ChallengeState:
    """Overdue from the very moment it is due."""
    if answered_at is not None:
        return ChallengeState.ANSWERED
    return (
        ChallengeState.OVERDUE if due_at is not None and due_at <= now else ChallengeState.STANDING
    )


def is_equal(new: Put, old: Put) -> bool:
    """Whether a new challenge asks what an old one, still unanswered, asks already: it then joins it."""
    return old.awaits and (new.target, new.form) == (old.target, old.form)


def may_answer(
    member: int, viewpoint: int | None, *, author: int, author_viewpoint: int | None
) -> bool:
    """Those who hold the challenged text: its author, and who holds the viewpoint it was said for.

    A text of an undecided author has no other holders: being undecided is not a viewpoint.
    """
    if member == author:
        return True
    return author_viewpoint is not None and viewpoint == author_viewpoint
