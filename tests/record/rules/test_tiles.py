"""Paths, what a growing log writes, and bundles: against the reference library's answers."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.record.rules import tiles
from college.record.rules.tiles import NotATile, TileName
from tests.factories.vectors import large_entry, vectors

_PATHS = vectors("tile-paths")


def _name(case: dict) -> TileName:
    level = None if case["level"] == "entries" else case["level"]
    return TileName(level, case["index"], case["width"])


@pytest.mark.parametrize("case", _PATHS["paths"], ids=lambda c: c["path"])
def test_path_of_the_reference(case: dict) -> None:
    assert _name(case).path == case["path"]
    assert tiles.parse_path(case["path"]) == _name(case)


@pytest.mark.parametrize(
    "path",
    [
        *_PATHS["invalid_paths"],
        "tile/64/000",
        "tile/0/000.p/1\n",
        "/tile/0/000",
        "tile/0/000.p/257",
        "tile/0/٠٠٠",
        "tile/data/000",
        "tile/0/x001/x1/000",
        "tile/0/../000",
        "tile/0/",
        "",
    ],
)
def test_path_that_is_none(path: str) -> None:
    with pytest.raises(NotATile):
        tiles.parse_path(path)


@pytest.mark.parametrize(
    ("level", "number", "width"), [(64, 0, 1), (-1, 0, 1), (0, -1, 1), (0, 0, 0)]
)
def test_name_that_is_none(level: int, number: int, width: int) -> None:
    with pytest.raises(NotATile):
        TileName(level, number, width)


@given(
    st.none() | st.integers(0, 63),
    st.integers(0, 2**60),
    st.integers(1, 256),
)
def test_every_tile_has_one_path(level: int | None, number: int, width: int) -> None:
    name = TileName(level, number, width)
    assert tiles.parse_path(name.path) == name


@pytest.mark.parametrize(
    "case", _PATHS["tiles_to_write"], ids=lambda c: f"{c['old_size']}-{c['new_size']}"
)
def test_written_as_the_reference_says(case: dict) -> None:
    found = [name.path for name in tiles.written(case["old_size"], case["new_size"])]
    assert sorted(found) == sorted(case["write"])


def test_tiles_of_a_log_of_70_000() -> None:
    names = [name for name in tiles.written(0, 70_000) if name.level is not None]
    counts: dict[tuple[int, int], int] = {}
    for name in names:
        counts[name.level, name.width] = counts.get((name.level, name.width), 0) + 1
    assert counts == {(0, 256): 273, (0, 112): 1, (1, 256): 1, (1, 17): 1, (2, 1): 1}


@given(st.integers(0, 200_000), st.integers(0, 70_000))
def test_written_in_two_steps_lacks_nothing(size: int, more: int) -> None:
    """Full tiles of one step are those of two; the partial ones at the end are the same."""
    middle = size // 2
    once = set(tiles.full_tiles(0, size))
    assert once == set(tiles.full_tiles(0, middle)) | set(tiles.full_tiles(middle, size))
    at_end = set(tiles.written(middle, size)) | set(tiles.partial_tiles(middle))
    assert set(tiles.partial_tiles(size)) <= at_end
    assert list(tiles.written(size, size)) == []
    assert not set(tiles.full_tiles(size, size + more)) & once


def test_bundles_of_the_complete_log() -> None:
    files = vectors("complete-log-300")["files_base64"]
    for path, first, width in [
        ("tile/entries/000", 0, 256),
        ("tile/entries/000.p/5", 0, 5),
        ("tile/entries/001.p/44", 256, 44),
    ]:
        entries = [large_entry(i) for i in range(first, first + width)]
        data = base64.b64decode(files[path])
        assert tiles.encode_bundle(entries) == data
        assert tiles.decode_bundle(data, width) == entries


@given(st.lists(st.binary(max_size=300), max_size=20))
def test_bundle_there_and_back(entries: list[bytes]) -> None:
    data = tiles.encode_bundle(entries)
    assert tiles.decode_bundle(data, len(entries)) == entries
    for wrong in (data + b"\0", data[:-1]):
        if wrong != data:
            with pytest.raises(NotATile):
                tiles.decode_bundle(wrong, len(entries))


def test_bundle_holds_no_entry_beyond_its_length_field() -> None:
    assert tiles.decode_bundle(tiles.encode_bundle([b"x" * 65_535]), 1) == [b"x" * 65_535]
    with pytest.raises(OverflowError):
        tiles.encode_bundle([b"x" * 65_536])
