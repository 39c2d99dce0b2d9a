"""May this member act: admitted, suspended, resigned."""

from enum import StrEnum


class Standing(StrEnum):
    ADMITTED = "admitted"
    SUSPENDED = "suspended"
    RESIGNED = "resigned"


class Office(StrEnum):
    """Offices of the whole College. Moderators and delegates belong to a debate, not here."""

    STEWARD = "steward"


#: Entries that one member's acts may add in an hour where nothing narrower holds. Far beyond what a person
#: does; a program that goes to and fro would otherwise fill a record of which nothing is ever removed.
MOST_AN_HOUR = 120


def may_act(standing: Standing) -> bool:
    """Only an admitted member acts; reading needs no standing at all."""
    return standing is Standing.ADMITTED
