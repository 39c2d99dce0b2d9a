"""Where the pages of quizzes are: notices lead there. ``web`` has the same addresses, held by a test."""


def quiz(slug: str) -> str:
    """What a quiz is, and the door to it."""
    return f"/debates/{slug}/quiz/"


def figures(slug: str) -> str:
    return f"{quiz(slug)}figures/"


def item_figures(slug: str, item: str) -> str:
    return f"{figures(slug)}{item}/"


def knowledge(slug: str) -> str:
    """What takers know of each viewpoint's arguments."""
    return f"{quiz(slug)}knowledge/"


def desk(slug: str) -> str:
    """The item desk."""
    return f"{quiz(slug)}items/"


def draft(slug: str, item: str) -> str:
    return f"{desk(slug)}{item}/"


def attempt(token: str) -> str:
    """Where an attempt goes on: its address is all that leads to it."""
    return f"/quizzes/{token}/"


def retell(slug: str) -> str:
    """Where a viewpoint is stated by somebody who does not hold it."""
    return f"{quiz(slug)}retell/"


def retellings(slug: str) -> str:
    """Where holders of a viewpoint read such statements."""
    return f"{quiz(slug)}retellings/"


def results() -> str:
    """A member's own results."""
    return "/desk/results/"
