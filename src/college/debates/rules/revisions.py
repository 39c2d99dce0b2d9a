"""When a new wording is a revision and when it is another contribution; when a link is stale."""

from datetime import datetime, timedelta
from difflib import SequenceMatcher

#: A minor revision changes at most so many words, or this part of a longer text; of a short one, at
#: most this part, but always two.
MINOR_WORDS = 3
MINOR_PART = 10
SHORT_PART = 3
SHORTEST = 2


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
    most = min(most, max(SHORTEST, len(before) // SHORT_PART))
    return changed_words(before, after) <= most


def changed_words(before: list[str], after: list[str]) -> int:
    """Words taken out or put in, whichever are more: a word replaced counts once."""
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    changed = [step for step in steps if step[0] != "equal"]
    return max(sum(b - a for _, a, b, _, _ in changed), sum(d - c for _, _, _, c, d in changed))


def is_stale(*, pinned: int, head: int) -> bool:
    """A link is stale from the moment its target has a newer wording (law 9)."""
    return pinned != head
