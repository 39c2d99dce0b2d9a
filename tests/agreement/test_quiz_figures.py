"""Figures of quizzes by the house and by the verifier: answers of every shape, and a large quiz."""

import json
from dataclasses import asdict

import pytest
from hypothesis import given, settings

from college.quizzes.rules import figures, tallies
from college.quizzes.rules.figures import Thresholds
from college_verify import quiz_figures
from college_verify.findings import Broken
from tests.quizzes.rules.tallied import HEAD, SIDES, answered, asked, documents, population

CHARTER = Thresholds(items=8, least_takers=30, trial=200, fair=400, model=500, spread=10)
SMALL = Thresholds(items=4, least_takers=3, trial=4, fair=8, model=6, spread=2)


def made(items, taken, viewpoints, limits):
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


@settings(max_examples=150)
@given(answered())
def test_both_compute_the_same_of_few_answers(case):
    items, taken, viewpoints = case
    answers, told = made(items, taken, viewpoints, SMALL)
    quiz_figures.check(told, answers, documents(items), asdict(SMALL))


@pytest.mark.parametrize(("number", "shown", "sides"), [(10, None, 2), (24, 8, 3)])
def test_both_compute_the_same_of_many(number, shown, sides):
    items = asked(number, sides)
    taken = population(items, 2500, sides=sides, shown=shown)
    answers, told = made(items, taken, SIDES[:sides], CHARTER)
    assert told["dif"]
    assert told["model"]
    quiz_figures.check(told, answers, documents(items), asdict(CHARTER))


@pytest.mark.slow
def test_both_compute_the_same_of_five_thousand_takers_and_fifty_items():
    items = asked(50)
    answers, told = made(items, population(items, 5000), SIDES[:2], CHARTER)
    assert len(told["model"]) == 50
    quiz_figures.check(told, answers, documents(items), asdict(CHARTER))


#: A member of the figures, and another figure than is there.
_CHANGES = [
    lambda told: told["items"][0].update(facility=told["items"][0]["facility"] + 2),
    lambda told: told["items"][1].update(correlation=told["items"][1]["correlation"] - 2),
    lambda told: told["items"][1].update(right=told["items"][1]["right"] + 1),
    lambda told: told["items"][1].update(index=None),
    lambda told: told["items"][0]["picked"][0].update(chosen=0),
    lambda told: told.update(reliability=told["reliability"] + 2),
    lambda told: told["dif"][0]["common"].update({"class": "A"}),
    lambda told: told["dif"][0]["common"].update(d=told["dif"][0]["common"]["d"] - 2),
    lambda told: told["dif"][0]["logistic"].update(effect=0),
    lambda told: told["dif"].pop(),
    lambda told: told["dif"][0].update(trial=not told["dif"][0]["trial"]),
    lambda told: told["model"][2].update(a=told["model"][2]["a"] + 12),
    lambda told: told["model"][2].update(c=told["model"][2]["c"] - 12),
    lambda told: told["model"][2].update(b=told["model"][2]["b"] + 5),
    lambda told: told["model"].pop(),
    lambda told: told["knowledge"][0].update(high=1000),
    lambda told: told["thresholds"].update(fair=100),
    lambda told: told.update(takers=float(told["takers"])),
    lambda told: told.update(more=1),
]


@pytest.fixture(scope="module")
def large():
    items = asked(10)
    answers, told = made(items, population(items, 900), SIDES[:2], CHARTER)
    return items, answers, json.dumps(told)


@pytest.mark.parametrize("change", _CHANGES)
def test_a_changed_figure_is_found(large, change):
    items, answers, plain = large
    told = json.loads(plain)
    quiz_figures.check(told, answers, documents(items), asdict(CHARTER))
    change(told)
    with pytest.raises(Broken):
        quiz_figures.check(told, answers, documents(items), asdict(CHARTER))
