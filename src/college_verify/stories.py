"""Every case from its filing to its verdict, replayed from the stories that opened it (``spec/tally.md``)."""

from dataclasses import dataclass
from types import TracebackType
from typing import Any

from college_verify import ballots, tally, verdicts
from college_verify.announcements import Announcements, check_lists
from college_verify.charters import Charters
from college_verify.documents import Documents, opened
from college_verify.facts import Case, Facts, Told
from college_verify.findings import Broken, Findings, shown
from college_verify.rosters import Rosters
from college_verify.seats import Seats, check
from college_verify.seeds import Seeds
from college_verify.verdicts import Course, Found, Verdicts
from college_verify.votes import Votes

MALFORMED = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Stories:
    """Checks all cases, each for itself: the first thing that does not hold is told of each."""

    findings: Findings
    facts: Facts
    seeds: Seeds
    documents: Documents
    announcements: Announcements
    verdicts: Verdicts
    votes: Votes

    def check(self, case: Case) -> None:
        """The first thing about a case that does not hold, if there is one."""
        course = Course()
        try:
            with _Naming("verdicts"):
                self._follow(case, course)
                _check_all_opened(case, course)
        except _Fault as fault:
            self.findings.failed(fault.check, fault.sentence, f"case {case.name}")

    def _follow(self, case: Case, course: Course) -> None:
        if case.filed is None:
            raise Broken("it was never filed")
        for at, (what, told) in enumerate(case.all):
            after = case.all[at + 1 : at + 2]
            if what == "given":
                if after and after[0][0] == "closed":
                    self._open(case, after[0][1], course)
                course.settle(told, self.verdicts.check(case, told, course))
            elif what == "closed" and (not at or case.all[at - 1][0] != "given"):
                self._open(case, told, course)
                verdicts.without_verdict(case, course)
            elif what == "appealed":
                self.verdicts.appeal(case, told, course)

    def _open(self, case: Case, closed: Told, course: Course) -> None:
        """Read and recompute the stories of one closing."""
        reasons = []
        for commitment in closed.data["stories"]:
            with _Naming("draws"):
                story = self.documents.read(commitment, "college-story-v1")
                course.draws += 1
                seats = self._seats(case, story, course)
            with _Naming("ballots"):
                found = self._rulings(case, story, seats, closed, course)
                reasons += [
                    ballots.read(one["document"]["ballot"].encode()).reason
                    for one in story["ballots"]
                ]
            course.found.append(found)
        with _Naming("ballots"):
            if closed.data["reasons"] != sorted(reasons):
                raise Broken("the reasons that were opened are not those of the ballots")

    def _seats(self, case: Case, story: Any, course: Course) -> Seats | None:
        told, document = self.announcements.check(
            case, story, course.draws, course.called, course.size
        )
        seed = self.seeds.drawn.get(told.data["epoch"])
        drawn = self.facts.of("committees.epoch.drawn", epoch=told.data["epoch"])
        if seed is None or not drawn:
            raise Broken("its epoch has no seed that holds")
        seats = check(case, story, document, seed.seed, drawn[0].index)
        if seats is not None:
            course.seatings.add(opened(story["seating"])[0])
            course.seats |= seats.held.keys()
        return seats

    def _rulings(
        self, case: Case, story: Any, seats: Seats | None, closed: Told, course: Course
    ) -> Found:
        step = story["step"]
        if seats is None:
            return Found(step, None, seated=False)
        rulings = self.votes.check(case, story, seats, closed)
        told = [(choice, ground) for _panel, choice, ground in story["rulings"]]
        for panel, (one, other) in enumerate(zip(told, rulings, strict=True)):
            if one != other:
                raise Broken(
                    f"panel {'ABCDEFGH'[panel]} is told to have come to {one[0]}, and its ballots come to "
                    f"{other[0]}"
                )
        called = [one["seat"] for one in story["service"] if one["called"]]
        course.called |= {seats.held[name].seat.place for name in called}
        if step == "first":
            course.size = seats.size.name
        procedure = case.filed.data["procedure"] if case.filed else ""
        return Found(step, tally.verdict(procedure, rulings), seated=True)


def check_stories(
    findings: Findings,
    facts: Facts,
    documents: Documents,
    *,
    seeds: Seeds,
    charters: Charters,
    rosters: Rosters,
) -> None:
    """Every case of the log."""
    votes = Votes(facts, documents)
    announcements = Announcements(facts, charters, rosters)
    rules = Verdicts(facts, charters)
    stories = Stories(findings, facts, seeds, documents, announcements, rules, votes)
    check_lists(facts, findings)
    for case in facts.cases.values():
        stories.check(case)
    closed = sum(bool(case.of("closed")) for case in facts.cases.values())
    if not closed:
        return
    if findings.intact("draws"):
        findings.held("draws", f"In {closed:,} cases seats and changes follow from the seeds.")
    if findings.intact("ballots"):
        findings.held(
            "ballots",
            f"{votes.counted:,} ballots were sealed in time, once for each seat, and signed by its key.",
        )
    if findings.intact("verdicts"):
        findings.held("verdicts", f"The verdicts on {closed:,} cases follow from the ballots.")


def _check_all_opened(case: Case, course: Course) -> None:
    """Nothing stays sealed, or is heard of, that a closing ought to have opened."""
    withdrawn, closed = case.of("withdrawn"), case.of("closed")
    if withdrawn and (case.of("given") or case.of("made")):
        raise Broken("it was withdrawn, and a panel sat or a verdict was given")
    if not closed:
        return
    for told in case.of("made"):
        if told.index < closed[-1].index and told.data["seating"] not in course.seatings:
            raise Broken("a draw was made that was not opened when the case was closed")
    for told in case.of("sealed"):
        if told.index < closed[-1].index and told.data["seat"] not in course.seats:
            raise _Fault(
                "ballots", f"The seat {shown(told.data['seat'])} voted, and no draw has it."
            )


class _Fault(Exception):
    """A fault in a case: the check it belongs to, and the sentence."""

    def __init__(self, check: str, sentence: str) -> None:
        super().__init__(sentence)
        self.check, self.sentence = check, sentence


class _Naming:
    """Says of which check a fault is; what was opened may be malformed in any way."""

    def __init__(self, check: str) -> None:
        self._check = check

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(error, Broken):
            raise _Fault(self._check, f"The case does not hold: {error}.") from None
        if isinstance(error, MALFORMED):
            raise _Fault(self._check, "What was opened of the case is malformed.") from None
