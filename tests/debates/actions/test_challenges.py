"""Challenges and answers: who is told, what is merged, what counts as answered."""

from datetime import timedelta

import pytest

from college.debates.actions.answers import answer
from college.debates.actions.challenges import challenge
from college.debates.actions.evidence import NewEvidence
from college.debates.actions.holdings import hold
from college.debates.actions.withdrawals import withdraw
from college.debates.models import Contribution, Debate, Placement
from college.people.models import Notice
from tests.debates.actions.said import LINE, entries, make_room
from tests.factories.acts import refused
from tests.factories.colleges import make_college

pytestmark = pytest.mark.django_db


@pytest.fixture
def room():
    make_college()
    return make_room()


def ask(room, target, who, form="unclear", **later) -> Contribution:
    return challenge(room.act(who, **later), target, form=form, text="What is meant?")


def told(code: str) -> set[int]:
    return set(Notice.objects.filter(code=code).values_list("member_id", flat=True))


def test_challenge_is_due_by_the_charter_and_tells_author_and_delegate(room):
    claim = room.claim(room.two)
    asked = ask(room, claim, room.one)
    assert asked.due_at == room.stand.at + timedelta(days=7)
    assert told("debates.challenge.put") == {room.two.pk, room.delegate.pk}
    path = f"/debates/{room.debate.slug}/c/{asked.public_id}/"
    assert set(Notice.objects.values_list("path", flat=True)) >= {path}


def test_law_4_an_equal_challenge_joins_the_first_and_its_author_is_told(room):
    claim = room.claim(room.two)
    first = ask(room, claim, room.one)
    second = ask(room, claim, room.mate)
    assert (second.merged_into, second.due_at) == (first, None)
    assert told("debates.challenge.joined") == {room.mate.pk}
    assert Placement.objects.get(contribution=second).under == first
    other_form = ask(room, claim, room.mate, form="term")
    assert other_form.merged_into is None


def test_answered_challenge_can_be_asked_again(room):
    claim = room.claim(room.two)
    first = ask(room, claim, room.one)
    answer(room.act(room.two), first, text="That.")
    assert ask(room, claim, room.mate).merged_into is None


def test_answer_of_a_holder_sets_the_day_and_tells_everybody_who_asked(room):
    claim = room.claim(room.two)
    first, second = ask(room, claim, room.one), ask(room, claim, room.mate)
    given = answer(room.act(room.delegate, hours=2), second, text="That.")
    first.refresh_from_db()
    assert first.answered_at == room.stand.at + timedelta(hours=2)
    assert given.links.get(kind="answers").target == first
    assert told("debates.answer.given") == {room.one.pk, room.mate.pk}
    answer(room.act(room.two, hours=3), first, text="And that.")
    first.refresh_from_db()
    assert first.answered_at == room.stand.at + timedelta(hours=2)


def test_others_do_not_answer_for_a_text(room):
    asked = ask(room, room.claim(room.two), room.one)
    for member in (room.one, room.mate, room.undecided):
        with refused("debates.permission.may-not"):
            answer(room.act(member), asked, text="I think so.")
    assert Contribution.objects.get(pk=asked.pk).answered_at is None


def test_author_answers_for_their_text_whatever_they_hold_now(room):
    asked = ask(room, room.claim(room.two), room.one)
    hold(room.act(room.two), room.debate, viewpoint=None)
    assert answer(room.act(room.two), asked, text="I meant that.")


def test_own_text_is_not_challenged(room):
    with refused("debates.challenge.own"):
        ask(room, room.claim(room.one), room.one)


def test_challenge_and_concession_are_not_challenged(room):
    asked = ask(room, room.claim(room.two), room.one)
    with refused("debates.contribution.wrong-target"):
        ask(room, asked, room.two)


def test_ten_questions_may_wait_at_once(room):
    for n in range(10):
        ask(room, room.claim(room.two, f"Claim {n}."), room.one)
    with refused("debates.challenge.too-many"):
        ask(room, room.claim(room.two, "One more."), room.one)


def test_answer_in_closing_may_bring_a_source_and_nothing_else_is_added(room):
    claim = room.claim(room.two)
    asked = ask(room, claim, room.one)
    Debate.objects.filter(pk=room.debate.pk).update(stage="closing")
    brought = NewEvidence(form="for", source=LINE, quotation="Daily, 6 to 22.")
    given = answer(room.act(room.two), asked, text="So it says.", evidence=[brought])
    evidence = Contribution.objects.get(kind="evidence")
    assert [link.target for link in given.links.filter(kind="points-to")] == [evidence]
    assert evidence.links.get().target == claim
    assert evidence.stage == given.stage == "closing"
    with refused("debates.contribution.stage"):
        ask(room, claim, room.mate)


def test_withdrawn_challenge_leaves_its_place_to_the_oldest_that_joined(room):
    claim = room.claim(room.two)
    first = ask(room, claim, room.one)
    second, third = ask(room, claim, room.mate), ask(room, claim, room.undecided)
    withdraw(room.act(room.one, hours=1), first)
    second.refresh_from_db()
    third.refresh_from_db()
    assert (second.merged_into, second.due_at) == (None, room.stand.at + timedelta(days=7))
    assert third.merged_into == second
    assert len(entries("debates.challenge.promoted")) == 1


def test_challenge_stands_again_when_its_only_answer_is_withdrawn(room):
    asked = ask(room, room.claim(room.two), room.one)
    given = answer(room.act(room.two), asked, text="That.")
    withdraw(room.act(room.two, hours=1), given)
    asked.refresh_from_db()
    assert asked.answered_at is None


def test_state_of_a_challenge_never_moves_its_target(room):
    claim = room.claim(room.two)
    before = list(Placement.objects.values_list("path", flat=True))
    asked = ask(room, claim, room.one)
    Contribution.objects.filter(pk=asked.pk).update(due_at=room.stand.at - timedelta(days=9))
    assert list(Placement.objects.order_by("id").values_list("path", flat=True))[:1] == before
