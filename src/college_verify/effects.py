"""What was done because of verdicts: nothing without one, nothing left undone (``spec/tally.md`` §3)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from college_verify.charters import Charters
from college_verify.entries import Entry
from college_verify.facts import Facts
from college_verify.findings import Broken, Findings, shown

_CHECK = "effects"
_NEEDS = {
    "debates.text.restricted": "grant",
    "debates.text.restored": "keep",
    "debates.viewpoint.merged": "grant",
    "debates.viewpoint.split": "grant",
    "debates.viewpoint.parted": "keep",
    "debates.evidence-label.put": "grant",
    "debates.evidence-label.taken": "keep",
    "summaries.certificate.granted": "grant",
    "summaries.certificate.refused": "keep",
    "summaries.comment.restricted": "grant",
    "summaries.comment.restored": "keep",
    "summaries.reopening.stopped": "grant",
    "quizzes.retelling.restricted": "grant",
    "quizzes.retelling.restored": "keep",
    "quizzes.item.accepted": "grant",
    "quizzes.item.dropped": "keep",
    "quizzes.item.retired": "grant",
    "quizzes.item.kept": "keep",
    "administration.charter.granted": "grant",
    "administration.sanction.begun": "grant",
    "administration.hold.extended": "grant",
    "committees.absence.begun": "grant",
}
_RESTRICTED = {
    "debates.text.restricted",
    "summaries.comment.restricted",
    "quizzes.retelling.restricted",
}
_RESTORED = {
    "debates.text.restored",
    "summaries.comment.restored",
    "quizzes.retelling.restored",
}
_HOLDS = {
    "debates.text.held": "emergency_hold",
    "administration.hold.made": "legal_hold",
}
#: A control case waits for the other one of its pair.
_CONTROLS_WAIT = timedelta(days=30)


@dataclass
class _Verdict:
    """The last verdict of a case. ``enacted``: the entry that says it was done, or -1."""

    index: int
    choice: str
    ground: str
    due: datetime
    enacted: int = -1


class Effects:
    """Takes the entries in their order."""

    def __init__(self, findings: Findings, facts: Facts, charters: Charters) -> None:
        self._findings, self._facts, self._charters = findings, facts, charters
        self._verdicts: dict[str, _Verdict] = {}
        self._restrictions: dict[str, str] = {}
        self._reported: set[str] = set()
        self._held: dict[str, tuple[int, datetime, str]] = {}
        self._holding: set[str] = set()
        self._unpublished: set[str] = set()
        self._baseless: dict[str, int] = {}
        self._holds: list[tuple[int, datetime, datetime, str]] = []
        self._done = 0

    def follow(self, index: int, entry: Entry) -> None:
        try:
            self._take(index, entry, entry.data)
        except Broken as error:
            told = f"{entry.kind} does not hold: {error}."
            self._findings.failed(_CHECK, told, f"entry {index:,}")

    def _take(self, index: int, entry: Entry, data: Any) -> None:
        match entry.kind:
            case "committees.verdict.given":
                self._given(index, data)
            case "committees.verdict.enacted":
                self._enacted(index, data)
            case "debates.text.reported" | "summaries.comment.reported":
                self._reported.add(data["case"])
            case "quizzes.retelling.reported":
                self._reported.add(data["case"])
                self._unpublished.add(data["case"])
            case "record.text.withheld":
                self._withheld(index, data)
            case "record.text.released" | "record.text.erased":
                self._held.pop(data["commitment"], None)
            case kind if kind in _HOLDS:
                self._hold(index, entry, data)
            case kind if choice := _needed(kind, data):
                self._need(data["case"], choice)
                self._restricting(kind, data)
                if kind == "summaries.section.settled":
                    self._settle(data)

    def _hold(self, index: int, entry: Entry, data: Any) -> None:
        until, at = (datetime.fromisoformat(m) for m in (data["until"], entry.at))
        self._holds.append((index, at, until, _HOLDS[entry.kind]))
        self._holding.add(data["case"])
        self._baseless.pop(data["case"], None)

    def _given(self, index: int, data: Any) -> None:
        before = self._verdicts.get(data["case"])
        due = datetime.fromisoformat(data["due"])
        now = _Verdict(index, data["verdict"], data["ground"], due)
        if before is not None and (before.choice, before.ground) == (now.choice, now.ground):
            now.enacted = before.enacted
        self._verdicts[data["case"]] = now

    def _enacted(self, index: int, data: Any) -> None:
        case, verdict = data["case"], self._verdicts.get(data["case"])
        if verdict is None:
            raise Broken(f"case {shown(case)} has no verdict")
        if verdict.choice != data["verdict"]:
            raise Broken(f"the verdict on case {shown(case)} is {verdict.choice}")
        if verdict.enacted >= 0:
            raise Broken(f"the verdict on case {shown(case)} was enacted before")
        verdict.enacted = index
        self._done += 1
        restricted = case in self._restrictions
        if case in self._reported and restricted != (verdict.choice == "grant"):
            told = "is not restricted" if verdict.choice == "grant" else "is restricted still"
            raise Broken(f"the text of case {shown(case)} {told}, against the verdict")

    def _need(self, case: str, choice: str) -> None:
        """An effect rests on the last verdict of its case."""
        verdict = self._verdicts.get(case)
        if verdict is None:
            raise Broken(f"case {shown(case)} has no verdict that this could follow from")
        if verdict.choice != choice:
            raise Broken(
                f"the last verdict on case {shown(case)} is {verdict.choice}, not {choice}"
            )

    def _restricting(self, kind: str, data: Any) -> None:
        if kind in _RESTRICTED:
            ground = self._verdicts[data["case"]].ground
            if data["ground"] != ground:
                raise Broken(f"the verdict names the ground {shown(ground)}")
            self._restrictions[data["case"]] = _restriction(data)
        elif kind in _RESTORED:
            restricted = self._restrictions.pop(data["case"], None)
            if restricted != _restriction(data):
                raise Broken("this case restricted nothing under that id")

    def _settle(self, data: Any) -> None:
        """Panels took the draft that they granted."""
        ground = self._verdicts[data["case"]].ground
        if data["take"] != "both" and f"{data['take']}-draft" != ground:
            raise Broken(f"the verdict takes {shown(ground)}, not {shown(data['take'])}")

    def _withheld(self, index: int, data: Any) -> None:
        case = data["case"]
        verdict = self._verdicts.get(case)
        granted = verdict is not None and verdict.choice == "grant"
        # Words that panels read and nobody ever published.
        granted = granted or case in self._unpublished
        if data["until"]:
            until = datetime.fromisoformat(data["until"])
            self._held[data["commitment"]] = (index, until, case)
        else:
            self._held.pop(data["commitment"], None)
            if not granted:
                raise Broken("the text is withheld without an end, and no verdict says so")
        if case and not granted and case not in self._holding:
            # A steward's hold says so in the entry that follows.
            self._baseless[case] = index

    def conclude(self) -> None:
        """What is still undone, or lasts too long."""
        for case, index in self._baseless.items():
            told = f"The text is withheld for case {shown(case)}, by no verdict and no hold."
            self._findings.failed(_CHECK, told, f"entry {index:,}")
        for index, until, case in self._held.values():
            if self._facts.is_overdue(until):
                told = f"The text was withheld until {until:%Y-%m-%d %H:%M}, and the hold did not lapse"
                told += f" (case {shown(case)})." if case else "."
                self._findings.failed(_CHECK, told, f"entry {index:,}")
        self._check_holds()
        for case, verdict in self._verdicts.items():
            filed = self._facts.cases[case].filed
            unasked = filed is not None and filed.data["procedure"] == "conduct"
            unasked = unasked and case not in self._facts.asked
            patience = _CONTROLS_WAIT if unasked else timedelta()
            if verdict.enacted < 0 and self._facts.is_overdue(verdict.due, patience):
                told = f"The verdict on case {shown(case)} ({verdict.choice}) was never enacted."
                self._findings.failed(_CHECK, told, f"entry {verdict.index:,}")
        if self._findings.intact(_CHECK) and self._verdicts:
            self._findings.held(
                _CHECK,
                f"Every effect has its verdict; {self._done:,} verdicts were enacted, and no hold outlasts "
                "its time.",
            )

    def _check_holds(self) -> None:
        for index, at, until, clock in self._holds:
            try:
                most = self._charters.clock(index, clock)
            except (Broken, KeyError, TypeError, ValueError):
                continue
            if until - at > most:
                told = "A text is held for longer than the charter allows."
                self._findings.failed(_CHECK, told, f"entry {index:,}")


def _restriction(data: Any) -> str:
    """What was restricted, or restored: of a comment there is one restriction, of a retelling one for a
    case."""
    return str(data.get("restriction") or data.get("comment") or data["case"])


def _needed(kind: str, data: Any) -> str:
    """The verdict that an effect must follow from; empty for what is no effect."""
    match kind:
        case "debates.objection.heard":
            return "grant" if data["upheld"] else "keep"
        case "administration.removal.ended":
            return "grant" if data["ground"] == "granted" else "keep"
        case "committees.place.left":
            return "grant" if data["case"] else ""
        case "summaries.section.settled" if data["case"]:
            return "keep" if data["take"] == "both" else "grant"
    return _NEEDS.get(kind, "")
