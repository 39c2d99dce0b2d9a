"""What debates tell, one module per noun. Each docstring is that event's public page."""

from college.debates.events import (
    contributions,
    drafts,
    holdings,
    objections,
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
)
