"""The triggers are there: a later migration on SQLite could drop them with the table it rebuilds."""

import pytest
from django.db import IntegrityError, connection, transaction

from college.ground.act import Act
from college.record.models import Checkpoint, Text, Tile
from tests.factories.acts import MOMENT
from tests.factories.record import make_entries

_UPDATES = {"record_entry_stays", "record_checkpoint_stays", "record_text_stays"}
_DELETES = {
    "record_entry_lasts",
    "record_checkpoint_lasts",
    "record_text_lasts",
    "record_tile_lasts",
}


@pytest.mark.django_db
def test_every_trigger_is_in_the_database() -> None:
    queries = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'record_%'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE tgname LIKE 'record_%'",
    }
    with connection.cursor() as cursor:
        cursor.execute(queries[connection.vendor])
        found = {name for (name,) in cursor.fetchall()}
    assert found == (_UPDATES if connection.vendor == "sqlite" else _UPDATES | _DELETES)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        {"size": 6},
        {"root": b"x" * 32},
        {"at": "2027-01-01T00:00:00Z"},
        {"note": "another"},
        {"note": ""},
    ],
    ids=str,
)
def test_a_signed_head_stays(change: dict) -> None:
    Checkpoint.objects.create(size=5, root=b"r" * 32, at=MOMENT)
    Checkpoint.objects.filter(size=5).update(note="signed")
    with pytest.raises(IntegrityError), transaction.atomic():
        Checkpoint.objects.filter(size=5).update(**change)
    head = Checkpoint.objects.get(size=5)
    assert (bytes(head.root), head.note, head.at) == (b"r" * 32, "signed", MOMENT)


@pytest.mark.django_db
def test_a_text_keeps_its_bytes_and_a_tombstone_its_emptiness(act: Act) -> None:
    text, _entries = make_entries(act, 1)
    row = Text.objects.filter(pk=text.pk)
    for change in ({"body": b"other"}, {"salt": b"s" * 32}, {"commitment": "0" * 64}):
        with pytest.raises(IntegrityError), transaction.atomic():
            row.update(**change)
    row.update(state="tombstone", ground="law", body=None, salt=None, rendered="")
    with pytest.raises(IntegrityError), transaction.atomic():
        row.update(state="open", body=bytes(text.body), salt=bytes(text.salt))
    assert row.get().body is None


@pytest.mark.django_db
def test_rows_of_the_record_last(act: Act) -> None:
    """As for entries: on SQLite there is no such trigger (migration 0002 says why)."""
    if connection.vendor == "sqlite":
        return
    make_entries(act, 1)
    Checkpoint.objects.create(size=5, root=b"r" * 32, at=MOMENT)
    Tile.objects.create(level=0, number=0, hashes=b"h" * 32)
    for model in (Checkpoint, Text, Tile):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.all().delete()
        assert model.objects.count() == 1
