"""What is told of objections."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class ObjectionMade(Event):
    """Somebody objected to what would otherwise have taken effect by itself; the committees hear it.

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


@dataclass(frozen=True, slots=True)
class ObjectionsHeard(Event):
    """The objections to a thing were decided. ``target``: question, viewpoint, delegate, move, remark-claim.

    ``upheld``: it is refused in this form, for ``reason``; else it takes effect as if nobody had objected.
    """

    kind: ClassVar[str] = "debates.objection.heard"
    case: str
    target: str
    on: str
    objections: tuple[str, ...]
    upheld: bool
    reason: str


EVENTS = (ObjectionMade, ObjectionWithdrawn, ObjectionsHeard)
