"""Act out the summary of a sample debate: two drafts, who takes what, what the sides say; then a reopening.

Its dates follow from the debate's own, so it is looked at as the clock ticks: what a state asks for is
planned when the work enters it.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from college.cli.sample.debating import SampleDebate
from college.cli.sample.sitting import Benches
from college.committees.rules.areas import Procedure
from college.debates.actions.holdings import hold
from college.debates.models import Contribution
from college.debates.rules.posting import SourceLine
from college.debates.rules.stages import Stage
from college.ground.act import Act
from college.summaries.actions.attestations import answer, attest
from college.summaries.actions.comments import make_comment
from college.summaries.actions.cruxes import name_crux, tell_mind
from college.summaries.actions.drafting import add_statement, hand_in
from college.summaries.actions.editors import take_seat
from college.summaries.actions.omissions import give_reason
from college.summaries.actions.reopening import propose_reopening
from college.summaries.actions.settling import sign_section
from college.summaries.models import Attestation, Crux, Draft, Summary, Version
from college.summaries.queries import drafts, versions
from college.summaries.queries.summaries import of_debate
from college.summaries.rules.life import Fairness, Side, SummaryState, Take
from college.summaries.rules.sections import Section, SectionKind

Table = dict[str, Any]
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_DRAFTS = {Side.FIRST: "first", Side.SECOND: "second", Side.JOINT: "third"}
_TEAMS = (Side.FIRST, Side.SECOND)
#: From one section to the next; and when drafts are handed in, a day before their time is over.
_A_SECTION = timedelta(hours=14)
_HANDED = timedelta(days=13)


class Summarising:
    """What a plan's statements, cruxes and attestations have become, by key."""

    def __init__(self, sample: SampleDebate, plan: Table, benches: Benches, now: datetime) -> None:
        self._sample = sample
        self._plan = plan
        self._benches = benches
        #: The moment at which the sample ends.
        self._now = now
        self._state = ""
        self._is_open_again = False
        self._statements: dict[str, str] = {}
        self._cruxes: dict[str, Crux] = {}
        self._enter: dict[str, Callable[[datetime], None]] = {
            SummaryState.DRAFTING: self._plan_drafting,
            SummaryState.SETTLING: self._plan_settling,
            SummaryState.ATTESTING: self._plan_attesting,
            SummaryState.CERTIFIED: self._plan_reopening,
        }

    def look(self, at: datetime) -> None:
        """Plan what the state just entered asks for, and what is said once the debate is open again."""
        summary = self._summary
        if summary is None:
            return
        if summary.state != self._state:
            self._state = summary.state
            plan = self._enter.get(summary.state)
            if plan is not None:
                plan(at)
        if summary.debate.stage == Stage.OPEN and not self._is_open_again:
            self._is_open_again = True
            for row in self._plan["afterwards"]:
                self._sample.contributing.plan(row, at)
            self._at(at + _DAY, self._waver)

    def statement(self, key: str) -> str:
        """The id of a statement of the plan, once it is written."""
        return self._statements[key]

    @property
    def _summary(self) -> Summary | None:
        return of_debate(self._sample.debate) if self._sample.is_proposed else None

    def _at(self, moment: datetime, do: Callable[..., object], *args: object) -> None:
        self._sample.timeline.at(moment, lambda at: do(at, *args))

    def _act(self, member: str, at: datetime) -> Act:
        return self._sample.act(member, at)

    def _team(self, side: int) -> list[str]:
        return [row["member"] for row in self._plan["editors"] if row["side"] == side]

    def _plan_drafting(self, at: datetime) -> None:
        for number, row in enumerate(self._plan["editors"], 1):
            self._at(at + number * 4 * _HOUR, self._seat, row)
        begins = at + _DAY + _A_SECTION
        for side in _TEAMS:
            for number, section in enumerate(self._plan["sections"]):
                # Both teams at one moment: the clock ticks once before them, and neither sees the other.
                self._at(begins + number * _A_SECTION, self._write, side, section, number)
            self._at(at + _HANDED + side * _HOUR, self._hand_in, side)

    def _seat(self, at: datetime, row: Table) -> None:
        take_seat(self._act(row["member"], at), self._sample.debate, side=row["side"])

    def _write(self, at: datetime, side: Side, plan: Table, number: int) -> None:
        """The sentences of one section, by the editors of a side in turn."""
        team = self._team(side) or self._team(Side.FIRST)
        act = self._act(team[number % len(team)], at)
        for row in plan[_DRAFTS[side]]:
            made = add_statement(
                act,
                self._draft(side),
                section=self._section(plan),
                words=row["text"],
                links=[self._said(key) for key in row["links"]],
            )
            self._statements[row["key"]] = made.statement

    def _hand_in(self, at: datetime, side: Side) -> None:
        hand_in(self._act(self._team(side)[0], at), self._draft(side))

    def _plan_settling(self, at: datetime) -> None:
        for plan in self._plan["sections"]:
            if "third" in plan:
                self._at(at + _DAY, self._write, Side.JOINT, plan, 0)
            if "takes" in plan:
                self._benches.expect_in(self._sample.debate.public_id, Procedure.CHOICE, plan)
        for side in _TEAMS:
            self._at(at + (1 + side) * _DAY, self._sign, side)
        for plan in self._plan["omissions"]:
            self._at(at + _DAY + 5 * _HOUR, self._omit, plan)

    def _sign(self, at: datetime, side: Side) -> None:
        act = self._act(self._team(side)[0], at)
        for plan in self._plan["sections"]:
            take = plan["takes"][side - 1] if "takes" in plan else plan["take"]
            sign_section(act, self._begun, section=self._section(plan), take=Take(take))

    def _omit(self, at: datetime, plan: Table) -> None:
        give_reason(
            self._act(plan["by"], at),
            self._begun,
            self._said(plan["contribution"]),
            text=plan["reason"],
        )

    def _plan_attesting(self, at: datetime) -> None:
        for plan in self._plan["attestations"]:
            self._at(at + plan["days"] * _DAY, self._attest, plan)
        for plan in self._plan["comments"]:
            self._at(at + plan["days"] * _DAY, self._comment, plan)
        for number, plan in enumerate(self._plan["cruxes"], 1):
            self._at(at + number * 5 * _HOUR, self._name_crux, plan)

    def _attest(self, at: datetime, plan: Table) -> None:
        made = attest(
            self._act(self._delegate(plan["viewpoint"]), at),
            self._version,
            fairness=Fairness(plan["fairness"]),
            statement=self._statements[plan["on"]] if "on" in plan else "",
            comment=plan.get("comment", ""),
        )
        if "answer" in plan:
            later = at + (plan["answer"]["days"] - plan["days"]) * _DAY
            self._at(later, self._answer, made, plan["answer"])

    def _answer(self, at: datetime, attestation: Attestation, plan: Table) -> None:
        answer(self._act(plan["by"], at), attestation, text=plan["text"])

    def _comment(self, at: datetime, plan: Table) -> None:
        make_comment(
            self._act(plan["by"], at),
            self._version,
            exact=plan["exact"],
            text=plan["text"],
            statement=self._statements[plan["on"]],
        )

    def _name_crux(self, at: datetime, plan: Table) -> None:
        """An editor names it; each of the two delegates says within two days what would change a mind."""
        viewpoints = self._sample.viewpoints
        first, second = viewpoints[plan["first"]], viewpoints[plan["second"]]
        for viewpoint in (first, second):
            viewpoint.refresh_from_db()
        self._cruxes[plan["key"]] = name_crux(
            self._act(plan["by"], at),
            self._begun,
            self._said(plan["claim"]),
            between=(first, second),
        )
        for number, mind in enumerate(plan["minds"], 1):
            self._at(at + number * _DAY, self._tell_mind, plan["key"], mind)

    def _tell_mind(self, at: datetime, crux: str, plan: Table) -> None:
        tell_mind(
            self._act(self._delegate(plan["viewpoint"]), at), self._cruxes[crux], text=plan["text"]
        )

    def _plan_reopening(self, at: datetime) -> None:
        plan = self._plan["reopening"]
        soonest = at + 3 * _HOUR
        self._at(max(soonest, self._now - plan["days_ago"] * _DAY), self._propose, plan)

    def _waver(self, at: datetime) -> None:
        """Silent holders of one viewpoint wait what comes of the new evidence. Few are left for whom the lot
        can take a seat of that viewpoint, so that the visitor, who holds it, finds cases that wait."""
        for number, member in enumerate(self._sample.followers[self._plan["wavering"]]):
            act = self._act(member, at + timedelta(minutes=number))
            hold(act, self._sample.debate, viewpoint=None)

    def _propose(self, at: datetime, plan: Table) -> None:
        propose_reopening(
            self._act(plan["by"], at),
            self._cruxes[plan["crux"]],
            form=plan["form"],
            source=SourceLine(**plan["source"]),
            quotation=plan["quotation"],
            reason=plan["reason"],
        )

    @property
    def _begun(self) -> Summary:
        summary = self._summary
        if summary is None:
            raise LookupError("the sample's summary has not begun")
        return summary

    @property
    def _version(self) -> Version:
        version = versions.newest(self._begun)
        if version is None:
            raise LookupError("the sample's summary has no version yet")
        return version

    def _draft(self, side: Side) -> Draft:
        draft = drafts.of_side(self._begun, side)
        if draft is None:
            raise LookupError(f"the sample's summary has no draft of side {side}")
        return draft

    def _section(self, plan: Table) -> Section:
        kind, _dot, viewpoint = plan["section"].partition(".")
        public_id = self._sample.viewpoints[viewpoint].public_id if viewpoint else ""
        return Section(SectionKind(kind), public_id)

    def _said(self, key: str) -> Contribution:
        made = self._sample.contributing.made[key]
        made.refresh_from_db()
        return made

    def _delegate(self, viewpoint: str) -> str:
        found = next(row for row in self._sample.plan["viewpoints"] if row["key"] == viewpoint)
        delegate: str = found["delegate"]
        return delegate
