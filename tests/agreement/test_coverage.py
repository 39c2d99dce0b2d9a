"""Coverage counted by the house and by the verifier: the vectors, and debates of every shape."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from college.debates.rules.kinds import Kind
from college.summaries.rules.coverage import POINTS, Facts, coverage
from college.summaries.rules.repeats import Clusters
from college_verify.contributions import Point, Scene
from college_verify.coverage import Count, kept
from tests.summaries.rules.debated import facts

VECTORS = Path(__file__).resolve().parents[2] / "spec" / "vectors" / "coverage.json"


def counted(viewpoints, said, statements, reasoned, *, summary, number):
    """The verifier's document of facts as the vectors tell them."""
    scene = Scene(
        viewpoints=list(viewpoints),
        points={
            one["id"]: Point(one["kind"], one["viewpoint"], one["repeats"], tuple(one["premises"]))
            for one in said
            if one["stands"] and one["kind"] in POINTS
        },
        standing=frozenset(one["id"] for one in said if one["stands"]),
        speaks={one["id"]: one["viewpoint"] for one in said},
        asking=frozenset(one["id"] for one in said if one["asks"]),
        joined={one["id"]: one["joined"] for one in said if one["joined"]},
    )
    sections = [
        {
            "section": one["section"],
            "viewpoint": one["viewpoint"],
            "statements": [
                {
                    "statement": one["id"],
                    "text": one["id"],
                    "links": [{"contribution": key, "text": ""} for key in one["links"]],
                }
            ],
        }
        for one in statements
    ]
    words = {one["id"]: one["words"] for one in statements}
    return Count(scene, sections, words, set(reasoned)).document(summary, number)


def told(given_facts: Facts):
    """The same facts as plain values."""
    said = [
        {
            "id": one.id,
            "kind": Kind(one.kind).value,
            "viewpoint": one.viewpoint,
            "stands": one.stands,
            "repeats": one.repeats,
            "premises": list(one.premises),
            "asks": one.asks,
            "joined": one.joined,
        }
        for one in given_facts.said
    ]
    statements = [
        {
            "id": one.id,
            "section": one.section.kind.value,
            "viewpoint": one.section.viewpoint,
            "words": one.words,
            "links": list(one.links),
        }
        for one in given_facts.sentences
    ]
    return said, statements


@pytest.mark.parametrize(
    "case", json.loads(VECTORS.read_text("utf-8"))["cases"], ids=lambda c: c["name"]
)
def test_the_verifier_counts_the_vectors(case):
    given_facts = case["facts"]
    found = counted(
        given_facts["viewpoints"],
        given_facts["said"],
        given_facts["statements"],
        given_facts["reasoned"],
        summary=given_facts["summary"],
        number=given_facts["number"],
    )
    assert found == case["coverage"]


@settings(max_examples=400)
@given(facts())
def test_both_count_alike(given_facts):
    said, statements = told(given_facts)
    theirs = counted(
        given_facts.viewpoints,
        said,
        statements,
        given_facts.reasoned,
        summary=given_facts.summary,
        number=given_facts.number,
    )
    assert json.loads(json.dumps(coverage(given_facts).document())) == theirs


@given(st.lists(st.integers(-1, 14), max_size=14))
def test_both_keep_the_same_of_what_repeats(onto):
    """Chains, trees and circles of any shape; -1 and what is out of range is nothing."""
    names = {f"{n:02d}": f"{to:02d}" for n, to in enumerate(onto)}
    clusters = Clusters(names.items())
    assert kept(names) == {name: clusters.kept(name) for name in names}


def test_a_long_chain_of_repeats_takes_no_long_time():
    names = {f"{n:06d}": f"{n + 1:06d}" for n in range(100_000)}
    assert set(kept(names).values()) == {"099999"}
