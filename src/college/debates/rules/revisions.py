"""When a new wording is a revision and when it is another contribution; when a link is stale."""

from datetime import datetime, timedelta

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
    """Words taken out or put in, whichever are more: a word replaced counts once.

    It is the fewest by which the one becomes the other, also where words repeat.
    """
    return max(len(before), len(after)) - _kept(before, after)


def _kept(before: list[str], after: list[str]) -> int:
    """The most words that stand in both in the same order (their longest common subsequence).

    One bit for each word of ``before``, cleared once it is kept: Hyyrö, "Bit-parallel LCS-length
    computation revisited", 2004. Long texts are done in a few thousand additions.
    """
    places: dict[str, int] = {}
    for at, word in enumerate(before):
        places[word] = places.get(word, 0) | 1 << at
    every = (1 << len(before)) - 1
    open_places = every
    for word in after:
        met = open_places & places.get(word, 0)
        open_places = ((open_places + met) | (open_places - met)) & every
    return len(before) - open_places.bit_count()


def is_stale(*, pinned: int, head: int) -> bool:
    """A link is stale from the moment its target has a newer wording (law 9)."""
    return pinned != head
