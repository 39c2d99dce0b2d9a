"""What the College knows of who its members are. Every figure of strength rests on it."""

from enum import StrEnum


class Identity(StrEnum):
    """How a member was told apart from everybody else, from the weakest to the strongest.

    A coalition that can come back under new names is caught for nothing: without identity control the
    figures of strength are void.
    """

    EMAIL = "email"  # an address that answers; one person can have many
    INSTITUTION = "institution"  # an institution vouches for each account
    PERSON = "person"  # each was seen in person, with a document


def is_controlled(identity: Identity) -> bool:
    """Whether one person has one account, as far as somebody vouches for it."""
    return identity is not Identity.EMAIL
