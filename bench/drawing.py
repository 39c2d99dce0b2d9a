"""The draw: 21 people, and 2 × 5 + 31, from 1,000 and 10,000, every ticket computed, seats dealt and filled.

The peer is sortition-algorithms, an outside program in an environment of its own. It gets our quotas (the
author's side, a cap on every other) and, as it is mostly used, four features. Its quick method is ``legacy``;
``--full`` also runs ``maximin`` at 1,000, which takes minutes. Ours can be replayed by anybody.
"""

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from parts import cpu, home, peers
from parts.figures import Report, options, ratios

from college.committees.rules.lot import Candidate, Seated, Shape, deal, order, seat, shape

_HERE = Path(__file__).parent
_ROUNDS = 5
_VIEWPOINTS = 4
_OWN = "v0"
_SEED = bytes(range(32))
_SIZES = (1_000, 10_000)
#: Four features of 2, 4, 4 and 3 values, in a pool skewed like volunteers.
_FEATURES = {
    "gender": (0.55, 0.45),
    "age": (0.1, 0.2, 0.3, 0.4),
    "region": (0.4, 0.3, 0.2, 0.1),
    "school": (0.5, 0.3, 0.2),
}
_QUOTA_SLACK = 1


def main() -> None:
    asked = options(__doc__)
    report = Report("The draw")
    one = shape(1, 21, 6, viewpoints=_VIEWPOINTS, has_side=True)
    first = shape(2, 5, 2, viewpoints=_VIEWPOINTS, has_side=True)
    review = shape(1, 31, 8, viewpoints=_VIEWPOINTS, has_side=True)
    ours: dict[int, list[float]] = {}
    for size in _SIZES:
        pool = _pool(size)
        ours[size] = _timed(lambda pool=pool: _draw(pool, [one]))
        report.row(f"21 of {size:,}", [1000 * s for s in ours[size]], "ms CPU")
        whole = _timed(lambda pool=pool: _draw(pool, [first, review]))
        report.row(f"2 × 5, then 31 of {size:,}", [1000 * s for s in whole], "ms CPU")
    with home.folder() as base, peers.environment(base, "sortition") as python:
        if python is None:
            report.say("sortition-algorithms could not be installed here: the draw has no peer.")
        else:
            _against(report, _Peer(python, base), one, ours, full=asked.full)
    report.say(
        "Quotas are per viewpoint, as the College's own; drawing by four features is the peer's."
    )
    report.show(as_json=asked.json)


def _pool(size: int) -> list[Candidate]:
    return [Candidate(f"p{n:05}", f"v{n % _VIEWPOINTS}") for n in range(size)]


def _draw(pool: Sequence[Candidate], shapes: Sequence[Shape]) -> list[tuple[Seated, ...]]:
    """One case: each step has a draw of its own among those who have not sat in it."""
    panels: list[tuple[Seated, ...]] = []
    for number, wanted in enumerate(shapes):
        sat = {one.candidate.label for panel in panels for one in panel}
        left = [person for person in pool if person.label not in sat]
        announcement = {"case": "bench", "step": number, "v": "college-draw-v1"}
        ordered = order(_SEED, announcement, left)
        hands = deal(ordered, own_side=_OWN, panels=wanted.panels)
        panels += [seat(hand, wanted) for hand in hands]
    return panels


def _timed(work: Callable[[], list[tuple[Seated, ...]]]) -> list[float]:
    """Once to warm, and to see that the draw can be replayed and fills its seats."""
    assert work() == work()
    assert all(len(panel) in {5, 21, 31} for panel in work())
    return [cpu.of(work) for _round in range(_ROUNDS)]


def _against(
    report: Report, peer: "_Peer", wanted: Shape, ours: dict[int, list[float]], *, full: bool
) -> None:
    for size in _SIZES:
        by_side = {"viewpoint": _side_quotas(wanted)}
        sides = [[f"v{n % _VIEWPOINTS}"] for n in range(size)]
        alike = peer.draw((sides, by_side), wanted.seats, "legacy", _ROUNDS)
        report.row(f"legacy, 21 of {size:,}, our quotas", [1000 * s for s in alike], "ms CPU")
        report.at_most(f"ours against it, {size:,}", ratios(ours[size], alike), "×", 1)
        four = peer.draw(_four(size, wanted.seats), wanted.seats, "legacy", _ROUNDS)
        report.row(f"legacy, 21 of {size:,}, four features", [1000 * s for s in four], "ms CPU")
    if full:
        size = _SIZES[0]
        slow = peer.draw(_four(size, wanted.seats), wanted.seats, "maximin", 1)
        report.row(f"maximin, 21 of {size:,}, four features", slow, "s CPU")
        report.at_least("maximin / ours", [slow[0] / s for s in ours[size]], "×", 100)


Pool = tuple[list[list[str]], dict[str, dict[str, tuple[int, int]]]]


def _side_quotas(wanted: Shape) -> dict[str, tuple[int, int]]:
    """The author's side exactly; each other from nothing up to its cap."""
    others = {f"v{n}": (0, wanted.cap) for n in range(1, _VIEWPOINTS)}
    return {_OWN: (wanted.own, wanted.own)} | others


def _four(size: int, seats: int) -> Pool:
    chosen = random.Random(11)
    people = [
        [
            str(chosen.choices(range(len(shares)), weights=shares)[0])
            for shares in _FEATURES.values()
        ]
        for _person in range(size)
    ]
    quotas = {
        name: {
            str(value): (
                max(0, int(seats / len(shares)) - _QUOTA_SLACK),
                int(seats / len(shares)) + _QUOTA_SLACK + 1,
            )
            for value in range(len(shares))
        }
        for name, shares in _FEATURES.items()
    }
    return people, quotas


@dataclass(frozen=True, slots=True)
class _Peer:
    """The program's own Python, and a folder for what it is given."""

    python: Path
    base: Path

    def draw(self, pool: Pool, seats: int, algorithm: str, rounds: int) -> list[float]:
        people, quotas = pool
        file = self.base / "pool.json"
        file.write_text(json.dumps({"people": people, "quotas": quotas, "seats": seats}), "utf-8")
        script = str(_HERE / "parts" / "sortition.py")
        command = [str(self.python), script, str(file), str(rounds), algorithm]
        found: list[float] = json.loads(cpu.program(command).printed.splitlines()[-1])
        return found


if __name__ == "__main__":
    main()
