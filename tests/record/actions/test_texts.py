"""The three states of committed bytes, and that leaving one behind breaks nothing."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

from college.ground.act import Act
from college.ground.refusals import Refusal
from college.record import due, queries
from college.record.actions import texts
from college.record.actions.entries import append
from college.record.actions.files import text_file, write_log
from college.record.models import Entry, Text, TextState
from college.record.rules import canonical, proofs
from college.record.rules.commitment import commitment
from college.record.rules.notes import LogKey
from tests.factories.acts import later
from tests.factories.record import check_database, check_folder, make_entries, some_event

pytestmark = pytest.mark.django_db


def _told() -> list[tuple[str, dict]]:
    rows = Entry.objects.filter(kind__startswith="record.text.").order_by("id")
    return [(row.kind, canonical.decode_entry(bytes(row.body))["data"]) for row in rows]


def test_commit_keeps_words_and_rendering() -> None:
    row = texts.commit("One *word*\r\nand e\u0301.")
    assert row.words == "One *word*\nand é."
    assert "<em>word</em>" in row.rendered
    assert row.commitment == commitment(bytes(row.salt), "One *word*\nand é.".encode())
    assert not row.is_document


def test_commit_of_the_same_words_twice_is_two_commitments() -> None:
    assert texts.commit("Yes.").commitment != texts.commit("Yes.").commitment


def test_commit_document_is_canonical() -> None:
    row = texts.commit_document({"b": 1, "a": [True, None]})
    assert bytes(row.body) == b'{"a":[true,null],"b":1}'
    assert row.is_document
    with pytest.raises(canonical.NotCanonical):
        texts.commit_document({"share": 0.5})


def test_commit_many_plain_keeps_the_order() -> None:
    rows = texts.commit_many_plain(str(i) for i in range(600))
    assert [row.words for row in rows] == [str(i) for i in range(600)]
    assert Text.objects.count() == 600


def test_erase_empties_the_row_and_tells(act: Act) -> None:
    text = texts.commit("A name and an address.")
    texts.erase(act, text, ground="law")
    row = Text.objects.get()
    assert (row.state, row.ground, row.changed_at) == (TextState.TOMBSTONE, "law", act.at)
    assert (row.salt, row.body, row.rendered, row.words) == (None, None, "", "")
    assert _told() == [("record.text.erased", {"commitment": text.commitment, "ground": "law"})]


def test_erase_twice_tells_once(act: Act) -> None:
    text = texts.commit("Words.")
    texts.erase(act, text, ground="law")
    texts.erase(later(act, days=1), text, ground="withdrawn")
    assert len(_told()) == 1
    assert Text.objects.get().ground == "law"


def test_erase_a_withheld_text(act: Act) -> None:
    text = texts.commit("Words.")
    texts.withhold(act, text, ground="law", case="", until=act.at + timedelta(days=14))
    texts.erase(act, text, ground="law")
    row = Text.objects.get()
    assert (row.state, row.body, row.until) == (TextState.TOMBSTONE, None, None)


def test_withhold_and_release(act: Act) -> None:
    text = texts.commit("Words.")
    until = act.at + timedelta(hours=72)
    texts.withhold(act, text, ground="private-data", case="", until=until)
    row = Text.objects.get()
    assert (row.state, row.until, row.words) == (TextState.WITHHELD, until, "")
    assert bytes(row.body) == b"Words."
    texts.release(later(act, hours=1), text)
    texts.release(later(act, hours=2), text)
    row = Text.objects.get()
    assert (row.state, row.ground, row.case, row.until) == (TextState.OPEN, "", "", None)
    assert row.words == "Words."
    data = {"commitment": text.commitment}
    moment = "2026-03-04T09:30:00.000Z"
    assert _told() == [
        ("record.text.withheld", data | {"ground": "private-data", "case": "", "until": moment}),
        ("record.text.released", data),
    ]


def test_withhold_an_erased_text_is_refused(act: Act) -> None:
    text = texts.commit("Words.")
    texts.erase(act, text, ground="law")
    with pytest.raises(Refusal, match=r"record\.text\.erased"):
        texts.withhold(act, text, ground="law", case="", until=act.at + timedelta(days=1))


def test_release_an_erased_text_changes_nothing(act: Act) -> None:
    text = texts.commit("Words.")
    texts.erase(act, text, ground="law")
    texts.release(act, text)
    assert Text.objects.get().state == TextState.TOMBSTONE


def test_withhold_until_now_is_an_error(act: Act) -> None:
    with pytest.raises(ValueError, match="later moment"):
        texts.withhold(act, texts.commit("Words."), ground="law", case="", until=act.at)


def test_withhold_until_a_verdict_turns(act: Act) -> None:
    text, case = texts.commit("Words."), "0123456789abc"
    texts.withhold(act, text, ground="threat", case=case, until=None)
    assert due.due(act.at + timedelta(days=36_500)) == 0
    row = Text.objects.get()
    assert (row.state, row.until) == (TextState.WITHHELD, None)
    assert json.loads(text_file(row)) == {
        "commitment": text.commitment,
        "state": "withheld",
        "ground": "threat",
        "case": case,
        "until": "",
    }
    assert [data["until"] for _kind, data in _told()] == [""]
    texts.release(act, text)
    assert Text.objects.get().words == "Words."


def test_withhold_without_an_end_needs_a_case(act: Act) -> None:
    with pytest.raises(ValueError, match="only a case"):
        texts.withhold(act, texts.commit("Words."), ground="law", case="", until=None)


@pytest.mark.parametrize("ground", ["", "He lied.", "Law", "a--b", "law\n"])
def test_a_ground_is_a_word(act: Act, ground: str) -> None:
    text = texts.commit("Words.")
    with pytest.raises(ValueError, match="closed list"):
        texts.erase(act, text, ground=ground)
    with pytest.raises(ValueError, match="closed list"):
        texts.withhold(act, text, ground=ground, case="", until=act.at + timedelta(days=1))


def test_law_8_erasing_leaves_everything_verifying(
    act: Act, log_key: LogKey, tmp_path: Path
) -> None:
    folder = tmp_path / "log"
    words = "Somebody's name, quite recognisable."
    text, entries = make_entries(act, 300, words=words)
    kept, _entries = make_entries(act, 1, words="Another text.")
    write_log(folder, at=act.at)
    entries[7].refresh_from_db()
    before = queries.receipt(entries[7])
    file = folder / "texts" / text.commitment[:2] / f"{text.commitment}.json"
    assert json.loads(file.read_bytes())["text"] == words

    texts.erase(later(act, days=1), text, ground="law")
    write_log(folder, at=act.at + timedelta(days=1))

    # The chain, every tile, every other text, and a receipt given before the erasure.
    assert check_database(log_key) == check_folder(folder, log_key) == 302
    assert proofs.check(proofs.parse(before), log_key).size == 301
    assert json.loads(file.read_bytes()) == {
        "commitment": text.commitment,
        "state": "tombstone",
        "ground": "law",
        "at": "2026-03-02T09:30:00.000Z",
    }
    assert Text.objects.get(pk=kept.pk).words == "Another text."


def test_law_8_erased_words_are_in_no_file_and_no_row(
    act: Act, log_key: LogKey, tmp_path: Path
) -> None:
    """Nor is the salt, without which the commitment could be tried against guesses."""
    text, _entries = make_entries(act, 3, words="recognisable-words")
    traces = [b"recognisable-words", bytes(text.salt), bytes(text.salt).hex().encode()]
    write_log(tmp_path / "log", at=act.at)
    assert _found(traces[0], tmp_path), "there was something to find"
    texts.erase(act, text, ground="law")
    write_log(tmp_path / "log", at=act.at)
    for trace in traces:
        assert not _found(trace, tmp_path)
        assert not _in_tables(trace)


def _found(trace: bytes, folder: Path) -> bool:
    return any(trace in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def _in_tables(trace: bytes) -> bool:
    with connection.cursor() as cursor:
        for table in ("record_text", "record_entry"):
            cursor.execute(f"SELECT * FROM {table}")
            for row in cursor.fetchall():
                cells = [str(c).encode() if isinstance(c, str) else c for c in row]
                if any(trace in bytes(c) for c in cells if isinstance(c, bytes | memoryview)):
                    return True
    return False


def test_an_entry_holds_no_words(act: Act) -> None:
    text = texts.commit("recognisable-words")
    entry = append(act, some_event(text.commitment))
    assert b"recognisable" not in bytes(entry.body)
    assert bytes(text.salt).hex().encode() not in bytes(entry.body)


@pytest.mark.django_db(transaction=True)
def test_law_8_erased_words_leave_the_file_of_the_database(act: Act) -> None:
    """On SQLite, where deleted bytes could stay in free pages. PostgreSQL's VACUUM is the operator's."""
    if connection.vendor != "sqlite":
        return
    text = texts.commit("recognisable-words " * 2_000)
    salt, file = bytes(text.salt), Path(connection.settings_dict["NAME"])

    def bytes_on_disk() -> bytes:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return file.read_bytes()

    before = bytes_on_disk()
    assert b"recognisable-words" in before
    assert salt in before
    texts.erase(act, text, ground="law")
    after = bytes_on_disk()
    assert b"recognisable-words" not in after
    assert salt not in after
