"""Ten thousand comments carried from one version of a summary to the next.

Floor: the same comments by their exact words alone (``str.find``), which loses every one whose words
changed and takes the first of several alike. Peer: rapidfuzz searching the whole new version for each
comment by itself (``fuzz.partial_ratio_alignment``), on a sample, since it grows with text times comments.
"""

import random
from functools import partial

from parts import cpu
from parts.figures import Report, options, ratios
from rapidfuzz import fuzz

from college.summaries.rules import anchoring, selectors
from college.summaries.rules.life import AnchorHow
from college.summaries.rules.plain import Plain, plain

_STATEMENTS = 300
_ROUNDS = 5
_SAMPLE = 200
_WORDS = (
    "bridge bus car school noise repair survey hour city shop night winter crossing count permit gate "
    "road holds says grants doubts falls rises costs carries closes opens stays many few old new long "
    "short full empty north south first last before after between against without within"
).split()


def main() -> None:
    asked = options(__doc__)
    report = Report("Comments carried to the next version")
    sizes = [2_500, 5_000, 10_000] + ([40_000] if asked.full else [])
    versions = {size: _versions(_STATEMENTS * size // 10_000) for size in sizes}
    chosen = {size: _selectors(versions[size][0], size) for size in sizes}
    ours: dict[int, list[float]] = {size: [] for size in sizes}
    floor: list[float] = []
    peer: list[float] = []
    for _round in range(_ROUNDS):
        for size in sizes:
            old, new = versions[size]
            work = partial(anchoring.reanchor, old, new, chosen[size])
            ours[size].append(1000 * cpu.of(work))
        text = versions[10_000][1].text
        floor.append(1000 * cpu.of(partial(_as_they_are, chosen[10_000], text)))
        sample = chosen[10_000][:: 10_000 // _SAMPLE]
        peer.append(1000 * cpu.of(partial(_by_themselves, sample, text)) * 10_000 / len(sample))
    _told(report, versions, chosen)
    report.row("10,000 comments, 300 statements, one in six changed", ours[10_000], "ms CPU")
    report.row("the same by exact words alone, str.find", floor, "ms CPU")
    report.row("ours / str.find", ratios(ours[10_000], floor), "×")
    report.row("the same by rapidfuzz for each, from a sample", peer, "ms CPU")
    report.at_least("rapidfuzz for each / ours", ratios(peer, ours[10_000]), "×", 5)
    for size in sizes:
        if size != 10_000:
            each = [r * 10_000 / size for r in ratios(ours[size], ours[10_000])]
            report.at_most(f"per comment, {size:,} against 10,000", each, "×", 1.3)
    report.say("Text and comments grow together: a cost of text times comments would show as 4 ×.")
    report.show(as_json=asked.json)


def _versions(statements: int) -> tuple[Plain, Plain]:
    """A version and the next: of ten statements one is reworded, and of a hundred some come, go or move."""
    luck = random.Random(7)
    old = [(f"s{n}", _sentence(luck)) for n in range(statements)]
    new: list[tuple[str, str]] = []
    for statement, words in old:
        chance = luck.random()
        if chance < 0.02:
            continue
        new.append((statement, _reworded(luck, words) if chance < 0.18 else words))
        if chance > 0.98:
            new.append((f"n{statement}", _sentence(luck)))
    return tuple(
        plain([pairs[at : at + 30] for at in range(0, len(pairs), 30)]) for pairs in (old, new)
    )


def _sentence(luck: random.Random) -> str:
    words = luck.choices(_WORDS, k=luck.randrange(12, 30))
    return f"{' '.join(words).capitalize()} {luck.randrange(10**4)}."


def _reworded(luck: random.Random, sentence: str) -> str:
    words = sentence.split()
    for _change in range(luck.randrange(1, 4)):
        words[luck.randrange(len(words))] = luck.choice(_WORDS)
    return " ".join(words)


def _selectors(version: Plain, count: int) -> list[selectors.Selector]:
    luck = random.Random(11)
    found = []
    for start, end in luck.choices(list(version.spans.values()), k=count):
        words = version.text[start:end].split(" ")
        first = luck.randrange(len(words))
        last = min(len(words), first + luck.choice((1, 2, 3, 5, 8, 12)))
        at = start + len(" ".join(words[:first])) + (first > 0)
        found.append(selectors.select(version.text, at, at + len(" ".join(words[first:last]))))
    return found


def _as_they_are(chosen: list[selectors.Selector], text: str) -> list[int]:
    return [text.find(one.exact) for one in chosen]


def _by_themselves(chosen: list[selectors.Selector], text: str) -> list[int]:
    near = [fuzz.partial_ratio_alignment(one.exact, text) for one in chosen]
    return [
        anchoring.score(one, text, place.dest_start, place.dest_end)
        for one, place in zip(chosen, near, strict=True)
    ]


def _told(
    report: Report,
    versions: dict[int, tuple[Plain, Plain]],
    chosen: dict[int, list[selectors.Selector]],
) -> None:
    old, new = versions[10_000]
    found = anchoring.reanchor(old, new, chosen[10_000])
    counts = {how: sum(one.how is how for one in found) for how in AnchorHow}
    kept = counts[AnchorHow.EXACT] + counts[AnchorHow.MOVED]
    report.row("stand on their words", 100 * kept / len(found), "%")
    report.row("asked about", 100 * counts[AnchorHow.PROPOSED] / len(found), "%")
    report.row("orphaned", 100 * counts[AnchorHow.ORPHANED] / len(found), "%")


if __name__ == "__main__":
    main()
