"""The words for the enums, events, refusals and notices of quizzes: one module per group of nouns."""

from college.web.quizzes.words import desk, figures, items, kinds, retellings, taking

_PARTS = (kinds, items, desk, taking, figures, retellings)
WORDS = {enum: words for part in _PARTS for enum, words in part.WORDS.items()}
RULES = items.RULES
EVENTS = {kind: words for part in _PARTS for kind, words in part.EVENTS.items()}
NOTICES = {code: words for part in _PARTS for code, words in part.NOTICES.items()}
#: What each permission says when it says no: who may, and when.
MAY_NOT = {name: words for part in _PARTS for name, words in part.PERMISSIONS.items()}
REFUSALS = {code: words for part in _PARTS for code, words in part.REFUSALS.items()} | {
    "quizzes.permission.may-not": lambda params: str(MAY_NOT[str(params["permission"])]),
}
