"""What is told of a summary: begun, its states, its editors. Each docstring is that event's public page."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class SummaryBegun(Event):
    """The debate is closed, and two teams of editors may write its summary, each a draft of its own, until a
    moment set ahead. ``round`` is 1, and one more each time that the debate was opened again and closed."""

    kind: ClassVar[str] = "summaries.summary.begun"
    summary: str
    debate: str
    round: int
    drafting_until: str


@dataclass(frozen=True, slots=True)
class StateBegun(Event):
    """The work on a summary entered a state: drafting, settling, attesting, certifying, certified.

    ``until`` is when it ends at the latest; empty where panels, or nobody, must act. Drafting that begins
    again was prolonged, because nobody had written anything.
    """

    kind: ClassVar[str] = "summaries.state.begun"
    summary: str
    state: str
    until: str


@dataclass(frozen=True, slots=True)
class EditorSeated(Event):
    """A member took a seat on one of a summary's two teams. The viewpoint is the one the member held then;
    empty for one who is undecided. Each team has editors of different viewpoints."""

    kind: ClassVar[str] = "summaries.editor.seated"
    editor: str
    summary: str
    side: int
    member: str
    viewpoint: str


@dataclass(frozen=True, slots=True)
class EditorLeft(Event):
    """An editor's seat is free again."""

    kind: ClassVar[str] = "summaries.editor.left"
    editor: str
    summary: str
    side: int
    member: str
    viewpoint: str


EVENTS: tuple[type[Event], ...] = (SummaryBegun, StateBegun, EditorSeated, EditorLeft)
