"""Arguments: premises old and new, conclusions that are arguments, circles."""

import json

import pytest

from college.debates.actions.arguments import add_argument
from college.debates.actions.claims import NewClaim, add_claim
from college.debates.actions.withdrawals import withdraw
from college.debates.models import Contribution, Link, Placement
from college.ground.refusals import Refusal
from tests.debates.actions.said import entries, make_room
from tests.factories.acts import refused
from tests.factories.colleges import make_college
from tests.factories.debates import make_debate

pytestmark = pytest.mark.django_db


@pytest.fixture
def room():
    make_college()
    return make_room()


def supports(room, premises, conclusion, form="supports", who=None) -> Contribution:
    return add_argument(
        room.act(who or room.one), room.debate, form=form, premises=premises, conclusion=conclusion
    )


def test_premises_keep_their_order_whether_old_or_new(room):
    old, goal = room.claim(room.one, "Old."), room.claim(room.one, "Goal.")
    argument = supports(room, [NewClaim("value", "First."), old, NewClaim("value", "Third.")], goal)
    premises = Link.objects.filter(source=argument, kind="premise").order_by("order")
    assert [p.pinned.text.words for p in premises] == ["First.", "Old.", "Third."]
    assert [e.kind for e in entries("debates.claim.added")] == ["debates.claim.added"] * 4
    data = json.loads(bytes(entries("debates.argument.added")[0].body))["data"]
    assert data["premises"] == [p.target.public_id for p in premises]
    assert data["premise_texts"] == [p.pinned.text_id for p in premises]
    assert data["conclusion"] == goal.public_id


def test_reused_claim_stands_in_two_places_and_has_one_home(room):
    old, goal = room.claim(room.one, "Old."), room.claim(room.one, "Goal.")
    supports(room, [old], goal)
    places = Placement.objects.filter(contribution=old).order_by("id")
    assert [place.home for place in places] == [True, False]
    assert [place.depth for place in places] == [0, 2]


def test_argument_can_bear_on_an_argument(room):
    goal = room.claim(room.one, "Goal.")
    first = supports(room, [NewClaim("value", "Because.")], goal)
    second = supports(room, [NewClaim("value", "No.")], first, form="opposes", who=room.two)
    assert Link.objects.get(source=second, kind="conclusion").target == first
    place = Placement.objects.get(contribution=second)
    assert (place.under, place.depth) == (first, 2)


def test_circle_of_reasons_is_refused_with_its_path(room):
    a, b, c = (room.claim(room.one, name) for name in ("A.", "B.", "C."))
    one = supports(room, [a], b)
    two = supports(room, [b], c, who=room.two)
    with pytest.raises(Refusal) as caught:
        supports(room, [c], a)
    assert caught.value.code == "debates.argument.circle"
    assert caught.value.params["path"] == [r.public_id for r in (a, one, b, two, c)]


def test_circle_through_an_argument_about_an_argument_is_refused(room):
    a, b = room.claim(room.one, "A."), room.claim(room.one, "B.")
    first = supports(room, [a], b)
    # Whatever supports the argument supports B through it; so B cannot be what supports the argument.
    with refused("debates.argument.circle"):
        supports(room, [b], first)


def test_attacks_may_go_round(room):
    a, b = room.claim(room.one, "A."), room.claim(room.two, "B.")
    supports(room, [a], b, form="opposes")
    supports(room, [b], a, form="opposes", who=room.two)
    assert Contribution.objects.filter(kind="argument").count() == 2


def test_withdrawn_reason_closes_no_circle(room):
    a, b = room.claim(room.one, "A."), room.claim(room.one, "B.")
    first = supports(room, [a], b)
    withdraw(room.act(room.one, hours=1), first)
    assert supports(room, [b], a).form == "supports"


@pytest.mark.parametrize(
    ("premises", "code"),
    [([], "debates.argument.no-premise"), (["goal"], "debates.argument.own-premise")],
)
def test_argument_without_a_reason_of_its_own_is_refused(room, premises, code):
    goal = room.claim(room.one, "Goal.")
    with refused(code):
        supports(room, [goal for _ in premises], goal)


def test_refused_argument_leaves_none_of_its_new_claims(room):
    goal = room.claim(room.one, "Goal.")
    with refused("debates.claim.too-long"):
        supports(room, [NewClaim("value", "Fine."), NewClaim("value", "x" * 301)], goal)
    assert Contribution.objects.count() == 1


def test_premise_of_another_debate_is_refused(room):
    elsewhere = make_debate(wording="Should the bridge be open to bicycles at night?")
    here = room.claim(room.one, "Here.")
    there = add_claim(elsewhere.act(room.one), elsewhere.debate, form="value", text="There.")
    with refused("debates.contribution.elsewhere"):
        supports(room, [there], here)
