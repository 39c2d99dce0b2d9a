"""Write the log's files: tiles, then texts, then the key, and the checkpoint last (spec/record.md §3, §5).

The files follow from the database alone, so a run that was cut short is simply run again. What is kept
for ever is compared before it is written; a folder that says more than the database, or something else,
is evidence of a fork and is left as it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db.models import Q

from college.ground.moments import rfc3339
from college.ground.refusals import Refusal
from college.record import queries, signing
from college.record.actions.sequence import sequence
from college.record.directory import Directory
from college.record.events import TextErased, TextReleased, TextWithheld
from college.record.models import Checkpoint, Entry, Text, TextState, Tile
from college.record.rules import canonical, tiles
from college.record.rules.tiles import WIDTH, TileName
from college.record.rules.tree import HASH_LENGTH

#: Entries, or full tiles, read at a time.
_AT_ONCE = 1_024
_TILES_AT_ONCE = 64
#: A text that is withheld while its file is being written needs one more round, with that entry signed.
_ROUNDS = 10
_COMMITMENT = re.compile(rb'"([0-9a-f]{64})"')
_STATE_KINDS = [TextErased.kind, TextWithheld.kind, TextReleased.kind]


@dataclass(frozen=True, slots=True)
class Written:
    """``size`` of the log that the folder now shows, and how many files were new or changed."""

    size: int
    files: int


def write_log(folder: Path, *, at: datetime, again: bool = False) -> Written:
    """Sequence what waits and bring ``folder`` up to date. Safe to repeat, whatever happened before.

    Normally only what follows the folder's checkpoint is written; ``again`` goes over every file, and
    mends those that are gone or cut short.
    """
    directory = Directory(folder)
    key = signing.verifier()
    with directory.alone():
        done = 0
        for _round in range(_ROUNDS):
            sequence(at)
            head = _latest()
            shown = _shown(directory, head)
            old = done or (0 if again else shown)
            _write_tiles(directory, old, head.size)
            _write_texts(directory, old, head.size)
            if _all_states_are_told(head.size):
                _finish(directory, key.vkey, head.note)
                return Written(head.size, directory.written)
            done = head.size
    raise Refusal("record.files.busy")


def _latest() -> Checkpoint:
    head = queries.latest_signed()
    if head is None:
        raise Refusal("record.log.empty")
    return head


def _shown(directory: Directory, latest: Checkpoint) -> int:
    """The size that the folder shows, if that is a state this database was in."""
    head = directory.head(signing.verifier())
    if head is None:
        return 0
    if head.size > latest.size:
        raise Refusal("record.files.ahead", shown=head.size, found=latest.size)
    if not Checkpoint.objects.filter(size=head.size, root=head.root).exists():
        raise Refusal("record.files.forked", size=head.size)
    return head.size


def _write_tiles(directory: Directory, old: int, new: int) -> None:
    """The tiles that became full, and for every size signed since, the partial ones that are still partial.

    A reader with an older checkpoint finds its partial tile, or the full one that begins with it.
    """
    for name, data in _full_tiles(old, new):
        directory.keep(name.path, data)
    for name in _partial_names(old, new):
        directory.keep(name.path, _partial_bytes(name))


def _full_tiles(old: int, new: int) -> Iterator[tuple[TileName, bytes]]:
    level = 0
    while count := new >> (8 * level):
        first, end = (old >> (8 * level)) // WIDTH, count // WIDTH
        for start in range(first, end, _TILES_AT_ONCE):
            stop = min(start + _TILES_AT_ONCE, end)
            rows = Tile.objects.filter(level=level, number__gte=start, number__lt=stop)
            for number, hashes in rows.order_by("number").values_list("number", "hashes"):
                yield TileName(level, number), bytes(hashes)
                if level == 0:
                    yield TileName(None, number), _bundle(number, WIDTH)
        level += 1


def _partial_names(old: int, new: int) -> list[TileName]:
    current = {(name.level, name.number) for name in tiles.partial_tiles(new)}
    signed = Checkpoint.objects.filter(size__gt=old, size__lte=new).exclude(note="")
    found = {
        name
        for size in signed.values_list("size", flat=True).iterator()
        for name in tiles.partial_tiles(size)
        if (name.level, name.number) in current
    }
    return sorted(found, key=lambda name: name.path)


def _partial_bytes(name: TileName) -> bytes:
    if name.level is None:
        return _bundle(name.number, name.width)
    hashes = Tile.objects.values_list("hashes", flat=True).get(level=name.level, number=name.number)
    return bytes(hashes)[: name.width * HASH_LENGTH]


def _bundle(number: int, width: int) -> bytes:
    start = number * WIDTH
    rows = Entry.objects.filter(position__gte=start, position__lt=start + width)
    bodies = [bytes(body) for body in rows.order_by("position").values_list("body", flat=True)]
    if len(bodies) != width:
        raise RuntimeError(f"bundle {number} has {len(bodies)} entries, not {width}")
    return tiles.encode_bundle(bodies)


def _write_texts(directory: Directory, old: int, new: int) -> None:
    """The texts that entries between two sizes commit to, or tell the state of."""
    for start in range(old, new, _AT_ONCE):
        rows = Entry.objects.filter(position__gte=start, position__lt=min(start + _AT_ONCE, new))
        named: set[str] = set()
        for body in rows.values_list("body", flat=True):
            named.update(match.decode() for match in _COMMITMENT.findall(bytes(body)))
        for commitment, text in sorted(Text.objects.defer("rendered").in_bulk(named).items()):
            directory.replace(f"texts/{commitment[:2]}/{commitment}.json", text_file(text))


def text_file(text: Text) -> bytes:
    """What is published of a text, in its state (spec/record.md §2)."""
    told: dict[str, object] = {"commitment": text.commitment, "state": str(text.state)}
    if text.state == TextState.OPEN:
        told["salt"] = bytes(text.salt).hex()
        if text.is_document:
            told["document"] = canonical.decode_entry(bytes(text.body))
        else:
            told["text"] = bytes(text.body).decode()
    elif text.state == TextState.WITHHELD:
        until = rfc3339(text.until) if text.until is not None else ""
        told |= {"ground": text.ground, "case": text.case, "until": until}
    else:
        told |= {"ground": text.ground, "at": rfc3339(text.changed_at)}
    return canonical.encode(told)


def _all_states_are_told(size: int) -> bool:
    """Whether every change of a text's state up to this moment stands in the log of ``size``.

    A state is committed together with its entry: if none is left outside, none was read by the way.
    """
    outside = Q(position=None) | Q(position__gte=size)
    return not Entry.objects.filter(outside, kind__in=_STATE_KINDS).exists()


def _finish(directory: Directory, vkey: str, note: str) -> None:
    directory.keep("vkey", f"{vkey}\n".encode())
    directory.settle()
    directory.replace("checkpoint", note.encode())
    directory.settle()
