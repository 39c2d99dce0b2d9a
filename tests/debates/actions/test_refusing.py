"""Objections are heard: one case per thing; what is found fit takes effect now, what is not is refused."""

import pytest

from college.committees.models import Case
from college.committees.queries import epochs
from college.committees.rules.tally import Choice
from college.debates.actions.delegates import offer_delegate
from college.debates.actions.holdings import hold
from college.debates.actions.moves import object_to_move, propose_move, second_move
from college.debates.actions.objections import (
    object_to_delegate,
    object_to_question,
    object_to_viewpoint,
    withdraw_objection,
)
from college.debates.actions.questions import propose_registered
from college.debates.actions.remarks import claim_remark, object_to_remark_claim
from college.debates.actions.viewpoints import propose_viewpoint
from college.debates.models import Debate, Delegate, Move, Objection, RemarkClaim, Viewpoint
from college.debates.queries import moves
from college.debates.rules.moves import MoveStanding
from college.debates.rules.stages import Stage
from tests.debates.actions.said import Room, entries, told
from tests.factories.acts import refused
from tests.factories.briefs import make_brief
from tests.factories.colleges import make_college
from tests.factories.committees import draw_epoch, make_roster
from tests.factories.debates import STATEMENT, add_pair, make_debate
from tests.factories.hearings import decide, make_court
from tests.factories.people import make_member

pytestmark = pytest.mark.django_db
REASON = "The question leaves out those who live on the island."


@pytest.fixture
def room():
    make_college()
    return make_court()


def proposed() -> Room:
    stand = make_debate(Stage.PROPOSED)
    make_roster(at=stand.at)
    people = [make_member() for _ in range(4)]
    return Room(stand, *people, undecided=make_member())


def heard() -> list[tuple[str, bool]]:
    found = [told(entry) for entry in entries("debates.objection.heard")]
    return [(one["target"], one["upheld"]) for one in found]


def test_objections_to_one_thing_are_one_case(room):
    late = propose_viewpoint(
        room.act(room.undecided), room.debate, name="Another way", statement=STATEMENT
    )
    first = object_to_viewpoint(room.act(room.one), late, reason=REASON)
    second = object_to_viewpoint(room.act(room.two), late, reason=REASON)
    assert first.case == second.case
    assert Case.objects.count() == 1
    parties = set(first.case.parties.values_list("member", flat=True))
    assert {room.one.pk, room.two.pk, room.undecided.pk} <= parties
    words = [row.text.words for row in first.case.shown.select_related("text")]
    assert words == ["Another way", STATEMENT, REASON]


def test_case_ends_with_the_last_objection(room):
    late = propose_viewpoint(
        room.act(room.undecided), room.debate, name="Another way", statement=STATEMENT
    )
    first = object_to_viewpoint(room.act(room.one), late, reason=REASON)
    second = object_to_viewpoint(room.act(room.two), late, reason=REASON)
    withdraw_objection(room.act(room.one), first)
    assert Case.objects.get().state == "filed"
    withdraw_objection(room.act(room.two), second)
    assert Case.objects.get().state == "withdrawn"
    room.stand.wait(days=3)
    assert Viewpoint.objects.get(pk=late.pk).admitted_at is not None


def test_question_found_fit_is_admitted_at_the_same_tick():
    make_college()
    room = proposed()
    objection = object_to_question(room.act(room.one), room.debate, reason=REASON)
    room.stand.wait(days=4)
    assert room.debate.stage == Stage.PROPOSED
    decide(room, objection.case, Choice.KEEP)
    assert room.debate.stage == Stage.FRAMING
    assert heard() == [("question", False)]


def test_law_4_no_reasonless_action_refused_question_goes_back_with_a_reason_and_may_come_again():
    make_college()
    room = proposed()
    objection = object_to_question(room.act(room.one), room.debate, reason=REASON)
    decide(room, objection.case, Choice.GRANT, "question-not-fit")
    assert room.debate.stage == Stage.REGISTERED
    objection.refresh_from_db()
    assert objection.settled == "granted"
    assert "So." in objection.answer.words
    assert heard() == [("question", True)]
    again = propose_registered(room.act(room.mate, days=1), room.debate)
    assert Debate.objects.get(pk=again.pk).stage == Stage.PROPOSED


@pytest.mark.parametrize("upheld", [True, False])
def test_viewpoint_is_admitted_or_refused(room, upheld):
    late = propose_viewpoint(
        room.act(room.undecided), room.debate, name="Another way", statement=STATEMENT
    )
    objection = object_to_viewpoint(room.act(room.one), late, reason=REASON)
    room.stand.wait(days=3)
    assert Viewpoint.objects.get(pk=late.pk).admitted_at is None
    decide(room, objection.case, Choice.GRANT if upheld else Choice.KEEP, "no-viewpoint")
    late.refresh_from_db()
    assert (late.refused_at is not None, late.admitted_at is not None) == (upheld, not upheld)
    if upheld:
        with refused("debates.holding.elsewhere"):
            hold(room.act(room.one), room.debate, viewpoint=late)


@pytest.mark.parametrize("upheld", [True, False])
def test_delegate_stands_or_does_not(room, upheld):
    offer = offer_delegate(room.act(room.mate), room.stand.viewpoints[0])
    objection = object_to_delegate(room.act(room.one), offer, reason=REASON)
    room.stand.wait(days=8)
    decide(room, objection.case, Choice.GRANT if upheld else Choice.KEEP, "not-their-voice")
    delegate = Delegate.objects.get(pk=offer.pk)
    assert (delegate.ended_at is not None, delegate.stood_at is not None) == (upheld, not upheld)
    assert objection.case.own_side == room.stand.viewpoints[0].public_id


@pytest.mark.parametrize("upheld", [True, False])
def test_move_is_restored_or_stays_undone(room, upheld):
    claim = room.claim(room.one)
    first, second = add_pair(room.stand)
    move = propose_move(
        room.act(first), room.debate, kind="off-topic", reason=REASON, contribution=claim
    )
    second_move(room.act(second), move)
    objection = object_to_move(room.act(room.one), move, reason=REASON)
    decide(room, objection.case, Choice.GRANT if upheld else Choice.KEEP, "move-not-due")
    room.stand.wait(hours=1)
    standing = moves.standing(Move.objects.get(pk=move.pk))
    assert standing is (MoveStanding.UNDONE if upheld else MoveStanding.IN_FORCE)


@pytest.mark.parametrize("upheld", [True, False])
def test_claim_to_a_comment_is_granted_or_ends(room, upheld):
    remark = make_brief(room.stand).remarks.first()
    claim = claim_remark(room.act(room.mate), remark, withdraw=False, reason=REASON)
    objection = object_to_remark_claim(room.act(room.one), claim, reason=REASON)
    room.stand.wait(days=4)
    decide(room, objection.case, Choice.GRANT if upheld else Choice.KEEP, "not-their-comment")
    claim = RemarkClaim.objects.get(pk=claim.pk)
    assert (claim.ended_at is not None, claim.granted_at is not None) == (upheld, not upheld)


def test_objection_is_not_withdrawn_while_a_panel_sits(room):
    late = propose_viewpoint(
        room.act(room.undecided), room.debate, name="Another way", statement=STATEMENT
    )
    objection = object_to_viewpoint(room.act(room.one), late, reason=REASON)
    draw_epoch(epochs.taking())
    with refused("debates.objection.sitting"):
        withdraw_objection(room.act(room.one, days=2), objection)
    assert Objection.objects.get().settled_at is None
