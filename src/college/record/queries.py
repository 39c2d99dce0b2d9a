"""What the record is asked: entries, proofs, receipts, the latest checkpoint. Needs no private key."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import QuerySet

from college.record import signing
from college.record.models import Checkpoint, Entry, Text
from college.record.rules import nodes, proofs, tree
from college.record.rules.nodes import Place, TileHashes
from college.record.rules.notes import LogKey
from college.record.rules.states import TextState

#: Entries on a page of the record.
PAGE = 50


def entry_at(position: int) -> Entry | None:
    """The entry at an index of the log. One query."""
    return Entry.objects.filter(position=position).first()


def entries(
    *, before: int | None = None, after: int | None = None, most: int = PAGE, **which: str
) -> list[Entry]:
    """A page of integrated entries, latest first, by index. One query.

    ``which`` may narrow by ``subject``, ``kind`` or ``actor``. ``before`` and ``after`` are indices:
    the entries just below the one, or just above the other.
    """
    rows = _narrowed(which).filter(position__isnull=False)
    if after is not None:
        return list(rows.filter(position__gt=after).order_by("position")[:most])[::-1]
    if before is not None:
        rows = rows.filter(position__lt=before)
    return list(rows.order_by("-position")[:most])


def entries_about(subject: str, *, most: int = PAGE) -> list[Entry]:
    """The first entries about a public id, waiting ones included, in order of arrival. One query."""
    return list(Entry.objects.filter(subject=subject).order_by("id")[:most])


def entries_by(actor: str, *, before: int | None = None, most: int = PAGE) -> list[Entry]:
    """A member's entries, latest first, waiting ones included; ``before`` is a row id. One query."""
    rows = Entry.objects.filter(actor=actor).order_by("-id")
    return list((rows if before is None else rows.filter(id__lt=before))[:most])


def added_since(actor: str, since: datetime, *, most: int, but: str) -> int:
    """How many entries an actor's acts added after a moment, ``most`` at most; kinds that end in ``but`` are
    left out. One query."""
    rows = Entry.objects.filter(actor=actor, at__gt=since).exclude(kind__endswith=but)
    return rows.order_by()[:most].count()


def waiting(*, most: int = PAGE) -> list[Entry]:
    """The entries that have no index yet, oldest first. One query."""
    return list(Entry.objects.filter(position=None).order_by("id")[:most])


def count() -> int:
    """How many entries are committed, waiting ones included. One query, whose cost is that of the waiting.

    Entries get ids when they are written and become visible when their act commits, so the highest id can
    stand still while the record grows. The count cannot.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT COALESCE(MAX(position) + 1, 0) FROM record_entry)"
            " + (SELECT COUNT(*) FROM record_entry WHERE position IS NULL)"
        )
        return int(cursor.fetchone()[0])


def latest_mark() -> int:
    """A number that grows with every committed act: whatever was cached under an older one is stale."""
    return count()


def latest_signed() -> Checkpoint | None:
    """The largest signed checkpoint. One query."""
    return Checkpoint.objects.exclude(note="").order_by("-size").first()


def first_signed_over(position: int) -> Checkpoint | None:
    """The first signed checkpoint that covers the entry at an index. One query."""
    return Checkpoint.objects.filter(size__gt=position).exclude(note="").order_by("size").first()


def age(now: datetime) -> timedelta | None:
    """How old the largest signed checkpoint is; ``None`` before the first. One query."""
    latest = latest_signed()
    return None if latest is None else now - latest.at


def log_key() -> LogKey:
    """The log's public key. No query."""
    return signing.verifier()


def inclusion_proof(position: int, size: int) -> list[bytes]:
    """The proof that the entry at ``position`` is in the tree of ``size``. One query, O(log size) rows."""
    return _proof(tree.inclusion_ranges(position, size))


def consistency_proof(old: int, size: int) -> list[bytes]:
    """The proof that the tree of ``size`` begins with that of ``old``. One query, O(log size) rows."""
    return _proof(tree.consistency_ranges(old, size))


def receipt(entry: Entry) -> str | None:
    """The entry's receipt (spec/record.md §4); ``None`` until a signed checkpoint covers it. Two queries."""
    latest = latest_signed()
    if entry.position is None or latest is None or entry.position >= latest.size:
        return None
    hashes = inclusion_proof(entry.position, latest.size)
    return str(proofs.Receipt(bytes(entry.body), entry.position, tuple(hashes), latest.note))


def _narrowed(which: dict[str, str]) -> QuerySet[Entry]:
    if unknown := which.keys() - {"subject", "kind", "actor"}:
        raise TypeError(f"entries are not asked for by {sorted(unknown)}")
    return Entry.objects.filter(**{name: value for name, value in which.items() if value})


def is_committed(commitment: str) -> bool:
    """Whether a text of this commitment is kept already. One query."""
    return Text.objects.filter(pk=commitment).exists()


def texts_by_commitment(commitments: Collection[str]) -> dict[str, Text]:
    """One query."""
    return Text.objects.in_bulk(list(commitments))


def closed_by_commitment(commitments: Collection[str]) -> dict[str, Text]:
    """Of these, the texts that are withheld or erased. One query."""
    return Text.objects.exclude(state=TextState.OPEN).in_bulk(list(commitments))


def _proof(ranges: Iterable[tree.Range]) -> list[bytes]:
    covers = tree.covers(ranges)
    tiles = _tiles(nodes.places(node for cover in covers for node in cover))
    return tree.proof(covers, lambda height, number: nodes.read(tiles, height, number))


def _tiles(wanted: Collection[Place]) -> dict[Place, TileHashes]:
    """By hand, not through the ORM: composing this query would cost more than answering it."""
    if not wanted:
        return {}
    which = " OR ".join(["(level = %s AND number = %s)"] * len(wanted))
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT level, number, hashes, "inner" FROM record_tile WHERE {which}',  # noqa: S608  only marks
            [part for place in wanted for part in place],
        )
        return {
            (level, number): TileHashes(level, number, bytes(hashes), bytes(inner))
            for level, number, hashes, inner in cursor.fetchall()
        }
