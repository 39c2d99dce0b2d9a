"""What quizzes tell, one module per noun. Each docstring is that event's public page."""

from college.quizzes.events import items, quizzes, retellings, tallies

EVENTS = (*quizzes.EVENTS, *items.EVENTS, *tallies.EVENTS, *retellings.EVENTS)
