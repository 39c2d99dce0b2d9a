"""Who signed: the log's key, its checkpoint, the witnesses. Nothing else is read before this holds."""

from dataclasses import dataclass
from datetime import UTC, datetime

from college_verify import notes, witnesses
from college_verify.findings import BadInput, Broken, Findings, shown
from college_verify.notes import Checkpoint, Key
from college_verify.sources import Source


@dataclass(frozen=True, slots=True)
class Opened:
    """A checkpoint whose signature holds. ``note`` is the whole signed note, ``vkey`` the key's line."""

    checkpoint: Checkpoint
    vkey: str
    note: bytes


def key_of(line: str, wanted: frozenset[int], whose: str) -> Key:
    """A key given by the user. Raises ``BadInput`` with a sentence."""
    try:
        key = notes.parse_key(line.strip())
    except Broken as error:
        raise BadInput(f"The {whose}'s key is malformed: {error}.") from None
    if key.kind not in wanted:
        raise BadInput(f"A key of type 0x{key.kind:02x} is no {whose}'s key.")
    return key


def choose_key(source: Source, findings: Findings, pinned: str | None) -> str | None:
    """The line of the key to check with: the pinned one, else the published one."""
    published = _published_key(source, findings)
    if pinned is None:
        if published is not None:
            findings.held("key", "The published key is well formed.", "vkey")
            findings.note(
                "key",
                "You pinned no key. Against the key published beside the log, the signature proves only "
                "that log and key belong together, not whose they are: get the key from somewhere else "
                "and give it with --vkey.",
            )
        return published
    key_of(pinned, frozenset({notes.ED25519}), "log")
    if published == pinned.strip():
        findings.held("key", "The published key is the one you pinned.", "vkey")
    elif published is not None:
        findings.failed("key", "The published key is not the one you pinned.", "vkey")
    return pinned.strip()


def _published_key(source: Source, findings: Findings) -> str | None:
    try:
        data = source.read("vkey", notes.LARGEST_VKEY)
        if data is None:
            raise Broken("it is missing")
        try:
            line = data.decode("utf-8").removesuffix("\n")
        except UnicodeDecodeError:
            raise Broken("it is not UTF-8") from None
        if notes.parse_key(line).kind != notes.ED25519:
            raise Broken("it is no key of a log")
    except Broken as error:
        findings.failed("key", f"The log's key cannot be used: {error}.", "vkey")
        return None
    return line


def open_checkpoint(
    note: bytes, vkey: str, seers: list[Key], findings: Findings, place: str
) -> Opened | None:
    """Check a signed checkpoint by its key and its witnesses; nothing if the signature does not hold."""
    key = notes.parse_key(vkey)
    try:
        text, signatures = notes.open_note(note, key)
        checkpoint = notes.parse_checkpoint(text)
    except Broken as error:
        findings.failed("signature", f"The checkpoint is not to be believed: {error}.", place)
        return None
    if checkpoint.origin != key.name:
        told = f"{shown(checkpoint.origin)}, signed as {shown(key.name)}"
        findings.failed("signature", f"The checkpoint is for the origin {told}.", place)
    if checkpoint.extensions:
        findings.failed(
            "signature", "The checkpoint has extension lines; there may be none.", place
        )
    if findings.intact("signature"):
        findings.held(
            "signature",
            f"The key {shown(key.name)} signed a tree of {checkpoint.size:,} entries.",
            place,
        )
    _check_witnesses(text, checkpoint, signatures, seers, findings)
    known = [s for k in (key, *seers) for s in notes.by_key(signatures, k)]
    if others := len(signatures) - len(known):
        findings.note(
            "witnesses", f"Signatures by keys you did not name, not checked: {others}.", place
        )
    return Opened(checkpoint, vkey, note)


def _check_witnesses(
    text: str,
    checkpoint: Checkpoint,
    signatures: list[notes.Signature],
    seers: list[Key],
    findings: Findings,
) -> None:
    for key in seers:
        try:
            seconds = witnesses.cosigned_at(text, checkpoint, signatures, key)
        except Broken as error:
            findings.failed("witnesses", f"The checkpoint is spoilt: {error}.")
            continue
        if seconds is None:
            findings.failed("witnesses", f"{shown(key.name)} did not sign this checkpoint.")
        else:
            findings.held("witnesses", f"{shown(key.name)} saw this tree at {_when(seconds)}.")


def _when(seconds: int) -> str:
    try:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    except (ValueError, OverflowError, OSError):
        return f"{seconds} seconds after 1970, which no calendar here reaches"
