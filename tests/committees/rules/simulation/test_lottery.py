"""Made-up people are seated by the College's own lot, with its quotas and caps."""

from dataclasses import replace

import numpy as np
import pytest

from college.committees.rules.simulation import lottery
from college.committees.rules.simulation.assumptions import Assumptions
from college.committees.rules.simulation.lottery import TooFew, draw, people
from college.committees.rules.simulation.redundant import can_seat, ladder
from tests.committees.rules.simulation.published import CHARTER, WORLD


@pytest.mark.parametrize("viewpoints", [2, 3, 4, 7])
@pytest.mark.parametrize("name", ["standard", "small", "persons"])
def test_every_panel_has_its_own_side_seats(viewpoints: int, name: str) -> None:
    world = replace(WORLD, pool=600, viewpoints=viewpoints)
    steps = ladder(getattr(CHARTER.sizes, name), viewpoints)
    first, review = draw(world, steps, 20, np.random.default_rng(1))
    assert first.own.shape == (20, steps.panels * steps.first.seats)
    for panel in range(steps.panels):
        own = first.of_panel(panel, steps.first.seats).own
        assert (own.sum(axis=1) == steps.first.own).all()
    assert (review.own.sum(axis=1) == steps.review.own).all()


def test_nobody_sits_twice_in_a_case(monkeypatch: pytest.MonkeyPatch) -> None:
    seated: list[list[int]] = []
    fill = lottery._fill

    def noting(*given: object) -> list[int]:
        seated.append(fill(*given))  # type: ignore[arg-type]
        return seated[-1]

    monkeypatch.setattr(lottery, "_fill", noting)
    draw(replace(WORLD, pool=300), ladder(CHARTER.sizes.standard, 4), 30, np.random.default_rng(2))
    for first, review in zip(seated[::2], seated[1::2], strict=True):
        assert len({*first, *review}) == len(first) + len(review)


def test_colluders_are_as_many_as_asked_and_where_they_were_put() -> None:
    for posing, own in ((None, 150), (0.0, 0), (0.8, 480)):
        world = replace(WORLD, infiltrate=posing)
        found = people(world)
        assert found.corrupt.sum() == 600
        sides = np.array([int(person.stratum) for person in found.candidates])
        assert found.corrupt[sides == 0].sum() == own
        others = [found.corrupt[sides == side].sum() for side in (1, 2, 3)]
        assert max(others) - min(others) <= 1


def test_apathy_strengthens_colluders() -> None:
    """f / (f + (1 − f)(1 − a)) of those seated collude: .349 of them at f = .30, a = .2."""
    steps = ladder(CHARTER.sizes.standard, 4)
    first, _review = draw(WORLD, steps, 600, np.random.default_rng(3))
    assert first.corrupt.mean() == pytest.approx(0.349, abs=4 * (0.349 * 0.651 / 6000) ** 0.5)


def test_a_pool_that_cannot_fill_the_seats_is_refused() -> None:
    tiny = Assumptions(pool=40)
    steps = ladder(CHARTER.sizes.standard, 4)
    assert not can_seat(tiny, steps)
    with pytest.raises(TooFew):
        draw(tiny, steps, 1, np.random.default_rng(4))
