"""What is told of contributions. Each docstring is that event's public page.

A link is told as the public id of its target together with the commitment of the wording it pins.
"""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Added(Event):
    """What the entries of all new contributions share.

    ``viewpoint`` is the one its author spoke for (empty: none); ``words`` are charged to it at ``stage``;
    ``quotes`` are the passages and remarks whose exact words it starts from; ``succeeds`` the
    contribution whose meaning it changes.
    """

    contribution: str
    debate: str
    viewpoint: str
    stage: str
    as_delegate: bool
    text: str
    words: int
    quotes: tuple[str, ...] = ()
    succeeds: str = ""
    succeeds_text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAdded(Added):
    """One assertion was added to a debate."""

    kind: ClassVar[str] = "debates.claim.added"
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentAdded(Added):
    """One or more premises were put forward, jointly, for, against or as a limit to a conclusion."""

    kind: ClassVar[str] = "debates.argument.added"
    form: str
    premises: tuple[str, ...]
    premise_texts: tuple[str, ...]
    conclusion: str
    conclusion_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceAdded(Added):
    """A source was brought, with its exact words and the place in it, and what it bears on."""

    kind: ClassVar[str] = "debates.evidence.added"
    form: str
    bears_on: str
    bears_on_text: str
    source: str
    quotation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionAdded(Added):
    """One sense of a term was defined; rival senses stand beside it."""

    kind: ClassVar[str] = "debates.definition.added"
    term: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QualificationAdded(Added):
    """A text was limited to a context in which it holds, or does not."""

    kind: ClassVar[str] = "debates.qualification.added"
    target: str
    target_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChallengePut(Added):
    """Something was asked of those who hold a text. ``joined`` is the equal challenge it was merged with."""

    kind: ClassVar[str] = "debates.challenge.put"
    form: str
    target: str
    target_text: str
    due: str
    joined: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerGiven(Added):
    """Somebody who holds the challenged text answered."""

    kind: ClassVar[str] = "debates.answer.given"
    challenge: str
    challenge_text: str
    points_to: tuple[str, ...]
    points_to_texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcessionMade(Added):
    """A viewpoint granted a claim, through a delegate; on a condition, where one is committed to."""

    kind: ClassVar[str] = "debates.concession.made"
    claim: str
    claim_text: str
    condition: str


@dataclass(frozen=True, slots=True)
class ConcessionRevoked(Event):
    """A viewpoint took back, through a delegate, what it had granted, and said why."""

    kind: ClassVar[str] = "debates.concession.revoked"
    concession: str
    debate: str
    reason: str


@dataclass(frozen=True, slots=True)
class ContributionRevised(Event):
    """A text got another wording with the same meaning. Links to the older one are stale until confirmed."""

    kind: ClassVar[str] = "debates.contribution.revised"
    contribution: str
    debate: str
    number: int
    text: str
    words: int


@dataclass(frozen=True, slots=True)
class ContributionWithdrawn(Event):
    """An author took a text back: it is erased, its place and its links stay.

    ``in_grace``: so soon after it was said, and before anybody referred to it, that its place is gone
    too and its words are free again.
    """

    kind: ClassVar[str] = "debates.contribution.withdrawn"
    contribution: str
    debate: str
    in_grace: bool
    reason: str


@dataclass(frozen=True, slots=True)
class ChallengePromoted(Event):
    """A challenge was withdrawn; the oldest that had been merged with it takes its place and date."""

    kind: ClassVar[str] = "debates.challenge.promoted"
    challenge: str
    debate: str
    instead_of: str
    joined: tuple[str, ...]
    due: str


@dataclass(frozen=True, slots=True)
class LinkConfirmed(Event):
    """The owner of a link looked at its target's new wording and found that the link still holds.

    ``text`` is the wording it pins from now on.
    """

    kind: ClassVar[str] = "debates.link.confirmed"
    contribution: str
    debate: str
    relation: str
    target: str
    text: str


EVENTS = (
    ClaimAdded,
    ArgumentAdded,
    EvidenceAdded,
    DefinitionAdded,
    QualificationAdded,
    ChallengePut,
    AnswerGiven,
    ConcessionMade,
    ConcessionRevoked,
    ContributionRevised,
    ContributionWithdrawn,
    ChallengePromoted,
    LinkConfirmed,
)
