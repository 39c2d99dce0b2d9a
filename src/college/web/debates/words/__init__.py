"""The words for the enums, events, refusals and notices of debates: one module per group of nouns."""

from college.web.debates.words import contributions, framing, intake, kinds, moves, openings

WORDS = {
    **kinds.WORDS,
    **framing.WORDS,
    **contributions.WORDS,
    **intake.WORDS,
    **moves.WORDS,
    **openings.WORDS,
}
EVENTS = {**framing.EVENTS, **contributions.EVENTS, **intake.EVENTS, **moves.EVENTS}
REFUSALS = {**framing.REFUSALS, **contributions.REFUSALS, **intake.REFUSALS, **moves.REFUSALS}
NOTICES = {**framing.NOTICES, **contributions.NOTICES, **intake.NOTICES, **moves.NOTICES}
