"""The words for the enums, events, refusals and notices of committees: one module per group of nouns."""

from college.web.committees.words import epochs

WORDS = {**epochs.WORDS}
EVENTS = {**epochs.EVENTS}
REFUSALS = {**epochs.REFUSALS}
NOTICES: dict[str, object] = {}
