"""What is told of comments and what is heard of them. Each docstring is that event's public page."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class CommentMade(Event):
    """A member commented exact words of a version, for the viewpoint held then (empty: undecided).

    ``start`` and ``end`` are code points of the version's plain text, the end exclusive; ``words`` count
    against the viewpoint's room, which is the same for every viewpoint and for the undecided together.
    """

    kind: ClassVar[str] = "summaries.comment.made"
    comment: str
    version: str
    viewpoint: str
    text: str
    words: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CommentWithdrawn(Event):
    """The author of a comment took it back; its words are erased, and its room is free again."""

    kind: ClassVar[str] = "summaries.comment.withdrawn"
    comment: str


@dataclass(frozen=True, slots=True)
class CommentReported(Event):
    """Somebody said that a comment breaks a conduct ground; a case hears it, and it stays visible meanwhile.
    Told once for each report; those on one comment and ground share a case. Never who reported."""

    kind: ClassVar[str] = "summaries.comment.reported"
    comment: str
    case: str
    ground: str


@dataclass(frozen=True, slots=True)
class CommentRestricted(Event):
    """A verdict is enacted: a comment gives way, on a ground, for reasons that stand in its place."""

    kind: ClassVar[str] = "summaries.comment.restricted"
    comment: str
    case: str
    ground: str
    reason: str


@dataclass(frozen=True, slots=True)
class CommentRestored(Event):
    """A second look turned a verdict, and the comment stands again."""

    kind: ClassVar[str] = "summaries.comment.restored"
    comment: str
    case: str


EVENTS = (
    CommentMade,
    CommentWithdrawn,
    CommentReported,
    CommentRestricted,
    CommentRestored,
)
