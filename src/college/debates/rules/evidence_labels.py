"""What a label may say of evidence: whether it is there and what became of it, never whether it convinces."""

from enum import StrEnum


class EvidenceLabelWord(StrEnum):
    """The closed list."""

    NOT_FOUND = "quotation-not-found"
    ALTERED = "quotation-altered"
    UNREACHABLE = "source-unreachable"
    RETRACTED = "source-retracted"
    OTHER_SOURCE = "not-this-source"
    OUT_OF_CONTEXT = "context-left-out"
