"""What is told of viewpoints."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class ViewpointProposed(Event):
    """A viewpoint was proposed. With a holder, and unless somebody objects, it is in at ``admit_at``."""

    kind: ClassVar[str] = "debates.viewpoint.proposed"
    viewpoint: str
    debate: str
    name: str
    statement: str
    admit_at: str


@dataclass(frozen=True, slots=True)
class ViewpointAdmitted(Event):
    """A viewpoint was admitted and got the next letter, which it keeps. ``letter`` in lower case."""

    kind: ClassVar[str] = "debates.viewpoint.admitted"
    viewpoint: str
    debate: str
    letter: str


@dataclass(frozen=True, slots=True)
class ViewpointReworded(Event):
    """A viewpoint's name or statement was revised by who may: its delegate, or before that its proposer."""

    kind: ClassVar[str] = "debates.viewpoint.reworded"
    viewpoint: str
    number: int
    name: str
    statement: str


EVENTS = (ViewpointProposed, ViewpointAdmitted, ViewpointReworded)
