"""Seats: why somebody leaves one, and when it is due."""

from enum import StrEnum


class OutGround(StrEnum):
    """Why a drawn member does not sit."""

    REFUSED = "refused"  # said no, which costs nothing
    SILENT = "silent"  # did not answer the call in time
    LATE = "late"  # accepted, and cast no ballot in time
    RECUSED = "recused"  # turned out to be a party
    LEFT = "left"  # left the roster or the College
    UNNEEDED = "unneeded"  # the panel was settled before this seat voted
