"""What this College withstands: exact points, shares withstood, the weaker tables of few viewpoints."""

import pytest

from college.committees.rules.simulation.redundant import ladder
from college.committees.rules.simulation.strength import posing, strength
from tests.committees.rules.simulation.published import CHARTER, WORLD, chances, prints_as

_STANDARD, _SMALL = CHARTER.sizes.standard, CHARTER.sizes.small


def test_curve_is_the_exact_one() -> None:
    found = strength(_STANDARD, 4, 2000, 0.2)
    assert found is not None
    at = {point.corrupt: point for point in found.curve}
    assert prints_as(at[0.3].suppress, "16.1")
    assert prints_as(at[0.3].shield, "40.2")
    assert prints_as(found.suppress, ".43")
    assert prints_as(found.shield, ".26")


@pytest.mark.parametrize("viewpoints", [2, 3, 4])
@pytest.mark.parametrize("size", [_STANDARD, _SMALL], ids=["standard", "small"])
def test_share_withstood_is_where_the_curve_meets_the_limit(size: object, viewpoints: int) -> None:
    found = strength(size, viewpoints, 400, 0.25)  # type: ignore[arg-type]
    assert found is not None
    assert [point.suppress for point in found.curve] == sorted(p.suppress for p in found.curve)
    for held in found.withstood:
        assert held.corrupt is not None
        below = [p.suppress for p in found.curve if p.corrupt <= held.corrupt]
        above = [p.suppress for p in found.curve if p.corrupt > held.corrupt + 0.001]
        assert max(below) <= held.limit < min(above)


def test_small_size_is_weaker_and_apathy_weakens_both() -> None:
    standard, small, apathetic = (
        strength(size, 4, 400, away)
        for size, away in ((_STANDARD, 0.2), (_SMALL, 0.2), (_STANDARD, 0.4))
    )
    assert standard is not None
    assert small is not None
    assert apathetic is not None
    held = [each.withstood[0].corrupt or 0 for each in (standard, small, apathetic)]
    assert held[0] > held[1]
    assert held[0] > held[2]


def test_a_limit_that_is_never_kept_is_none() -> None:
    found = strength(_STANDARD, 4, 2000, 0.2, limits=(0.001,))
    assert found is not None
    assert found.withstood[0].corrupt is None


def test_too_few_people_have_no_strength() -> None:
    assert strength(_STANDARD, 4, 41, 0.2) is None
    assert posing(_STANDARD, 4, 41, 0.2) is None


@pytest.mark.parametrize("viewpoints", [2, 3])
def test_false_labels_never_weaken_the_colluders(viewpoints: int) -> None:
    found = posing(_STANDARD, viewpoints, 2000, 0.2)
    assert found is not None
    honest = chances(WORLD.__class__(viewpoints=viewpoints), ladder(_STANDARD, viewpoints))
    assert found[-1].suppress >= honest[0]
    assert found[-1].shield > honest[1]
