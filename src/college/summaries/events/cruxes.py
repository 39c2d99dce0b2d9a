"""What is told of what a debate turns on, and its reopening. Each docstring is that event's public page."""

from college.ground.events import Event

EVENTS: tuple[type[Event], ...] = ()
