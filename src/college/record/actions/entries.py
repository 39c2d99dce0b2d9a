"""Append events to the record, in the transaction of the act itself. The only writer of entries."""

from collections.abc import Iterable

from django.db import transaction

from college.ground.act import Act
from college.ground.events import Event
from college.ground.moments import rfc3339
from college.record.models import Entry
from college.record.rules import canonical

#: Entry bundles prefix each entry with a 16-bit length (C2SP tlog-tiles).
MOST_BYTES = 65_535
VERSION = 1


def append(act: Act, event: Event, *, subject: str = "") -> Entry:
    """Write one event down. ``subject`` is the public id under which readers will look for it.

    Must be called inside the transaction that does what the event tells.
    """
    entry = _entry(act, event, subject)
    entry.save(force_insert=True)
    return entry


def append_many(act: Act, events: Iterable[tuple[Event, str]]) -> list[Entry]:
    """Write many (event, subject) pairs down in order, in one go."""
    return Entry.objects.bulk_create([_entry(act, e, s) for e, s in events], batch_size=500)


def _entry(act: Act, event: Event, subject: str) -> Entry:
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError(f"{event.kind} must be recorded in the transaction of its act")
    body = canonical.encode_entry(
        {
            "v": VERSION,
            "kind": event.kind,
            "at": rfc3339(act.at),
            "actor": act.actor,
            "data": event.data(),
        }
    )
    if len(body) > MOST_BYTES:
        raise ValueError(f"{event.kind}: an entry of {len(body)} bytes; the most is {MOST_BYTES}")
    return Entry(body=body, kind=event.kind, actor=act.actor, at=act.at, subject=subject)
