"""Words of comments: how many a comment has, and a side. The same for every viewpoint, by construction.

No function here is told which viewpoint it is about (laws 2 and 3).
"""

from dataclasses import dataclass

from college.ground.charter import Budgets, Lengths
from college.ground.prose import clean, count_words
from college.ground.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Said:
    """A comment as it is kept, and its words counted."""

    words: str
    count: int


def said(words: str, lengths: Lengths) -> Said:
    """A comment of at most ``lengths.comment`` words, or a refusal."""
    kept = clean(words)
    count = count_words(kept)
    if not count:
        raise Refusal("summaries.comment.empty")
    # A word of more letters than any language has is no word: room is counted in words.
    if count > lengths.comment or len(kept) > lengths.comment * 12:
        raise Refusal("summaries.comment.too-long", words=count, most=lengths.comment)
    return Said(kept, count)


def left(used: int, budgets: Budgets) -> int:
    """Words that a side may still use on one summary."""
    return max(0, budgets.summary_comments - used)


def charge(words: int, used: int, budgets: Budgets) -> None:
    """Refuse words that the side has no room for."""
    room = left(used, budgets)
    if words > room:
        raise Refusal(
            "summaries.comment.room-full", words=words, left=room, total=budgets.summary_comments
        )
