"""Which figures put an item before panels."""

import pytest

from college.quizzes.rules.findings import findings, told_from_chance
from college.quizzes.rules.flags import Finding
from tests.quizzes.rules.tallied import SIDES, item


def row(letter, d=-1700, *, number=0, trial=False, side=0, none=False, chi2=40_000):
    common = None if none else {"class": letter, "d": d, "chi2": chi2}
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


#: Chi-squared values, in thousandths, with p of 0.005, 0.01, 0.03 and 0.04.
CHI2 = (7_880, 6_635, 4_710, 4_218)


def among(chi2, *, against="", none=0):
    rows = [row("B", number=at, chi2=one) | {"against": against} for at, one in enumerate(chi2)]
    rows += [row("B", number=len(rows) + at, none=True) for at in range(none)]
    return sorted(about[0] for about in told_from_chance(rows))


def test_among_many_comparisons_only_what_holm_leaves_is_told_from_chance():
    """Of four, 0.005 and 0.01 stay below 0.05/4 and 0.05/3; 0.03 is above 0.05/2, and 0.04 falls with it."""
    assert among(CHI2) == [item(0), item(1)]
    assert among(CHI2[::-1]) == [item(2), item(3)]
    assert among((*CHI2[:2], 3_000, 3_000)) == [item(0), item(1)]
    assert among(CHI2[2:]) == []
    assert among(CHI2[3:], none=20) == [item(0)]


def test_two_viewpoints_are_one_comparison_and_nothing_is_corrected():
    assert among(CHI2, against=SIDES[1]) == [item(0), item(1), item(2), item(3)]


def test_what_is_not_told_from_chance_among_many_is_not_put_before_panels():
    rows = [row("C", number=at, chi2=4_500) for at in range(8)]
    assert found(*rows) == []
    assert [one.item for one in found(*rows[1:], row("C", number=0))] == [item(0)]
