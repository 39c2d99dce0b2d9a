"""Folders made to hang, fill or mislead whoever reads them."""

import os

import pytest

from college_verify.findings import BadInput
from college_verify.sources import find
from tests.college_verify import writing
from tests.college_verify.verifying import failures, verify


def claim(log, size):
    text = writing.checkpoint_text(size, bytes(32))
    (log / "checkpoint").write_bytes(f"{text}\n{writing.signature(text)}".encode())


def test_a_thousand_million_entries_claimed_are_refused_by_number(log):
    claim(log, 10**9)
    with pytest.raises(BadInput, match="1,000,000,000 entries"):
        verify(log)
    # Who insists is told at the first bundle that is missing.
    (hit,) = [h for h in failures(log, most_entries=2**62) if h[0] == "tree"]
    assert hit[1] == "tile/entries/001"


@pytest.mark.parametrize("name", ["tile/entries/000", "tile/0/000", "vkey", "checkpoint"])
def test_a_symbolic_link_is_not_followed(log, name, tmp_path):
    away = tmp_path / "away"
    (log / name).rename(away)
    (log / name).symlink_to(away)
    assert any("symbolic link" in told for _, _, told in failures(log))


def test_a_folder_that_is_a_symbolic_link_is_not_followed(log, tmp_path):
    (log / "tile").rename(tmp_path / "away")
    (log / "tile").symlink_to(tmp_path / "away")
    assert any("symbolic link" in told for _, _, told in failures(log))


def test_a_pipe_a_folder_and_an_endless_file_are_no_files(log):
    os.mkfifo(log / "texts" / "pipe")
    for name in ("tile/entries/000", "tile/0/000", "vkey"):
        (log / name).unlink()
        os.mkfifo(log / name)
    assert failures(log)
    (log / "vkey").unlink()
    (log / "vkey").mkdir()
    assert failures(log)
    (log / "vkey").rmdir()
    with (log / "vkey").open("wb") as file:
        file.truncate(1 << 40)
    assert any("larger" in told for _, _, told in failures(log))


def test_strange_names_in_the_folders_do_no_harm(log):
    (log / "tile/0/000.p/99\x1b[2J").write_bytes(b"x")
    (log / "tile/0/000.p/007").write_bytes(b"x")
    folder = next((log / "texts").iterdir())
    (folder / "a\x1b[2J\u202e.json").write_bytes(b"x")
    (folder / "notes.txt").write_bytes(b"x")
    hit = failures(log)
    assert [check for check, _, _ in hit] == ["texts"]
    assert "\x1b" not in hit[0][2]


def test_nothing_there_is_bad_input(tmp_path):
    for target in (tmp_path, tmp_path / "nowhere", "ftp://example.org/", "http://", "http://a/?b"):
        with pytest.raises(BadInput):
            find(str(target))
