"""When a new wording is a revision and when it is another contribution; when a link is stale."""

from datetime import datetime, timedelta
from difflib import SequenceMatcher

#: A minor revision changes at most so many words, or this part of a longer text.
MINOR_WORDS = 3
MINOR_PART = 10


def in_grace(made_at: datetime, *, now: datetime, grace: timedelta) -> bool:
    """Whether the author may still correct a new text freely."""
    return now - made_at < grace


def is_minor(old: str, new: str) -> bool:
    """Whether a new wording is a correction: few words differ.

    A program cannot tell a typo from a "not". So the author says that the meaning stays, every link to
    the old wording turns stale until its owner has looked, and both wordings stay to be read.
    """
    before, after = old.split(), new.split()
    most = max(MINOR_WORDS, len(before) // MINOR_PART)
    return changed_words(before, after) <= most


def changed_words(before: list[str], after: list[str]) -> int:
    """Words put in, taken out or replaced."""
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for kind, a, b, c, d in steps if kind != "equal")


def is_stale(*, pinned: int, head: int) -> bool:
    """A link is stale from the moment its target has a newer wording (law 9)."""
    return pinned != head
