"""Where comments stand in the next version of a text: kept, moved, asked about, or orphaned. Never guessed.

Most words are carried over by the comparison of the two versions (``rules.alignment``), which costs the
same for one comment as for ten thousand. What it does not carry is looked for in the statements that are
new or changed, a few of them, those that share its rarest words. Every candidate that is not word for
word the same gets the score of the Hypothesis client (quote 50, text before 20, text after 20, place 2,
of 92), and the thresholds decide. Time grows with the texts and with the number of comments, not with
their product.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from college.summaries.rules.alignment import Alignment, tokens
from college.summaries.rules.graphemes import Graphemes
from college.summaries.rules.life import AnchorHow
from college.summaries.rules.plain import Plain
from college.summaries.rules.selectors import MOST_EXACT, Selector

#: Per mille of the score: moved by itself from here on, and asked about from here on.
MOVED, PROPOSED = 950, 750
#: Code points of one version, and comments on it: more are refused rather than waited for.
MOST_TEXT, MOST_SELECTORS = 2_000_000, 100_000
#: Words that alone say where they belong, if they stand once in each version.
_TELLING = 4
#: Characters kept unbroken around words that say which of two alike they are.
_AROUND = 12
#: Statements in which words are looked for that were not carried over.
_CANDIDATES = 3
#: A word in more statements than this says nothing about where something belongs.
_COMMON = 64
_QUOTE, _BEFORE, _AFTER, _PLACE = 50, 20, 20, 2


@dataclass(frozen=True, slots=True)
class Found:
    """Where a comment stands now. ``start``, ``end``: code points, both ``None`` for an orphan.

    ``score``: per mille; 1000 where the very words stand there.
    """

    how: AnchorHow
    start: int | None
    end: int | None
    score: int


ORPHAN = Found(AnchorHow.ORPHANED, None, None, 0)


def reanchor(old: Plain, new: Plain, selectors: Sequence[Selector]) -> list[Found]:
    """Where words of ``old`` stand in ``new``, one answer for each selector, in their order.

    ``ValueError`` beyond ``MOST_TEXT`` or ``MOST_SELECTORS``: callers hold shorter limits. A selector
    whose words are not those of ``old`` at its place is an orphan: it is not known what it meant.
    """
    if max(len(old.text), len(new.text)) > MOST_TEXT or len(selectors) > MOST_SELECTORS:
        raise ValueError("a text or a number of comments beyond what is compared at once")
    search = _Search(old, new)
    return [search.place(selector) for selector in selectors]


def score(selector: Selector, text: str, start: int, end: int) -> int:
    """How much a place in a text is like the words of a selector and their surroundings, per mille."""
    words = text[start:end]
    total = _QUOTE * _alike(selector.exact, words)
    before = text[max(0, start - len(selector.prefix)) : start]
    total += _BEFORE * _alike(selector.prefix, before)
    total += _AFTER * _alike(selector.suffix, text[end : end + len(selector.suffix)])
    total += _PLACE * max(0.0, 1 - abs(start - selector.start) / len(text))
    return int(1000 * total / (_QUOTE + _BEFORE + _AFTER + _PLACE))


def _alike(wanted: str, found: str) -> float:
    """The share of ``wanted`` that needs no edit; nothing wanted is all there."""
    if not wanted:
        return 1.0
    return max(0.0, 1 - Levenshtein.distance(wanted, found) / len(wanted))


class _Search:
    """One pair of versions; what is found out about them is kept for all selectors."""

    def __init__(self, old: Plain, new: Plain) -> None:
        self._old, self._new = old, new
        self._alignment = Alignment(old, new)
        self._whole = Graphemes(new.text)
        self._fresh = [new.spans[statement] for statement in self._alignment.fresh()]
        self._index = _Index([new.text[start:end] for start, end in self._fresh])
        self._before = _Index([old.text[start:end] for start, end in old.spans.values()])

    def place(self, selector: Selector) -> Found:
        if not self._is_true(selector):
            return ORPHAN
        same = self._alignment.unchanged(selector.start, selector.end)
        if same is not None:
            return Found(AnchorHow.EXACT, *same, 1000)
        best = ORPHAN
        for start, end in self._alignment.carried(selector.start, selector.end):
            found = self._judged(selector, start, end, lives_on=True)
            best = max(best, found, key=lambda one: one.score)
        if best.score < MOVED:
            for start, end in self._elsewhere(selector):
                found = self._judged(selector, start, end, lives_on=False)
                best = max(best, found, key=lambda one: one.score)
        return best

    def _is_true(self, selector: Selector) -> bool:
        start, end = selector.start, selector.end
        whole = 0 <= start < end <= len(self._old.text) and end - start <= MOST_EXACT
        return whole and self._old.text[start:end] == selector.exact

    def _judged(self, selector: Selector, start: int, end: int, *, lives_on: bool) -> Found:
        start, end = self._snapped(selector, start, end)
        if end - start > 2 * len(selector.exact) + 64 or start >= end:
            return ORPHAN
        value = score(selector, self._new.text, start, end)
        same = self._new.text[start:end] == selector.exact
        if same and (value >= MOVED or self._says_where(selector, lives_on=lives_on)):
            return Found(AnchorHow.EXACT, start, end, 1000)
        if value >= MOVED:
            return Found(AnchorHow.MOVED, start, end, value)
        if value >= PROPOSED:
            return Found(AnchorHow.PROPOSED, start, end, value)
        return ORPHAN

    def _snapped(self, selector: Selector, start: int, end: int) -> tuple[int, int]:
        """Without space at either end; whole words, where the selector had whole words; whole characters."""
        text = self._new.text
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start >= end:
            return start, end
        if not _splits(selector.prefix + selector.exact, len(selector.prefix)):
            while start > 0 and _splits(text, start):
                start -= 1
        if not _splits(selector.exact + selector.suffix, len(selector.exact)):
            while end < len(text) and _splits(text, end):
                end += 1
        return self._whole.widened(start, end)

    def _says_where(self, selector: Selector, *, lives_on: bool) -> bool:
        """Whether the very words can be meant in one place only, whatever stands around them."""
        exact = selector.exact
        place = (selector.start, selector.end)
        if lives_on and self._alignment.around(*place) >= _AROUND:
            return True
        both = self._alignment.sentence(*place) if lives_on else None
        if both is not None and both[0].count(exact) == both[1].count(exact) == 1:
            return True
        telling = lives_on or len(exact.split()) >= _TELLING
        return telling and self._index.count(exact) == self._before.count(exact) == 1

    def _elsewhere(self, selector: Selector) -> Iterator[tuple[int, int]]:
        """Where the words may have gone: in statements that were not there before."""
        for index in self._index.nearest(selector.exact):
            first, last = self._fresh[index]
            part = self._new.text[first:last]
            at, seen = part.find(selector.exact), 0
            while at >= 0 and seen < _COMMON:
                yield first + at, first + at + len(selector.exact)
                at, seen = part.find(selector.exact, at + 1), seen + 1
            if not seen:
                like = _likest(selector.exact, part)
                if like is not None:
                    yield first + like[0], first + like[1]


class _Index:
    """In which sentences a word stands."""

    def __init__(self, sentences: list[str]) -> None:
        self._sentences = sentences
        self._where: dict[str, list[int]] = {}
        for number, sentence in enumerate(sentences):
            for word in set(_words(sentence)):
                self._where.setdefault(word, []).append(number)

    def nearest(self, exact: str) -> list[int]:
        """The sentences that share most of the rare words of ``exact``, the likest first."""
        worth: defaultdict[int, float] = defaultdict(float)
        for word in set(_words(exact)):
            where = self._where.get(word, [])
            if len(where) <= _COMMON:
                for number in where:
                    worth[number] += 1 / len(where)
        # Ties by place: the same question has the same answer on every machine.
        ranked = sorted(worth, key=lambda number: (-worth[number], number))
        return ranked[:_CANDIDATES]

    def count(self, exact: str) -> int:
        """How often the words stand in the sentences; two stands for more than is worth counting."""
        words = _words(exact)
        # The first and the last may be parts of longer words in a sentence that holds them too.
        known = [self._where.get(word, []) for word in words[1:-1] or words]
        rarest = min(known, key=len, default=[])
        if len(rarest) > _COMMON:
            return 2
        return sum(self._sentences[number].count(exact) for number in rarest)


def _likest(exact: str, part: str) -> tuple[int, int] | None:
    """The part of a sentence that is most like the words, from the beginning of a word to the end of one."""
    if len(exact) >= len(part):
        return 0, len(part)
    near = fuzz.partial_ratio_alignment(exact, part, score_cutoff=60)
    if near is None:
        return None
    edges = [0]
    for token in tokens(part):
        edges.append(edges[-1] + len(token))
    starts = sorted(edges, key=lambda edge: (abs(edge - near.dest_start), edge))[:4]
    ends = sorted(edges, key=lambda edge: (abs(edge - near.dest_end), edge))[:4]
    pairs = [(start, end) for start in starts for end in ends if start < end]
    if not pairs:
        return None
    return min(pairs, key=lambda p: (Levenshtein.distance(exact, part[p[0] : p[1]]), p))


def _words(sentence: str) -> list[str]:
    return [token for token in tokens(sentence) if token[0].isalnum()]


def _splits(text: str, at: int) -> bool:
    """Whether a place stands inside a word."""
    if not 0 < at < len(text):
        return False
    return len(tokens(text[at - 1 : at + 1])) == 1 and not text[at].isspace()
