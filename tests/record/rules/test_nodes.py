"""The stored nodes against the ones computed from the leaves, and tiles against the reference's bytes."""

import hashlib
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from college.record.rules import nodes, tiles, tree
from college.record.rules.nodes import Place, TileHashes
from tests.factories.vectors import large_entry, vectors

_LEAVES = [tree.leaf_hash(large_entry(i)) for i in range(70_000)]


def grown(sizes: list[int]) -> dict[Place, TileHashes]:
    """All tiles of the large log, grown through ``sizes``."""
    found: dict[Place, TileHashes] = {}
    start = 0
    for size in sizes:
        edge = {t.level: t for t in found.values() if t.width < tiles.WIDTH}
        found |= nodes.grow(start, edge, _LEAVES[start:size])
        start = size
    return found


@cache
def _large() -> dict[Place, TileHashes]:
    return grown([70_000])


@pytest.mark.parametrize("case", vectors("tile-contents")["tiles"], ids=lambda c: c["path"])
def test_tiles_of_the_reference(case: dict) -> None:
    name = tiles.parse_path(case["path"])
    data = _large()[name.level, name.number].hashes[: name.width * 32]
    assert len(data) == case["bytes"]
    assert hashlib.sha256(data).hexdigest() == case["sha256"]


def test_proofs_of_the_large_log() -> None:
    def read(height: int, number: int) -> bytes:
        return nodes.read(_large(), height, number)

    for case in vectors("large-log")["inclusion"]:
        ranges = tree.inclusion_ranges(case["index"], case["size"])
        found = tree.proof(tree.covers(ranges), read)
        assert [h.hex() for h in found] == case["proof"]
    for case in vectors("large-log")["consistency"]:
        ranges = tree.consistency_ranges(case["old_size"], case["new_size"])
        found = tree.proof(tree.covers(ranges), read)
        assert [h.hex() for h in found] == case["proof"]
    for case in vectors("large-log")["roots"]:
        assert tree.root(case["size"], read).hex() == case["root"]


@settings(max_examples=30)
@given(st.lists(st.integers(0, 1_400), min_size=1, max_size=6).map(sorted))
def test_growing_in_steps_gives_the_same_tiles(sizes: list[int]) -> None:
    """However the entries arrived: same hashes, same inner nodes, and every node reads right."""
    found = grown(sizes)
    assert found == grown([sizes[-1]])
    for height in range(11):
        for number in range(sizes[-1] >> height):
            leaves = _LEAVES[number << height : (number + 1) << height]
            assert nodes.read(found, height, number) == tree.root_of_leaves(leaves)


def test_read_refuses_a_node_that_is_not_complete() -> None:
    found = grown([300])
    with pytest.raises(IndexError):
        nodes.read(found, 0, 300)
    with pytest.raises(IndexError):
        nodes.read(found, 4, 300 >> 4)
    with pytest.raises(KeyError):
        nodes.read(found, 0, 600)


def test_grow_refuses_an_edge_of_another_size() -> None:
    edge = {t.level: t for t in grown([300]).values()}
    with pytest.raises(ValueError, match="edge"):
        nodes.grow(301, edge, _LEAVES[301:310])


def test_places_of_a_proof_are_few() -> None:
    ranges = tree.inclusion_ranges(123_456, 1_000_000)
    wanted = nodes.places(node for lo, hi in ranges for node in tree.nodes(lo, hi))
    assert len(wanted) <= 6
