import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from college_verify import proofs, tiles, tree
from tests.college_verify import writing
from tests.college_verify.writing import vectors

SMALL = vectors("rfc6962-merkle")
LARGE = vectors("large-log")
LEAVES = [bytes.fromhex(leaf) for leaf in SMALL["leaves_hex"]]


def grown(entries):
    growing = tree.Growing()
    for start in range(0, len(entries), 256):
        list(growing.grow(tree.leaves(entries[start : start + 256])))
    return growing


def unhex(hashes):
    return [bytes.fromhex(h) for h in hashes]


def test_the_roots_of_the_eight_leaves_are_the_published_ones():
    assert [tree.leaf(entry).hex() for entry in LEAVES] == SMALL["leaf_hashes"]
    for case in SMALL["roots"]:
        assert grown(LEAVES[: case["size"]]).root().hex() == case["root"]


def test_the_proofs_of_the_eight_leaves_hold_and_are_what_we_make():
    roots = {case["size"]: bytes.fromhex(case["root"]) for case in SMALL["roots"]}
    for case in SMALL["inclusion"]:
        index, size, proof = case["index"], case["size"], unhex(case["proof"])
        assert tree.includes(tree.leaf(LEAVES[index]), index, size, proof, roots[size])
        over = lambda start, end: writing.root(LEAVES[start:end])  # noqa: E731
        assert proofs.inclusion(index, size, over) == proof
    for case in SMALL["consistency"]:
        old, new, proof = case["old_size"], case["new_size"], unhex(case["proof"])
        assert tree.extends(old, roots[old], new, roots[new], proof)
        assert proofs.consistency(old, new, over) == proof


def test_the_large_log_has_its_published_roots_and_proofs():
    entries = [b"entry %d\n" % i for i in range(70_000)]
    for case in LARGE["roots"]:
        assert grown(entries[: case["size"]]).root().hex() == case["root"]
    roots = {case["size"]: bytes.fromhex(case["root"]) for case in LARGE["roots"]}
    for case in LARGE["inclusion"]:
        leaf, root = bytes.fromhex(case["leaf_hash"]), roots[case["size"]]
        proof = unhex(case["proof"])
        assert leaf == tree.leaf(entries[case["index"]])
        assert tree.includes(leaf, case["index"], case["size"], proof, root)
        assert not tree.includes(leaf, case["index"] ^ 1, case["size"], proof, root)
    for case in LARGE["consistency"]:
        old, new = bytes.fromhex(case["old_root"]), bytes.fromhex(case["new_root"])
        sizes = case["old_size"], case["new_size"]
        assert tree.extends(sizes[0], old, sizes[1], new, unhex(case["proof"]))
        changed = bytes(32)
        assert not tree.extends(sizes[0], changed, sizes[1], new, unhex(case["proof"]))


def test_filled_tiles_have_their_published_contents():
    entries = [b"entry %d\n" % i for i in range(70_000)]
    growing = tree.Growing()
    seen = {}
    for start in range(0, len(entries), 256):
        for level, index, hashes in growing.grow(tree.leaves(entries[start : start + 256])):
            seen[tiles.path(level, index)] = hashes
    for level, index, hashes in growing.edge():
        seen[tiles.path(level, index, len(hashes))] = hashes
    compared = 0
    for case in vectors("tile-contents")["tiles"]:
        if hashes := seen.get(case["path"]):
            assert hashes[0].hex() == case["first_hash"]
            assert hashes[-1].hex() == case["last_hash"]
            assert writing.sha(b"".join(hashes)).hex() == case["sha256"]
            compared += 1
    assert compared >= 4


@given(st.lists(st.binary(max_size=4), max_size=70))
def test_the_root_is_that_of_the_definition(entries):
    assert grown(entries).root() == writing.root(entries)


@settings(max_examples=30)
@given(st.integers(1, 900))
def test_edge_and_full_tiles_are_all_tiles_of_a_size(size):
    entries = [b"%d" % i for i in range(size)]
    growing = tree.Growing()
    seen = []
    for start in range(0, size, 256):
        full = growing.grow(tree.leaves(entries[start : start + 256]))
        seen += [tiles.path(level, index) for level, index, _ in full]
    seen += [tiles.path(level, index, len(hashes)) for level, index, hashes in growing.edge()]
    must = [
        tiles.path(level, index, width)
        for level in (0, 1, 2)
        for index, width in tiles.of_size(level, size)
    ]
    assert sorted(seen) == sorted(must)


@given(st.integers(1, 60), st.data())
def test_proofs_hold_and_no_changed_proof_does(size, data):
    entries = [b"%d" % i for i in range(size)]
    index = data.draw(st.integers(0, size - 1))
    root = writing.root(entries)
    proof = proofs.inclusion(index, size, lambda start, end: writing.root(entries[start:end]))
    leaf = tree.leaf(entries[index])
    assert proof == writing.inclusion(index, entries)
    assert tree.includes(leaf, index, size, proof, root)
    assert not tree.includes(leaf, index, size, [*proof, root], root)
    assert not tree.includes(leaf, size, size, proof, root)
    for at in range(len(proof)):
        assert not tree.includes(leaf, index, size, proof[:at] + proof[at + 1 :], root)


@given(st.integers(1, 60), st.data())
def test_consistency_holds_and_no_changed_proof_does(new, data):
    entries = [b"%d" % i for i in range(new)]
    old = data.draw(st.integers(1, new))
    roots = writing.root(entries[:old]), writing.root(entries)
    proof = proofs.consistency(old, new, lambda start, end: writing.root(entries[start:end]))
    assert proof == writing.consistency(old, entries)
    assert tree.extends(old, roots[0], new, roots[1], proof)
    assert not tree.extends(old, bytes(32), new, roots[1], proof)
    assert not tree.extends(old, roots[0], new, roots[1], [*proof, bytes(32)])


def test_a_tree_of_nothing_begins_every_tree_and_only_with_its_own_root():
    assert tree.extends(0, tree.EMPTY, 5, bytes(32), [])
    assert not tree.extends(0, bytes(32), 5, bytes(32), [])
    assert not tree.extends(6, bytes(32), 5, bytes(32), [])
    assert not tree.extends(3, bytes(32), 5, bytes(32), [])


def test_a_proof_too_short_for_the_size_proves_nothing():
    leaf = tree.leaf(b"a")
    assert tree.includes(leaf, 0, 1, [], leaf)
    assert not tree.includes(leaf, 0, 2, [], leaf)


def test_leaves_after_a_tile_that_was_not_full_are_an_error():
    growing = grown([b"a"])
    with pytest.raises(ValueError, match="not full"):
        list(growing.grow([bytes(32)]))


def test_bundles_alone_give_size_and_root():
    entries = [random.Random(7).randbytes(i % 300) for i in range(700)]
    bundles = [writing.bundle(entries[i : i + 256]) for i in range(0, 700, 256)]
    assert tiles.root_of(bundles) == (700, writing.root(entries))
    assert all(a != b for a, b in pairwise(bundles))
