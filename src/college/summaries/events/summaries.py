"""What is told of a summary: begun, its states, its editors. Each docstring is that event's public page."""

from college.ground.events import Event

EVENTS: tuple[type[Event], ...] = ()
