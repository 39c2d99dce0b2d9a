"""Receipts: an entry, its place and its proof in one file (``c2sp.org/tlog-proof@v1``, spec/record.md §4)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from college.record.rules import notes, tree
from college.record.rules.checkpoints import Head, parse_text
from college.record.rules.notes import NotANote, NotSigned, Verifier, decode64, encode64

_FIRST = "c2sp.org/tlog-proof@v1"
_INDEX = re.compile(r"index (0|[1-9][0-9]{0,18})")
_MOST_HASHES = 63


@dataclass(frozen=True, slots=True)
class Receipt:
    """``entry`` is the entry's bytes (the format calls them extra); ``note`` the signed checkpoint."""

    entry: bytes
    index: int
    hashes: tuple[bytes, ...]
    note: str

    def __str__(self) -> str:
        proof = "".join(f"{encode64(h)}\n" for h in self.hashes)
        return f"{_FIRST}\nextra {encode64(self.entry)}\nindex {self.index}\n{proof}\n{self.note}"


def parse(text: str) -> Receipt:
    """A receipt, nothing in it checked yet."""
    head, empty, note = text.partition("\n\n")
    lines = head.split("\n")
    if not empty or len(lines) < 3 or lines[0] != _FIRST or not lines[1].startswith("extra "):
        raise NotANote("a receipt begins with its format, an extra and an index")
    index = _INDEX.fullmatch(lines[2])
    hashes = tuple(decode64(line) for line in lines[3:])
    if index is None or len(hashes) > _MOST_HASHES or any(len(h) != 32 for h in hashes):
        raise NotANote("a receipt's index, or a hash of its proof")
    notes.parse(note)
    return Receipt(decode64(lines[1].removeprefix("extra ")), int(index[1]), hashes, note)


def check(receipt: Receipt, log: Verifier, witnesses: Iterable[Verifier] = ()) -> Head:
    """The signed head in which the entry stands at its index; ``NotSigned`` if any of it does not hold."""
    note = notes.open_note(receipt.note, [log, *witnesses])
    if (log.name, log.key_id) not in {(s.name, s.key_id) for s in note.signatures}:
        raise NotSigned("the log did not sign")
    head = parse_text(note.text)
    if head.origin != log.name:
        raise NotSigned("the checkpoint is of another log")
    leaf = tree.leaf_hash(receipt.entry)
    if not tree.includes(
        leaf, receipt.index, size=head.size, hashes=receipt.hashes, root=head.root
    ):
        raise NotSigned("the entry is not in the tree of the checkpoint")
    return head
