"""The words for the enums, events, refusals and notices of debates: one module per group of nouns."""

from college.web.debates.words import (
    contributions,
    framing,
    grounds,
    hearings,
    intake,
    kinds,
    moves,
    openings,
    rules,
)

WORDS = {
    **kinds.WORDS,
    **framing.WORDS,
    **contributions.WORDS,
    **intake.WORDS,
    **moves.WORDS,
    **openings.WORDS,
    **grounds.WORDS,
    **rules.WORDS,
    **hearings.WORDS,
}
RULES = rules.RULES
_ROOMS = (framing, contributions, intake, moves, hearings)
EVENTS = {kind: words for part in _ROOMS for kind, words in part.EVENTS.items()}
REFUSALS = {code: words for part in _ROOMS for code, words in part.REFUSALS.items()}
NOTICES = {code: words for part in _ROOMS for code, words in part.NOTICES.items()}
