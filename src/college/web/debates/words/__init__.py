"""The words for the enums, events, refusals and notices of debates: one module per group of nouns."""

from college.web.debates.words import contributions, framing, kinds

WORDS = {**kinds.WORDS, **framing.WORDS, **contributions.WORDS}
EVENTS = {**framing.EVENTS, **contributions.EVENTS}
REFUSALS = {**framing.REFUSALS, **contributions.REFUSALS}
NOTICES = {**framing.NOTICES, **contributions.NOTICES}
