"""The rules that panels apply to what would take effect by itself, and to viewpoints as a whole."""

from enum import StrEnum


class RefusalRule(StrEnum):
    """What an upheld objection finds; what is found for nobody takes effect."""

    QUESTION = "question-not-fit"
    VIEWPOINT = "no-viewpoint"
    DELEGATE = "not-their-voice"
    MOVE = "move-not-due"
    REMARK_CLAIM = "not-their-comment"


class ViewpointRule(StrEnum):
    """What is found of viewpoints that are to be one, or two."""

    MERGE = "same-viewpoint"
    SPLIT = "two-viewpoints"
