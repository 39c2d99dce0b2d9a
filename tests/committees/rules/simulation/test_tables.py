"""The exact figures equal the protocol's tables to every printed digit."""

from dataclasses import replace

import pytest

from college.committees.rules.simulation.redundant import ladder
from college.committees.rules.simulation.schemes import exact, schemes
from tests.committees.rules.simulation.published import (
    CHARTER,
    WORLD,
    agrees,
    chances,
    of_scheme,
    prints_as,
    steps,
)

#: Scheme; suppress*, shield*, suppress, shield in per cent; votes, at most, rounds.
_PER_CASE = """
single-moderator            44.2 41.0 12.5 7.5  1    1  1
flags                       44.2 41.0 5.3  7.5  16.6 17 1.6
meta-moderation             25.5 32.4 1.6  .8   17   17 1
appeal-doubling             45.4 35.2 1.9  .7   14.0 53 1.4
bridging                    10.0 61.0 .6   6.7  17   17 1
one-panel-9-of-17           31.3 23.0 1.8  .6   17   17 1
one-panel-11-of-17          12.0 53.9 .9   1.4  17   17 1
one-panel-12-of-17          7.6  70.6 .7   2.5  17   17 1
one-panel-of-10-and-review  18.1 44.6 1.0  .7   15.5 41 1.2
redundant                   16.1 40.2 .43  .26  17.2 41 1.2
one-panel-21-of-41          25.0 15.0 1.3  .5   41   41 1
one-panel-25-of-41          9.1  46.7 .8   .8   41   41 1
"""
#: Scheme, column of the four chances, then per cent by share of colluders 0, .05, … .45.
_BY_COLLUDERS = """
redundant          0 .9  1.4 2.3  3.8  6.2  10.0 16.1 25.3 38.3 54.2
redundant          1 2.6 3.3 4.5  7.2  12.8 23.6 40.2 59.8 77.2 89.0
one-panel-9-of-17  0 3.8 4.8 6.5  9.3  14.0 21.2 31.3 43.7 57.2 70.0
one-panel-11-of-17 0 2.9 3.3 3.9  4.7  6.1  8.3  12.0 17.9 26.3 37.3
appeal-doubling    0 6.8 8.8 11.9 16.5 23.3 32.9 45.4 59.5 73.1 83.9
one-panel-25-of-41 0 2.8 3.1 3.6  4.2  5.0  6.5  9.1  14.2 23.6 38.3
"""


def _rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()]


@pytest.mark.parametrize("row", _rows(_PER_CASE), ids=lambda row: row[0])
def test_scheme_has_the_published_figures(row: list[str]) -> None:
    name, *printed = row
    own = ladder(CHARTER.sizes.standard, WORLD.viewpoints)
    scheme = next(s for s in schemes(own, compare=True) if s.name == name)
    found = exact(scheme, WORLD)
    assert [prints_as(c, p) for c, p in zip(found.chances, printed, strict=False)] == [True] * 4
    assert agrees(found.votes, printed[4])
    assert found.max_votes == int(printed[5])
    assert agrees(found.rounds, printed[6])


@pytest.mark.parametrize("row", _rows(_BY_COLLUDERS), ids=lambda row: f"{row[0]}-{row[1]}")
def test_curve_has_the_published_figures(row: list[str]) -> None:
    name, column, *printed = row
    found = [of_scheme(name, corrupt=n / 20)[int(column)] for n in range(10)]
    wrong = [(f, p) for f, p in zip(found, printed, strict=True) if not prints_as(f, p)]
    assert wrong == []


@pytest.mark.parametrize(
    ("own", "review_own", "printed"),
    [
        (2, 12, "5/25 14/44 20/53 28/62 32/68"),
        (1, 8, "14/40 16/40 16/37 14/28 10/15"),
    ],
)
def test_label_game_of_quotas(own: int, review_own: int, printed: str) -> None:
    ladder_ = steps(own=own, review_own=review_own)
    for posing, cell in zip((0, 0.25, 0.4, 0.6, 0.8), printed.split(), strict=True):
        found = chances(replace(WORLD, infiltrate=posing), ladder_)
        assert all(prints_as(c, p) for c, p in zip(found, cell.split("/"), strict=False)), (
            posing,
            found,
        )


def test_label_game_of_an_open_draw() -> None:
    printed = "11/56 12/54 13/53 14/51 15/49"
    for posing, cell in zip((0, 0.25, 0.4, 0.6, 0.8), printed.split(), strict=True):
        found = of_scheme("one-panel-11-of-17", infiltrate=posing)
        assert all(prints_as(c, p) for c, p in zip(found, cell.split("/"), strict=False)), found


@pytest.mark.parametrize(
    ("bias", "open_draw", "quota"),
    [(0.05, "2.7 1.8 .8", ".43 .43 .43"), (0.10, "5.1 2.2 .4", ".57 .57 .57")],
)
def test_quota_is_the_same_for_every_side_an_open_draw_is_not(
    bias: float, open_draw: str, quota: str
) -> None:
    for side, of_open, of_quota in zip(
        (0.05, 0.25, 0.6), open_draw.split(), quota.split(), strict=True
    ):
        world = replace(WORLD, side=side, bias=bias)
        assert prints_as(of_scheme("one-panel-9-of-17", side=side, bias=bias)[2], of_open)
        assert prints_as(chances(world, steps())[2], of_quota)


@pytest.mark.parametrize(
    ("assumed", "printed"),
    [
        ({"leak": 1.0, "bribe": 0.10}, "28.9 51.0"),
        ({"no_show": 0.0}, "10.6 25.2"),
        ({"no_show": 0.5}, "40.3 79.2"),
        ({"wronged_appeals": 0.9}, "11"),
        ({"herding": 0.0, "chair": 0.0, "bribe": 0.0}, "12.3 38"),
        ({"pool": 200}, "15 39"),
    ],
    ids=str,
)
def test_other_assumptions(assumed: dict[str, float], printed: str) -> None:
    found = chances(replace(WORLD, **assumed), steps())
    assert all(prints_as(c, p) for c, p in zip(found, printed.split(), strict=False)), found


def test_ordinary_errors_under_other_assumptions() -> None:
    assert prints_as(chances(replace(WORLD, difficulty=0.3), steps())[2], "2.3")
    assert prints_as(of_scheme("one-panel-11-of-17", difficulty=0.3)[2], "2.3")
    assert prints_as(chances(replace(WORLD, herding=0.0, chair=0.0), steps())[2], ".13")


@pytest.mark.parametrize(
    ("other", "printed"),
    [
        ({"review_least": 16}, "24 25"),
        ({"review_least": 19}, "14 50"),
        ({"review_least": 21}, "11 71"),
        ({"panels": 3, "seats": 3, "least": 2}, "14.3 37.6"),
        ({"panels": 3, "review": 41, "review_least": 24, "review_own": 10}, "12.2 37.5"),
    ],
    ids=str,
)
def test_other_numbers_of_seats(other: dict[str, int], printed: str) -> None:
    found = chances(WORLD, steps(**other))
    assert all(prints_as(c, p) for c, p in zip(found, printed.split(), strict=False)), found


def test_one_panel_without_anything_that_moves_it_whole() -> None:
    found = of_scheme("one-panel-11-of-17", herding=0.0, chair=0.0, bribe=0.0)
    assert prints_as(found[0], "7.2")
    assert prints_as(found[1], "54")
    assert prints_as(of_scheme("one-panel-11-of-17", bribe=0.10)[0], "19.2")
    assert prints_as(of_scheme("one-panel-11-of-17", bribe=0.10)[1], "57.7")
