"""Where the words of one version went in the next: one comparison for all comments on them.

A statement lives on under its id, so two versions are compared statement by statement, and only inside
those that changed word by word. A statement that lost its id but not its words is found by its words.
Each statement is compared once, whatever number of comments stands on it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import regex
from rapidfuzz.distance import Levenshtein

from college.summaries.rules.plain import Plain, Sentences

_TOKEN = regex.compile(r"\w+|\s+|[^\w\s]")
#: Within a changed word, letters are compared where it is no longer than this.
_LONG_WORD = 400


@dataclass(frozen=True, slots=True)
class Kept:
    """A run of characters that stands in both: ``length`` code points, from ``old`` and from ``new``."""

    old: int
    new: int
    length: int


class Alignment:
    """``old`` and ``new`` are two versions' plain texts."""

    def __init__(self, old: Plain, new: Plain) -> None:
        self.old, self.new = old, new
        self._sentences = Sentences(old)
        self._heirs = self._paired()
        self._kept: dict[str, list[Kept]] = {}

    def unchanged(self, start: int, end: int) -> tuple[int, int] | None:
        """Where these words stand now, if their whole statement is as it was."""
        both = self.sentence(start, end)
        if both is None or both[0] != both[1]:
            return None
        statement = self._sentences.over(start, end)[0]
        shift = self.new.spans[self._heirs[statement]][0] - self.old.spans[statement][0]
        return start + shift, end + shift

    def carried(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Places where these words may stand now in the statements that live on: at most three.

        First what was kept of them, from the first kept character to the last; then the same with what
        was written at either end in their stead.
        """
        kept = [piece for statement in self._over(start, end) for piece in self._runs(statement)]
        inside = [
            (max(k.old, start) - k.old + k.new, min(k.old + k.length, end) - k.old + k.new)
            for k in kept
            if k.old < end and k.old + k.length > start
        ]
        if not inside or any(a[1] > b[0] for a, b in pairwise(inside)):
            return
        first, last = inside[0][0], inside[-1][1]
        yield first, last
        before = [k for k in kept if k.old + k.length <= start]
        after = [k for k in kept if k.old >= end]
        early = before[-1].new + before[-1].length if before else first
        late = after[0].new if after else last
        if before and before[-1].old + before[-1].length == start and early < first:
            yield early, last
        if after and after[0].old == end and last < late:
            yield first, late

    def sentence(self, start: int, end: int) -> tuple[str, str] | None:
        """The one statement in which these words stand, as it was and as it is; ``None`` for several."""
        over = self._sentences.over(start, end)
        if len(over) != 1:
            return None
        old, new = self._words(over[0])
        return None if new is None else (old, new)

    def around(self, start: int, end: int) -> int:
        """Characters that were kept unbroken together with these words, on both sides; 0 if they were not."""
        for statement in self._over(start, end):
            for k in self._runs(statement):
                if k.old <= start and end <= k.old + k.length:
                    return k.length - (end - start)
        return 0

    def fresh(self) -> list[str]:
        """Statements of the new version that are not word for word in the old one, in reading order."""
        same = {heir for mine, heir in self._heirs.items() if self._is_same(mine)}
        return [statement for statement in Sentences(self.new).ids if statement not in same]

    def _is_same(self, statement: str) -> bool:
        old, new = self._words(statement)
        return old == new

    def _paired(self) -> dict[str, str]:
        """Each old statement's heir: the same id, else the same words under an id of their own."""
        heirs = {
            statement: statement for statement in self._sentences.ids if statement in self.new.spans
        }
        waiting: dict[str, list[str]] = {}
        for statement in reversed(Sentences(self.new).ids):
            if statement not in heirs:
                start, end = self.new.spans[statement]
                waiting.setdefault(self.new.text[start:end], []).append(statement)
        for statement in self._sentences.ids:
            start, end = self.old.spans[statement]
            alike = waiting.get(self.old.text[start:end])
            if statement not in heirs and alike:
                heirs[statement] = alike.pop()
        return heirs

    def _over(self, start: int, end: int) -> list[str]:
        """The old statements that these places touch and that have an heir."""
        return [one for one in self._sentences.over(start, end) if one in self._heirs]

    def _words(self, statement: str) -> tuple[str, str | None]:
        start, end = self.old.spans[statement]
        heir = self._heirs.get(statement)
        if heir is None:
            return self.old.text[start:end], None
        first, last = self.new.spans[heir]
        return self.old.text[start:end], self.new.text[first:last]

    def _runs(self, statement: str) -> list[Kept]:
        if statement not in self._kept:
            old, new = self._words(statement)
            at = self.old.spans[statement][0]
            to = self.new.spans[self._heirs[statement]][0]
            runs = kept(old, new or "")
            self._kept[statement] = [Kept(k.old + at, k.new + to, k.length) for k in runs]
        return self._kept[statement]


def kept(old: str, new: str) -> list[Kept]:
    """What two sentences have in common, in order: by words, and by letters inside a word that changed."""
    if old == new:
        return [Kept(0, 0, len(old))] if old else []
    before, after = tokens(old), tokens(new)
    olds, news = _places(before), _places(after)
    found: list[Kept] = []
    for step in Levenshtein.opcodes(before, after):
        at, to = olds[step.src_start], news[step.dest_start]
        if step.tag == "equal":
            found.append(Kept(at, to, olds[step.src_end] - at))
        elif step.tag == "replace":
            found += _letters(old[at : olds[step.src_end]], new[to : news[step.dest_end]], at, to)
    return found


def tokens(sentence: str) -> list[str]:
    """Its words, its spaces and every other sign, in order; together they are the sentence."""
    found: list[str] = _TOKEN.findall(sentence)
    return found


def _letters(old: str, new: str, at: int, to: int) -> Iterator[Kept]:
    if max(len(old), len(new)) > _LONG_WORD:
        return
    for step in Levenshtein.opcodes(old, new):
        if step.tag == "equal":
            yield Kept(at + step.src_start, to + step.dest_start, step.src_end - step.src_start)


def _places(tokens: list[str]) -> list[int]:
    """Where each token begins, and where the last one ends."""
    places = [0]
    for token in tokens:
        places.append(places[-1] + len(token))
    return places
