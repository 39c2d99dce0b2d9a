"""What is told of retellings: only what panels were asked about one. Each docstring is that event's public
page."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class RetellingReported(Event):
    """A statement of a viewpoint by somebody who does not hold it was reported on a conduct ground, and a
    case hears it. Its words are published to nobody; neither its writer nor who reported is named."""

    kind: ClassVar[str] = "quizzes.retelling.reported"
    case: str
    debate: str
    ground: str


@dataclass(frozen=True, slots=True)
class RetellingRestricted(Event):
    """A verdict was enacted: a retelling is given to nobody to read any more. ``reason``: what the panel
    members said who restricted it."""

    kind: ClassVar[str] = "quizzes.retelling.restricted"
    case: str
    ground: str
    reason: str


@dataclass(frozen=True, slots=True)
class RetellingRestored(Event):
    """A second look lifted the restriction of a retelling."""

    kind: ClassVar[str] = "quizzes.retelling.restored"
    case: str


EVENTS = (RetellingReported, RetellingRestricted, RetellingRestored)
