"""What committees tell, one module per noun. Each docstring is that event's public page."""

from college.committees.events import audit, duty, epochs, keys

EVENTS = (*audit.EVENTS, *duty.EVENTS, *epochs.EVENTS, *keys.EVENTS)
