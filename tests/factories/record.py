"""Entries for tests, and the whole check of a log: what is in the database, what is in a folder."""

import json
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from django.db import transaction

from college.ground.act import Act
from college.record.actions.entries import append_many
from college.record.actions.files import text_file
from college.record.actions.texts import commit_plain
from college.record.events import CollegeFounded
from college.record.models import Checkpoint, Entry, Text, Tile
from college.record.rules import canonical, nodes, notes, tiles, tree
from college.record.rules.checkpoints import parse_text
from college.record.rules.commitment import commitment
from college.record.rules.notes import LogKey


def some_event(charter: str) -> CollegeFounded:
    """An event that commits to a text."""
    return CollegeFounded(origin="college.example/log", preset="class", charter=charter)


@transaction.atomic
def make_entries(act: Act, count: int, *, words: str = "A text.") -> tuple[Text, list[Entry]]:
    """A text, and ``count`` entries that commit to it, in one act."""
    text = commit_plain(words)
    return text, append_many(act, [(some_event(text.commitment), "") for _ in range(count)])


def told(kind: str) -> list[dict]:
    """What the entries of a kind say, the earliest first."""
    rows = Entry.objects.filter(kind=kind).order_by("id")
    return [json.loads(bytes(row.body))["data"] for row in rows]


def check_database(key: LogKey) -> int:
    """Recompute the log from its entries and compare every tile, head and note; gives its size."""
    rows = Entry.objects.exclude(position=None).order_by("position").values_list("position", "body")
    placed = [(position, bytes(body)) for position, body in rows]
    assert [position for position, _body in placed] == list(range(len(placed)))
    leaves = [tree.leaf_hash(body) for _position, body in placed]

    stored = {
        (t.level, t.number): nodes.TileHashes(t.level, t.number, bytes(t.hashes), bytes(t.inner))
        for t in Tile.objects.all()
    }
    assert stored == nodes.grow(0, {}, leaves)

    heads = list(Checkpoint.objects.order_by("size"))
    assert (heads[-1].size if heads else 0) == len(leaves)
    for earlier, later in pairwise(heads):
        assert earlier.at <= later.at
    for head in heads:
        root = tree.root(head.size, lambda h, n: nodes.read(stored, h, n))
        assert bytes(head.root) == root
        if head.note:
            told = parse_text(notes.open_note(head.note, [key]).text)
            assert (told.origin, told.size, told.root) == (key.name, head.size, root)
    return len(leaves)


def check_folder(folder: Path, key: LogKey, *, cut_short: bool = False) -> int:
    """Check a published log from its files alone; gives its size.

    If writing was ``cut_short``, a text may already be in the state that the next checkpoint will tell.
    """
    assert (folder / "vkey").read_text() == f"{key.vkey}\n"
    head = parse_text(notes.open_note((folder / "checkpoint").read_bytes(), [key]).text)
    for name in tiles.written(0, head.size):
        assert (folder / name.path).is_file(), name.path

    entries: list[bytes] = []
    for name in tiles.written(0, head.size):
        if name.level is None:
            entries += tiles.decode_bundle((folder / name.path).read_bytes(), name.width)
    leaves = [tree.leaf_hash(entry) for entry in entries]
    assert tree.root_of_leaves(leaves) == head.root

    grown = nodes.grow(0, {}, leaves)
    for path in _files(folder / "tile"):
        name = tiles.parse_path(str(path.relative_to(folder)))
        _check_tile(path, name, grown, entries)
    _check_texts(folder, entries, cut_short=cut_short)
    return head.size


def _check_tile(
    path: Path,
    name: tiles.TileName,
    grown: dict[nodes.Place, nodes.TileHashes],
    entries: list[bytes],
) -> None:
    """Every tile file there is agrees with the tree, or lies beyond a checkpoint still to be published."""
    data = path.read_bytes()
    first = name.number * tiles.WIDTH
    if name.level is None:
        beyond = first + name.width > len(entries)
        found = tiles.decode_bundle(data, name.width)
        assert beyond or found == entries[first : first + name.width], path
        return
    known = grown.get((name.level, name.number))
    beyond = known is None or known.width < name.width
    assert beyond or data == known.hashes[: len(data)], path
    assert len(data) == name.width * 32, path


def _check_texts(folder: Path, entries: list[bytes], *, cut_short: bool) -> None:
    last_told: dict[str, tuple[str, dict]] = {}
    for body in entries:
        entry = _entry(body)
        data = entry["data"]
        if entry["kind"].startswith("record.text."):
            last_told[data["commitment"]] = (entry["kind"].split(".")[2], entry)
        elif "charter" in data:
            last_told.setdefault(data["charter"], ("committed", entry))
    for commitment_, (told, entry) in last_told.items():
        data = (folder / "texts" / commitment_[:2] / f"{commitment_}.json").read_bytes()
        file = json.loads(data)
        assert file["commitment"] == commitment_
        state = {"erased": "tombstone", "withheld": "withheld"}.get(told, "open")
        if file["state"] != state:
            assert cut_short
            assert data == text_file(Text.objects.get(pk=commitment_))
            continue
        _check_text(file, entry)


@cache
def _entry(body: bytes) -> dict:
    """Read once: a log is checked again and again while it grows."""
    return canonical.decode_entry(body)


def _check_text(file: dict, entry: dict) -> None:
    if file["state"] == "open":
        data = file["text"].encode() if "text" in file else canonical.encode(file["document"])
        assert commitment(bytes.fromhex(file["salt"]), data) == file["commitment"]
        return
    assert not {"salt", "text", "document"} & file.keys()
    assert file["ground"] == entry["data"]["ground"]
    if file["state"] == "tombstone":
        assert file["at"] == entry["at"]
    else:
        assert (file["until"], file["case"]) == (entry["data"]["until"], entry["data"]["case"])


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def contents(folder: Path) -> dict[str, bytes]:
    """The files below a folder, by path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in _files(folder)}
