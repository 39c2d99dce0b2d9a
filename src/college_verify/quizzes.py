"""Quizzes: every key was in the record first, and rests on words of its summary (``spec/quizzes.md``)."""

from collections.abc import Mapping, Sequence
from typing import Any

from college_verify.documents import Documents
from college_verify.entries import Entry
from college_verify.facts import LAG
from college_verify.findings import Broken, Findings, shown
from college_verify.quiz_items import FORMAT, Item
from college_verify.quiz_lives import CHECK, IN_QUIZ, Asked, Lives, Release

_VERSION = "college-summary-v1"
#: The most by which a viewpoint has more items than the one with fewest.
_MOST_AHEAD = 1


class Quizzes:
    """Takes the entries in their order; ``conclude`` then reads the documents of items and versions."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._lives = Lives(findings)
        self._standing: dict[str, dict[str, str]] = {}
        self._sides: dict[str, list[str]] = {}
        self._read: dict[str, Item] = {}
        self._unread = 0

    def follow(self, index: int, entry: Entry) -> None:
        """Take in the next entry that holds by itself."""
        self._lives.follow(index, entry)

    def conclude(self, documents: Documents) -> None:
        """Read the documents, and check what follows from them."""
        if not self._lives.items:
            return
        for version in self._lives.named():
            self._open(version, documents)
        for name, item in self._lives.items.items():
            place = f"entry {item.index:,}"
            try:
                self._check(name, item, documents)
            except Broken as error:
                told = f"The item {shown(name)} went to its panels, and {error}."
                self._findings.failed(CHECK, told, place)
            self._check_end(name, item, documents)
        for release in self._lives.released.values():
            try:
                self._check_release(release, documents)
            except Broken as error:
                told = f"The quiz was released, and {error}."
                self._findings.failed(CHECK, told, f"entry {release.index:,}")
        self._tell()

    def _open(self, version: str, documents: Documents) -> None:
        """What a version says: each statement's text, and the viewpoints that have a section."""
        commitment = self._lives.versions[version][1]
        if not documents.is_open(commitment):
            return
        try:
            sections = documents.read(commitment, _VERSION)["sections"]
            said = [one for section in sections for one in section["statements"]]
            self._standing[version] = {one["statement"]: one["text"] for one in said}
            held = [str(one["viewpoint"]) for one in sections if one["section"] == "holds"]
        except (Broken, KeyError, TypeError):
            # What a version's document has to be is checked where summaries are.
            self._standing.pop(version, None)
        else:
            self._sides[version] = held

    def _check(self, name: str, item: Asked, documents: Documents) -> None:
        """Its document is its own, it rests on its version, and no viewpoint is ahead by it."""
        version, side = item.told["version"], item.told["viewpoint"]
        sides = self._sides.get(version)
        if sides is not None and side:
            if side not in sides:
                raise Broken(f"its version has no viewpoint {shown(side)}")
            if is_ahead({one: item.beside[one] for one in sides}, side):
                raise Broken(f"the viewpoint {shown(side)} was ahead of another already")
        if not documents.is_open(item.told["document"]):
            self._unread += 1
            return
        read = Item(documents.read(item.told["document"], FORMAT), item.told)
        self._read[name] = read
        if version in self._standing:
            whole = read.check_sources(self._standing[version], documents)
            self._unread += not whole

    def _check_end(self, name: str, item: Asked, documents: Documents) -> None:
        """It left for its words if these changed, and did not stay if they did."""
        read = self._read.get(name)
        if read is None:
            return
        if item.staled is not None:
            index, version = item.staled
            texts = {item.told["document"], *read.sources.values()}
            closed = any(self._lives.closed.get(text, index) < index for text in texts)
            standing = self._standing.get(version)
            if standing is not None and not closed and not read.is_stale(standing):
                told = f"The item {shown(name)} left its quiz, and its words stand as they were."
                self._findings.failed(CHECK, told, f"entry {index:,}")
        elif item.state in IN_QUIZ and self._is_late(item, read):
            told = f"The item {shown(name)} is in its quiz, and its words changed in a new version."
            self._findings.failed(CHECK, told, f"entry {item.index:,}")

    def _is_late(self, item: Asked, read: Item) -> bool:
        """Whether a version that the item does not agree with was certified longer ago than a clock waits."""
        version, since = self._lives.newest(item.told["quiz"])
        now = self._lives.last
        if now is None or since is None or now - since <= LAG or version not in self._standing:
            return False
        return read.is_stale(self._standing[version])

    def _check_release(self, release: Release, documents: Documents) -> None:
        """A balanced mini-quiz could be drawn of its items, with every viewpoint in it."""
        if release.version not in self._sides:
            return
        about = [self._lives.items[name].told["viewpoint"] for name in release.items]
        numbers = [about.count(side) for side in self._sides[release.version]]
        if not min(numbers, default=0):
            raise Broken("a viewpoint has no item in it")
        can = drawn(numbers, about.count(""))
        fewest = _fewest(documents, release.charter)
        if can < fewest:
            raise Broken(f"only {can} of its items can be drawn in balance, not {fewest}")

    def _tell(self) -> None:
        items, findings = self._lives.items, self._findings
        if findings.intact(CHECK):
            findings.held(
                CHECK,
                f"The keys of {len(items):,} items were in the record before panels confirmed them, and rest "
                f"on their summaries' words; {len(self._lives.released):,} quizzes were released in balance.",
            )
        if self._unread:
            findings.note(
                CHECK,
                f"Of {self._unread:,} items not all words are published: what they quote was not checked.",
            )


def is_ahead(counts: Mapping[str, int], side: str) -> bool:
    """Whether one item more would put a viewpoint too far ahead of the one with fewest."""
    after = {**counts, side: counts[side] + 1}
    return after[side] - min(after.values()) > _MOST_AHEAD


def drawn(numbers: Sequence[int], alike: int) -> int:
    """How many items can be drawn in balance, of so many for each viewpoint and ``alike`` for none."""
    least = min(numbers, default=0)
    return sum(min(number, least + _MOST_AHEAD) for number in numbers) + alike


def _fewest(documents: Documents, charter: str) -> int:
    """With how few items a quiz may be released; 0 where the charter in force does not say."""
    try:
        number: Any = documents.read(charter)["quizzes"]["fewest"]
    except (Broken, KeyError, TypeError):
        return 0
    return number if type(number) is int else 0
