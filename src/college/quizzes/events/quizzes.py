"""What is told of quizzes. Each docstring is that event's public page."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class QuizMade(Event):
    """The quiz of a summary was begun: a member writes its first item, and nobody is told who."""

    kind: ClassVar[str] = "quizzes.quiz.made"
    quiz: str
    summary: str
    debate: str


@dataclass(frozen=True, slots=True)
class QuizReleased(Event):
    """A quiz has enough reviewed items of every viewpoint: from now on anybody may take it. ``items`` are
    those that it was released with; the record had the key of each before."""

    kind: ClassVar[str] = "quizzes.quiz.released"
    quiz: str
    debate: str
    items: tuple[str, ...]


EVENTS = (QuizMade, QuizReleased)
