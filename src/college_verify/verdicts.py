"""Whether a verdict is what panels, or two stewards, came to (``spec/tally.md`` section 2)."""

from dataclasses import dataclass, field
from datetime import datetime

from college_verify import tally
from college_verify.charters import Charters
from college_verify.facts import Case, Facts, Told
from college_verify.findings import Broken, shown
from college_verify.tally import KEPT, Vote


@dataclass(frozen=True, slots=True)
class Found:
    """What an opened draw came to: ``verdict`` is ``None`` if panels differ, or nobody was ``seated``."""

    step: str
    verdict: Vote | None
    seated: bool


@dataclass
class Course:
    """How far a case has come. ``found`` has what was opened since the last verdict."""

    draws: int = 0
    size: str = ""
    called: set[str] = field(default_factory=set)
    seats: set[str] = field(default_factory=set)
    seatings: set[str] = field(default_factory=set)
    verdict: Vote | None = None
    step: str = ""
    provisional: bool = False
    given_at: datetime | None = None
    appealed: bool = False
    found: list[Found] = field(default_factory=list)

    def settle(self, told: Told, verdict: Vote) -> None:
        """A verdict that holds was given."""
        self.verdict, self.step = verdict, told.data["step"]
        self.provisional, self.given_at = told.data["provisional"], told.at
        self.appealed = False
        self.found.clear()


class Verdicts:
    """The rules of the ladder."""

    def __init__(self, facts: Facts, charters: Charters) -> None:
        self._facts, self._charters = facts, charters

    def check(self, case: Case, told: Told, course: Course) -> Vote:
        """The verdict of an entry, if it follows from what was opened. Raises ``Broken``."""
        verdict = (told.data["verdict"], _ground(told))
        if (verdict[0] == "grant") != bool(verdict[1]):
            raise Broken("a verdict names a ground where it keeps, or none where it grants")
        if told.data["provisional"]:
            self._by_stewards(case, told, verdict, course)
        else:
            _by_panels(case, told, verdict, course)
        return verdict

    def appeal(self, case: Case, told: Told, course: Course) -> None:
        """Whether there was something to appeal, and time for it. Raises ``Broken``."""
        if course.verdict is None or course.given_at is None or course.provisional:
            raise Broken("an appeal was taken, and there was no lawful verdict")
        reviewed = case.filed is not None and case.filed.data["procedure"] != tally.BY_EVERY_SIDE
        if course.step != "first" or course.verdict[0] != "grant" or not reviewed:
            raise Broken("an appeal was taken against a verdict that is final")
        if told.at - course.given_at > self._charters.clock(told.index, "appealing"):
            raise Broken("an appeal was taken too late")
        course.appealed = True

    def _by_stewards(self, case: Case, told: Told, verdict: Vote, course: Course) -> None:
        """Two stewards, where nobody serves or the draw is unmet; or a time that went by."""
        voted = [t for t in case.of("voted") if t.index < told.index]
        for t in voted:
            if not self._is_steward(t):
                raise Broken(f"{shown(t.data['steward'])} voted as a steward, and was none then")
        if len({t.data["steward"] for t in voted}) != len(voted):
            raise Broken("a steward voted twice")
        if any(found.seated for found in course.found):
            raise Broken("stewards decided, and a panel sat")
        handed = self._handed(case, told)
        votes = [(t.data["choice"], _ground(t)) for t in voted]
        enough = len(votes) >= 2
        if not enough and told.at - handed < self._charters.clock(told.index, "voting"):
            raise Broken("it was decided provisionally, and two stewards had not voted")
        came_to = tally.of_stewards(votes)
        if came_to != verdict:
            raise Broken(f"the stewards' votes come to {came_to[0]}, and {verdict[0]} is told")

    def _handed(self, case: Case, told: Told) -> datetime:
        """Since when stewards could vote. Raises ``Broken`` if they never could."""
        unmet = [t for t in case.of("unmet") if t.index < told.index]
        if unmet:
            return unmet[-1].at
        filed = case.filed
        if filed is None:
            raise Broken("it was never filed")
        epoch = self._facts.taking(filed.index)
        if epoch is not None and self._facts.roster_at(epoch.index) is not None:
            raise Broken("stewards decided, and panels could have been drawn")
        return filed.at

    def _is_steward(self, told: Told) -> bool:
        begun = self._facts.of("people.term.begun", member=told.data["steward"], office="steward")
        for t in begun:
            ended = self._facts.of("people.term.ended", term=t.data["term"])
            if t.index < told.index and not any(e.index < told.index for e in ended):
                return True
        return False


def without_verdict(case: Case, course: Course) -> None:
    """What may be opened with no verdict: a re-trial that turned nothing, a draw that was unmet."""
    for found in course.found:
        if not found.seated:
            continue
        if found.step != "retrial":
            raise Broken("its panels' ballots were opened, and no verdict was given")
        if course.step == "first" and found.verdict != course.verdict:
            raise Broken("a re-trial came to another verdict, which was not given")
    course.found.clear()


def _ground(told: Told) -> str:
    ground = str(told.data["ground"])
    return "" if ground == "none" else ground


def _by_panels(case: Case, told: Told, verdict: Vote, course: Course) -> None:
    step, found = told.data["step"], course.found
    if step == "first":
        lawful = len(found) == 1 and found[0].step == "first" and found[0].seated
        lawful = lawful and (course.verdict is None or course.provisional)
        _compare(verdict, found[-1].verdict if lawful else None)
    elif step == "retrial":
        lawful = [one.step for one in found] == ["retrial"] and course.step == "first"
        _compare(verdict, found[0].verdict if lawful else None)
    else:
        _compare(verdict, _of_review(case, told, course))


def _of_review(case: Case, told: Told, course: Course) -> Vote | None:
    """What a review came to, or what stands because there was none."""
    found = list(course.found)
    if not course.appealed:
        first = found.pop(0) if found else None
        if first is None or first.step != "first" or not first.seated or first.verdict is not None:
            raise Broken("a review decided, and its panels had not differed")
    steps = [one.step for one in found]
    if steps == ["review"] and found[0].seated:
        return found[0].verdict
    if not course.appealed and (steps == ["review"] or (not steps and case.of("unmet"))):
        return KEPT
    return None


def _compare(told: Vote, came_to: Vote | None) -> None:
    if came_to is None:
        raise Broken("a verdict was given that no panel came to")
    if told != came_to:
        raise Broken(f"the panels came to {came_to[0]}, and the verdict is told as {told[0]}")
