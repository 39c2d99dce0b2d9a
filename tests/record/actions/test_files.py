"""The log's files: what is written, and in what order."""

import base64
from pathlib import Path

import pytest

from college.ground.act import Act
from college.record import durable, signing
from college.record.actions.files import Written, write_log
from college.record.actions.sequence import integrate, sequence, sign
from college.record.models import Entry
from college.record.rules.notes import LogKey
from tests.factories.acts import MOMENT
from tests.factories.record import check_database, check_folder, contents, make_entries
from tests.factories.vectors import large_entry, vectors

pytestmark = pytest.mark.django_db


def test_write_log_gives_the_files_of_the_reference(
    folder: Path, tmp_path: Path, settings: object
) -> None:
    """The log of the Go program, grown 5, 256, 300 with its key: the same files, byte for byte."""
    case, key = vectors("complete-log-300"), vectors("notes-checkpoints")["log_key"]
    settings.LOG_ORIGIN, settings.KEYS = case["origin"], tmp_path / "keys"
    settings.KEYS.mkdir()
    (settings.KEYS / "log.key").touch(mode=0o600)
    (settings.KEYS / "log.key").write_text(key["skey"] + "\n")
    assert signing.create().vkey == case["vkey"]

    start = 0
    for size in (5, 256, 300):
        Entry.objects.bulk_create(
            Entry(body=large_entry(i), kind="record.test.tried", actor="clock", at=MOMENT)
            for i in range(start, size)
        )
        assert write_log(folder, at=MOMENT).size == size
        start = size
    expected = {path: base64.b64decode(data) for path, data in case["files_base64"].items()}
    # The reference's checkpoint carries a witness's line after ours.
    expected["checkpoint"] = b"".join(expected["checkpoint"].splitlines(keepends=True)[:5])
    expected["vkey"] = f"{case['vkey']}\n".encode()
    assert contents(folder) == expected


def test_write_log_in_steps_and_at_once(act: Act, log_key: LogKey, folder: Path) -> None:
    for count in (1, 254, 1, 1, 300, 7):
        make_entries(act, count)
        write_log(folder, at=MOMENT)
        assert check_folder(folder, log_key) == check_database(log_key)
    once = folder.parent / "once"
    write_log(once, at=MOMENT)
    assert check_folder(once, log_key) == 564
    assert contents(once).items() <= contents(folder).items()
    old_partial_tiles = contents(folder).keys() - contents(once).keys()
    assert old_partial_tiles
    assert all(".p/" in path for path in old_partial_tiles)


def test_write_log_writes_partial_tiles_of_every_signed_size(
    act: Act, log_key: LogKey, folder: Path
) -> None:
    """Receipts are given for sizes that no run of publishing ever showed."""
    for _ in range(3):
        make_entries(act, 2)
        sequence(MOMENT)
    write_log(folder, at=MOMENT)
    widths = {path.name for path in (folder / "tile" / "0" / "000.p").iterdir()}
    assert widths == {"2", "4", "6"}


def test_write_log_again_writes_nothing_new(act: Act, log_key: LogKey, folder: Path) -> None:
    make_entries(act, 5)
    assert write_log(folder, at=MOMENT).files > 0
    before = contents(folder)
    assert write_log(folder, at=MOMENT) == Written(size=5, files=0)
    assert write_log(folder, at=MOMENT, again=True) == Written(size=5, files=0)
    assert contents(folder) == before


def test_checkpoint_is_written_last(
    act: Act, log_key: LogKey, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    put, sync = durable.put, durable.sync_folders

    def put_and_note(path: Path, data: bytes, **how: object) -> None:
        put(path, data, **how)
        if path.is_relative_to(folder):
            order.append(str(path.relative_to(folder)))

    def sync_and_note(folders: set[Path]) -> None:
        sync(folders)
        order.append("synced")

    make_entries(act, 300)
    sequence(MOMENT)
    monkeypatch.setattr(durable, "put", put_and_note)
    monkeypatch.setattr(durable, "sync_folders", sync_and_note)
    write_log(folder, at=MOMENT)
    assert order[-4:] == ["vkey", "synced", "checkpoint", "synced"]
    kinds = [path.split("/")[0] for path in order[:-4]]
    assert kinds == sorted(kinds, key=["tile", "texts"].index)


def test_write_log_shows_only_what_is_signed(act: Act, log_key: LogKey, folder: Path) -> None:
    """A head without a note, left by a crash, is signed first and shown then."""
    make_entries(act, 3)
    integrate(MOMENT)
    assert write_log(folder, at=MOMENT).size == 3
    assert sign(signing.load()) == 0
    check_folder(folder, log_key)
