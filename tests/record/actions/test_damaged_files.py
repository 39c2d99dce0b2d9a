"""The log's files where something is wrong: what is mended, and what is refused."""

import fcntl
import os
from pathlib import Path

import pytest

from college.ground.act import Act
from college.ground.refusals import Refusal
from college.record import signing
from college.record.actions.files import write_log
from college.record.rules.notes import LogKey
from tests.factories.acts import MOMENT
from tests.factories.record import contents, make_entries
from tests.factories.vectors import vectors

pytestmark = pytest.mark.django_db


def test_write_log_of_an_empty_log_is_refused(log_key: LogKey, folder: Path) -> None:
    with pytest.raises(Refusal, match=r"record\.log\.empty"):
        write_log(folder, at=MOMENT)
    assert contents(folder) == {}


@pytest.mark.parametrize("cut", [0, 31, 64], ids=str)
def test_write_log_mends_what_was_cut_short(
    act: Act, log_key: LogKey, folder: Path, cut: int
) -> None:
    make_entries(act, 300)
    write_log(folder, at=MOMENT)
    before = contents(folder)
    for path in before:
        (folder / path).write_bytes(before[path][:cut])
    write_log(folder, at=MOMENT)
    assert contents(folder) == before


def test_write_log_mends_what_was_deleted(act: Act, log_key: LogKey, folder: Path) -> None:
    make_entries(act, 300)
    write_log(folder, at=MOMENT)
    before = contents(folder)
    for path in before:
        if path != "checkpoint":
            (folder / path).unlink()
    write_log(folder, at=MOMENT)
    assert contents(folder) != before
    write_log(folder, at=MOMENT, again=True)
    assert contents(folder) == before


@pytest.mark.parametrize(
    "path", ["tile/0/000", "tile/entries/000", "tile/0/001.p/44", "tile/1/000.p/1", "vkey"]
)
def test_write_log_refuses_a_file_with_other_bytes(
    act: Act, log_key: LogKey, folder: Path, path: str
) -> None:
    make_entries(act, 300)
    write_log(folder, at=MOMENT)
    data = bytearray((folder / path).read_bytes())
    data[-2] ^= 1
    (folder / path).write_bytes(data)
    with pytest.raises(Refusal, match=r"record\.files\.differ"):
        write_log(folder, at=MOMENT, again=True)
    assert (folder / path).read_bytes() == data


def test_write_log_refuses_a_folder_ahead_of_the_database(
    act: Act, log_key: LogKey, folder: Path
) -> None:
    make_entries(act, 3)
    write_log(folder, at=MOMENT)
    ahead = signing.load().sign(9, b"r" * 32)
    signing._last_file().unlink()
    (folder / "checkpoint").write_text(ahead)
    with pytest.raises(Refusal) as refused:
        write_log(folder, at=MOMENT)
    assert (refused.value.code, refused.value.params) == (
        "record.files.ahead",
        {"shown": 9, "found": 3},
    )
    assert (folder / "checkpoint").read_text() == ahead


@pytest.mark.parametrize("size", [2, 3])
def test_write_log_refuses_a_folder_with_another_root(
    act: Act, log_key: LogKey, folder: Path, size: int
) -> None:
    """Signed by our key, at a size the database reached or passed, but not its tree: a fork."""
    make_entries(act, 3)
    write_log(folder, at=MOMENT)
    (folder / "checkpoint").write_text(signing.load().sign(size, b"r" * 32))
    with pytest.raises(Refusal, match=r"record\.files\.forked"):
        write_log(folder, at=MOMENT)


def test_write_log_refuses_the_folder_of_another_log(
    act: Act, log_key: LogKey, folder: Path
) -> None:
    make_entries(act, 3)
    write_log(folder, at=MOMENT)
    other = vectors("notes-checkpoints")["checkpoints"][1]["note"]
    (folder / "checkpoint").write_text(other)
    with pytest.raises(Refusal, match=r"record\.files\.other-log"):
        write_log(folder, at=MOMENT)


def test_write_log_refuses_a_folder_that_is_being_written(
    act: Act, log_key: LogKey, folder: Path
) -> None:
    make_entries(act, 1)
    folder.mkdir(parents=True)
    opened = os.open(folder, os.O_RDONLY)
    fcntl.flock(opened, fcntl.LOCK_EX)
    with pytest.raises(Refusal, match=r"record\.files\.locked"):
        write_log(folder, at=MOMENT)
    os.close(opened)
    assert write_log(folder, at=MOMENT).size == 1
