"""What an editor may have overlooked, found by likeness of words alone: offers, never insertions.

Texts are weighed by the words they hold (a word that few texts hold weighs more) and compared by the
cosine between them. That says nothing of meaning: whoever shows it says so.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]

#: From this cosine on two contributions are offered as perhaps the same.
ALIKE = 0.5
#: Below this cosine to every sentence a contribution is offered as perhaps missing.
UNLIKE = 0.2
#: Offers of each sort: more would be a list that nobody reads.
MOST = 8

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two contributions with words alike; ``likeness`` is their cosine, above 0 and at most 1."""

    first: str
    second: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Suggestions:
    """``alike``: the likest pair first. ``missing``: ids, in the order in which they were given."""

    alike: tuple[Pair, ...] = ()
    missing: tuple[str, ...] = ()


def suggestions(
    said: Sequence[tuple[str, str]], written: Sequence[str], *, linked: Collection[str]
) -> Suggestions:
    """Offers for one section.

    ``said``: contributions that belong in it, as id and words. ``written``: its sentences; while there are
    none, nothing is missing, since everything would be. ``linked``: ids that a sentence rests on already,
    and what is alike to one of them is not missing either.
    """
    if not said:
        return Suggestions()
    weighed = _weighed([words for _, words in said] + list(written))
    ours, theirs = weighed[: len(said)], weighed[len(said) :]
    among = sparse.triu(ours @ ours.T, k=1).tocoo()
    alike = [
        Pair(said[i][0], said[j][0], min(round(float(cosine), 6), 1.0))
        for i, j, cosine in zip(among.row, among.col, among.data, strict=True)
        if cosine >= ALIKE
    ]
    place = {key: at for at, (key, _) in enumerate(said)}
    alike.sort(key=lambda pair: (-pair.likeness, place[pair.first], place[pair.second]))
    covered = set(linked) | _beside(alike, linked)
    missing: list[str] = []
    if written:
        nearest = (ours @ theirs.T).max(axis=1).toarray().ravel()
        missing = [
            key
            for (key, words), cosine in zip(said, nearest, strict=True)
            if key not in covered and cosine < UNLIKE and _WORD.search(words)
        ]
    return Suggestions(tuple(alike[:MOST]), tuple(missing[:MOST]))


def _beside(alike: Sequence[Pair], linked: Collection[str]) -> set[str]:
    found = {pair.second for pair in alike if pair.first in linked}
    return found | {pair.first for pair in alike if pair.second in linked}


def _weighed(texts: Sequence[str]) -> sparse.csr_array:
    """A row for each text, of length 1; of length 0 where it has no word."""
    counts = [Counter(_WORD.findall(text.casefold())) for text in texts]
    held = Counter(word for count in counts for word in count)
    column = {word: at for at, word in enumerate(held)}
    rarity = {word: float(np.log((1 + len(texts)) / number)) for word, number in held.items()}
    rows, columns, weights = [], [], []
    for row, count in enumerate(counts):
        weight = {word: (1 + np.log(n)) * rarity[word] for word, n in count.items()}
        length = float(np.sqrt(sum(w * w for w in weight.values())))
        for word, w in weight.items():
            rows.append(row)
            columns.append(column[word])
            weights.append(w / length)
    shape = (len(texts), max(len(column), 1))
    return sparse.csr_array((weights, (rows, columns)), shape=shape, dtype=np.float64)
