"""What is told of reports, of hearings about texts, and of what their verdicts do. Never who reported."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class TextReported(Event):
    """Somebody said that a text breaks a conduct ground; a case hears it, and it stays visible meanwhile.

    ``origin`` says who asked, as a class: member, outside (without an account). ``joined``: a case on
    the same wording and ground was open already. ``subject`` is the contribution or comment, ``text`` the
    wording that is heard, ``law`` what an unlawful text breaks, ``onto`` what a duplicate repeats.
    """

    kind: ClassVar[str] = "debates.text.reported"
    report: str
    case: str
    debate: str
    subject: str
    text: str
    ground: str
    origin: str
    reason: str
    law: str
    onto: str
    joined: bool


@dataclass(frozen=True, slots=True)
class ReportWithdrawn(Event):
    """A report was taken back. ``last``: nobody else asks, no panel sits, and the case ends undecided."""

    kind: ClassVar[str] = "debates.report.withdrawn"
    report: str
    case: str
    last: bool


@dataclass(frozen=True, slots=True)
class TextRestricted(Event):
    """A verdict is enacted: a text gives way, on a ground, for reasons that stand beside it.

    ``effect``: withheld (shown to nobody), behind (readable behind a notice), moved (to the end of the
    debate), linked (to the text that is kept). It holds for the wording ``text`` commits to.
    """

    kind: ClassVar[str] = "debates.text.restricted"
    restriction: str
    case: str
    debate: str
    subject: str
    text: str
    ground: str
    effect: str
    reason: str


@dataclass(frozen=True, slots=True)
class TextRestored(Event):
    """A second look turned a verdict, and the restriction is lifted. ``ground``: review or retrial."""

    kind: ClassVar[str] = "debates.text.restored"
    restriction: str
    case: str
    subject: str
    text: str
    ground: str


@dataclass(frozen=True, slots=True)
class TextAppealed(Event):
    """The author of a restricted text asked for a second look."""

    kind: ClassVar[str] = "debates.text.appealed"
    restriction: str
    case: str
    subject: str


@dataclass(frozen=True, slots=True)
class TextRephrased(Event):
    """The author of a restricted text said it in other words. The restriction holds for the old ones."""

    kind: ClassVar[str] = "debates.text.rephrased"
    contribution: str
    debate: str
    case: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class TextHeld(Event):
    """A duty member held a text back before it is heard, because waiting could harm somebody.

    ``place`` is the pseudonym the duty member serves under. It lapses by itself at ``until``.
    """

    kind: ClassVar[str] = "debates.text.held"
    case: str
    subject: str
    text: str
    place: str
    until: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReplyPublished(Event):
    """Somebody without an account, whom a text concerns, answered it in public, at equal length."""

    kind: ClassVar[str] = "debates.reply.published"
    notice: str
    case: str
    subject: str
    reply: str


EVENTS = (
    TextReported,
    ReportWithdrawn,
    TextRestricted,
    TextRestored,
    TextAppealed,
    TextRephrased,
    TextHeld,
    ReplyPublished,
)
