"""The words for the enums, events, refusals and notices of committees: one module per group of nouns."""

from college.web.committees.words import epochs, service

WORDS = {**epochs.WORDS, **service.WORDS}
EVENTS = {**epochs.EVENTS, **service.EVENTS}
REFUSALS = {**epochs.REFUSALS, **service.REFUSALS}
NOTICES = {**epochs.NOTICES, **service.NOTICES}
