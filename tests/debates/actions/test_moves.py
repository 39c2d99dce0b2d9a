"""Moves: by two, with a reason, undone by one objection of a party, back when both sides agree."""

from datetime import timedelta

import pytest

from college.debates.actions.challenges import challenge
from college.debates.actions.claims import add_claim
from college.debates.actions.moves import agree_to_move, object_to_move, propose_move, second_move
from college.debates.actions.objections import withdraw_objection
from college.debates.due import due
from college.debates.queries import moves
from college.debates.queries.moderation import queue
from college.debates.rules.kinds import ClaimForm, MoveKind
from college.debates.rules.moves import MoveStanding
from college.ground.refusals import Refusal
from college.people.models import Notice
from college.record.models import Entry
from tests.factories.colleges import make_college
from tests.factories.debates import add_delegate, add_holder, add_pair, make_debate

pytestmark = pytest.mark.django_db
REASON = "Nothing was heard from this side for a week."


@pytest.fixture
def stand():
    make_college()
    stand = make_debate()
    stand.delegates = [add_delegate(stand, viewpoint) for viewpoint in stand.viewpoints]
    stand.wait(days=8)
    stand.pair = add_pair(stand)
    return stand


def _claim(stand, member, text="The ferry loses money in winter."):
    return add_claim(stand.act(member), stand.debate, form=ClaimForm.FACTUAL, text=text)


def _in_force(stand, kind=MoveKind.OFF_TOPIC, **what):
    first, second = stand.pair
    move = propose_move(stand.act(first), stand.debate, kind=kind, reason=REASON, **what)
    return second_move(stand.act(second), move)


def _codes(member):
    return list(Notice.objects.filter(member=member).values_list("code", flat=True))


def test_move_does_nothing_until_the_other_moderator_seconds_it(stand):
    claim = _claim(stand, stand.holders[0])
    first, second = stand.pair
    move = propose_move(
        stand.act(first), stand.debate, kind="off-topic", reason=REASON, contribution=claim
    )
    assert moves.off_topic(stand.debate) == frozenset()
    second_move(stand.act(second), move)
    assert moves.off_topic(stand.debate) == {claim.pk}


def test_proposer_alone_can_do_nothing(stand):
    claim = _claim(stand, stand.holders[0])
    first = stand.act(stand.pair[0])
    move = propose_move(
        first, stand.debate, kind=MoveKind.OFF_TOPIC, reason=REASON, contribution=claim
    )
    with pytest.raises(Refusal) as refused:
        second_move(first, move)
    assert refused.value.params["permission"] == "may_second_move"


def test_law_4_no_move_without_a_reason(stand):
    with pytest.raises(Refusal) as refused:
        propose_move(
            stand.act(stand.pair[0]),
            stand.debate,
            kind=MoveKind.CALL_ON_SIDE,
            reason=" ",
            viewpoint=stand.viewpoints[0],
        )
    assert refused.value.code == "debates.reason.too-short"


def test_side_called_on_is_told_through_its_delegate(stand):
    _in_force(stand, MoveKind.CALL_ON_SIDE, viewpoint=stand.viewpoints[1])
    assert "debates.move.call-on-side" in _codes(stand.delegates[1])
    assert "debates.move.call-on-side" not in _codes(stand.delegates[0])


def test_repeat_leads_to_the_one_kept(stand):
    kept, repeat = _claim(stand, stand.holders[0]), _claim(stand, stand.holders[1])
    _in_force(stand, MoveKind.GROUP_REPEATS, contribution=repeat, onto=kept)
    assert moves.repeats(stand.debate) == {repeat.pk: kept}


def test_repeat_of_a_repeat_is_refused(stand):
    words = ("The ferry loses money.", "It loses money.", "Money is lost.")
    kept, repeat, third = (_claim(stand, stand.holders[0], one) for one in words)
    _in_force(stand, MoveKind.GROUP_REPEATS, contribution=repeat, onto=kept)
    with pytest.raises(Refusal) as refused:
        _in_force(stand, MoveKind.GROUP_REPEATS, contribution=third, onto=repeat)
    assert refused.value.code == "debates.move.onto-repeat"


def test_latest_sub_question_counts(stand):
    _in_force(stand, MoveKind.NEXT_QUESTION, question="What does the ferry cost a year?")
    stand.wait(hours=1)
    latest = _in_force(stand, MoveKind.NEXT_QUESTION, question="Who would pay for the ferry?")
    assert moves.next_question(stand.debate).pk == latest.pk


def test_objection_of_a_party_undoes_the_move(stand):
    claim = _claim(stand, stand.holders[0])
    move = _in_force(stand, contribution=claim)
    object_to_move(stand.act(stand.holders[0]), move, reason="This is the very question at issue.")
    assert moves.off_topic(stand.debate) == frozenset()


def test_somebody_it_does_not_touch_cannot_object(stand):
    claim = _claim(stand, stand.holders[0])
    move = _in_force(stand, contribution=claim)
    with pytest.raises(Refusal) as refused:
        object_to_move(stand.act(stand.holders[1]), move, reason="I do not like it at all.")
    assert refused.value.params["permission"] == "may_object_to_move"


def test_move_is_back_when_the_delegates_of_both_sides_agree(stand):
    claim = _claim(stand, stand.holders[0])
    move = _in_force(stand, contribution=claim)
    object_to_move(stand.act(stand.holders[0]), move, reason="This is the very question at issue.")
    agree_to_move(stand.act(stand.delegates[0]), move)
    assert moves.off_topic(stand.debate) == frozenset()
    agree_to_move(stand.act(stand.delegates[1]), move)
    assert moves.off_topic(stand.debate) == {claim.pk}


def test_delegate_agrees_once(stand):
    claim = _claim(stand, stand.holders[0])
    move = _in_force(stand, contribution=claim)
    object_to_move(stand.act(stand.holders[0]), move, reason="This is the very question at issue.")
    agree_to_move(stand.act(stand.delegates[0]), move)
    with pytest.raises(Refusal):
        agree_to_move(stand.act(stand.delegates[0]), move)


def test_move_is_back_when_the_objection_is_taken_back(stand):
    claim = _claim(stand, stand.holders[0])
    move = _in_force(stand, contribution=claim)
    author = stand.act(stand.holders[0])
    objection = object_to_move(author, move, reason="This is the very question at issue.")
    assert not due(stand.at)
    withdraw_objection(author, objection)
    assert due(stand.at)
    assert moves.standing(moves.by_id(stand.debate, move.public_id)) is MoveStanding.IN_FORCE


def test_member_who_does_not_moderate_cannot_propose(stand):
    outsider = add_holder(stand, stand.viewpoints[0])
    with pytest.raises(Refusal):
        propose_move(
            stand.act(outsider),
            stand.debate,
            kind=MoveKind.CALL_ON_SIDE,
            reason=REASON,
            viewpoint=stand.viewpoints[1],
        )


def test_move_without_its_object_is_refused(stand):
    with pytest.raises(Refusal) as refused:
        propose_move(stand.act(stand.pair[0]), stand.debate, kind=MoveKind.OFF_TOPIC, reason=REASON)
    assert refused.value.code == "debates.move.incomplete"


def test_every_step_of_a_move_is_in_the_record(stand):
    claim = _claim(stand, stand.holders[0])
    move = _in_force(stand, contribution=claim)
    object_to_move(stand.act(stand.holders[0]), move, reason="This is the very question at issue.")
    kinds = (
        Entry.objects.filter(subject=move.public_id).order_by("id").values_list("kind", flat=True)
    )
    assert list(kinds) == [
        "debates.move.proposed",
        "debates.move.seconded",
        "debates.objection.made",
        "debates.move.undone",
    ]


def test_notice_of_a_move_is_read_once_it_is_seconded(stand):
    claim = _claim(stand, stand.holders[0])
    first, second = stand.pair
    what = {"kind": MoveKind.OFF_TOPIC, "reason": REASON, "contribution": claim}
    move = propose_move(stand.act(first), stand.debate, **what)
    asked = Notice.objects.filter(member=second, code="debates.move.to-second")
    assert asked.get().read_at is None
    second_move(stand.act(second), move)
    assert asked.get().read_at == stand.at


def test_overdue_question_comes_with_the_side_to_call_on(stand):
    claim = _claim(stand, stand.holders[0])
    challenge(stand.act(stand.holders[1]), claim, form="unclear", text="What?")
    late = stand.at + timedelta(days=60)
    waiting = queue(stand.debate, now=late, silent_after=timedelta(days=7)).overdue
    assert [one.viewpoint.public_id for one in waiting] == [claim.viewpoint.public_id]
