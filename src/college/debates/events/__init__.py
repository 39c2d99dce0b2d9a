"""What debates tell, one module per noun. Each docstring is that event's public page."""

from college.debates.events import (
    briefs,
    contributions,
    drafts,
    evidence_labels,
    hearings,
    holdings,
    mergers,
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
    *hearings.EVENTS,
    *mergers.EVENTS,
    *evidence_labels.EVENTS,
)
