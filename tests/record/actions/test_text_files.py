"""The files of texts: each state of a text, told together with its entry."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction

from college.ground.act import Act
from college.record import durable
from college.record.actions import texts
from college.record.actions.entries import append
from college.record.actions.files import text_file, write_log
from college.record.models import Text
from college.record.rules import canonical
from college.record.rules.notes import LogKey
from tests.factories.acts import MOMENT, later, make_act
from tests.factories.record import check_folder, make_entries, some_event

pytestmark = pytest.mark.django_db


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
