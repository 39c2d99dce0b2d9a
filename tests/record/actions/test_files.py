"""The log's files: what is written, in what order, and what is refused."""

import base64
import fcntl
import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction

from college.ground.act import Act
from college.ground.refusals import Refusal
from college.record import durable, signing
from college.record.actions import texts
from college.record.actions.entries import append
from college.record.actions.files import Written, text_file, write_log
from college.record.actions.sequence import integrate, sequence, sign
from college.record.models import Entry, Text
from college.record.rules import canonical
from college.record.rules.notes import LogKey
from tests.factories.acts import MOMENT, later, make_act
from tests.factories.record import check_database, check_folder, make_entries, some_event
from tests.factories.vectors import large_entry, vectors

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "published" / "log"


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


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


def test_write_log_of_an_empty_log_is_refused(log_key: LogKey, folder: Path) -> None:
    with pytest.raises(Refusal, match=r"record\.log\.empty"):
        write_log(folder, at=MOMENT)
    assert contents(folder) == {}


def test_text_file_of_each_state(act: Act) -> None:
    text = texts.commit("Words.")
    document = texts.commit_document({"a": [1]})
    looks_like_one = texts.commit_plain('{"a":[1]}')
    assert canonical.decode(text_file(text)) == {
        "commitment": text.commitment,
        "state": "open",
        "salt": bytes(text.salt).hex(),
        "text": "Words.",
    }
    assert canonical.decode(text_file(document))["document"] == {"a": [1]}
    assert canonical.decode(text_file(looks_like_one))["text"] == '{"a":[1]}'
    until = MOMENT + timedelta(days=1)
    texts.withhold(act, text, ground="law", case="7h2m9k4qx0c5t", until=until)
    assert canonical.decode(text_file(Text.objects.get(pk=text.pk))) == {
        "commitment": text.commitment,
        "state": "withheld",
        "ground": "law",
        "case": "7h2m9k4qx0c5t",
        "until": "2026-03-02T09:30:00.000Z",
    }


def test_write_log_follows_every_change_of_state(act: Act, log_key: LogKey, folder: Path) -> None:
    text, _entries = make_entries(act, 3)
    until = MOMENT + timedelta(days=1)
    changes = [
        lambda: texts.withhold(act, text, ground="law", case="", until=until),
        lambda: texts.withhold(act, text, ground="private-data", case="", until=until),
        lambda: texts.release(act, text),
        lambda: texts.erase(act, text, ground="law"),
    ]
    write_log(folder, at=MOMENT)
    for change in changes:
        change()
        write_log(folder, at=MOMENT)
        check_folder(folder, log_key)
    assert len(list((folder / "texts").rglob("*.json"))) == 1


def test_write_log_tells_a_state_only_together_with_its_entry(
    act: Act, log_key: LogKey, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text is erased while the files are being written: one more round, and both are shown."""
    text, _entries = make_entries(act, 3)
    put = durable.put

    def put_and_erase(path: Path, data: bytes, **how: object) -> None:
        put(path, data, **how)
        texts.erase(act, text, ground="law")

    monkeypatch.setattr(durable, "put", put_and_erase)
    assert write_log(folder, at=MOMENT).size == 4
    assert check_folder(folder, log_key) == 4


def test_write_log_publishes_no_text_without_an_entry(log_key: LogKey, folder: Path) -> None:
    alone = texts.commit("Nothing commits to this.")
    make_entries(make_act(), 1)
    write_log(folder, at=MOMENT)
    names = {path.stem for path in (folder / "texts").rglob("*.json")}
    assert len(names) == 1
    assert alone.commitment not in names


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


def test_write_log_with_many_texts(log_key: LogKey, folder: Path) -> None:
    """More entries than are read at once, each with a text of its own."""
    act = make_act()
    with transaction.atomic():
        for row in texts.commit_many_plain(f"Text {i}." for i in range(1_100)):
            append(act, some_event(row.commitment))
    write_log(folder, at=MOMENT)
    assert check_folder(folder, log_key) == 1_100
    assert len(list((folder / "texts").rglob("*.json"))) == 1_100
    texts.erase(later(act, days=1), row, ground="law")
    assert write_log(folder, at=MOMENT + timedelta(days=1)).files < 10
    check_folder(folder, log_key)
