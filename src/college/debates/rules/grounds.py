"""The closed list of conduct grounds: the only reasons for which a text may give way (laws 2 and 4).

Falsity is not among them: that is what challenges and evidence are for. The words for each ground, with
its examples and counter-examples, are in ``web/debates/words/grounds.py``.
"""

from enum import StrEnum


class Ground(StrEnum):
    """What a text may be reported for."""

    THREAT = "threat"
    INSULT = "insult"
    PRIVATE_DATA = "private-data"
    SPAM = "spam"
    IMPERSONATION = "impersonation"
    OFF_TOPIC = "off-topic"
    DUPLICATE = "duplicate"
    UNLAWFUL = "unlawful"


class Effect(StrEnum):
    """What a granted report does to a text."""

    WITHHELD = "withheld"  # its words are shown to nobody
    BEHIND = "behind"  # a notice stands before it; its words can be read behind the notice
    MOVED = "moved"  # it stands at the end of the debate, in full
    LINKED = "linked"  # it stays, in full, and leads to the text that is kept


EFFECTS: dict[Ground, Effect] = {
    Ground.THREAT: Effect.WITHHELD,
    Ground.INSULT: Effect.BEHIND,
    Ground.PRIVATE_DATA: Effect.WITHHELD,
    Ground.SPAM: Effect.BEHIND,
    Ground.IMPERSONATION: Effect.BEHIND,
    Ground.OFF_TOPIC: Effect.MOVED,
    Ground.DUPLICATE: Effect.LINKED,
    Ground.UNLAWFUL: Effect.BEHIND,
}

#: Grounds that speak of the words, not of the thing said: the author may say it in other words.
OF_FORM = frozenset(
    {
        Ground.THREAT,
        Ground.INSULT,
        Ground.PRIVATE_DATA,
        Ground.IMPERSONATION,
        Ground.UNLAWFUL,
    }
)

#: Grounds on which somebody who takes no part can be harmed.
FOR_OUTSIDERS = OF_FORM

#: Grounds for which somebody reporting may ask that the text be held before it is heard.
URGENT = frozenset({Ground.THREAT, Ground.PRIVATE_DATA})

#: Grounds that need a place in a thread: an imported comment has none.
OF_THREADS = frozenset({Ground.OFF_TOPIC, Ground.DUPLICATE})


def hides(ground: Ground) -> bool:
    """Whether a notice stands before the words: then nobody builds on the text meanwhile."""
    return EFFECTS[ground] in {Effect.WITHHELD, Effect.BEHIND}


class Origin(StrEnum):
    """Who asked for a hearing first."""

    MEMBER = "member"
    OUTSIDE = "outside"  # somebody without an account


class Settled(StrEnum):
    """How something asked of the committees ended here."""

    GRANTED = "granted"
    KEPT = "kept"
    WITHDRAWN = "withdrawn"


class SecondLook(StrEnum):
    """By which second look a restriction was lifted."""

    REVIEW = "review"
    RETRIAL = "retrial"
