"""What delegates say of a version, and the answers. Each docstring is that event's public page."""

from college.ground.events import Event

EVENTS: tuple[type[Event], ...] = ()
