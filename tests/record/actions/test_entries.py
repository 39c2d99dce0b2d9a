"""Appending: in the transaction of the act, in canonical form, never changed after."""

from dataclasses import dataclass
from typing import ClassVar

import pytest
from django.db import IntegrityError, connection, transaction

from college.ground.act import Act
from college.ground.events import Event
from college.record.actions.entries import MOST_BYTES, append, append_many
from college.record.models import Entry
from college.record.rules import canonical
from tests.factories.record import some_event


@dataclass(frozen=True, slots=True)
class Tried(Event):
    kind: ClassVar[str] = "record.test.tried"
    value: object


@pytest.mark.django_db
def test_append_writes_canonical_bytes(act: Act) -> None:
    append(act, Tried(value=("b", 1, None, True)), subject="7h2m9k4qx0c5t")
    entry = Entry.objects.get()
    assert bytes(entry.body) == (
        b'{"actor":"%s","at":"2026-03-01T09:30:00.000Z","data":{"value":["b",1,null,true]},'
        b'"kind":"record.test.tried","v":1}' % act.actor.encode()
    )
    assert canonical.decode_entry(bytes(entry.body))["kind"] == entry.kind
    assert (entry.actor, entry.at, entry.subject) == (act.actor, act.at, "7h2m9k4qx0c5t")
    assert entry.position is None


@pytest.mark.django_db(transaction=True)
def test_law_6_nothing_unseen_an_act_without_its_transaction_is_refused(act: Act) -> None:
    with pytest.raises(RuntimeError, match="transaction of its act"):
        append(act, some_event("0" * 64))
    with pytest.raises(RuntimeError, match="transaction of its act"):
        append_many(act, [(some_event("0" * 64), "")])
    assert not Entry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_law_6_nothing_unseen_act_and_entry_share_one_fate(act: Act) -> None:
    class Fails(Exception):
        pass

    @transaction.atomic
    def act_that_fails() -> None:
        append(act, some_event("0" * 64))
        raise Fails

    with pytest.raises(Fails):
        act_that_fails()
    assert not Entry.objects.exists()
    with transaction.atomic():
        append(act, some_event("0" * 64))
    assert Entry.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        {"body": b"{}"},
        {"kind": "record.test.other"},
        {"actor": "clock"},
        {"at": "2027-01-01T00:00:00Z"},
        {"subject": "7h2m9k4qx0c5t"},
        {"position": 8},
        {"position": None},
        {"id": 10**6},
    ],
    ids=str,
)
def test_law_6_nothing_unseen_an_entry_never_changes(act: Act, change: dict) -> None:
    entry = append(act, some_event("0" * 64))
    Entry.objects.filter(pk=entry.pk).update(position=7)
    before = Entry.objects.values().get()
    with pytest.raises(IntegrityError, match="only grows"), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(**change)
    assert Entry.objects.values().get() == before


@pytest.mark.django_db
def test_law_6_nothing_unseen_an_entry_is_never_deleted(act: Act) -> None:
    """On SQLite the database cannot refuse (migration 0002 says why); the verifier finds the gap."""
    append(act, some_event("0" * 64))
    if connection.vendor == "sqlite":
        return
    with pytest.raises(IntegrityError, match="only grows"), transaction.atomic():
        Entry.objects.all().delete()
    assert Entry.objects.count() == 1


@pytest.mark.django_db
def test_append_refuses_what_no_bundle_could_hold(act: Act) -> None:
    room = MOST_BYTES - len(bytes(append(act, Tried(value="")).body))
    assert len(bytes(append(act, Tried(value="x" * room)).body)) == MOST_BYTES
    with pytest.raises(ValueError, match="the most is"):
        append(act, Tried(value="x" * (room + 1)))


@pytest.mark.django_db
@pytest.mark.parametrize("value", [1.5, 2**53, {"é": 1}, object()], ids=type)
def test_append_refuses_what_leaves_the_profile(act: Act, value: object) -> None:
    with pytest.raises(canonical.NotCanonical):
        append(act, Tried(value=value))


@pytest.mark.django_db
def test_append_many_keeps_the_order(act: Act) -> None:
    append_many(act, [(Tried(value=i), str(i)) for i in range(1_200)])
    subjects = Entry.objects.order_by("id").values_list("subject", flat=True)
    assert list(subjects) == [str(i) for i in range(1_200)]
