"""The letter of an invitation, and how many one member may have open."""

from college.ground.charter import Lengths
from college.ground.prose import clean, count_words
from college.ground.refusals import Refusal

#: Open invitations of one member to one debate.
MOST_OPEN = 20
SHORTEST_WORDS = 10


def letter(words: str, lengths: Lengths) -> str:
    """A letter as it is kept, or a refusal."""
    kept = clean(words)
    count = count_words(kept)
    if count < SHORTEST_WORDS:
        raise Refusal("debates.invitation.too-short", words=count, least=SHORTEST_WORDS)
    if count > lengths.text:
        raise Refusal("debates.invitation.too-long", words=count, most=lengths.text)
    return kept
