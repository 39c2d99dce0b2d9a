"""What the record tells about itself. Each docstring is that event's public page."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class TextErased(Event):
    """A committed text was emptied for ever; its commitment stays. ``ground`` says why, in one word."""

    kind: ClassVar[str] = "record.text.erased"
    commitment: str
    ground: str


@dataclass(frozen=True, slots=True)
class TextWithheld(Event):
    """A committed text is not published until a moment, on a ground, in a case (empty: none yet).

    ``until`` is empty where a verdict withholds it: until a verdict turns that.
    """

    kind: ClassVar[str] = "record.text.withheld"
    commitment: str
    ground: str
    case: str
    until: str


@dataclass(frozen=True, slots=True)
class TextReleased(Event):
    """A withheld text is published again."""

    kind: ClassVar[str] = "record.text.released"
    commitment: str


@dataclass(frozen=True, slots=True)
class CollegeFounded(Event):
    """The College was founded: the first entry. ``preset`` names its clocks, ``charter`` commits to them."""

    kind: ClassVar[str] = "record.college.founded"
    origin: str
    preset: str
    charter: str


EVENTS = (TextErased, TextWithheld, TextReleased, CollegeFounded)
