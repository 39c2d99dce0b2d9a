"""Figures from the answers document alone: whole numbers, and none where answers are few."""

import json
from dataclasses import asdict, replace

import pytest
from hypothesis import given, settings

from college.quizzes.rules import figures, tallies
from college.quizzes.rules.figures import Thresholds
from tests.quizzes.rules.tallied import HEAD, SIDES, answered, asked, documents, population

CHARTER = Thresholds(items=8, least_takers=30, trial=200, fair=400, model=500, spread=10)
SMALL = Thresholds(items=4, least_takers=3, trial=4, fair=8, model=12, spread=2)


def both(items, taken, viewpoints, limits):
    told = tallies.document(
        HEAD,
        items,
        taken,
        viewpoints=viewpoints,
        heard=[],
        trial=limits.trial,
        spread=limits.spread,
    )
    answers = json.loads(json.dumps(told))
    return answers, figures.document(answers, documents(items), limits)


@pytest.fixture(scope="module")
def large():
    items = asked(10)
    taken = population(items, 1200, shown=8)
    return items, *both(items, taken, SIDES[:2], CHARTER)


def numbers(value):
    if isinstance(value, dict):
        return [n for part in value.values() for n in numbers(part)]
    if isinstance(value, list):
        return [n for part in value for n in numbers(part)]
    return [value]


@settings(max_examples=60)
@given(answered())
def test_everything_is_a_whole_number_a_word_or_nothing(case):
    _, told = both(*case, SMALL)
    kinds = {type(value) for value in numbers(told)}
    assert kinds <= {int, str, bool, type(None)}
    assert json.loads(json.dumps(told)) == told


@settings(max_examples=60)
@given(answered())
def test_below_the_least_number_there_is_no_figure(case):
    items, taken, viewpoints = case
    _, told = both(items, taken, viewpoints, replace(SMALL, least_takers=1000, trial=1000))
    assert told["reliability"] is None
    assert told["dif"] == []
    for one in told["items"]:
        assert {one[name] for name in ("facility", "beyond_chance", "correlation", "index")} == {
            None
        }
        assert all(option["correlation"] is None for option in one["picked"])
    assert all((one["low"], one["high"]) == (None, None) for one in told["knowledge"])


@settings(max_examples=60)
@given(answered())
def test_counts_add_up(case):
    items, taken, viewpoints = case
    _, told = both(items, taken, viewpoints, SMALL)
    assert told["takers"] == len(taken)
    for one in told["items"]:
        shown = [t.cells[one["item"]] for t in taken if one["item"] in t.cells]
        assert one["takers"] == len(shown)
        assert one["unknown"] == shown.count("?")
        if one["facility"] is not None:
            assert one["facility"] == round(1000 * one["right"] / len(shown))
    assert [one["viewpoint"] for one in told["knowledge"]] == list(viewpoints)


def test_thresholds_stand_in_the_document(large):
    assert large[2]["thresholds"] == asdict(CHARTER)


def test_the_planted_item_is_found_and_the_others_are_not(large):
    items, answers, told = large
    classes = {row["item"]: row["common"]["class"] for row in told["dif"]}
    assert len(classes) == len(items)
    assert classes.pop(items[0].item) == "C"
    assert set(classes.values()) == {"A"}
    assert max(row["round"] for row in answers["strata"]) >= 1
    (planted,) = (row for row in told["dif"] if row["item"] == items[0].item)
    assert planted["viewpoint"] == SIDES[0]
    assert planted["common"]["d"] < planted["common"]["high"] < 0


def test_the_model_is_of_items_with_enough_takers(large):
    items, answers, told = large
    assert [one["item"] for one in told["model"]] == [one.item for one in items]
    easy = {one["item"]: one["facility"] for one in told["items"]}
    hard = {one["item"]: one["b"] for one in told["model"]}
    assert (easy[items[2].item] < easy[items[1].item]) == (
        hard[items[2].item] > hard[items[1].item]
    )
    limits = replace(CHARTER, model=1201)
    assert figures.document(answers, documents(items), limits)["model"] is None


def test_knowledge_is_of_items_about_a_viewpoint(large):
    items, _, told = large
    for side, one in zip(SIDES[:2], told["knowledge"], strict=True):
        about = [item.item for item in items if item.content.viewpoint == side]
        rows = [row for row in told["items"] if row["item"] in about]
        assert one["items"] == len(about)
        assert one["answers"] == sum(row["takers"] for row in rows)
        assert one["right"] == sum(row["right"] for row in rows)
        assert one["low"] < 1000 * one["right"] / one["answers"] < one["high"]


def test_nothing_answered_is_a_document_too():
    _, told = both([], [], SIDES[:2], CHARTER)
    assert (told["takers"], told["items"], told["model"]) == (0, [], None)
