"""What is told of objections."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class ObjectionMade(Event):
    """Somebody objected to what would otherwise have taken effect by itself; the committees will hear it.

    ``target`` says what kind of thing ``on`` is: debate, viewpoint, delegate, move, remark-claim.
    """

    kind: ClassVar[str] = "debates.objection.made"
    objection: str
    target: str
    on: str
    reason: str


@dataclass(frozen=True, slots=True)
class ObjectionWithdrawn(Event):
    """The one who objected took it back; what it held up may go on."""

    kind: ClassVar[str] = "debates.objection.withdrawn"
    objection: str
    target: str
    on: str


EVENTS = (ObjectionMade, ObjectionWithdrawn)
