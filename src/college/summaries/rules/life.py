"""A summary's life, and what the words of its closed lists are."""

from enum import IntEnum, StrEnum


class SummaryState(StrEnum):
    """Where the work on a summary stands."""

    DRAFTING = "drafting"  # two teams write, each without seeing the other's draft
    SETTLING = "settling"  # both are open; every section is agreed on, or a panel decides
    ATTESTING = "attesting"  # a candidate version is out; the sides say whether it is fair
    CERTIFYING = "certifying"  # panels read it
    CERTIFIED = "certified"


class Side(IntEnum):
    """Of a draft: one of the two teams, or both together."""

    FIRST = 1
    SECOND = 2
    JOINT = 3


class Take(StrEnum):
    """What a side takes of a section."""

    FIRST = "first"
    SECOND = "second"
    BOTH = "both"
    THIRD = "third"  # the joint draft's, which counts only if both sign the very same words


class Fairness(StrEnum):
    """What a viewpoint's delegate says of a statement, or of the whole."""

    FAIR = "fair"
    FAIR_WITH_COMMENT = "fair-with-comment"
    NOT_FAIR = "not-fair"


class VersionState(StrEnum):
    CANDIDATE = "candidate"
    CERTIFIED = "certified"
    RETURNED = "returned"  # a panel sent it back


class ReturnGround(StrEnum):
    """Why a version went back to its editors."""

    REFUSED = "refused"  # a panel did not certify it, and said why
    SOURCES = "sources"  # what it rests on was withdrawn, restricted or erased meanwhile


class CertificateState(StrEnum):
    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"


class CommentState(StrEnum):
    STANDING = "standing"
    WITHDRAWN = "withdrawn"
    RESTRICTED = "restricted"


class AnchorHow(StrEnum):
    """How a comment came to stand where it stands in a version."""

    WRITTEN = "written"  # made on this version
    EXACT = "exact"  # the very words are there
    MOVED = "moved"  # nearly the same words
    PROPOSED = "proposed"  # its author is asked
    CONFIRMED = "confirmed"  # its author said yes
    ORPHANED = "orphaned"  # its words are gone; it is listed


class ReopeningState(StrEnum):
    """Of a proposal to open a debate again."""

    NOTICED = "noticed"
    OBJECTED = "objected"
    DONE = "done"
    STOPPED = "stopped"
