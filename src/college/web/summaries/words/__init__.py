"""The words for the enums, events, refusals and notices of summaries: one module per group of nouns."""

from college.web.summaries.words import (
    certifying,
    comments,
    coverage,
    cruxes,
    desk,
    kinds,
    writing,
)

_PARTS = (kinds, writing, certifying, comments, cruxes, coverage, desk)
WORDS = {enum: words for part in _PARTS for enum, words in part.WORDS.items()}
RULES = kinds.RULES | cruxes.RULES
EVENTS = {kind: words for part in _PARTS for kind, words in part.EVENTS.items()}
NOTICES = {code: words for part in _PARTS for code, words in part.NOTICES.items()}
#: What each permission says when it says no: who may, and when.
MAY_NOT = {name: words for part in _PARTS for name, words in part.PERMISSIONS.items()}
REFUSALS = {code: words for part in _PARTS for code, words in part.REFUSALS.items()} | {
    "summaries.permission.may-not": lambda params: str(MAY_NOT[str(params["permission"])]),
}
