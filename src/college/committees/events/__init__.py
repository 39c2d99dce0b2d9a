"""What committees tell, one module per noun. Each docstring is that event's public page."""

from college.committees.events import epochs

EVENTS = (*epochs.EVENTS,)
