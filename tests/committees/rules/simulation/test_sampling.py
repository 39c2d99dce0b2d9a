"""Seat by seat and exact are two ways to the same figures."""

import numpy as np
import pytest

from college.committees.rules.simulation.redundant import ladder
from college.committees.rules.simulation.schemes import Row, Scheme, exact, sampled, schemes
from tests.committees.rules.simulation.published import CHARTER, WORLD

_CASES = 4000


def _both(scheme: Scheme, seed: int) -> tuple[Row, Row]:
    chance = np.random.default_rng(seed)
    done: list[int] = []
    found = sampled(scheme, WORLD, cases=_CASES, chance=chance, progress=done.append)
    assert sum(done) == _CASES
    return exact(scheme, WORLD), found


@pytest.mark.slow
def test_sampled_figures_agree_with_exact_ones() -> None:
    off = []
    for size in (CHARTER.sizes.standard, CHARTER.sizes.small, CHARTER.sizes.persons):
        own = ladder(size, WORLD.viewpoints)
        for scheme in schemes(own, compare=size is CHARTER.sizes.standard):
            known, found = _both(scheme, seed=len(off))
            pairs = zip(
                (*found.chances, found.votes),
                (*known.chances, known.votes),
                found.errors,
                strict=True,
            )
            off += [(a - b) / error for a, b, error in pairs if error > 0]
            assert found.rounds == pytest.approx(known.rounds, abs=0.03)
    assert len(off) > 50
    assert max(map(abs, off)) < 4.2
    assert 0.75 < np.sqrt(np.mean(np.square(off))) < 1.25


def test_waves_ask_for_fewer_votes_and_change_no_outcome() -> None:
    own = schemes(ladder(CHARTER.sizes.standard, 4), compare=False)[0]
    found = own.sample(WORLD, 400, np.random.default_rng(5))
    for of_kind in found:
        assert (of_kind.called <= of_kind.votes).all()
    assert sum(d.called.mean() for d in found) < 0.95 * sum(d.votes.mean() for d in found)


def test_the_same_seed_gives_the_same_figures() -> None:
    own = schemes(ladder(CHARTER.sizes.standard, 4), compare=False)[0]
    runs = [
        sampled(own, WORLD, cases=60, chance=np.random.default_rng(9), progress=lambda done: None)
        for _n in range(2)
    ]
    assert runs[0] == runs[1]
