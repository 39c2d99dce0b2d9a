"""What is put to the committees in the sample: texts said and reported, a question objected to."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from college.cli.sample.debating import College, SampleDebate
from college.cli.sample.sitting import Benches
from college.committees.actions.stewards import vote_as_steward
from college.committees.models import Case
from college.committees.rules.tally import Choice
from college.debates.actions.claims import add_claim
from college.debates.actions.objections import object_to_question
from college.debates.actions.reports import report
from college.debates.models import Contribution
from college.ground.act import Act, Door

Table = dict[str, Any]
_DAY = timedelta(days=1)


class Court:
    """The planned cases, by the debates they come from."""

    def __init__(
        self, college: College, samples: dict[str, SampleDebate], benches: Benches, plan: Table
    ) -> None:
        self._college = college
        self._samples = samples
        self._benches = benches
        self._plan = plan

    def plan_until(self, now: datetime) -> None:
        """``days_ago`` and ``said_days_ago`` of the plan count back from ``now``."""
        at = self._college.timeline.at
        objection = self._plan["objection"]
        at(now - objection["days_ago"] * _DAY, self._step(self._object, objection, now))
        for case in self._plan["cases"]:
            if "text" in case:
                at(now - case["said_days_ago"] * _DAY, self._step(self._say, case))
            at(now - case["days_ago"] * _DAY, self._step(self._report, case))

    @staticmethod
    def _step(do: Callable[..., None], *args: object) -> Callable[[datetime], None]:
        return lambda at: do(at, *args)

    def _act(self, member: str, at: datetime) -> Act:
        return Act(actor=self._college.people[member].public_id, at=at, door=Door.COMMAND)

    def _say(self, at: datetime, plan: Table) -> None:
        sample = self._samples[plan["debate"]]
        claim = add_claim(
            self._act(plan["by"], at), sample.debate, form=plan["variant"], text=plan["text"]
        )
        sample.contributing.made[plan["key"]] = claim

    def _report(self, at: datetime, plan: Table) -> None:
        made = report(
            self._act(plan["reporter"], at),
            self._said(plan, plan.get("on", plan["key"])),
            ground=plan["ground"],
            reason=plan["reason"],
            marked=plan.get("marked", []),
            onto=self._said(plan, plan["onto"]) if "onto" in plan else None,
        )
        for_visitor = plan.get("for_visitor", False)
        self._benches.expect(made.hearing.case, plan, for_visitor=for_visitor)

    def _said(self, plan: Table, key: str) -> Contribution:
        made = self._samples[plan["debate"]].contributing.made[key]
        made.refresh_from_db()
        return made

    def _object(self, at: datetime, plan: Table, now: datetime) -> None:
        debate = self._samples[plan["debate"]].debate
        objection = object_to_question(self._act(plan["by"], at), debate, reason=plan["reason"])
        self._benches.expect(objection.case, plan, for_visitor=False)
        for vote in plan["stewards"]:
            step = self._step(self._vote, objection.case, vote)
            self._college.timeline.at(at + timedelta(hours=vote["hours"]), step)

    def _vote(self, at: datetime, case: Case, vote: Table) -> None:
        act = self._act(vote["by"], at)
        vote_as_steward(act, case, choice=Choice(vote["choice"]), ground="", reason=vote["reason"])
