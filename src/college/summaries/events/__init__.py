"""What summaries tell, one module per noun. Each docstring is that event's public page."""

from college.summaries.events import (
    attestations,
    comments,
    cruxes,
    drafts,
    omissions,
    settling,
    summaries,
    versions,
)

EVENTS = (
    *summaries.EVENTS,
    *drafts.EVENTS,
    *settling.EVENTS,
    *versions.EVENTS,
    *attestations.EVENTS,
    *comments.EVENTS,
    *omissions.EVENTS,
    *cruxes.EVENTS,
)
