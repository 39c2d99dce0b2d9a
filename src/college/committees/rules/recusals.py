"""Ties that keep somebody from sitting, declared by themselves."""

from enum import StrEnum


class TieKind(StrEnum):
    """What a declared tie is to."""

    DEBATE = "debate"
    PERSON = "person"


#: Ties one member may have standing: more would be a way of choosing one's cases.
MOST_TIES = 20
