"""The charter in force at each place of the log, and whether it came about as charters do (tally.md §3)."""

from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from college_verify.documents import Documents
from college_verify.entries import Entry
from college_verify.findings import Broken, Findings

_CHECK = "charters"
_SIZES = {
    "label": ("labels",),
    "choice": ("summaries",),
    "section": ("summaries",),
    "form": ("summaries",),
    "key": ("items",),
    "item": ("items",),
    "office": ("persons",),
    "sanction": ("persons",),
    "alarm": ("persons",),
    "unseal": ("persons",),
    "charter": ("bodies",),
}
_COMMON = ("standard", "small")


class Charters:
    """Takes the entries in their order; later gives the charter that was in force when one was made."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._in_force: list[tuple[int, str, bool]] = []  # index, commitment, whether extended
        self._granted: dict[str, tuple[str, datetime]] = {}
        self._put_instead: list[tuple[int, str, str]] = []  # index, granted, put in force
        self._notices: list[tuple[int, datetime, datetime]] = []
        self._read: dict[str, Any] = {}

    def follow(self, index: int, entry: Entry) -> None:
        data: Any = entry.data
        match entry.kind:
            case "record.college.founded":
                self._in_force.append((index, data["charter"], False))
            case "administration.charter.granted":
                at, due = (datetime.fromisoformat(m) for m in (entry.at, data["in_force_at"]))
                self._granted[data["proposal"]] = (data["charter"], due)
                self._notices.append((index, at, due))
            case "administration.charter.ended":
                self._granted.pop(data["proposal"], None)
            case "administration.charter.extended":
                self._in_force.append((index, data["charter"], True))
            case "administration.charter.put-in-force":
                self._put(index, data, datetime.fromisoformat(entry.at))

    def _put(self, index: int, data: Any, at: datetime) -> None:
        charter, due = self._granted.pop(data["proposal"], ("", at))
        self._put_instead.append((index, charter, data["charter"]))
        if at < due:
            told = "The charter was put in force before its notice was over."
            self._findings.failed(_CHECK, told, f"entry {index:,}")
        self._in_force.append((index, data["charter"], False))

    def at(self, index: int) -> Any:
        """The charter's document in force before an entry. Raises ``Broken``."""
        before = [commitment for at, commitment, _extended in self._in_force if at < index]
        if not before:
            raise Broken("no charter was in force yet")
        if before[-1] not in self._read:
            raise Broken("the charter that was in force cannot be read")
        return self._read[before[-1]]

    def clock(self, index: int, name: str) -> timedelta:
        """One of the clocks of the charter in force before an entry."""
        return timedelta(seconds=int(self.at(index)["clocks"][name]))

    def sizes(self, index: int, procedure: str) -> list[tuple[str, Any]]:
        """Names and numbers of the sizes that a procedure has, in order."""
        charter = self.at(index)
        return [(name, charter["sizes"][name]) for name in _SIZES.get(procedure, _COMMON)]

    def conclude(self, documents: Documents) -> None:
        """Read every charter; look at what an extension changed and how long notices were."""
        for _index, commitment, _extended in self._in_force:
            # Whether the texts are there is another check; whoever needs one that is not says so.
            with suppress(Broken):
                self._read[commitment] = documents.read(commitment)
        for index, granted, put in self._put_instead:
            if not _is_same(documents, granted, put):
                told = "The charter was put in force, and no verdict granted this one."
                self._findings.failed(_CHECK, told, f"entry {index:,}")
        before: Any = None
        for index, commitment, extended in self._in_force:
            now = self._read.get(commitment)
            if extended and before is not None and now is not None and not _within(before, now):
                told = "The charter was extended, and a setting it had was changed."
                self._findings.failed(_CHECK, told, f"entry {index:,}")
            before = now
        for index, at, due in self._notices:
            try:
                notice = self.clock(index, "charter_notice")
            except (Broken, KeyError, TypeError, ValueError):
                continue
            if due - at < notice:
                told = "A charter was granted with less notice than the one in force asks for."
                self._findings.failed(_CHECK, told, f"entry {index:,}")
        if self._findings.intact(_CHECK) and self._read:
            number = len(self._in_force)
            self._findings.held(_CHECK, f"Each of {number:,} charters came about as charters do.")


def _within(before: Any, now: Any) -> bool:
    """Whether everything of one document is in another, unchanged."""
    if isinstance(before, dict):
        return isinstance(now, dict) and all(
            n in now and _within(v, now[n]) for n, v in before.items()
        )
    return bool(before == now)


def _is_same(documents: Documents, granted: str, put: str) -> bool:
    """Whether two commitments are to one charter; it may have been committed to anew."""
    if not granted or granted == put:
        return bool(granted)
    try:
        return bool(documents.read(granted) == documents.read(put))
    except Broken:
        return False
