"""What is told of versions and their certificates. Each docstring is that event's public page."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class VersionWorded(Event):
    """Words of a version's statements that no entry named before, in its order; at most 500 in one entry."""

    kind: ClassVar[str] = "summaries.version.worded"
    version: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VersionMade(Event):
    """A version was made of what both sides settled. ``document`` has its statements and what each rests
    on, ``coverage`` the figures of how much of the debate it represents."""

    kind: ClassVar[str] = "summaries.version.made"
    version: str
    summary: str
    debate: str
    number: int
    document: str
    coverage: str


@dataclass(frozen=True, slots=True)
class VersionReturned(Event):
    """A version went back to its editors: panels ``refused`` to certify it, or its ``sources`` changed
    while it was read."""

    kind: ClassVar[str] = "summaries.version.returned"
    version: str
    summary: str
    ground: str


@dataclass(frozen=True, slots=True)
class VersionCertified(Event):
    """A version is certified. ``reserved``: cases of sections that stand in it although their panels
    refused them twice, or although nobody could say anything for or against them."""

    kind: ClassVar[str] = "summaries.version.certified"
    version: str
    summary: str
    number: int
    reserved: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CertificateAsked(Event):
    """A viewpoint's panel is asked whether its own section states it fairly; or, where ``section`` is
    ``form``, a mixed panel whether the whole is neutral, clear and even."""

    kind: ClassVar[str] = "summaries.certificate.asked"
    version: str
    section: str
    viewpoint: str
    case: str


@dataclass(frozen=True, slots=True)
class CertificateGranted(Event):
    """The panels of a case certified a section, or the form. ``reason`` is theirs."""

    kind: ClassVar[str] = "summaries.certificate.granted"
    version: str
    section: str
    viewpoint: str
    case: str
    reason: str


@dataclass(frozen=True, slots=True)
class CertificateRefused(Event):
    """The panels of a case did not certify a section, or the form. ``reason`` is theirs; it is empty where
    nobody gave one, and then nothing goes back for it."""

    kind: ClassVar[str] = "summaries.certificate.refused"
    version: str
    section: str
    viewpoint: str
    case: str
    reason: str


EVENTS = (
    VersionWorded,
    VersionMade,
    VersionReturned,
    VersionCertified,
    CertificateAsked,
    CertificateGranted,
    CertificateRefused,
)
