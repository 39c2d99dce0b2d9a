"""A tie is declared before a draw; who declared it sits on nothing that it touches."""

import json

import pytest

from college.committees.actions import recusals
from college.committees.actions.cases import open_case
from college.committees.models import Recusal
from college.committees.queries import epochs, rosters
from college.committees.queries.recusals import tied_to, ties_of
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.committees.rules.recusals import MOST_TIES, TieKind
from college.ground.ids import new_public_id
from college.record.actions.texts import commit
from college.record.models import Entry
from tests.factories.acts import later, refused
from tests.factories.colleges import make_college
from tests.factories.committees import draw_epoch, make_roster, present_draw
from tests.factories.people import act_by, make_member

pytestmark = pytest.mark.django_db
DEBATE = "d" * 13


@pytest.fixture(autouse=True)
def founded(db):
    make_college()


def test_a_tie_stands_until_it_is_taken_back_and_leaves_no_trace_in_the_record():
    member, other = make_member(), make_member()
    entries = Entry.objects.count()
    tie = recusals.declare_tie(act_by(member), kind=TieKind.DEBATE, on=DEBATE)
    recusals.declare_tie(act_by(member), kind=TieKind.PERSON, on=other.public_id)
    assert tied_to([DEBATE]) == {member.public_id}
    assert tied_to([other.public_id, ""]) == {member.public_id}
    assert tied_to([member.public_id, ""]) == set()
    recusals.end_tie(later(act_by(member), hours=1), tie)
    recusals.end_tie(later(act_by(member), hours=2), tie)
    assert tied_to([DEBATE]) == set()
    assert [t.on for t in ties_of(member)] == [other.public_id]
    assert Entry.objects.count() == entries


def test_the_same_tie_is_kept_once():
    act = act_by(make_member())
    assert recusals.declare_tie(act, kind=TieKind.DEBATE, on=DEBATE) == recusals.declare_tie(
        act, kind=TieKind.DEBATE, on=DEBATE
    )
    assert Recusal.objects.count() == 1


def test_ties_are_one_s_own_and_not_too_many():
    member = make_member()
    act = act_by(member)
    with refused("committees.tie.oneself"):
        recusals.declare_tie(act, kind=TieKind.PERSON, on=member.public_id)
    ties = [
        recusals.declare_tie(act, kind=TieKind.DEBATE, on=new_public_id()) for _ in range(MOST_TIES)
    ]
    with refused("committees.tie.too-many"):
        recusals.declare_tie(act, kind=TieKind.DEBATE, on=DEBATE)
    with refused("committees.tie.may-not"):
        recusals.end_tie(act_by(make_member()), ties[0])


def test_who_declared_a_tie_to_the_debate_or_to_a_party_is_not_drawn():
    make_roster(50)
    places = list(rosters.places(rosters.in_force()))
    author = make_member()
    by_debate, by_person, free = places[:3]
    recusals.declare_tie(act_by(by_debate.member), kind=TieKind.DEBATE, on=DEBATE)
    recusals.declare_tie(act_by(by_person.member), kind=TieKind.PERSON, on=author.public_id)
    case = open_case(
        act_by(make_member()),
        procedure=Procedure.CONDUCT,
        rule="insult",
        shown=[commit("You are a fool.")],
        scope=DEBATE,
        parties={author.public_id: Party.AUTHOR},
    )
    draw_epoch(epochs.taking())
    announced = json.loads(bytes(present_draw(case).body))
    excused = dict(announced["excused"])
    assert excused == {by_debate.public_id: "party", by_person.public_id: "party"}
    assert free.public_id in dict(announced["pool"])
