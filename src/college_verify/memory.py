"""What was seen last time, so that a log cannot take back or rewrite what it once showed."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from college_verify import notes, proofs, tree
from college_verify.canonical import decode
from college_verify.findings import BadInput, Broken, Findings
from college_verify.notes import Checkpoint
from college_verify.opening import Opened
from college_verify.sources import Source

_LARGEST = 16 << 20


@dataclass
class Memory:
    """A file of origins, each with the key and the signed checkpoint last found to hold."""

    path: Path
    kept: dict[str, dict[str, str]]


def load(path: Path) -> Memory:
    """The memory in a file; an empty one if there is none yet. Raises ``BadInput``."""
    try:
        with path.open("rb") as file:
            value = decode(file.read(_LARGEST))
    except FileNotFoundError:
        return Memory(path, {})
    except (OSError, Broken) as error:
        raise BadInput(f"The memory in {path} cannot be read: {error}.") from None
    if not isinstance(value, dict) or not all(map(_is_kept, value.values())):
        raise BadInput(f"The file {path} is no memory of this program.")
    return Memory(path, value)


def _is_kept(value: object) -> bool:
    if not isinstance(value, dict) or value.keys() != {"vkey", "checkpoint"}:
        return False
    return all(isinstance(v, str) for v in value.values())


def compare(memory: Memory, now: Opened, source: Source, findings: Findings) -> None:
    """Whether the log still holds all it showed last time."""
    kept = memory.kept.get(now.checkpoint.origin)
    if kept is None:
        findings.note("memory", "This log was not seen before; its checkpoint will be remembered.")
        return
    if kept["vkey"] != now.vkey:
        findings.failed("memory", "The log's key is not the one remembered.", "vkey")
    try:
        text, _ = notes.open_note(kept["checkpoint"].encode(), notes.parse_key(kept["vkey"]))
        old = notes.parse_checkpoint(text)
    except Broken as error:
        raise BadInput(f"The checkpoint remembered in {memory.path} is damaged: {error}.") from None
    extends(
        old, now.checkpoint, source, findings, check="memory", which="remembered from last time"
    )


def extends(
    old: Checkpoint, new: Checkpoint, source: Source, findings: Findings, *, check: str, which: str
) -> None:
    """Whether the published log, now ``new``, begins with the tree of ``old``."""
    sizes = f"{old.size:,} entries, {which},"
    if old.size > new.size:
        findings.failed(
            check, f"The log was rolled back: of {sizes} {new.size:,} are left.", "checkpoint"
        )
        return
    try:
        proof = proofs.consistency(old.size, new.size, proofs.Nodes(source, new.size).over)
    except Broken as error:
        findings.failed(check, f"A tile needed for the proof cannot be read: {error}.")
        return
    if tree.extends(old.size, old.root, new.size, new.root, proof):
        findings.held(check, f"The {sizes} still begin the log.")
    else:
        findings.failed(
            check, f"The log was rewritten: the {sizes} no longer begin it.", "checkpoint"
        )


def save(memory: Memory, now: Opened) -> None:
    """Remember a checkpoint that held. Raises ``BadInput``."""
    kept = {"vkey": now.vkey, "checkpoint": now.note.decode("utf-8")}
    memory.kept[now.checkpoint.origin] = kept
    aside = memory.path.with_name(memory.path.name + ".new")
    try:
        with aside.open("w", encoding="utf-8") as file:
            json.dump(memory.kept, file, indent=1, sort_keys=True)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        aside.replace(memory.path)
    except OSError as error:
        raise BadInput(
            f"The memory in {memory.path} cannot be written: {error.strerror}."
        ) from None
