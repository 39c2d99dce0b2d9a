"""The tree against the published logs, and proofs against every way to bend them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.record.rules import tree
from tests.factories.vectors import large_entry, vectors

_SMALL = vectors("rfc6962-merkle")
_LARGE = vectors("large-log")


def reader(leaves: list[bytes]) -> Callable[[int, int], bytes]:
    """Nodes computed from the leaves every time: slow and plainly right."""

    def read(height: int, number: int) -> bytes:
        if height == 0:
            return leaves[number]
        return tree.node_hash(read(height - 1, 2 * number), read(height - 1, 2 * number + 1))

    return read


def test_node_hash_example() -> None:
    example = _SMALL["node_hash_example"]
    left, right = bytes.fromhex(example["left"]), bytes.fromhex(example["right"])
    assert tree.node_hash(left, right).hex() == example["node"]


def test_leaf_hashes_of_the_published_log() -> None:
    hashes = [tree.leaf_hash(bytes.fromhex(leaf)).hex() for leaf in _SMALL["leaves_hex"]]
    assert hashes == _SMALL["leaf_hashes"]


@pytest.mark.parametrize("case", _SMALL["roots"], ids=lambda c: str(c["size"]))
def test_root_of_the_published_log(case: dict) -> None:
    leaves = [bytes.fromhex(h) for h in _SMALL["leaf_hashes"]]
    assert tree.root_of_leaves(leaves[: case["size"]]).hex() == case["root"]
    assert tree.root(case["size"], reader(leaves)).hex() == case["root"]


def test_inclusion_proofs_of_the_published_log() -> None:
    leaves = [bytes.fromhex(h) for h in _SMALL["leaf_hashes"]]
    roots = {c["size"]: bytes.fromhex(c["root"]) for c in _SMALL["roots"]}
    for case in _SMALL["inclusion"]:
        index, size = case["index"], case["size"]
        hashes = tree.proof(tree.covers(tree.inclusion_ranges(index, size)), reader(leaves))
        assert [h.hex() for h in hashes] == case["proof"]
        assert tree.includes(leaves[index], index, size=size, hashes=hashes, root=roots[size])


def test_consistency_proofs_of_the_published_log() -> None:
    leaves = [bytes.fromhex(h) for h in _SMALL["leaf_hashes"]]
    roots = {c["size"]: bytes.fromhex(c["root"]) for c in _SMALL["roots"]}
    for case in _SMALL["consistency"]:
        old, size = case["old_size"], case["new_size"]
        hashes = tree.proof(tree.covers(tree.consistency_ranges(old, size)), reader(leaves))
        assert [h.hex() for h in hashes] == case["proof"]
        assert tree.extends(old, roots[old], size=size, hashes=hashes, root=roots[size])


def test_roots_of_the_large_log() -> None:
    leaves = [tree.leaf_hash(large_entry(i)) for i in range(70_000)]
    for case in _LARGE["roots"]:
        assert tree.root_of_leaves(leaves[: case["size"]]).hex() == case["root"], case["size"]


def test_proofs_of_the_large_log_hold() -> None:
    roots = {c["size"]: bytes.fromhex(c["root"]) for c in _LARGE["roots"]}
    for case in _LARGE["inclusion"]:
        assert tree.includes(
            bytes.fromhex(case["leaf_hash"]),
            case["index"],
            size=case["size"],
            hashes=[bytes.fromhex(h) for h in case["proof"]],
            root=roots[case["size"]],
        )
    for case in _LARGE["consistency"]:
        assert tree.extends(
            case["old_size"],
            bytes.fromhex(case["old_root"]),
            size=case["new_size"],
            hashes=[bytes.fromhex(h) for h in case["proof"]],
            root=bytes.fromhex(case["new_root"]),
        )


def _leaves(size: int) -> list[bytes]:
    return [tree.leaf_hash(large_entry(i)) for i in range(size)]


@given(st.data())
def test_an_inclusion_proof_shows_one_leaf_at_one_place(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 70))
    index = data.draw(st.integers(0, size - 1))
    leaves = _leaves(size)
    root = tree.root_of_leaves(leaves)
    hashes = tree.proof(tree.covers(tree.inclusion_ranges(index, size)), reader(leaves))
    assert len(hashes) <= (size - 1).bit_length()

    def holds(leaf: bytes, at: int, path: list[bytes], under: bytes) -> bool:
        return tree.includes(leaf, at, size=size, hashes=path, root=under)

    assert holds(leaves[index], index, hashes, root)
    for other in range(-1, size + 1):
        if other != index:
            assert not holds(leaves[index], other, hashes, root)
            assert other not in range(size) or not holds(leaves[other], index, hashes, root)
    assert not holds(leaves[index], index, [*hashes, root], root)
    assert not holds(leaves[index], index, hashes, tree.node_hash(root, root))
    for i in range(len(hashes)):
        bent = [*hashes[:i], tree.leaf_hash(hashes[i]), *hashes[i + 1 :]]
        assert not holds(leaves[index], index, bent, root)
        assert not holds(leaves[index], index, hashes[:i] + hashes[i + 1 :], root)


@given(st.data())
def test_a_consistency_proof_shows_one_beginning(data: st.DataObject) -> None:
    size = data.draw(st.integers(0, 70))
    old = data.draw(st.integers(0, size))
    leaves = _leaves(size)
    before, after = tree.root_of_leaves(leaves[:old]), tree.root_of_leaves(leaves)
    hashes = tree.proof(tree.covers(tree.consistency_ranges(old, size)), reader(leaves))
    assert tree.extends(old, before, size=size, hashes=hashes, root=after)

    other = tree.root_of_leaves([*leaves[: max(old - 1, 0)], tree.leaf_hash(b"another")])
    assert not tree.extends(old, other, size=size, hashes=hashes, root=after)
    assert not tree.extends(old, before, size=size, hashes=[*hashes, after], root=after)
    assert old == 0 or not tree.extends(old, before, size=size, hashes=hashes, root=other)
    for i in range(len(hashes)):
        bent = [*hashes[:i], tree.leaf_hash(hashes[i]), *hashes[i + 1 :]]
        assert not tree.extends(old, before, size=size, hashes=bent, root=after)
        assert not tree.extends(
            old, before, size=size, hashes=hashes[:i] + hashes[i + 1 :], root=after
        )


@given(st.integers(0, 5_000), st.integers(0, 5_000))
def test_nodes_cover_a_range_once(lo: int, length: int) -> None:
    covered = [
        leaf
        for height, number in tree.nodes(lo, lo + length)
        for leaf in range(number << height, (number + 1) << height)
    ]
    assert covered == list(range(lo, lo + length))


@pytest.mark.parametrize(("index", "size"), [(0, 0), (1, 1), (-1, 3)])
def test_inclusion_ranges_refuse_an_entry_that_is_not_there(index: int, size: int) -> None:
    with pytest.raises(ValueError, match="no entry"):
        tree.inclusion_ranges(index, size)


@pytest.mark.parametrize(("old", "size"), [(2, 1), (-1, 1)])
def test_consistency_ranges_refuse_a_tree_that_is_not_inside(old: int, size: int) -> None:
    with pytest.raises(ValueError, match="no tree"):
        tree.consistency_ranges(old, size)


def test_a_hash_of_another_length_proves_nothing() -> None:
    assert not tree.includes(b"x" * 32, 0, size=2, hashes=[b"short"], root=b"y" * 32)
    assert not tree.extends(1, b"x" * 32, size=2, hashes=[b"short"], root=b"y" * 32)
