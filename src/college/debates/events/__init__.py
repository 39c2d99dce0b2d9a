"""What debates tell, one module per noun. Each docstring is that event's public page."""

from college.debates.events import (
    briefs,
    contributions,
    drafts,
    holdings,
    moves,
    objections,
    positions,
    questions,
    stages,
    viewpoints,
)

EVENTS = (
    *questions.EVENTS,
    *stages.EVENTS,
    *drafts.EVENTS,
    *objections.EVENTS,
    *viewpoints.EVENTS,
    *holdings.EVENTS,
    *contributions.EVENTS,
    *briefs.EVENTS,
    *positions.EVENTS,
    *moves.EVENTS,
)
