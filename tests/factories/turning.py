"""A debate that is over, with a summary at work, editors, delegates and a claim to part on."""

from dataclasses import dataclass
from datetime import timedelta

from college.debates.actions.claims import add_claim
from college.debates.models import Contribution
from college.debates.rules.posting import SourceLine
from college.debates.rules.stages import Stage
from college.people.models import Member
from college.summaries.actions.cruxes import name_crux
from college.summaries.due import due
from college.summaries.models import Crux, Editor, Summary
from college.summaries.rules.life import Side, SummaryState
from tests.factories.debates import Stand, add_delegate, make_debate

SOURCE = SourceLine(title="Counting the crossings", locator="p. 4", publisher="Harbour office")
QUOTATION = "In January 212 people crossed on an ordinary day."
REASON = "It was counted after the debate had closed."


@dataclass
class Turning:
    """``delegates`` speak for the first two viewpoints; ``editor`` holds the first one."""

    stand: Stand
    summary: Summary
    claim: Contribution
    delegates: list[Member]
    editor: Member

    def crux(self) -> Crux:
        """The claim, named between the first two viewpoints."""
        first, second = self.stand.viewpoints[:2]
        return name_crux(
            self.stand.act(self.editor), self.summary, self.claim, between=(first, second)
        )

    def wait(self, **delta: float) -> int:
        """Let time pass and the clock tick in both rooms; what fell due in this one."""
        self.stand.wait(**delta)
        return due(self.stand.at)


def make_turning() -> Turning:
    """The College must be founded."""
    stand = make_debate(Stage.FRAMING)
    delegates = [add_delegate(stand, viewpoint) for viewpoint in stand.viewpoints[:2]]
    stand.wait(days=15)
    claim = add_claim(
        stand.act(stand.holders[0]), stand.debate, form="factual", text="The ferry is full."
    )
    stand.wait(days=28)
    stand.wait(days=8)
    assert stand.debate.stage == Stage.CLOSED
    summary, _made = Summary.objects.get_or_create(
        debate=stand.debate,
        defaults={
            "state": SummaryState.DRAFTING,
            "begun_at": stand.at,
            "until": stand.at + timedelta(days=365),
        },
    )
    editor = stand.holders[0]
    Editor.objects.create(
        summary=summary,
        side=Side.FIRST,
        member=editor,
        viewpoint=stand.viewpoints[0],
        began_at=stand.at,
    )
    return Turning(stand, summary, claim, delegates, editor)
