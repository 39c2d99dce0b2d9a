"""What is told of sections signed, asked, settled. Each docstring is that event's public page."""

from college.ground.events import Event

EVENTS: tuple[type[Event], ...] = ()
