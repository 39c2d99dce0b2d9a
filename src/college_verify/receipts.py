"""A receipt: one entry, its place, a proof, and the signed checkpoint. C2SP tlog-proof@v1."""

import re
from dataclasses import dataclass

from college_verify import entries, notes, tiles, tree, walk
from college_verify.findings import Broken, Findings
from college_verify.memory import extends
from college_verify.notes import Checkpoint, Key, decode_base64
from college_verify.opening import Opened, open_checkpoint
from college_verify.sources import Source

LARGEST = notes.LARGEST_NOTE + (1 << 18)
_FIRST = "c2sp.org/tlog-proof@v1"
_INDEX = re.compile(r"index (0|[1-9][0-9]{0,18})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Receipt:
    """The parts of a receipt, none of them checked."""

    entry: bytes
    index: int
    proof: list[bytes]
    note: bytes


def parse(data: bytes) -> Receipt:
    """Raises ``Broken``, naming the line."""
    head, gap, note = data.partition(b"\n\n")
    if not gap:
        raise Broken("a receipt has an empty line before its checkpoint")
    try:
        lines = head.decode("ascii").split("\n")
    except UnicodeDecodeError:
        raise Broken("a receipt is plain ASCII before its checkpoint") from None
    if lines[0] != _FIRST:
        raise Broken(f"line 1 of a receipt is {_FIRST}")
    if len(lines) < 3 or not lines[1].startswith("extra "):
        raise Broken("line 2 of this receipt does not hold the entry (extra)")
    index = _INDEX.fullmatch(lines[2])
    if not index:
        raise Broken("line 3 of this receipt does not say the index")
    hashes = lines[3:]
    if len(hashes) > tree.LONGEST_PROOF:
        raise Broken(f"its proof has more than {tree.LONGEST_PROOF} hashes")
    entry = _at_line(2, lines[1].removeprefix("extra "))
    proof = [_at_line(number, line) for number, line in enumerate(hashes, 4)]
    for number, value in enumerate(proof, 4):
        if len(value) != tiles.HASH:
            raise Broken(f"line {number} is no SHA-256 hash")
    return Receipt(entry, int(index[1]), proof, note)


def _at_line(number: int, text: str) -> bytes:
    try:
        return decode_base64(text)
    except Broken as error:
        raise Broken(f"line {number}: {error}") from None


def check(receipt: Receipt, vkey: str, seers: list[Key], findings: Findings) -> Opened | None:
    """The signature, the proof and the entry of a receipt; its opened checkpoint if that holds."""
    opened = open_checkpoint(receipt.note, vkey, seers, findings, "checkpoint in the receipt")
    if opened is None:
        return None
    signed = opened.checkpoint
    place = f"entry {receipt.index:,}"
    hashed = tree.leaf(receipt.entry)
    if tree.includes(hashed, receipt.index, signed.size, receipt.proof, signed.root):
        findings.held("inclusion", f"The entry is in the signed tree of {signed.size:,}.", place)
    else:
        findings.failed(
            "inclusion", "The proof does not lead from the entry to the signed root.", place
        )
    try:
        entry = entries.read(receipt.entry)
    except Broken as error:
        findings.failed("entries", f"The entry does not hold: {error}.", place)
    else:
        findings.held(
            "entries", f"The entry says: {entry.kind} by {entry.actor} at {entry.at}.", place
        )
    return opened


def check_against_log(
    receipt: Receipt, promised: Checkpoint, source: Source, now: Checkpoint, findings: Findings
) -> None:
    """Whether the published log still keeps the promise a receipt made."""
    extends(promised, now, source, findings, check="log", which="promised by the receipt")
    if promised.size > now.size:
        return
    index, at = divmod(receipt.index, tree.WIDTH)
    width = min(tree.WIDTH, now.size - index * tree.WIDTH)
    place = tiles.path(tiles.ENTRIES, index, width)
    try:
        entries_there = tiles.unpack(walk.bundle(source, index, width))
        if len(entries_there) != width or entries_there[at] != receipt.entry:
            raise Broken("another one stands in its place")
    except Broken as error:
        findings.failed(
            "log", f"The published log does not show the receipt's entry: {error}.", place
        )
    else:
        findings.held("log", "The published log shows the receipt's entry in its place.", place)
