import pytest
from hypothesis import given
from hypothesis import strategies as st

from college_verify import tiles
from college_verify.findings import Broken
from tests.college_verify import writing
from tests.college_verify.writing import vectors

PATHS = vectors("tile-paths")


def level(written):
    return tiles.ENTRIES if written == "entries" else written


def test_paths_are_the_reference_ones_in_both_directions():
    for case in PATHS["paths"]:
        place = level(case["level"]), case["index"], case["width"]
        assert tiles.path(*place) == case["path"]
        assert tiles.parse(case["path"]) == place


def test_malformed_paths_are_no_tiles():
    for path in [*PATHS["invalid_paths"], "tile/64/000", "tile/0/000.p/256", "tile/0/٠٠٠", ""]:
        assert tiles.parse(path) is None, path


def test_a_tree_consists_of_the_tiles_the_reference_writes():
    for case in PATHS["tiles_to_write"]:
        if case["old_size"] == 0:
            size = case["new_size"]
            mine = {
                tiles.path(at, index, width)
                for at in (tiles.ENTRIES, 0, 1, 2)
                for index, width in tiles.of_size(at, size)
            }
            assert mine == set(case["write"])


@given(st.integers(-1, 63), st.integers(0, 10**12), st.integers(1, 256))
def test_every_path_parses_to_its_tile(at, index, width):
    assert tiles.parse(tiles.path(at, index, width)) == (at, index, width)


@given(st.lists(st.binary(max_size=300), max_size=256))
def test_a_bundle_unpacks_to_its_entries(entries):
    assert tiles.unpack(writing.bundle(entries)) == entries


@given(st.lists(st.binary(max_size=30), min_size=1, max_size=20), st.data())
def test_a_bundle_cut_anywhere_inside_an_entry_is_refused(entries, data):
    whole = writing.bundle(entries)
    ends = {len(writing.bundle(entries[:n])) for n in range(len(entries) + 1)}
    cut = data.draw(st.integers(0, len(whole)).filter(lambda n: n not in ends))
    with pytest.raises(Broken, match="cut short"):
        tiles.unpack(whole[:cut])
