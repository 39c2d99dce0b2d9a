"""The life of quiz items, of findings about them, and of statements of others' viewpoints."""

from enum import StrEnum


class ItemKind(StrEnum):
    """What an item asks about (DESIGN §7)."""

    WHO = "who"  # which viewpoint argued it
    MATCH = "match"  # claims to the viewpoints that made them
    EVIDENCE = "evidence"  # what evidence was offered for what
    GRANTED = "granted"  # what was granted, by whom
    UNANSWERED = "unanswered"  # what stands unanswered
    ESTIMATE = "estimate"  # a number that the text names, with a tolerance
    TRUE_FALSE = "true-false"  # whether the text says it


class ItemState(StrEnum):
    """``asked``: before its panels. ``flagged``: its figures differ by viewpoint, and a case looks at it."""

    DRAFT = "draft"
    ASKED = "asked"
    LIVE = "live"
    DROPPED = "dropped"
    STALE = "stale"
    FLAGGED = "flagged"
    RETIRED = "retired"


#: Items whose figures are published; a quiz is drawn from those that are live.
RELEASED = frozenset({ItemState.LIVE, ItemState.FLAGGED, ItemState.STALE, ItemState.RETIRED})
#: Items of which each viewpoint has as many as any other, but for one.
BALANCED = frozenset({ItemState.ASKED, ItemState.LIVE, ItemState.FLAGGED})


class FlagState(StrEnum):
    """What became of a finding that an item favours holders of one viewpoint."""

    ASKED = "asked"
    KEPT = "kept"
    RETIRED = "retired"


class RetellingState(StrEnum):
    """A statement of a viewpoint by somebody who does not hold it. ``heard``: a conduct case is open."""

    WAITING = "waiting"
    READ = "read"
    HEARD = "heard"
    RESTRICTED = "restricted"


class Recognition(StrEnum):
    """What a holder says of a statement of their viewpoint, not knowing whose it is."""

    RECOGNISED = "recognised"
    NOT_YET = "not-yet"
