"""Act out the contributions of a sample debate, one kind at a time."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from college.debates.actions.answers import answer
from college.debates.actions.arguments import add_argument
from college.debates.actions.challenges import challenge
from college.debates.actions.claims import add_claim
from college.debates.actions.concessions import concede
from college.debates.actions.definitions import add_definition
from college.debates.actions.evidence import add_evidence
from college.debates.actions.qualifications import qualify
from college.debates.actions.revisions import revise
from college.debates.models import Contribution
from college.debates.rules.kinds import Kind
from college.debates.rules.links import Span
from college.debates.rules.posting import SourceLine
from college.ground.act import Act

if TYPE_CHECKING:
    from college.cli.sample.debating import SampleDebate

Table = dict[str, Any]
_DAY = timedelta(days=1)


class Contributing:
    """What the plan's contributions have become, by key."""

    def __init__(self, sample: "SampleDebate") -> None:
        self.sample = sample
        self.made: dict[str, Contribution] = {}
        self._add: dict[Kind, Callable[[Act, Table], Contribution]] = {
            Kind.CLAIM: self._claim,
            Kind.ARGUMENT: self._argument,
            Kind.EVIDENCE: self._evidence,
            Kind.DEFINITION: self._definition,
            Kind.CHALLENGE: self._challenge,
            Kind.ANSWER: self._answer,
            Kind.CONCESSION: self._concession,
            Kind.QUALIFICATION: self._qualification,
        }

    def plan(self, plan: Table, opens: datetime) -> None:
        """One contribution and its later revisions, at their days after the opening."""
        at = self.sample.timeline.at
        at(opens + plan["day"] * _DAY, lambda moment: self._make(moment, plan))
        for revision in plan.get("revise", []):
            at(opens + revision["day"] * _DAY, self._revising(plan, revision))

    def _make(self, at: datetime, plan: Table) -> None:
        act = self.sample.act(plan["by"], at)
        self.made[plan["key"]] = self._add[Kind(plan["kind"])](act, plan)

    def _revising(self, plan: Table, revision: Table) -> Callable[[datetime], object]:
        def step(at: datetime) -> object:
            contribution = self.made[plan["key"]]
            contribution.refresh_from_db()
            act = self.sample.act(plan["by"], at)
            return revise(act, contribution, text=revision["text"], expected=contribution.head)

        return step

    def _common(self, plan: Table) -> Table:
        """What every kind may have: exact quotations of the brief, and what it succeeds."""
        found: Table = {"quotes": [self._span(quote) for quote in plan.get("quotes", [])]}
        if "succeeds" in plan:
            found["succeeds"] = self.made[plan["succeeds"]]
        return found

    def _span(self, quote: Table) -> Span:
        brief = self.sample.brief
        rows = brief.passages if quote["in"] == "passage" else brief.remarks
        exact = quote["exact"]
        for row in rows.select_related("text"):
            start = row.text.words.find(exact)
            if start >= 0:
                return Span(row.public_id, start, start + len(exact))
        raise LookupError(f"the sample quotes words that its article does not hold: {exact!r}")

    def _claim(self, act: Act, plan: Table) -> Contribution:
        return add_claim(
            act, self.sample.debate, form=plan["variant"], text=plan["text"], **self._common(plan)
        )

    def _argument(self, act: Act, plan: Table) -> Contribution:
        return add_argument(
            act,
            self.sample.debate,
            form=plan["variant"],
            premises=[self.made[key] for key in plan["premises"]],
            conclusion=self.made[plan["conclusion"]],
            text=plan.get("text", ""),
            **self._common(plan),
        )

    def _evidence(self, act: Act, plan: Table) -> Contribution:
        return add_evidence(
            act,
            self.sample.debate,
            form=plan["variant"],
            bears_on=self.made[plan["bears_on"]],
            source=SourceLine(**plan["source"]),
            quotation=plan["quotation"],
            text=plan["text"],
            **self._common(plan),
        )

    def _definition(self, act: Act, plan: Table) -> Contribution:
        return add_definition(
            act, self.sample.debate, term=plan["term"], text=plan["text"], **self._common(plan)
        )

    def _challenge(self, act: Act, plan: Table) -> Contribution:
        return challenge(act, self.made[plan["on"]], form=plan["variant"], text=plan["text"])

    def _answer(self, act: Act, plan: Table) -> Contribution:
        points_to = [self.made[key] for key in plan.get("points_to", [])]
        return answer(act, self.made[plan["to"]], text=plan["text"], points_to=points_to)

    def _concession(self, act: Act, plan: Table) -> Contribution:
        return concede(
            act,
            self.made[plan["grants"]],
            condition=plan.get("condition", ""),
            text=plan.get("text", ""),
        )

    def _qualification(self, act: Act, plan: Table) -> Contribution:
        return qualify(act, self.made[plan["on"]], text=plan["text"], **self._common(plan))
