"""The people of the sample who serve on panels: they accept, refuse, stay silent, vote with a sentence."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from college.cli.sample.timeline import Timeline
from college.committees.actions.casting import cast_with_software
from college.committees.actions.keys import enrol_software
from college.committees.actions.seats import accept_seat, refuse_seat
from college.committees.models import Case, Seat
from college.committees.queries import keys, seats
from college.committees.rules.areas import Procedure
from college.committees.rules.ladder import Step
from college.committees.rules.tally import Choice
from college.ground.act import Act, Door

Table = dict[str, Any]
#: From being called to the ballot, in minutes: people are not all quick. Taken in turn.
_DELAYS = (35, 140, 70, 200, 20, 190, 110, 160)


#: What panels come to where no plan names the case, by procedure; in the others everything stays.
_UNPLANNED: dict[str, Table] = {
    Procedure.SECTION: {"panels": ["grant", "grant"], "review_grants": 31},
    Procedure.KEY: {"panels": ["grant", "grant"]},
    Procedure.FORM: {"panels": ["grant", "grant"], "dissents": {"B": [2]}, "review_grants": 31},
}
_AS_IT_IS: Table = {"panels": ["keep", "keep"]}


class Sentences:
    """Reasons that fit any case of a kind: shared by all of them, in turn."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._said: Counter[str] = Counter()

    def next(self, choice: Choice) -> str:
        lines = self._table[choice.value]
        at = self._said[choice.value]
        self._said[choice.value] += 1
        found: str = lines[at % len(lines)]
        return found


@dataclass
class Panels:
    """How the panels of one planned case behave. Sentences are used once each, in their order."""

    plan: Table
    spoken: Counter[str] = field(default_factory=Counter)
    passed: Counter[str] = field(default_factory=Counter)

    def leaves(self) -> str:
        """What the next who is called does instead of voting: ``refuse``, ``silent``, or nothing of it."""
        for word in ("refuse", "silent"):
            if self.passed[word] < self.plan.get(word, 0):
                self.passed[word] += 1
                return word
        return ""

    def says(self, seat: Seat) -> Choice:
        """As planned: each first panel's answer, and who departs from it; so many of a review that grant; a
        second look that sees what the last of the first panels saw."""
        if seat.draw.step == Step.REVIEW:
            self.spoken["review"] += 1
            return _among(self.spoken["review"], self.plan.get("review_grants", 0))
        if seat.draw.step != Step.FIRST:
            return Choice(self.plan["panels"][-1])
        panel = "AB"[seat.panel]
        self.spoken[panel] += 1
        ruling = Choice(self.plan["panels"][seat.panel])
        if self.spoken[panel] not in self.plan.get("dissents", {}).get(panel, ()):
            return ruling
        return Choice.KEEP if ruling is Choice.GRANT else Choice.GRANT

    def because(self, choice: Choice, spare: Sentences) -> str:
        """The next sentence that goes with the choice; where none is left, one of those for any case."""
        own = self.plan.get(choice.value, [])
        at = self.spoken[choice.value]
        self.spoken[choice.value] += 1
        return own[at] if at < len(own) else spare.next(choice)


def _among(number: int, grants: int) -> Choice:
    """So many of thirty-one, spread among the others."""
    return Choice.GRANT if number * grants // 31 > (number - 1) * grants // 31 else Choice.KEEP


class Benches:
    """Everybody who is called, but the one whose part a visitor takes: they see to their seats in time."""

    def __init__(self, timeline: Timeline, *, spare: Table, summaries: Table, visitor: int) -> None:
        self._timeline = timeline
        self._spare = Sentences(spare)
        self._of_summaries = {word: Sentences(table) for word, table in summaries.items()}
        self._visitor = visitor
        self._planned: dict[int, Panels] = {}
        self._in_debates: dict[tuple[str, str], Table] = {}
        self._waits: set[int] = set()
        self._seen: set[int] = set()
        self._turn = count()

    def expect(self, case: Case, plan: Table, *, for_visitor: bool) -> None:
        """What the panels of a case will do. ``for_visitor``: a seat of the visitor's stays open."""
        self._planned[case.pk] = Panels(plan)
        if for_visitor:
            self._waits.add(case.pk)

    def expect_in(self, debate: str, procedure: Procedure, plan: Table) -> None:
        """What the panels of a debate's only case of a procedure will do. ``debate``: its public id."""
        self._in_debates[debate, procedure] = plan

    def look(self, now: datetime) -> None:
        """Plan what each who has just been called does, and when."""
        for seat in seats.called().exclude(pk__in=self._seen):
            self._seen.add(seat.pk)
            later = timedelta(minutes=_DELAYS[next(self._turn) % len(_DELAYS)])
            self._timeline.at(now + later, self._answering(seat.pk))

    def _answering(self, key: int) -> Any:
        return lambda at: self._answer(at, key)

    def _answer(self, at: datetime, key: int) -> None:
        seat = seats.called().filter(pk=key).first()
        if seat is None:
            return
        case, member = seat.draw.case, seat.place.member
        act = Act(actor=member.public_id, at=at, door=Door.COMMAND)
        plan = self._in_debates.get((case.scope, case.procedure))
        plan = plan or _UNPLANNED.get(case.procedure, _AS_IT_IS)
        panels = self._planned.setdefault(case.pk, Panels(plan))
        if member.pk == self._visitor:
            if case.pk not in self._waits:
                refuse_seat(act, seat)
            return
        leaves = panels.leaves()
        if leaves == "refuse":
            refuse_seat(act, seat)
        elif not leaves:
            self._vote(act, seat, panels)

    def _vote(self, act: Act, seat: Seat, panels: Panels) -> None:
        if not keys.in_force(seat.place):
            enrol_software(act, seat.place)
        accept_seat(act, seat)
        seat.refresh_from_db()
        choice = panels.says(seat)
        ground = seat.draw.case.grounds[0] if choice is Choice.GRANT else ""
        spare = self._of_summaries.get(seat.draw.case.procedure, self._spare)
        reason = panels.because(choice, spare)
        cast_with_software(act, seat, choice=choice, ground=ground, reason=reason)
