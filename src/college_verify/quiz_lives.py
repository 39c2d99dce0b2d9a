"""The life of quiz items as entries tell it: by the verdicts of their cases, in order (``spec/quizzes.md``
section 2)."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from college_verify.entries import Entry
from college_verify.findings import Broken, Findings, shown

CHECK = "quizzes"
_CHARTERS = {
    "record.college.founded",
    "administration.charter.extended",
    "administration.charter.put-in-force",
}
_CLOSED = {"record.text.withheld", "record.text.erased"}
_BALANCED = {"asked", "live", "flagged"}
IN_QUIZ = {"live", "flagged"}


@dataclass
class Asked:
    """An item as it was told. ``beside``: by viewpoint, the items in the quiz or before panels then;
    ``staled``: the entry that said its words were gone, and the version that it names."""

    index: int
    told: dict[str, Any]
    beside: Counter[str]
    state: str = "asked"
    staled: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class _Case:
    item: str
    procedure: str


@dataclass(frozen=True, slots=True)
class Release:
    index: int
    quiz: str
    version: str
    charter: str
    items: tuple[str, ...]


class Lives:
    """Takes the entries in their order.

    ``items`` by their ids, ``versions`` with their summaries and documents, ``certified`` the newest of each
    summary and since when, ``closed`` the entry by which a text was first withheld or erased.
    """

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._procedures: dict[str, str] = {}
        self._debates: dict[str, str] = {}  # summary → debate
        self._quizzes: dict[str, str] = {}  # quiz → summary
        self.versions: dict[str, tuple[str, str]] = {}  # version → summary, document
        self.certified: dict[str, tuple[str, datetime]] = {}  # summary → the newest, since when
        self.items: dict[str, Asked] = {}
        self._cases: dict[str, _Case] = {}
        self._said: dict[str, str] = {}  # case → what was last told because of it
        self._tallies: dict[str, str] = {}  # tally → quiz
        self.released: dict[str, Release] = {}
        self.closed: dict[str, int] = {}
        self._charter = ""
        self.last: datetime | None = None

    def follow(self, index: int, entry: Entry) -> None:
        """Take in the next entry that holds by itself."""
        self.last, data = datetime.fromisoformat(entry.at), entry.data
        try:
            if entry.kind.startswith("quizzes."):
                self._take(index, entry.kind.removeprefix("quizzes."), data)
            else:
                self._hear(index, entry.kind, data)
        except Broken as error:
            told = f"{entry.kind} does not hold: {error}."
            self._findings.failed(CHECK, told, f"entry {index:,}")

    def _hear(self, index: int, kind: str, data: Any) -> None:
        match kind:
            case "committees.case.filed":
                self._procedures[data["case"]] = data["procedure"]
            case "committees.verdict.enacted" if data["case"] in self._cases:
                if self._said.get(data["case"]) != data["verdict"]:
                    raise Broken("the verdict was enacted, and nothing was told of its item")
            case "summaries.summary.begun":
                self._debates[data["summary"]] = data["debate"]
            case "summaries.version.made":
                self.versions[data["version"]] = (data["summary"], data["document"])
            case "summaries.version.certified" if self.last is not None:
                self.certified[data["summary"]] = (data["version"], self.last)
            case kind if kind in _CLOSED:
                self.closed.setdefault(data["commitment"], index)
            case kind if kind in _CHARTERS:
                self._charter = data["charter"]

    def _take(self, index: int, kind: str, data: Any) -> None:
        match kind:
            case "quiz.made":
                self._begin(data)
            case "quiz.released":
                self._release(index, data)
            case "item.asked":
                self._ask(index, data)
            case "item.accepted" | "item.dropped":
                self._judge(data, "key", granted=kind == "item.accepted")
            case "item.kept" | "item.retired":
                self._judge(data, "item", granted=kind == "item.retired")
            case "item.flagged":
                self._flag(data)
            case "item.stale":
                self._end(index, data)
            case "tally.published":
                self._tallies[data["tally"]] = data["quiz"]

    def _begin(self, data: Any) -> None:
        if self._debates.get(data["summary"]) != data["debate"]:
            raise Broken("its summary is of another debate, or was never begun")
        if data["quiz"] in self._quizzes or data["summary"] in self._quizzes.values():
            raise Broken("the summary has a quiz")
        self._quizzes[data["quiz"]] = data["summary"]

    def _newest(self, quiz: str) -> str:
        if quiz not in self._quizzes:
            raise Broken(f"the quiz {shown(quiz)} was never begun")
        return self.certified.get(self._quizzes[quiz], ("",))[0]

    def _ask(self, index: int, data: Any) -> None:
        if data["item"] in self.items:
            raise Broken("an item of this id was asked about before")
        if data["version"] != self._newest(data["quiz"]):
            raise Broken("its version is not the newest certified one of its summary")
        self._about(data, "key")
        rows = [one for one in self.items.values() if one.told["quiz"] == data["quiz"]]
        beside = Counter(one.told["viewpoint"] for one in rows if one.state in _BALANCED)
        self.items[data["item"]] = Asked(index, data, beside)

    def _about(self, data: Any, procedure: str) -> None:
        """A case is about one item, and of the procedure that its kind of question has."""
        case = data["case"]
        if self._procedures.get(case) != procedure:
            raise Broken(f"case {shown(case)} is no case about {procedure}")
        if case in self._cases:
            raise Broken(f"case {shown(case)} was asked before")
        self._cases[case] = _Case(data["item"], procedure)

    def _item(self, data: Any) -> Asked:
        found = self.items.get(data["item"])
        if found is None or found.told["quiz"] != data["quiz"]:
            raise Broken(f"the item {shown(data['item'])} was never asked about in this quiz")
        return found

    def _judge(self, data: Any, procedure: str, *, granted: bool) -> None:
        """What panels said: of a key, in or out of the quiz; of a flagged item, out or in."""
        item, case = self._item(data), data["case"]
        if self._cases.get(case) != _Case(data["item"], procedure):
            raise Broken(f"case {shown(case)} was not asked about this item")
        before, self._said[case] = self._said.get(case), "grant" if granted else "keep"
        if procedure == "key" and not granted:
            item.state = "dropped"
        elif procedure == "key" and item.state in {"asked", "dropped"}:
            item.state = "live"
        elif procedure == "item" and granted and item.state in IN_QUIZ:
            item.state = "retired"
        elif procedure == "item" and not granted:
            turned = before == "grant" and item.state == "retired"
            item.state = "live" if turned or item.state == "flagged" else item.state

    def _flag(self, data: Any) -> None:
        item = self._item(data)
        if item.state != "live":
            raise Broken(f"the item was {item.state}, not in the quiz")
        if self._tallies.get(data["tally"]) != data["quiz"]:
            raise Broken("no tally of this quiz was published under that id")
        self._about(data, "item")
        item.state = "flagged"

    def _end(self, index: int, data: Any) -> None:
        item = self._item(data)
        if item.state not in IN_QUIZ:
            raise Broken(f"the item was {item.state}, not in the quiz")
        if data["version"] != self._newest(data["quiz"]):
            raise Broken("it names another version than the newest certified one")
        item.state, item.staled = "stale", (index, data["version"])

    def _release(self, index: int, data: Any) -> None:
        quiz, items = data["quiz"], data["items"]
        version = self._newest(quiz)
        if self._debates[self._quizzes[quiz]] != data["debate"]:
            raise Broken("the quiz is of another debate")
        if quiz in self.released:
            raise Broken("the quiz was released before")
        if len(set(items)) != len(items):
            raise Broken("it names an item twice")
        for name in items:
            item = self.items.get(name)
            if item is None or item.told["quiz"] != quiz or item.state != "live":
                raise Broken(f"no panels confirmed the key of {shown(name)} before")
        self.released[quiz] = Release(index, quiz, version, self._charter, tuple(items))

    def newest(self, quiz: str) -> tuple[str, datetime | None]:
        """The newest certified version of a quiz's summary, and since when; empty if there is none."""
        return self.certified.get(self._quizzes[quiz], ("", None))

    def named(self) -> list[str]:
        """The versions that entries about items name, and the newest of each summary; as far as made."""
        found = {one.told["version"] for one in self.items.values()}
        found |= {one.staled[1] for one in self.items.values() if one.staled}
        found |= {version for version, _at in self.certified.values()}
        return sorted(found & self.versions.keys())
