"""The schemes that are compared, and their figures: exact, or sampled with the error of sampling."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from college.committees.rules.simulation import peers, sampling
from college.committees.rules.simulation.assumptions import KINDS, Assumptions, Kind, weights
from college.committees.rules.simulation.panels import Panel
from college.committees.rules.simulation.peers import Bridging, Flagging, Zoned
from college.committees.rules.simulation.redundant import Chances, Ladder, redundant
from college.committees.rules.simulation.sampling import Drawn, Try

#: Cases sampled between two steps of a progress bar.
_PORTION = 500
#: Each ballot of a panel may be judged by others; one judged ballot a case is too thin to remove anybody.
META, META_VOTES = "meta-moderation", 3


@dataclass(frozen=True, slots=True)
class Scheme:
    """A way to decide cases. ``name`` is what the tables and the JSON call it."""

    name: str
    max_votes: int
    exact: Callable[[Assumptions, Kind], Chances]
    sample: Callable[[Assumptions, int, np.random.Generator], Sequence[Drawn]]


@dataclass(frozen=True, slots=True)
class Row:
    """Figures of one scheme. Chances from 0 to 1, in the order of ``KINDS``; numbers per case.

    ``errors`` are standard errors of sampling: of the four chances, then of ``votes``; empty if exact.
    ``called``: votes where panels are called in waves; None where that was not sampled.
    """

    scheme: str
    chances: tuple[float, ...]
    votes: float
    max_votes: int
    rounds: float
    errors: tuple[float, ...] = ()
    called: float | None = None


def schemes(steps: Ladder, *, compare: bool) -> tuple[Scheme, ...]:
    """The College's own ladder, after those of others if they are to be compared."""
    own = climbing("redundant", steps)
    return (*_peers(), own) if compare else (own,)


def _peers() -> Iterator[Scheme]:
    yield one_panel("single-moderator", Panel(1, 1))
    flags, bridge = Flagging(), Bridging(Panel(8, 5, 8), Panel(9, 5, 0))
    yield Scheme(
        "flags",
        flags.viewers + 1,
        partial(peers.flagging, how=flags),
        _by_kind(partial(sampling.flagging, how=flags)),
    )
    yield one_panel(META, Panel(14, 8), META_VOTES)
    juries = (7, 15, 31)
    yield Scheme(
        "appeal-doubling",
        sum(juries),
        partial(peers.doubling, juries=juries),
        _by_kind(partial(sampling.doubling, juries=juries)),
    )
    yield Scheme(
        "bridging",
        bridge.seats,
        partial(peers.bridging, how=bridge),
        _by_kind(partial(sampling.bridging, how=bridge)),
    )
    for threshold, seats in ((9, 17), (11, 17), (12, 17)):
        yield one_panel(f"one-panel-{threshold}-of-{seats}", Panel(seats, threshold))
    yield zoned("one-panel-of-10-and-review", Zoned(Panel(10, 6, 2), 4, Panel(31, 18, 8)))
    for threshold, seats in ((21, 41), (25, 41)):
        yield one_panel(f"one-panel-{threshold}-of-{seats}", Panel(seats, threshold))


def climbing(name: str, steps: Ladder) -> Scheme:
    """First panels, a review where they differ, an appeal, a re-trial."""
    return Scheme(
        name,
        steps.most_votes,
        partial(redundant, steps=steps),
        lambda world, cases, chance: sampling.redundant(world, steps, cases, chance),
    )


def one_panel(name: str, panel: Panel, more_votes: int = 0) -> Scheme:
    """One panel decides. ``more_votes``: ballots on top that change no outcome."""
    return Scheme(
        name,
        panel.seats + more_votes,
        partial(peers.one_panel, panel=panel, more_votes=more_votes),
        _by_kind(partial(sampling.one_panel, panel=panel, more_votes=more_votes)),
    )


def zoned(name: str, zone: Zoned) -> Scheme:
    """One panel, and a review where it is not clear."""
    return Scheme(
        name,
        zone.panel.seats + zone.review.seats,
        partial(peers.zoned, how=zone),
        _by_kind(partial(sampling.zoned, how=zone)),
    )


def _by_kind(
    sample: Callable[[Try], Drawn],
) -> Callable[[Assumptions, int, np.random.Generator], Sequence[Drawn]]:
    return lambda world, cases, chance: [sample(Try(world, k, cases, chance)) for k in KINDS]


def exact(scheme: Scheme, world: Assumptions) -> Row:
    """Every figure to more digits than are printed."""
    found, share = [scheme.exact(world, kind) for kind in KINDS], weights(world)
    return Row(
        scheme.name,
        tuple(one.wrong for one in found),
        sum(w * one.votes for w, one in zip(share, found, strict=True)),
        scheme.max_votes,
        sum(w * one.rounds for w, one in zip(share, found, strict=True)),
    )


def sampled(
    scheme: Scheme,
    world: Assumptions,
    *,
    cases: int,
    chance: np.random.Generator,
    progress: Callable[[int], None],
) -> Row:
    """So many cases of each kind, seat by seat; ``progress`` is told how many cases were done."""
    parts = []
    for start in range(0, cases, _PORTION):
        number = min(_PORTION, cases - start)
        parts.append(scheme.sample(world, number, chance))
        progress(number)
    kinds = [[part[k] for part in parts] for k in range(len(KINDS))]
    share = weights(world)
    wrong = [np.concatenate([d.wrong for d in of]) for of in kinds]
    votes = [np.concatenate([d.votes for d in of]) for of in kinds]
    rounds = [np.concatenate([d.rounds for d in of]) for of in kinds]
    called = [np.concatenate([d.called for d in of]) for of in kinds]
    spread = np.sqrt(sum(w**2 * np.var(v) / cases for w, v in zip(share, votes, strict=True)))
    return Row(
        scheme.name,
        tuple(float(w.mean()) for w in wrong),
        _mean(share, votes),
        scheme.max_votes,
        _mean(share, rounds),
        errors=(*(float(w.std() / np.sqrt(cases)) for w in wrong), float(spread)),
        called=_mean(share, called),
    )


def _mean(
    share: Sequence[float], values: Sequence[np.ndarray[tuple[int], np.dtype[np.float64]]]
) -> float:
    return float(sum(w * v.mean() for w, v in zip(share, values, strict=True)))
