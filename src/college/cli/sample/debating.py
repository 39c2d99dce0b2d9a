"""Plan one sample debate on a timeline: proposal, framing, drafts, contributions, moves.

Every step goes through the action that a member's click would call, at a made-up moment.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from college.cli.sample.contributing import Contributing
from college.cli.sample.timeline import Timeline
from college.debates.actions.briefs import take_in
from college.debates.actions.delegates import offer_delegate
from college.debates.actions.drafts import add_draft
from college.debates.actions.holdings import hold
from college.debates.actions.moderators import seat_moderator
from college.debates.actions.moves import propose_move, second_move
from college.debates.actions.positions import mark_position
from college.debates.actions.questions import add_turn, propose_question
from college.debates.actions.viewpoints import propose_viewpoint
from college.debates.models import Debate, Viewpoint
from college.debates.rules.briefs import Rights
from college.exchange.reading import digest, read
from college.ground.act import Act, Door
from college.people.models import Member
from college.record.charters import charter_in_force

Table = dict[str, Any]
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class College:
    """What both debates share: members by key; subjects by key and registered questions by wording."""

    timeline: Timeline
    people: dict[str, Member]
    register: Table


class SampleDebate:
    """One debate while it is acted out: what the plan calls by key, and the rows it has become."""

    def __init__(
        self, college: College, plan: Table, folder: Path, followers: dict[str, list[str]]
    ) -> None:
        self.timeline, self.people, self.register = (
            college.timeline,
            college.people,
            college.register,
        )
        self.plan, self.folder = plan, folder
        #: Who holds a viewpoint and says nothing: the viewpoint's key → members.
        self.followers = followers
        self.is_proposed = False
        self.debate: Debate
        self.viewpoints: dict[str, Viewpoint] = {}

    def plan_from(self, opens: datetime) -> None:
        """``opens`` is the moment of opening; everything else is dated from it."""
        clocks = charter_in_force().clocks
        framed = opens - clocks.framing
        at = self.timeline.at
        at(framed - clocks.question_notice, self._propose)
        at(framed + _HOUR, self._take_in)
        for number, viewpoint in enumerate(self.plan["viewpoints"]):
            self._plan_viewpoint(viewpoint, framed + (2 + number) * _HOUR)
        held = framed + clocks.viewpoint_notice + _DAY
        at(held, self._declare_undecided)
        for number, draft in enumerate(self.plan["drafts"]):
            at(held + (number + 1) * _HOUR, self._step(self._draft, draft))
        for number, member in enumerate(self.plan["moderators"]):
            at(held + (number + 4) * _HOUR, self._step(self._moderate, member))
        for number, position in enumerate(self.plan.get("positions", [])):
            at(held + _DAY + number * _HOUR, self._step(self._mark, position))
        for number, turn in enumerate(self.plan.get("turns_on", [])):
            at(held + _DAY + number * _HOUR, self._step(self._turn, turn))
        self.contributing = Contributing(self)
        for contribution in self.plan["contributions"]:
            self.contributing.plan(contribution, opens)
        for move in self.plan.get("moves", []):
            at(opens + move["day"] * _DAY, self._step(self._move, move, self.contributing))

    def act(self, member: str, at: datetime) -> Act:
        return Act(actor=self.people[member].public_id, at=at, door=Door.COMMAND)

    def _step(self, do: Callable[..., object], *args: object) -> Callable[[datetime], object]:
        return lambda at: do(at, *args)

    def _propose(self, at: datetime) -> None:
        proposer = self.plan["viewpoints"][0]["proposer"]
        self.debate = propose_question(
            self.act(proposer, at),
            wording=self.plan["question"],
            place=self.plan["place"],
            period=self.plan["period"],
            subject=self.register[self.plan["subject"]],
            slug=self.plan["slug"],
        )
        self.is_proposed = True

    def _take_in(self, at: datetime) -> None:
        arriving = read(self.folder / self.plan["article"])
        proposer = self.plan["viewpoints"][0]["proposer"]
        rights = Rights(self.plan["rights"])
        act = self.act(proposer, at)
        self.brief = take_in(act, self.debate, arriving, digest=digest(arriving), rights=rights)

    def _plan_viewpoint(self, plan: Table, at: datetime) -> None:
        notice = charter_in_force().clocks.viewpoint_notice
        self.timeline.at(at, self._step(self._propose_viewpoint, plan))
        self.timeline.at(at + notice + _HOUR, self._step(self._hold, plan))
        self.timeline.at(at + notice + 2 * _HOUR, self._step(self._offer, plan))

    def _propose_viewpoint(self, at: datetime, plan: Table) -> None:
        act = self.act(plan["proposer"], at)
        self.viewpoints[plan["key"]] = propose_viewpoint(
            act, self.debate, name=plan["name"], statement=plan["statement"]
        )

    def _hold(self, at: datetime, plan: Table) -> None:
        others = [m for m in plan["holders"] if m != plan["proposer"]]
        others += self.followers.get(plan["key"], [])
        for number, member in enumerate(others):
            act = self.act(member, at + timedelta(minutes=number))
            hold(act, self.debate, viewpoint=self.viewpoints[plan["key"]])

    def _offer(self, at: datetime, plan: Table) -> None:
        offer_delegate(self.act(plan["delegate"], at), self.viewpoints[plan["key"]])

    def _declare_undecided(self, at: datetime) -> None:
        for row in self.plan.get("undecided", []):
            hold(self.act(row["member"], at), self.debate, viewpoint=None)

    def _draft(self, at: datetime, plan: Table) -> None:
        add_draft(
            self.act(plan["by"], at),
            self.debate,
            wording=plan["wording"],
            viewpoints_listed=plan["viewpoints"],
        )

    def _moderate(self, at: datetime, member: str) -> None:
        seat_moderator(self.act(member, at), self.debate)

    def _mark(self, at: datetime, plan: Table) -> None:
        act = self.act(plan["by"], at)
        viewpoint = self.viewpoints[plan["viewpoint"]] if "viewpoint" in plan else None
        mark_position(
            act, self.brief, exact=plan["exact"], label=plan["label"], viewpoint=viewpoint
        )

    def _turn(self, at: datetime, plan: Table) -> None:
        proposer = self.plan["viewpoints"][0]["proposer"]
        on = self.register[plan["question"]]
        add_turn(self.act(proposer, at), self.debate, on=on, reason=plan["why"])

    def _move(self, at: datetime, plan: Table, contributing: Contributing) -> None:
        target = plan.get("target", "")
        called = self.viewpoints.get(target)
        if called is not None:
            called.refresh_from_db()
        move = propose_move(
            self.act(plan["by"], at),
            self.debate,
            kind=plan["kind"],
            viewpoint=called,
            contribution=contributing.made.get(target),
            question=plan.get("question", ""),
            reason=plan["reason"],
        )
        second_move(self.act(plan["seconded_by"], at + _HOUR), move)
