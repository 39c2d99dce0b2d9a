"""A debate with two sides, one of them with a delegate, and somebody undecided; and what they say."""

import json
from dataclasses import dataclass
from datetime import timedelta

from college.debates.actions.claims import add_claim
from college.debates.models import Contribution, Debate
from college.debates.rules.posting import SourceLine
from college.ground.act import Act
from college.people.models import Member
from college.record.models import Entry
from tests.factories.debates import Stand, add_delegate, add_holder, make_debate
from tests.factories.people import act_by

LINE = SourceLine(title="Harbour accounts", locator="p. 4")


@dataclass
class Room:
    """``one`` and ``mate`` hold A, ``two`` and their ``delegate`` B, ``undecided`` nothing."""

    stand: Stand
    one: Member
    mate: Member
    two: Member
    delegate: Member
    undecided: Member

    @property
    def debate(self) -> Debate:
        return self.stand.debate

    def act(self, member: Member, **later: float) -> Act:
        return act_by(member, self.stand.at + timedelta(**later))

    def claim(
        self, member: Member, text: str = "The ferry runs daily.", **later: float
    ) -> Contribution:
        return add_claim(self.act(member, **later), self.debate, form="factual", text=text)


def make_room() -> Room:
    stand = make_debate()
    delegate = add_delegate(stand, stand.viewpoints[1])
    stand.wait(days=7)
    return Room(
        stand=stand,
        one=stand.holders[0],
        mate=add_holder(stand, stand.viewpoints[0]),
        two=stand.holders[1],
        delegate=delegate,
        undecided=add_holder(stand, None),
    )


def told(entry: Entry) -> dict:
    """What an entry says."""
    return json.loads(bytes(entry.body))["data"]


def entries(kind: str) -> list[Entry]:
    return list(Entry.objects.filter(kind=kind).order_by("id"))
