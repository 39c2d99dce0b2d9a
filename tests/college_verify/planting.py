"""A copy of a published College to plant faults in, signed again so that only the fault is wrong."""

import copy
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.college_verify import writing

ORIGIN = "college.example/log"


@dataclass
class Copy:
    """Entries and texts as values; ``publish`` signs them with the test's own key."""

    entries: list[dict[str, Any]]
    texts: dict[str, dict[str, Any]]

    def fresh(self) -> "Copy":
        return copy.deepcopy(self)

    def find(self, kind: str, **data: object) -> list[int]:
        """Indexes of the entries of a kind with these members."""
        return [
            at
            for at, entry in enumerate(self.entries)
            if entry["kind"] == kind and data.items() <= entry["data"].items()
        ]

    def data(self, kind: str, number: int = 0, **data: object) -> dict[str, Any]:
        return self.entries[self.find(kind, **data)[number]]["data"]

    def move(self, at: int, to: int) -> None:
        """Put an entry at the place of another."""
        self.entries.insert(to, self.entries.pop(at))

    def drop(self, kind: str, **data: object) -> None:
        for at in reversed(self.find(kind, **data)):
            del self.entries[at]

    def document(self, commitment: str) -> Any:
        return self.texts[commitment]["document"]

    def replace(self, old: str, new: str) -> None:
        """A commitment or digest by another, in all entries."""
        told = json.dumps(self.entries)
        assert old in told
        self.entries = json.loads(told.replace(old, new))

    def recommit(self, commitment: str) -> str:
        """A document was changed: commit to it as it is now."""
        told = self.texts.pop(commitment)
        new = digest(told["salt"], told["document"])
        self.texts[new] = told | {"commitment": new}
        self.replace(commitment, new)
        return new

    def story(self, case: str, number: int = 0) -> str:
        """The commitment of a story of a case."""
        told = [
            c for at in self.find("committees.case.closed", case=case) for c in self._stories(at)
        ]
        return told[number]

    def _stories(self, at: int) -> list[str]:
        stories: list[str] = self.entries[at]["data"]["stories"]
        return stories

    def publish(self, folder: Path) -> Path:
        entries = [writing.canonical(entry) for entry in self.entries]
        text = writing.checkpoint_text(len(entries), writing.root(entries), ORIGIN)
        files = writing.tile_files(entries)
        files |= {f"texts/{c[:2]}/{c}.json": writing.canonical(t) for c, t in self.texts.items()}
        files["vkey"] = f"{writing.vkey(name=ORIGIN)}\n".encode()
        files["checkpoint"] = f"{text}\n{writing.signature(text, name=ORIGIN)}".encode()
        for name, data in files.items():
            place = folder / "log" / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        return folder


def digest(salt: str, document: object) -> str:
    return hashlib.sha256(bytes.fromhex(salt) + writing.canonical(document)).hexdigest()


def resealed(part: dict[str, Any]) -> str:
    """The digest of ``{"document", "salt"}`` as it is now."""
    return digest(part["salt"], part["document"])


def read(folder: Path) -> Copy:
    """The published College in a folder."""
    size = int((folder / "log" / "checkpoint").read_text().split("\n")[1])
    entries: list[dict[str, Any]] = []
    for start in range(0, size, 256):
        width = min(256, size - start)
        data = (folder / "log" / writing.path("entries", start // 256, width)).read_bytes()
        while data:
            length = int.from_bytes(data[:2], "big")
            entries.append(json.loads(data[2 : 2 + length]))
            data = data[2 + length :]
    files = (folder / "log" / "texts").rglob("*.json")
    texts = {file.stem: json.loads(file.read_bytes()) for file in files}
    return Copy(entries, texts)
