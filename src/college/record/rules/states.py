"""The three states of committed bytes (DESIGN §6, spec/record.md §2)."""

from enum import StrEnum


class TextState(StrEnum):
    OPEN = "open"
    WITHHELD = "withheld"
    TOMBSTONE = "tombstone"
