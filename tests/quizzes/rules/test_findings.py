"""Which figures put an item before panels."""

import pytest

from college.quizzes.rules.findings import findings
from college.quizzes.rules.flags import Finding
from tests.quizzes.rules.tallied import SIDES, item


def row(letter, d=-1700, *, number=0, trial=False, side=0, none=False):
    common = None if none else {"class": letter, "d": d}
    told = {"item": item(number), "viewpoint": SIDES[side], "against": "", "trial": trial}
    return told | {"common": common}


def found(*rows, before=None):
    told = None if before is None else {"dif": list(before)}
    return findings({"dif": list(rows)}, told)


def test_a_large_difference_is_found_also_on_trial():
    assert found(row("C")) == [Finding(item(0), SIDES[0], harder=True, d=1700)]
    assert found(row("C", 1700, trial=True)) == [Finding(item(0), SIDES[0], harder=False, d=1700)]


@pytest.mark.parametrize(
    ("now", "before", "is_one"),
    [
        (row("A"), [row("A")], False),
        (row("B"), None, False),
        (row("B"), [], False),
        (row("B"), [row("A")], False),
        (row("B"), [row("B")], True),
        (row("B"), [row("C")], True),
        (row("B"), [row("B", 1700)], False),
        (row("B"), [row("B", side=1)], False),
        (row("B"), [row("B", none=True)], False),
        (row("B", trial=True), [row("B")], False),
        (row("B"), [row("B", trial=True)], False),
        (row("B", none=True), [row("B")], False),
    ],
)
def test_a_moderate_one_only_in_two_tallies_running_and_the_same_way_round(now, before, is_one):
    assert bool(found(now, before=before)) == is_one


def test_each_comparison_is_told():
    rows = [row("C", -1600), row("C", 2000, side=1), row("A", number=1)]
    assert found(*rows) == [
        Finding(item(0), SIDES[0], harder=True, d=1600),
        Finding(item(0), SIDES[1], harder=False, d=2000),
    ]
