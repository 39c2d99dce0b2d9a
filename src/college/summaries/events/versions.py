"""What is told of versions and their certificates. Each docstring is that event's public page."""

from college.ground.events import Event

EVENTS: tuple[type[Event], ...] = ()
