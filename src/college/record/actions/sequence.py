"""Give entries their places, fix the head of the tree, then sign it (docs/decisions/0001).

Two transactions on purpose: a head is in the database before it is signed, so whatever happens
in between, the same size is only ever signed with the same root.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q

from college.ground.moments import rfc3339
from college.ground.refusals import Refusal
from college.record import signing
from college.record.models import Checkpoint, Entry, Tile
from college.record.rules import nodes, tree
from college.record.rules.nodes import TileHashes

#: Entries read and hashed at a time; a multiple of 256, so that most tiles are written once.
BATCH = 2_048
#: Entries under one head: an import of a million is many short transactions, not one long one.
MOST = 51_200
#: Two ticks that wait for one another arrive in either order; that is no clock running backwards.
PATIENCE = timedelta(seconds=10)
#: PostgreSQL's advisory lock of the sequencer: any number that nobody else here uses.
_LOCK = 0x7265636F7264


@dataclass(frozen=True, slots=True)
class Sequenced:
    """What one run did: entries given a place, heads signed, and the size of the log now."""

    integrated: int
    signed: int
    size: int


def sequence(at: datetime) -> Sequenced:
    """Integrate everything that waits, and sign. ``at`` is the present moment. Safe to repeat at any time.

    An empty log is not signed: the first checkpoint comes with the first entry. Refuses without the key.
    """
    signer = signing.load()
    # First what a crash may have left unsigned, and whether this is the database the key knows.
    signed = sign(signer)
    integrated = 0
    while placed := integrate(at):
        integrated += placed
        signed += sign(signer)
        if placed < MOST:
            break
    last = Checkpoint.objects.order_by("-size").first()
    return Sequenced(integrated, signed, last.size if last else 0)


@transaction.atomic
def integrate(at: datetime, *, most: int = MOST) -> int:
    """Place the entries that wait, in order of arrival, and fix the head over them; gives how many.

    Refuses when the clock is behind the last head.
    """
    _lock()
    last = Checkpoint.objects.order_by("-size").first()
    size = start = last.size if last else 0
    edge = _edge(size)
    if last is not None:
        _check_edge(last, edge)
    for batch in _waiting(most):
        if size == start and last is not None:
            at = _not_before(at, last)
        _place(batch, size)
        changed = nodes.grow(size, edge, [tree.leaf_hash(body) for _id, body in batch])
        _keep(changed.values())
        edge |= {t.level: t for t in changed.values() if t.width < nodes.WIDTH}
        size += len(batch)
    if size > start:
        root = tree.root(size, lambda h, n: nodes.read({t.place: t for t in edge.values()}, h, n))
        Checkpoint(size=size, root=root, at=at).save(force_insert=True)
    return size - start


@transaction.atomic
def sign(signer: signing.Signer) -> int:
    """Sign every head that has no note yet, smallest first; gives how many.

    Refuses when the database does not hold the largest head that was ever signed.
    """
    _lock()
    _check_not_rolled_back()
    heads = list(Checkpoint.objects.filter(note="").order_by("size"))
    for head in heads:
        head.note = signer.sign(head.size, bytes(head.root))
        head.save(update_fields=["note"])
    return len(heads)


def _check_not_rolled_back() -> None:
    last = signing.last_signed()
    if last and not Checkpoint.objects.filter(size=last.size, root=last.root).exists():
        newest = Checkpoint.objects.order_by("-size").first()
        found = newest.size if newest else 0
        raise Refusal("record.log.rolled-back", signed=last.size, found=found)


def _lock() -> None:
    """One sequencer at a time. On SQLite the transaction began IMMEDIATE and is the lock itself."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _edge(size: int) -> dict[int, TileHashes]:
    """The tiles that are not full yet, by level."""
    wanted = Q(pk=None)
    level = 0
    while count := size >> (nodes.STEP * level):
        if count % nodes.WIDTH:
            wanted |= Q(level=level, number=count // nodes.WIDTH)
        level += 1
    rows = Tile.objects.filter(wanted)
    return {t.level: TileHashes(t.level, t.number, bytes(t.hashes), bytes(t.inner)) for t in rows}


def _check_edge(last: Checkpoint, edge: Mapping[int, TileHashes]) -> None:
    """The last root must follow from the tiles; growing a damaged tree would sign the damage."""
    tiles = {t.place: t for t in edge.values()}
    if tree.root(last.size, lambda h, n: nodes.read(tiles, h, n)) != bytes(last.root):
        raise RuntimeError(f"the tiles do not give the root of the checkpoint of size {last.size}")


def _not_before(at: datetime, last: Checkpoint) -> datetime:
    if at < last.at - PATIENCE:
        raise Refusal("record.clock.behind", now=rfc3339(at), last=rfc3339(last.at))
    return max(at, last.at)


def _waiting(most: int) -> Iterator[list[tuple[int, bytes]]]:
    """Id and bytes of the entries without a place, in bounded batches."""
    after = 0
    while most > 0:
        rows = Entry.objects.filter(position=None, id__gt=after).order_by("id")
        batch = [
            (pk, bytes(body)) for pk, body in rows.values_list("id", "body")[: min(BATCH, most)]
        ]
        if not batch:
            return
        yield batch
        after = batch[-1][0]
        most -= len(batch)


def _place(batch: list[tuple[int, bytes]], start: int) -> None:
    """One statement per entry: an update over a sorted SELECT could place entries nobody hashed."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE record_entry SET position = %s WHERE id = %s AND position IS NULL",
            [(position, pk) for position, (pk, _body) in enumerate(batch, start)],
        )
        if cursor.rowcount != len(batch):
            raise RuntimeError("an entry that waited was given a place by somebody else")


def _keep(changed: Iterator[TileHashes]) -> None:
    Tile.objects.bulk_create(
        [Tile(level=t.level, number=t.number, hashes=t.hashes, inner=t.inner) for t in changed],
        update_conflicts=True,
        unique_fields=["level", "number"],
        update_fields=["hashes", "inner"],
    )
