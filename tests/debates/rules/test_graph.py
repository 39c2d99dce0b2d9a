"""Circles among reasons."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from college.debates.rules.graph import circle

NODES = st.integers(0, 9)
PAIRS = st.sets(st.tuples(NODES, NODES), min_size=6, max_size=30)
EDGES = PAIRS.map(lambda pairs: {here: [t for h, t in pairs if h == here] for here, _ in pairs})


def reached(start: int, edges: dict[int, list[int]]) -> set[int]:
    """Everything that ``start`` leads to, by brute force."""
    found = {start}
    while more := {there for here in found for there in edges.get(here, ())} - found:
        found |= more
    return found


@given(st.sets(NODES, min_size=1, max_size=2), NODES, EDGES)
def test_circle_is_found_exactly_when_a_premise_can_be_reached(premises, conclusion, edges):
    way = circle(premises, conclusion, edges)
    assert bool(way) == bool(reached(conclusion, edges) & premises)


@given(st.sets(NODES, min_size=1, max_size=2), NODES, EDGES)
def test_way_leads_step_by_step_from_conclusion_to_premise(premises, conclusion, edges):
    way = circle(premises, conclusion, edges)
    if way:
        assert way[0] == conclusion
        assert way[-1] in premises
        assert all(there in edges[here] for here, there in pairwise(way))
        assert len(set(way)) == len(way)


def test_shortest_way_is_shown():
    assert circle([9], 1, {1: [2, 3], 2: [4], 4: [9], 3: [9]}) == (1, 3, 9)
