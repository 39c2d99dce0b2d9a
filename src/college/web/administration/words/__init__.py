"""The words for the enums, events, refusals and notices of administration, and for the charter."""

from college.web.administration.words.asks import EVENTS, NOTICES, REFUSALS, RULES, WORDS
from college.web.administration.words.charter import FAULTS, SECTIONS
from college.web.administration.words.settings import OF_A_SIZE, SETTINGS

__all__ = [
    "EVENTS",
    "FAULTS",
    "NOTICES",
    "OF_A_SIZE",
    "REFUSALS",
    "RULES",
    "SECTIONS",
    "SETTINGS",
    "WORDS",
]
