"""What is told of why something was left out. Each docstring is that event's public page."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class OmissionReasoned(Event):
    """An editor said why the summary does not represent a contribution. A later reason replaces it."""

    kind: ClassVar[str] = "summaries.omission.reasoned"
    summary: str
    contribution: str
    text: str


EVENTS = (OmissionReasoned,)
