"""Stating a viewpoint that is not one's own: the words, what holders read of them, what their writer is told.

No function here is told who wrote anything, and nothing is put in an order of merit (law 1).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from college.ground.charter import Lengths
from college.ground.prose import clean, count_words
from college.ground.refusals import Refusal

#: Words: shorter states no viewpoint.
SHORTEST = 10
#: Texts that a holder reads at a sitting: five minutes.
SITTING = 6
#: Readings below which nobody is told anything, and steps in which more are told: of one or two, a writer
#: could guess who said what.
LEAST_READINGS = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that a holder has not read yet. ``mark`` says nothing of what it is; ``words``: its length."""

    mark: str
    words: int


@dataclass(frozen=True, slots=True)
class Told:
    """How many of those who read a retelling recognised it, and how many of the side's own statements were
    recognised that the same people read."""

    read: int
    recognised: int
    real_read: int
    real_recognised: int

    @property
    def as_often(self) -> bool | None:
        """Whether it was recognised at least as often as the side's own; ``None`` where none was read."""
        if not self.real_read:
            return None
        return self.recognised * self.real_read >= self.real_recognised * self.read


def said(words: str, lengths: Lengths) -> str:
    """The words as they are kept, or a refusal of too few or too many."""
    kept = clean(words)
    count = count_words(kept)
    if count < SHORTEST:
        raise Refusal("quizzes.retelling.too-short", words=count, least=SHORTEST)
    # A word of more letters than any language has is no word: room is counted in words.
    if count > lengths.retelling or len(kept) > lengths.retelling * 12:
        raise Refusal("quizzes.retelling.too-long", words=count, most=lengths.retelling)
    return kept


def sheet(
    written: Sequence[Candidate], real: Sequence[Candidate], *, place: Callable[[str], bytes]
) -> list[Candidate]:
    """What a holder reads at a sitting: retellings among real statements of about the same length.

    ``place`` gives a mark's place in the reader's own shuffle. At most half are written, and never all: where
    no real statement is left to read, there is nothing to read, for it would be plain whose the rest is.
    """

    def order(one: Candidate) -> bytes:
        return place(one.mark)

    half = SITTING // 2
    chosen = sorted(written, key=order)[:half]
    if not chosen:
        return []

    def unlike(one: Candidate) -> tuple[int, bytes]:
        return min(abs(one.words - other.words) for other in chosen), order(one)

    beside = sorted(real, key=unlike)[: min(half, len(chosen) + 1)]
    return sorted([*chosen, *beside], key=order) if beside else []


def told_of(read: int) -> int:
    """Of how many readings, the oldest first, the writer is told."""
    return read - read % LEAST_READINGS


def told(read: int, recognised: int, real_read: int, real_recognised: int) -> Told | None:
    """What the writer is told; ``None`` while fewer than ``LEAST_READINGS`` have read it."""
    if read < LEAST_READINGS:
        return None
    return Told(read, recognised, real_read, real_recognised)
