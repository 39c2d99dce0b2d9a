"""Announced documents: sorted, complete, and the first size that fills is the one taken."""

import dataclasses

import pytest

from college.committees.rules import announcements
from college.committees.rules.areas import Procedure, SizeName
from college.committees.rules.ladder import Step
from college.ground.charter import Preset, load

SIZES = load(Preset.ASSEMBLY).sizes
SEED = bytes(range(32))


def document(people: int, *, sides=("a" * 13, "b" * 13), own="a" * 13, **changes) -> dict:
    names = (SizeName.STANDARD, SizeName.SMALL)
    given = {
        "case": "7h2m9k4qx0c5t",
        "draw": 1,
        "step": Step.FIRST,
        "epoch": "0123456789abc",
        "procedure": Procedure.CONDUCT,
        "own_side": own,
        "viewpoints": sides[::-1],
        "sizes": [
            announcements.sized(
                Procedure.CONDUCT,
                n,
                getattr(SIZES, n),
                Step.FIRST,
                viewpoints=len(sides),
                has_side=bool(own),
            )
            for n in names
        ],
        "pool": {f"{n:013d}": [*sides, ""][n % (len(sides) + 1)] for n in reversed(range(people))},
        "excused": {"z" * 13: "party", "y" * 13: "left"},
        "blind": "b1" * 32,
    }
    return announcements.draw_document(**(given | changes))


def test_a_document_is_sorted_so_that_there_is_one_of_it():
    told = document(30)
    assert told["viewpoints"] == sorted(told["viewpoints"])
    assert told["pool"] == sorted(told["pool"])
    assert told["excused"] == [["y" * 13, "left"], ["z" * 13, "party"]]
    assert [size["name"] for size in told["sizes"]] == ["standard", "small"]


def test_a_review_is_one_panel_of_its_own_size_and_threshold():
    size = announcements.sized(
        Procedure.CONDUCT,
        SizeName.STANDARD,
        SIZES.standard,
        Step.REVIEW,
        viewpoints=4,
        has_side=True,
    )
    shape = dataclasses.asdict(size.shape)
    assert shape == {"panels": 1, "seats": 31, "own": 8, "cap": 8}
    assert size.threshold == 18


@pytest.mark.parametrize("viewpoints", [2, 3, 4])
def test_a_key_has_a_seat_of_every_viewpoint_in_each_panel_and_needs_them_all(viewpoints):
    size = announcements.sized(
        Procedure.KEY,
        SizeName.ITEMS,
        SIZES.items,
        Step.FIRST,
        viewpoints=viewpoints,
        has_side=False,
    )
    shape = dataclasses.asdict(size.shape)
    assert shape == {"panels": 2, "seats": viewpoints, "own": viewpoints, "cap": 0}
    assert size.threshold == viewpoints


@pytest.mark.parametrize(("people", "name"), [(30, "standard"), (9, "small"), (4, None)])
def test_the_first_size_that_can_be_filled_is_taken(people, name):
    made = announcements.make(SEED, document(people))
    assert (made.sized.name if made else None) == name
    if made:
        assert {len(panel) for panel in made.panels} == {made.sized.shape.seats}


def test_without_an_allowed_size_nobody_is_seated():
    assert announcements.make(SEED, document(90, sizes=[])) is None


def test_sizes_are_read_back_as_they_were_told():
    told = document(30)
    assert document(30, sizes=announcements.sizes_of(told)) == told


def test_as_many_members_are_drawn_as_the_roster_says_and_in_one_order():
    members = [f"{n:013d}" for n in range(50)]
    told = announcements.roster_document("7h2m9k4qx0c5t", 1, "0123456789abc", members[::-1], 42)
    assert told["members"] == members
    drawn = announcements.drawn_members(SEED, told)
    assert len(set(drawn)) == 42
    assert drawn != sorted(drawn)
    assert announcements.drawn_members(SEED, told | {"size": 10}) != drawn[:10], (
        "the size is sealed too"
    )
