"""What committees tell, one module per noun. Each docstring is that event's public page."""

from college.committees.events import audit, cases, duty, epochs, keys, rosters

EVENTS = (
    *audit.EVENTS,
    *cases.EVENTS,
    *duty.EVENTS,
    *epochs.EVENTS,
    *keys.EVENTS,
    *rosters.EVENTS,
)
