"""Debates at every stage, through the room's own actions and its clock."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction

from college.debates.actions.delegates import offer_delegate
from college.debates.actions.holdings import hold
from college.debates.actions.locking import locked
from college.debates.actions.moderators import seat_moderator
from college.debates.actions.questions import propose_question, register_question
from college.debates.actions.stages import summarise
from college.debates.actions.viewpoints import propose_viewpoint
from college.debates.due import due
from college.debates.models import Debate, Viewpoint
from college.debates.rules.stages import Stage
from college.ground.act import Act, Door
from college.people.models import Member
from tests.factories.acts import MOMENT
from tests.factories.people import act_by, make_member

QUESTION = "Should the town keep its ferry running in winter?"
STATEMENT = "The ferry is the only way across for those without a car, in winter more than ever."


@dataclass
class Stand:
    """A debate with its people, at a moment. ``viewpoints[i]`` was proposed by ``holders[i]``."""

    debate: Debate
    proposer: Member
    at: datetime = MOMENT
    viewpoints: list[Viewpoint] = field(default_factory=list)
    holders: list[Member] = field(default_factory=list)

    def act(self, member: Member, **later: float) -> Act:
        return act_by(member, self.at + timedelta(**later))

    def wait(self, **delta: float) -> int:
        """Let time pass, then the clock do what is due; how much that was."""
        self.at += timedelta(**delta)
        done = due(self.at)
        self.fresh()
        return done

    def fresh(self) -> None:
        """Read debate and viewpoints again."""
        self.debate = Debate.objects.get(pk=self.debate.pk)
        keys = [viewpoint.pk for viewpoint in self.viewpoints]
        found = Viewpoint.objects.select_related("debate").in_bulk(keys)
        self.viewpoints = [found[key] for key in keys]


def make_debate(
    stage: Stage = Stage.OPEN,
    *,
    viewpoints: int = 2,
    wording: str = QUESTION,
    at: datetime = MOMENT,
) -> Stand:
    """A debate that has come to ``stage`` by its own dates. From the framing on it has ``viewpoints``
    admitted viewpoints, each held by its proposer. The College must be founded."""
    proposer = make_member()
    if stage is Stage.REGISTERED:
        return Stand(register_question(act_by(proposer, at), wording=wording), proposer, at)
    stand = Stand(propose_question(act_by(proposer, at), wording=wording), proposer, at)
    if stage is Stage.PROPOSED:
        return stand
    _until(stand, stand.debate.admit_at)
    for number in range(viewpoints):
        add_viewpoint(stand, f"Way {number + 1} of crossing the water")
    if viewpoints:
        _until(stand, max(viewpoint.admit_at for viewpoint in stand.viewpoints))
    for reached, date in (
        (Stage.OPEN, "open_at"),
        (Stage.CLOSING, "closing_at"),
        (Stage.CLOSED, "closed_at"),
    ):
        if list(Stage).index(stage) >= list(Stage).index(reached):
            _until(stand, getattr(stand.debate, date))
    if stage is Stage.SUMMARISED:
        with transaction.atomic():
            summarise(Act("clock", stand.at, Door.CLOCK), locked(stand.debate))
        stand.fresh()
    return stand


def add_viewpoint(stand: Stand, name: str, statement: str = STATEMENT) -> Viewpoint:
    """One more viewpoint, proposed and held by a new member."""
    holder = make_member()
    viewpoint = propose_viewpoint(stand.act(holder), stand.debate, name=name, statement=statement)
    stand.viewpoints.append(viewpoint)
    stand.holders.append(holder)
    return viewpoint


def add_holder(stand: Stand, viewpoint: Viewpoint | None) -> Member:
    """A new member who holds a viewpoint, or is undecided."""
    member = make_member()
    hold(stand.act(member), stand.debate, viewpoint=viewpoint)
    return member


def add_delegate(stand: Stand, viewpoint: Viewpoint) -> Member:
    """A new holder who offers to speak; they stand when the notice is over and the clock ticks."""
    member = add_holder(stand, viewpoint)
    offer_delegate(stand.act(member), viewpoint)
    return member


def add_pair(stand: Stand) -> list[Member]:
    """A pair of moderators, new holders of the first two viewpoints."""
    pair = [add_holder(stand, viewpoint) for viewpoint in stand.viewpoints[:2]]
    for member in pair:
        seat_moderator(stand.act(member), stand.debate)
    return pair


def _until(stand: Stand, at: datetime | None) -> None:
    assert at is not None
    stand.at = max(at, stand.at)
    due(stand.at)
    stand.fresh()
