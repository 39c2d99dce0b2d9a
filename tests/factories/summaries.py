"""Summaries at every state, through the rooms' own actions and clocks."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from college.debates.actions.claims import add_claim
from college.debates.due import due as debates_due
from college.debates.models import Contribution, Debate
from college.debates.rules.stages import Stage
from college.ground.act import Act
from college.people.models import Member
from college.summaries.actions.drafting import add_statement, hand_in
from college.summaries.actions.editors import take_seat
from college.summaries.actions.settling import sign_section
from college.summaries.due import due
from college.summaries.models import Draft, DraftStatement, Summary
from college.summaries.queries import drafts
from college.summaries.queries.summaries import of_debate
from college.summaries.rules.life import Side, SummaryState, Take
from college.summaries.rules.sections import Section, SectionKind, sections
from tests.factories.debates import Stand, add_delegate, add_holder, make_debate
from tests.factories.people import act_by


@dataclass
class Desk:
    """A summary with its people. Each of the two ``teams`` has a holder of A and one of B, in this order;
    ``delegates`` speak for A and for B; ``reader`` holds A and ``undecided`` nothing, and neither writes.
    ``claims[i]`` was said for ``stand.viewpoints[i]`` while the debate was open."""

    stand: Stand
    teams: dict[int, list[Member]]
    delegates: list[Member]
    reader: Member
    undecided: Member
    claims: list[Contribution] = field(default_factory=list)

    @property
    def debate(self) -> Debate:
        return self.stand.debate

    @property
    def at(self) -> datetime:
        return self.stand.at

    @property
    def summary(self) -> Summary:
        """As it is now."""
        found = of_debate(self.debate)
        assert found is not None
        return found

    @property
    def sections(self) -> list[Section]:
        return sections([viewpoint.public_id for viewpoint in self.stand.viewpoints])

    def act(self, member: Member, **later: float) -> Act:
        return act_by(member, self.stand.at + timedelta(**later))

    def draft(self, side: int) -> Draft:
        """A draft of the present round, as it is now."""
        found = drafts.of_side(self.summary, side)
        assert found is not None
        return found

    def holds(self, viewpoint: int = 0) -> Section:
        """The section of what a viewpoint holds."""
        return Section(SectionKind.HOLDS, self.stand.viewpoints[viewpoint].public_id)

    def write(
        self,
        side: int,
        words: str = "The ferry runs every day, say those who want to keep it.",
        *,
        section: Section | None = None,
        links: list[Contribution] | None = None,
        by: Member | None = None,
    ) -> DraftStatement:
        """Add a statement to a team's draft, or to the joint one; it rests on the first claim."""
        writer = by or self.teams[min(side, Side.SECOND)][0]
        return add_statement(
            self.act(writer),
            self.draft(side),
            section=section or Section(SectionKind.DISPUTED),
            words=words,
            links=[self.claims[0]] if links is None else links,
        )

    def fill(self, side: int) -> None:
        """A sentence in each section of a team's draft; its own viewpoint's claim under what it holds."""
        for section in self.sections:
            own = 1 if section == self.holds(1) else 0
            words = f"Of {section.kind.value} {own + 1} team {side} says what was said."
            self.write(side, words, section=section, links=[self.claims[own]])

    def hand_in(self, side: int) -> Draft:
        return hand_in(self.act(self.teams[side][0]), self.draft(side))

    def sign(self, take: Take, *among: Section) -> None:
        """Both teams sign the same of sections; of every one, if none is named."""
        for section in among or self.sections:
            for team in self.teams.values():
                sign_section(self.act(team[0]), self.summary, section=section, take=take)

    def wait(self, **delta: float) -> int:
        """Let time pass, then the clocks of debates and summaries do what is due; how much that was."""
        self.stand.at += timedelta(**delta)
        done = debates_due(self.stand.at) + due(self.stand.at)
        self.stand.fresh()
        return done

    def close(self) -> None:
        """Let the debate come to its end, and its summary begin."""
        while self.debate.stage != Stage.CLOSED:
            ends = max(d for d in (self.debate.closing_at, self.debate.closed_at) if d is not None)
            self.stand.at = max(self.stand.at, ends)
            self.wait()
        self.wait()

    def over(self) -> int:
        """Let the time of the present state be over; how much was done then."""
        until = self.summary.until
        assert until is not None
        return self.wait(seconds=max(0.0, (until - self.stand.at).total_seconds()))


def make_summary(state: SummaryState = SummaryState.DRAFTING, *, seated: bool = True) -> Desk:
    """A summary of a closed debate at a state, up to ``ATTESTING``; the College must be founded.

    ``seated`` false: nobody writes yet. From ``SETTLING`` on both drafts have a sentence in each section;
    for ``ATTESTING`` both teams signed the first text of all.
    """
    stand = make_debate()
    speakers = [add_delegate(stand, viewpoint) for viewpoint in stand.viewpoints]
    stand.wait(days=7)
    desk = Desk(
        stand=stand,
        teams={
            side: [stand.holders[0] if side == Side.FIRST else add_holder(stand, a), other]
            for side, a, other in (
                (Side.FIRST, stand.viewpoints[0], add_holder(stand, stand.viewpoints[1])),
                (Side.SECOND, stand.viewpoints[0], stand.holders[1]),
            )
        },
        delegates=speakers,
        reader=add_holder(stand, stand.viewpoints[0]),
        undecided=add_holder(stand, None),
    )
    for holder, text in zip(
        stand.holders, ("The ferry runs daily.", "A bridge stands in any weather."), strict=True
    ):
        claim = add_claim(desk.act(holder), desk.debate, form="factual", text=text)
        desk.claims.append(claim)
    desk.close()
    if seated:
        for side, team in desk.teams.items():
            for member in team:
                take_seat(desk.act(member), desk.debate, side=side)
    order = list(SummaryState)
    if order.index(state) >= order.index(SummaryState.SETTLING):
        for side in desk.teams:
            desk.fill(side)
            desk.hand_in(side)
    if order.index(state) >= order.index(SummaryState.ATTESTING):
        desk.sign(Take.FIRST)
    assert desk.summary.state == state, "others are made in their own tests"
    return desk
