"""May this member act: admitted, suspended, resigned."""

from enum import StrEnum


class Standing(StrEnum):
    ADMITTED = "admitted"
    SUSPENDED = "suspended"
    RESIGNED = "resigned"


class Office(StrEnum):
    """Offices of the whole College. Moderators and delegates belong to a debate, not here."""

    STEWARD = "steward"


def may_act(standing: Standing) -> bool:
    """Only an admitted member acts; reading needs no standing at all."""
    return standing is Standing.ADMITTED
