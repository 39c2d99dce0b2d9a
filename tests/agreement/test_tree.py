"""Both hands grow the same trees, name the same tiles and accept the same proofs."""

from hypothesis import given, settings
from hypothesis import strategies as st

from college.record.rules import tiles as house_tiles
from college.record.rules import tree as house
from college_verify import proofs, tiles, tree


def entries(size):
    return [b"%d" % (i * 7) for i in range(size)]


def over(hashes):
    return lambda start, end: house.root_of_leaves(hashes[start:end])


def grown(size):
    growing = tree.Growing()
    hashes = tree.leaves(entries(size))
    for start in range(0, size, 256):
        list(growing.grow(hashes[start : start + 256]))
    return growing


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 70_000))
def test_both_grow_the_same_root(size):
    assert grown(size).root() == house.root_of_leaves(tree.leaves(entries(size)))


def test_both_hash_an_entry_alike():
    assert tree.leaf(b"x") == house.leaf_hash(b"x")
    assert tree.node(bytes(32), bytes(32)) == house.node_hash(bytes(32), bytes(32))
    assert tree.EMPTY == house.EMPTY_ROOT


@settings(deadline=None)
@given(st.integers(1, 400), st.data())
def test_both_make_and_accept_the_same_inclusion_proofs(size, data):
    index = data.draw(st.integers(0, size - 1))
    hashes = tree.leaves(entries(size))
    root = house.root_of_leaves(hashes)
    proof = proofs.inclusion(index, size, over(hashes))
    ranges = house.inclusion_ranges(index, size)
    assert proof == [over(hashes)(*span) for span in ranges]
    changed = data.draw(st.sampled_from([proof, proof[1:], [*proof, root], proof[::-1]]))
    told = data.draw(st.sampled_from([index, 0, size - 1, size]))
    assert tree.includes(hashes[index], told, size, changed, root) == house.includes(
        hashes[index], told, size=size, hashes=changed, root=root
    )


@settings(deadline=None)
@given(st.integers(0, 400), st.data())
def test_both_make_and_accept_the_same_consistency_proofs(new, data):
    old = data.draw(st.integers(0, new))
    hashes = tree.leaves(entries(new))
    roots = [house.root_of_leaves(hashes[:size]) for size in (old, new)]
    proof = proofs.consistency(old, new, over(hashes))
    assert proof == [over(hashes)(*span) for span in house.consistency_ranges(old, new)]
    changed = data.draw(st.sampled_from([proof, proof[1:], [*proof, roots[0]], proof[::-1]]))
    claimed = data.draw(st.sampled_from([roots[0], roots[1], bytes(32)]))
    assert tree.extends(old, claimed, new, roots[1], changed) == house.extends(
        old, claimed, size=new, hashes=changed, root=roots[1]
    )


@given(st.integers(-1, 63), st.integers(0, 10**10), st.integers(1, 256))
def test_both_give_every_tile_one_path(level, index, width):
    path = tiles.path(level, index, width)
    named = house_tiles.parse_path(path)
    assert (named.number, named.width) == (index, width)
    assert named.level == (None if level == tiles.ENTRIES else level)
    assert named.path == path


PARTS = [
    "tile",
    "0",
    "00",
    "63",
    "64",
    "entries",
    "000",
    "x000",
    "x001",
    "001.p",
    "1",
    "0255",
    "256",
]


@given(st.lists(st.sampled_from(PARTS), max_size=6))
def test_both_refuse_the_same_paths(parts):
    path = "/".join(parts)
    try:
        house_tiles.parse_path(path)
    except house_tiles.NotATile:
        assert tiles.parse(path) is None
    else:
        assert tiles.parse(path) is not None


@given(st.integers(0, 70_000))
def test_both_say_the_same_of_what_a_size_consists(size):
    mine = {
        tiles.path(level, index, width)
        for level in range(-1, 4)
        for index, width in tiles.of_size(level, size)
    }
    assert mine == {name.path for name in house_tiles.written(0, size)}


@given(st.lists(st.binary(max_size=40), max_size=30), st.data())
def test_both_read_bundles_alike(some, data):
    packed = house_tiles.encode_bundle(some)
    assert tiles.unpack(packed) == some == house_tiles.decode_bundle(packed, len(some))
