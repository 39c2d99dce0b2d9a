"""What is told of briefs, passages and remarks. Nobody who imports is told as the author of a word."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class BriefTakenIn(Event):
    """An article was taken in, with ``passages`` and ``remarks`` in number. ``rights``: full or quote."""

    kind: ClassVar[str] = "debates.brief.taken-in"
    brief: str
    debate: str
    title: str
    rights: str
    passages: int
    remarks: int


@dataclass(frozen=True, slots=True)
class BriefGrown(Event):
    """A brief that was there was taken in again, and so many remarks were new."""

    kind: ClassVar[str] = "debates.brief.grown"
    brief: str
    debate: str
    remarks: int


@dataclass(frozen=True, slots=True)
class PassageTakenIn(Event):
    """One piece of an article. ``text`` is empty where the rights declared let only quoted words be shown."""

    kind: ClassVar[str] = "debates.passage.taken-in"
    passage: str
    brief: str
    order: int
    form: str
    text: str


@dataclass(frozen=True, slots=True)
class PassageQuoted(Event):
    """A passage under quotation rights was quoted for the first time: from now on it is shown."""

    kind: ClassVar[str] = "debates.passage.quoted"
    passage: str
    brief: str
    text: str


@dataclass(frozen=True, slots=True)
class RemarkTakenIn(Event):
    """One comment of an article, shown at once. ``answers`` is the remark it replies to, or empty."""

    kind: ClassVar[str] = "debates.remark.taken-in"
    remark: str
    brief: str
    answers: str
    text: str


@dataclass(frozen=True, slots=True)
class RemarkClaimed(Event):
    """Somebody says that a remark is theirs, to own it or (``withdraw``) to take it back.

    ``member`` is empty for a person without an account. At ``grant_at`` it is granted unless somebody
    objects.
    """

    kind: ClassVar[str] = "debates.remark.claimed"
    claim: str
    remark: str
    member: str
    withdraw: bool
    reason: str
    grant_at: str


@dataclass(frozen=True, slots=True)
class RemarkGranted(Event):
    """A claim to a remark was granted. ``ground``: address (it is the one the source held), or notice."""

    kind: ClassVar[str] = "debates.remark.granted"
    claim: str
    remark: str
    member: str
    withdraw: bool
    ground: str


@dataclass(frozen=True, slots=True)
class RemarkClaimEnded(Event):
    """A claim ended without effect. ``ground``: taken-back, or withdrawn (the remark is gone by now)."""

    kind: ClassVar[str] = "debates.remark.claim-ended"
    claim: str
    remark: str
    ground: str


@dataclass(frozen=True, slots=True)
class RemarkWithdrawn(Event):
    """Whoever wrote a remark took it back: its words are erased, its place among the others stays."""

    kind: ClassVar[str] = "debates.remark.withdrawn"
    remark: str
    brief: str


EVENTS = (
    BriefTakenIn,
    BriefGrown,
    PassageTakenIn,
    PassageQuoted,
    RemarkTakenIn,
    RemarkClaimed,
    RemarkGranted,
    RemarkClaimEnded,
    RemarkWithdrawn,
)
