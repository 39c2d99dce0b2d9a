"""A small published log, written straight from the specifications: slow, naive, and nobody's code."""

import base64
import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ROOT = Path(__file__).resolve().parents[2]
VECTORS = ROOT / "spec" / "vectors"
ORIGIN = "log.example.org/test"
MEMBER = "7h2m9k4qx0c5t"
AT = "2026-03-01T09:30:00.000Z"
#: Longer logs tell of the same texts again: each is a file, in each copy that is spoilt.
_TEXTS = 40
KEY = Ed25519PrivateKey.from_private_bytes(b"\x11" * 32)


def vectors(name: str) -> dict:
    return json.loads((VECTORS / f"{name}.json").read_text("utf-8"))


def sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def canonical(value: object) -> bytes:
    """Enough of RFC 8785 for ASCII names and whole numbers."""
    words = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return words.encode()


def root(entries: list[bytes]) -> bytes:
    """MTH of RFC 6962 section 2.1, by its definition."""
    if not entries:
        return sha(b"")
    if len(entries) == 1:
        return sha(b"\x00" + entries[0])
    left = 1
    while left * 2 < len(entries):
        left *= 2
    return sha(b"\x01" + root(entries[:left]) + root(entries[left:]))


def inclusion(index: int, entries: list[bytes]) -> list[bytes]:
    """PATH of RFC 6962 section 2.1.1, by its definition."""
    if len(entries) <= 1:
        return []
    left = 1
    while left * 2 < len(entries):
        left *= 2
    if index < left:
        return [*inclusion(index, entries[:left]), root(entries[left:])]
    return [*inclusion(index - left, entries[left:]), root(entries[:left])]


def consistency(old: int, entries: list[bytes], whole: bool = True) -> list[bytes]:
    """SUBPROOF of RFC 6962 section 2.1.2, by its definition."""
    if old == len(entries):
        return [] if whole else [root(entries)]
    left = 1
    while left * 2 < len(entries):
        left *= 2
    if old <= left:
        return [*consistency(old, entries[:left], whole), root(entries[left:])]
    return [*consistency(old - left, entries[left:], False), root(entries[:left])]


def path(level: int | str, index: int, width: int) -> str:
    digits = f"{index:03d}"
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    groups = [digits[i : i + 3] for i in range(0, len(digits), 3)]
    name = "/".join([*(f"x{g}" for g in groups[:-1]), groups[-1]])
    return f"tile/{level}/{name}" + (f".p/{width}" if width < 256 else "")


def bundle(entries: list[bytes]) -> bytes:
    return b"".join(len(e).to_bytes(2, "big") + e for e in entries)


def tile_files(entries: list[bytes]) -> dict[str, bytes]:
    """Every tile and bundle of the tree over all of ``entries``."""
    files: dict[str, bytes] = {}
    for start in range(0, len(entries), 256):
        part = entries[start : start + 256]
        files[path("entries", start // 256, len(part))] = bundle(part)
    level, span = 0, 1
    while len(entries) // span:
        hashes = [root(entries[i : i + span]) for i in range(0, len(entries) // span * span, span)]
        for start in range(0, len(hashes), 256):
            part = hashes[start : start + 256]
            files[path(level, start // 256, len(part))] = b"".join(part)
        level, span = level + 1, span * 256
    return files


def vkey(key: Ed25519PrivateKey = KEY, name: str = ORIGIN, kind: int = 1) -> str:
    packed = bytes([kind]) + key.public_key().public_bytes_raw()
    identity = sha(name.encode() + b"\n" + packed)[:4]
    return f"{name}+{identity.hex()}+{base64.b64encode(packed).decode()}"


def signature(text: str, key: Ed25519PrivateKey = KEY, name: str = ORIGIN) -> str:
    identity = bytes.fromhex(vkey(key, name).split("+")[1])
    packed = base64.b64encode(identity + key.sign(text.encode())).decode()
    return f"\u2014 {name} {packed}\n"


def checkpoint_text(size: int, hashed: bytes, origin: str = ORIGIN) -> str:
    return f"{origin}\n{size}\n{base64.b64encode(hashed).decode()}\n"


def checkpoint(entries: list[bytes]) -> bytes:
    text = checkpoint_text(len(entries), root(entries))
    return f"{text}\n{signature(text)}".encode()


def receipt(index: int, entries: list[bytes]) -> bytes:
    lines = ["c2sp.org/tlog-proof@v1", "extra " + base64.b64encode(entries[index]).decode()]
    lines.append(f"index {index}")
    lines += [base64.b64encode(p).decode() for p in inclusion(index, entries)]
    return "\n".join(lines).encode() + b"\n\n" + checkpoint(entries)


@dataclass
class Log:
    """Entries and texts to publish; ``say`` and ``commit`` add to them."""

    entries: list[bytes] = field(default_factory=list)
    texts: dict[str, dict] = field(default_factory=dict)

    def say(self, kind: str, **data: object) -> int:
        """Add an entry; its index."""
        entry = {"actor": MEMBER, "at": AT, "data": data, "kind": kind, "v": 1}
        self.entries.append(canonical(entry))
        return len(self.entries) - 1

    def commit(self, **words: object) -> str:
        """Publish ``text="…"`` or ``document={…}`` as open; its commitment."""
        salt = sha(len(self.texts).to_bytes(8, "big"))
        ((name, value),) = words.items()
        packed = str(value).encode() if name == "text" else canonical(value)
        commitment = sha(salt + packed).hex()
        told = {"commitment": commitment, "state": "open", "salt": salt.hex(), name: value}
        self.texts[commitment] = told
        return commitment

    def publish(self, folder: Path, *earlier: int) -> Path:
        """Write everything, with the partial tiles of ``earlier`` sizes left in place."""
        files: dict[str, bytes] = {}
        for size in (*earlier, len(self.entries)):
            files |= tile_files(self.entries[:size])
        files |= {f"texts/{c[:2]}/{c}.json": canonical(t) for c, t in self.texts.items()}
        files["vkey"] = f"{vkey()}\n".encode()
        files["checkpoint"] = checkpoint(self.entries)
        for name, data in files.items():
            place = folder / "log" / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        return folder


def college(entries: int = 40) -> Log:
    """A log of the record's own kinds, its texts in all three states, one of them released again."""
    log = Log()
    charter = log.commit(document={"name": "Test", "days": 7, "parts": [True, None, "é"]})
    log.say("record.college.founded", origin=ORIGIN, preset="class", charter=charter)
    texts = [
        log.commit(text=f"Text {number}, naïve\n\nEnd.")
        for number in range(min(entries - 6, _TEXTS))
    ]
    for number in range(entries - 6):
        log.say("record.text.released", commitment=texts[number % len(texts)])
    held, back, gone = list(log.texts)[-3:]
    told = {"ground": "court-order", "case": "", "until": "2027-01-01T00:00:00.000Z"}
    log.say("record.text.withheld", commitment=held, **told)
    log.texts[held] = {"commitment": held, "state": "withheld", **told}
    log.say("record.text.withheld", commitment=back, **told)
    log.say("record.text.released", commitment=back)
    log.say("record.text.withheld", commitment=gone, **told)
    log.say("record.text.erased", commitment=gone, ground="privacy")
    log.texts[gone] = {"commitment": gone, "state": "tombstone", "ground": "privacy", "at": AT}
    return log
