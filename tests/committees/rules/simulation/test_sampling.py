"""Seat by seat and exact are two ways to the same figures."""

import numpy as np
import pytest

from college.committees.rules.simulation.assumptions import Assumptions
from college.committees.rules.simulation.ballots import Urn
from college.committees.rules.simulation.panels import Panel
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


def test_four_times_as_many_cases_halve_every_error() -> None:
    scheme = next(s for s in schemes(ladder(CHARTER.sizes.standard, 4), compare=True)
                  if s.name == "appeal-doubling")  # fmt: skip
    few, many = (
        sampled(
            scheme, WORLD, cases=n, chance=np.random.default_rng(6), progress=lambda done: None
        ).errors
        for n in (3000, 12_000)
    )
    assert np.divide(few, many) == pytest.approx([2.0] * 5, rel=0.25)


def test_an_urn_gives_everybody_once() -> None:
    """A pool of twelve of whom twelve are drawn: who colludes is no matter of luck any more."""
    world = Assumptions(pool=12, viewpoints=2, corrupt=0.5, no_show=0.0)
    urn = Urn(world, 50, np.random.default_rng(8))
    first, rest = urn.draw(Panel(5, 3, 2)), urn.draw(Panel(7, 4, 4))
    assert (first.own.sum(axis=1) == 2).all()
    assert (first.corrupt.sum(axis=1) + rest.corrupt.sum(axis=1) == 6).all()


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
