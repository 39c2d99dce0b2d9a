"""What the entries say: which texts are committed, and which state each ought to be in by now."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from college_verify.entries import Entry

_DIGEST, _INDEX = 32, 8
_SPILL = 1 << 15
_DECIDING = {"record.text.erased", "record.text.withheld", "record.text.released"}


@dataclass(frozen=True, slots=True)
class State:
    """``open``, ``withheld`` or ``tombstone``, with what the deciding entry said."""

    name: str
    ground: str = ""
    case: str = ""
    until: str = ""
    at: str = ""


OPEN = State("open")


class States:
    """Follows the entries in their order. Commitments go to files, so a long log needs no more memory.

    One file for each first byte of a commitment, as the published texts are kept in folders.
    """

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="college-verify-")
        self._waiting = [bytearray() for _ in range(256)]
        self._decided: dict[str, State] = {}
        self.committed = 0

    def __enter__(self) -> "States":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._folder.cleanup()

    def follow(self, index: int, entry: Entry) -> str:
        """Take in the next entry; the sentence that is wrong with its order, or nothing."""
        for commitment in entry.commitments():
            self._remember(bytes.fromhex(commitment), index)
        if entry.kind not in _DECIDING:
            return ""
        return self._decide(entry, str(entry.data["commitment"]))

    def _decide(self, entry: Entry, commitment: str) -> str:
        if self._decided.get(commitment, OPEN).name == "tombstone":
            return f"{entry.kind} names a text that an earlier entry erased for good"
        data = {name: str(value) for name, value in entry.data.items()}
        if entry.kind == "record.text.erased":
            self._decided[commitment] = State("tombstone", ground=data["ground"], at=entry.at)
        elif entry.kind == "record.text.withheld":
            told = (data["ground"], data["case"], data["until"])
            self._decided[commitment] = State("withheld", *told)
        else:
            self._decided.pop(commitment, None)
        return ""

    def state(self, commitment: str) -> State:
        """The state the last entry about a text leaves it in."""
        return self._decided.get(commitment, OPEN)

    def committed_in(self, first: int) -> dict[str, int]:
        """Commitments with this first byte: the index of the first entry that names each."""
        packed = self._spilled(first).read_bytes() if self._spilled(first).exists() else b""
        packed += self._waiting[first]
        step = _DIGEST + _INDEX
        found: dict[str, int] = {}
        for at in range(0, len(packed), step):
            index = int.from_bytes(packed[at + _DIGEST : at + step], "big")
            found.setdefault(packed[at : at + _DIGEST].hex(), index)
        return found

    def folders(self) -> Iterator[tuple[str, dict[str, int]]]:
        """(two hex digits, commitments) for each of the 256 folders of texts."""
        for first in range(256):
            yield f"{first:02x}", self.committed_in(first)

    def _remember(self, digest: bytes, index: int) -> None:
        self.committed += 1
        waiting = self._waiting[digest[0]]
        waiting += digest + index.to_bytes(_INDEX, "big")
        if len(waiting) >= _SPILL:
            with self._spilled(digest[0]).open("ab") as file:
                file.write(waiting)
            waiting.clear()

    def _spilled(self, first: int) -> Path:
        return Path(self._folder.name) / f"{first:02x}"
