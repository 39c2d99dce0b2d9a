"""The College's items, and the verifier's reading of them (``spec/quizzes.md`` §1, §2)."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.ground.refusals import Refusal
from college.quizzes.rules import balance
from college.quizzes.rules.content import Content, Estimate, Option, Source, document
from college.quizzes.rules.life import BALANCED, ItemKind
from college_verify import quiz_items, quiz_lives
from college_verify.findings import Broken
from college_verify.quiz_items import FORMAT, Item
from college_verify.quizzes import drawn, is_ahead

TOLD = {
    "item": "0tem000000000",
    "quiz": "0qz0000000000",
    "version": "0versn0000001",
    "viewpoint": "0vewp00000000",
}
SOURCES = (Source("0state0000000", "a" * 64, "the ferry", prefix="For ", suffix=" runs"),)
OPTIONS = (Option("The ferry", TOLD["viewpoint"]), Option("The bridge"))


def content(kind, **more):
    match kind:
        case ItemKind.MATCH:
            more = {"options": OPTIONS, "prompts": ("It runs.", "It stands."), "key": (0, 1)} | more
        case ItemKind.ESTIMATE:
            more = {"estimate": Estimate("18.5", "1", "boats")} | more
        case _:
            more = {"options": OPTIONS, "key": (1,)} | more
    shared = {"viewpoint": TOLD["viewpoint"], "explanation": "So it says.", "sources": SOURCES}
    return Content(kind, "Who says it?", **shared | more)


def committed(of):
    ids = {name: TOLD[name] for name in ("item", "quiz", "version")}
    return json.loads(json.dumps(document(of, **ids)))


@pytest.mark.parametrize("kind", ItemKind)
def test_what_the_college_commits_the_verifier_reads(kind):
    value = committed(content(kind))
    assert value["v"] == FORMAT
    read = Item(value, TOLD)
    assert read.sources == {"0state0000000": "a" * 64}
    assert not read.is_stale({"0state0000000": "a" * 64})
    assert read.is_stale({"0state0000000": "b" * 64})


@pytest.mark.parametrize("name", sorted(committed(content(ItemKind.WHO))))
def test_no_member_may_be_missing(name):
    value = committed(content(ItemKind.WHO))
    del value[name]
    with pytest.raises(Broken):
        Item(value, TOLD)


def test_both_know_the_same_lists():
    assert {kind.value for kind in ItemKind} == quiz_items._KINDS
    assert {state.value for state in BALANCED} == quiz_lives._BALANCED


COUNTS = st.dictionaries(st.sampled_from("abcd"), st.integers(0, 5), min_size=1)


@given(COUNTS)
def test_both_say_alike_who_is_ahead(counts):
    for side in counts:
        try:
            balance.check(counts, side)
        except Refusal:
            assert is_ahead(counts, side)
        else:
            assert not is_ahead(counts, side)


@given(COUNTS, st.integers(0, 4), st.integers(0, 12))
def test_both_say_alike_what_may_be_released(counts, alike, fewest):
    numbers = list(counts.values())
    may = min(numbers) > 0 and drawn(numbers, alike) >= fewest
    assert may == balance.may_release(counts, alike, fewest)
