"""No change to a tile of a published log goes unseen."""

import shutil

import pytest

from tests.college_verify import writing
from tests.college_verify.verifying import failures
from tests.college_verify.writing import college

TREE = [
    ("tile/entries/000", {"tree", "tiles", "entries"}),
    ("tile/entries/001.p/44", {"tree", "tiles", "entries"}),
    ("tile/entries/000.p/5", {"leftovers"}),
    ("tile/entries/000.p/40", {"leftovers"}),
    ("tile/0/000", {"tiles"}),
    ("tile/0/001.p/44", {"tiles"}),
    ("tile/0/000.p/40", {"leftovers"}),
    ("tile/1/000.p/1", {"tiles"}),
]


@pytest.mark.parametrize(("name", "checks_hit"), TREE)
@pytest.mark.parametrize("where", ["first", "third", "middle", "last"])
def test_a_flipped_bit_in_any_tile_is_found(log, name, checks_hit, where):
    file = log / name
    data = bytearray(file.read_bytes())
    at = {"first": 0, "third": 2, "middle": len(data) // 2, "last": len(data) - 1}[where]
    data[at] ^= 1
    file.write_bytes(data)
    hit = {check for check, _, _ in failures(log)}
    assert hit
    assert hit & checks_hit


@pytest.mark.parametrize("name", [name for name, _ in TREE])
@pytest.mark.parametrize("change", ["cut", "longer", "empty", "gone"])
def test_a_tile_cut_lengthened_emptied_or_gone_is_found(log, name, change):
    file = log / name
    data = file.read_bytes()
    if change == "gone":
        file.unlink()
    else:
        file.write_bytes({"cut": data[:-1], "longer": data + data[-32:], "empty": b""}[change])
    # What an earlier size left may be gone for all a reader can tell; it may not be wrong.
    left = ".p/5" in name or ".p/40" in name
    assert bool(failures(log)) is not (change == "gone" and left)


def test_an_entry_changed_together_with_its_hash_is_found_by_the_root(log):
    bundle = log / "tile/entries/001.p/44"
    tile = log / "tile/0/001.p/44"
    entries = college(300).entries[256:]
    changed = entries[0].replace(writing.MEMBER.encode(), b"0000000000000")
    bundle.write_bytes(writing.bundle([changed, *entries[1:]]))
    tile.write_bytes(writing.sha(b"\x00" + changed) + tile.read_bytes()[32:])
    assert [check for check, _, _ in failures(log)] == ["tree"]


def test_the_entry_whose_hash_is_wrong_is_named(log):
    tile = log / "tile/0/000"
    data = bytearray(tile.read_bytes())
    data[32 * 17] ^= 1
    tile.write_bytes(data)
    assert ("tiles", "tile/0/000", "Its hash number 17 is not that of entry 17.") in failures(log)


def test_a_full_tile_serves_where_the_partial_one_is_gone(written, tmp_path):
    whole = college(512).publish(tmp_path / "whole")
    log = shutil.copytree(written, tmp_path / "copy") / "log"
    entries = college(300).entries
    more = college(512).entries[300:]
    shutil.rmtree(log / "tile/entries/001.p")
    shutil.rmtree(log / "tile/0/001.p")
    (log / "tile/entries/001").write_bytes(writing.bundle([*entries[256:], *more]))
    hashes = [writing.sha(b"\x00" + e) for e in [*entries[256:], *more]]
    (log / "tile/0/001").write_bytes(b"".join(hashes))
    assert not failures(log)
    shutil.copy(whole / "log/tile/0/001", log / "tile/0/001")
    assert failures(log)


@pytest.mark.parametrize("name", ["tile/0/001", "tile/0/001.p/60"])
def test_a_tile_beyond_the_checkpoint_must_begin_like_the_tree(log, name):
    known = (log / "tile/0/001.p/44").read_bytes()
    width = 60 if ".p/" in name else 256
    (log / name).write_bytes(known + bytes(32 * (width - 44)))
    assert not failures(log)
    (log / name).write_bytes(bytes(32 * width))
    assert [(check, place) for check, place, _ in failures(log)] == [("leftovers", name)]
