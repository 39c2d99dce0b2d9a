"""What is published of answers: no person, no order, no viewpoint, no small number."""

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.quizzes.rules.content import Content, Estimate, Option
from college.quizzes.rules.life import ItemKind
from college.quizzes.rules.tallies import Heard, Taken, document, hearings, right_cell, stepped
from tests.quizzes.rules.tallied import HEAD, SIDES, answered, asked, heard, population

_LIMITS = {"trial": 4, "spread": 2}


def made(items, taken, viewpoints, **limits):
    told = document(HEAD, items, taken, viewpoints=viewpoints, heard=[], **(limits or _LIMITS))
    return json.loads(json.dumps(told))


@given(answered(), st.randoms(use_true_random=False))
def test_it_is_the_same_in_whatever_order_attempts_and_items_come(case, chance):
    items, taken, viewpoints = case
    others, rows = list(items), list(taken)
    chance.shuffle(others)
    chance.shuffle(rows)
    assert made(others, rows, viewpoints) == made(items, taken, viewpoints)


@given(answered())
def test_patterns_are_what_was_answered_and_nothing_else(case):
    items, taken, viewpoints = case
    told = made(items, taken, viewpoints)
    assert told["patterns"] == sorted(told["patterns"])
    names = [one["item"] for one in told["items"]]
    must = Counter(tuple(one.cells.get(name, "") for name in names) for one in taken)
    assert Counter(map(tuple, told["patterns"])) == must


@given(answered())
def test_no_viewpoint_stands_in_or_beside_a_pattern(case):
    """Who declared what is in no figure but the counts: all declared otherwise, the patterns are the same."""
    items, taken, viewpoints = case
    undeclared = [Taken("", one.cells) for one in taken]
    told, other = made(items, taken, viewpoints), made(items, undeclared, viewpoints)
    assert told["patterns"] == other["patterns"]
    assert other["strata"] == []
    assert not {cell for row in told["patterns"] for cell in row} & {*SIDES, "undecided"}


@given(answered(), st.integers(1, 5))
def test_every_stratum_has_enough_of_both_groups(case, spread):
    items, taken, viewpoints = case
    told = made(items, taken, viewpoints, trial=max(4, spread), spread=spread)
    for row in told["strata"]:
        assert row["strata"]
        assert row["round"] < 4
        assert row["item"] not in row["out"]
        for _score, *counts in row["strata"]:
            assert min(sum(counts[:2]), sum(counts[2:])) >= spread


@given(answered())
def test_strata_count_those_who_were_shown_the_item_and_declared_a_side(case):
    items, taken, viewpoints = case
    told = made(items, taken, viewpoints)
    keys = {one.item: right_cell(one.content) for one in items}
    for row in told["strata"]:
        shown = [t for t in taken if row["item"] in t.cells and t.declared in viewpoints]
        right = [t for t in shown if t.cells[row["item"]] == keys[row["item"]]]
        focal = [t for t in shown if t.declared == row["viewpoint"]]
        totals = [sum(column) for column in zip(*row["strata"], strict=True)]
        assert sum(totals[1:]) == len(shown)
        assert totals[1] + totals[3] == len(right)
        assert totals[3] + totals[4] == len(focal)
        assert 0 <= totals[0] <= 1000 * len(shown)


@given(answered())
def test_an_estimate_is_only_below_within_or_above(case):
    items, taken, viewpoints = case
    told = made(items, taken, viewpoints)
    estimates = {one.item for one in items if one.content.kind is ItemKind.ESTIMATE}
    for at, one in enumerate(told["items"]):
        if one["item"] in estimates:
            assert {row[at] for row in told["patterns"]} <= {"", "?", "<", "=", ">"}
            assert one["options"] == 0


def test_below_the_trial_size_nothing_is_counted_by_viewpoint():
    items = asked(5)
    taken = population(items, 300)
    assert made(items, taken, SIDES[:2], trial=200, spread=10)["strata"] == []
    assert made(items, taken, SIDES[:2], trial=100, spread=10)["strata"] != []


@pytest.mark.parametrize(
    ("content", "cell"),
    [
        (Content(ItemKind.WHO, "?", (Option("a"), Option("b")), key=(1,)), "1"),
        (Content(ItemKind.GRANTED, "?", tuple(map(Option, "abc")), key=(2, 0)), "0,2"),
        (Content(ItemKind.MATCH, "?", tuple(map(Option, "ab")), (1, 0), ("x", "y")), "1-0"),
        (Content(ItemKind.ESTIMATE, "?", estimate=Estimate("1", "0")), "="),
    ],
)
def test_the_cell_of_a_right_answer(content, cell):
    assert right_cell(content) == cell


def test_counts_by_viewpoint_move_only_by_a_whole_trial():
    """A few more takers change patterns, and no count that tells what they declared."""
    items = asked(5)
    taken = population(items, 900)
    first = made(items, taken[:600], SIDES[:2], trial=100, spread=10)
    few = made(items, taken[:620], SIDES[:2], trial=100, spread=10)
    many = made(items, taken, SIDES[:2], trial=100, spread=10)
    assert few["strata"] != first["strata"]
    assert stepped(few, first, trial=100) == {**few, "strata": first["strata"]}
    assert stepped(many, first, trial=100) is many
    assert stepped(few, None, trial=100) is few
    later = {**few, "since": few["since"] + 1}
    assert stepped(later, first, trial=100)["strata"] == [], "some of the counted are gone"


def test_readings_are_told_by_batches():
    """Nine are no count; and ten stay ten until ten more have read."""
    assert hearings([heard(9, 4, 9, 9)], None, batch=10) == []
    first = hearings([heard(12, 4, 9, 9)], None, batch=10)
    assert first == [Heard(SIDES[0], (12, 4), (0, 0))]
    before = {"retellings": [{"viewpoint": SIDES[0], "written": [12, 4], "real": [0, 0]}]}
    assert hearings([heard(21, 11, 10, 9)], before, batch=10) == [heard(12, 4, 10, 9)]
    assert hearings([heard(22, 11, 10, 9)], before, batch=10) == [heard(22, 11, 10, 9)]
    restricted = hearings([heard(2, 1, 0, 0)], before, batch=10)
    assert restricted == [], "what is left of a restricted retelling's readings is no count"
