"""What epochs tell: how a public seed comes about. Each docstring is that event's public page."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class ContributorEnrolled(Event):
    """Somebody may contribute secrets to seeds: the server (no member), a delegate, a member of a body."""

    kind: ClassVar[str] = "committees.contributor.enrolled"
    contributor: str
    member: str
    calling: str


@dataclass(frozen=True, slots=True)
class ContributorKeyed(Event):
    """A contributor's public key, to which others encrypt shares; from now on they are waited for.

    ``key`` commits to a document with ``contributor`` and ``key`` (hex, an uncompressed point of P-256).
    """

    kind: ClassVar[str] = "committees.contributor.keyed"
    contributor: str
    key: str


@dataclass(frozen=True, slots=True)
class ContributorLeft(Event):
    """A contributor is no longer waited for: the office ended, or three epochs in a row had nothing of
    theirs. Who was absent comes back with a key."""

    kind: ClassVar[str] = "committees.contributor.left"
    contributor: str
    ground: str


@dataclass(frozen=True, slots=True)
class EpochOpened(Event):
    """An epoch takes cases. Said before any secret exists: who contributes, in which order, how many shares
    make a secret whole, and which round of which beacon is mixed in (empty and 0: none).

    ``pool`` is the digest of who can be drawn.
    """

    kind: ClassVar[str] = "committees.epoch.opened"
    epoch: str
    number: int
    pool: str
    contributors: tuple[str, ...]
    threshold: int
    seals_at: str
    ends_at: str
    chain: str
    round: int


@dataclass(frozen=True, slots=True)
class EpochCommitted(Event):
    """A contributor committed to a secret: ``secret`` is its SHA-256."""

    kind: ClassVar[str] = "committees.epoch.committed"
    epoch: str
    contributor: str
    secret: str


@dataclass(frozen=True, slots=True)
class EpochLodged(Event):
    """A contributor lodged an encrypted share of the secret with each of the others, so that it can be
    recovered. ``shares`` are the shares' digests in the order of the contributors; ``boxes`` commits to a
    document with ``epoch``, ``dealer`` and the encrypted shares, ``boxes``, in the same order."""

    kind: ClassVar[str] = "committees.epoch.lodged"
    epoch: str
    contributor: str
    shares: tuple[str, ...]
    boxes: str


@dataclass(frozen=True, slots=True)
class EpochAcknowledged(Event):
    """A contributor says whose shares they hold (``dealers``), and whose are false or do not open
    (``refused``)."""

    kind: ClassVar[str] = "committees.epoch.acknowledged"
    epoch: str
    contributor: str
    dealers: tuple[str, ...]
    refused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EpochSealed(Event):
    """An epoch takes no more cases: ``cases`` is the digest of what is drawn for, ``counted`` whose secrets
    make the seed. Secrets are revealed from ``ends_at`` on, once a signed checkpoint covers this entry.

    Sealed late, it names a later moment and a later round than at its opening.
    """

    kind: ClassVar[str] = "committees.epoch.sealed"
    epoch: str
    cases: str
    counted: tuple[str, ...]
    ends_at: str
    round: int


@dataclass(frozen=True, slots=True)
class EpochPostponed(Event):
    """No checkpoint covered the sealing before the beacon's round was out; a later round is named."""

    kind: ClassVar[str] = "committees.epoch.postponed"
    epoch: str
    ends_at: str
    round: int


@dataclass(frozen=True, slots=True)
class EpochRevealed(Event):
    """A contributor revealed the secret that was committed to."""

    kind: ClassVar[str] = "committees.epoch.revealed"
    epoch: str
    contributor: str
    secret: str


@dataclass(frozen=True, slots=True)
class ShareOpened(Event):
    """A contributor opened the share they hold of a secret that its dealer has not revealed."""

    kind: ClassVar[str] = "committees.share.opened"
    epoch: str
    dealer: str
    contributor: str
    share: str


@dataclass(frozen=True, slots=True)
class EpochRecovered(Event):
    """A secret that its contributor did not reveal was put together from opened shares."""

    kind: ClassVar[str] = "committees.epoch.recovered"
    epoch: str
    contributor: str
    secret: str


@dataclass(frozen=True, slots=True)
class EpochDrawn(Event):
    """The seed of an epoch: SHA-256 over pool, cases, secrets and beacon (``spec/draw.md`` §1). ``round`` and
    ``signature`` are the beacon's (0 and empty: none)."""

    kind: ClassVar[str] = "committees.epoch.drawn"
    epoch: str
    seed: str
    round: int
    signature: str


@dataclass(frozen=True, slots=True)
class EpochVoided(Event):
    """An epoch came to no seed; its cases go to the next. ``dealers`` withheld a secret or dealt false
    shares, and do not contribute to the next."""

    kind: ClassVar[str] = "committees.epoch.voided"
    epoch: str
    ground: str
    dealers: tuple[str, ...]


EVENTS = (
    ContributorEnrolled,
    ContributorKeyed,
    ContributorLeft,
    EpochOpened,
    EpochCommitted,
    EpochLodged,
    EpochAcknowledged,
    EpochSealed,
    EpochPostponed,
    EpochRevealed,
    ShareOpened,
    EpochRecovered,
    EpochDrawn,
    EpochVoided,
)
