"""Who acts, at what moment, through which door. Every action takes one, so no action reads a clock."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from college.ground.ids import is_public_id


class Door(StrEnum):
    """Where an act came in."""

    PAGE = "page"
    COMMAND = "command"
    CLOCK = "clock"
    IMPORT = "import"


#: Actors that are no member. DESIGN §6: an entry's actor is a public id or one of these.
OFFICES = frozenset({"clock", "import", "steward"})


@dataclass(frozen=True, slots=True)
class Act:
    """One act about to be done.

    ``actor`` is the public id of a member, or ``clock``, ``import`` or ``steward``. ``at`` is an aware
    moment in UTC; the record keeps its milliseconds.
    """

    actor: str
    at: datetime
    door: Door = Door.PAGE

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("an Act needs an aware moment")
        if self.actor not in OFFICES and not is_public_id(self.actor):
            raise ValueError("an actor is a public id, clock, import or steward")
        at = self.at.astimezone(UTC)
        object.__setattr__(self, "at", at.replace(microsecond=at.microsecond // 1000 * 1000))

    @property
    def is_member(self) -> bool:
        return self.actor not in OFFICES
