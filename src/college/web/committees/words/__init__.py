"""The words for the enums, events, refusals and notices of committees: one module per group of nouns."""

from college.web.committees.words import audit, cases, epochs, service

WORDS = {**audit.WORDS, **cases.WORDS, **epochs.WORDS, **service.WORDS}
EVENTS = {**audit.EVENTS, **cases.EVENTS, **epochs.EVENTS, **service.EVENTS}
REFUSALS = {**audit.REFUSALS, **cases.REFUSALS, **epochs.REFUSALS, **service.REFUSALS}
NOTICES = {**audit.NOTICES, **cases.NOTICES, **epochs.NOTICES, **service.NOTICES}
RULES = {**audit.RULES}
