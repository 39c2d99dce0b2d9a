"""What is told of answers. Each docstring is that event's public page."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class TallyPublished(Event):
    """First answers to a quiz were counted. ``answers`` has them without persons or viewpoints, and the
    counts by viewpoint; ``figures`` what follows from these alone. ``uncounted`` attempts were taken and
    not counted."""

    kind: ClassVar[str] = "quizzes.tally.published"
    tally: str
    quiz: str
    number: int
    takers: int
    uncounted: int
    answers: str
    figures: str


EVENTS = (TallyPublished,)
