"""What committees tell, one module per noun. Each docstring is that event's public page."""

from college.committees.events import duty, epochs, keys

EVENTS = (*duty.EVENTS, *epochs.EVENTS, *keys.EVENTS)
