"""The words for the enums, events, refusals and notices of committees: one module per group of nouns."""

from college.web.committees.words import audit, epochs, service

WORDS = {**audit.WORDS, **epochs.WORDS, **service.WORDS}
EVENTS = {**audit.EVENTS, **epochs.EVENTS, **service.EVENTS}
REFUSALS = {**audit.REFUSALS, **epochs.REFUSALS, **service.REFUSALS}
NOTICES = {**audit.NOTICES, **epochs.NOTICES, **service.NOTICES}
RULES = {**audit.RULES}
