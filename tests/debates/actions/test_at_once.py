"""Everybody at once: limits hold, nothing is there twice, and nobody sees an error of ours."""

import pytest
from django.db import transaction

from college.committees.rules.tally import Choice
from college.debates.actions.challenges import challenge
from college.debates.actions.claims import add_claim
from college.debates.actions.delegates import offer_delegate
from college.debates.actions.holdings import hold
from college.debates.actions.mergers import ask_merger
from college.debates.actions.moderators import seat_moderator
from college.debates.actions.objections import object_to_viewpoint, withdraw_objection
from college.debates.actions.positions import mark_position
from college.debates.actions.questions import add_turn, propose_question, rename_debate
from college.debates.actions.reports import report
from college.debates.actions.subjects import add_subject
from college.debates.due import due
from college.debates.models import Contribution, Debate, Holding, Moderator, Objection, Position
from college.people.models import Notice
from tests.debates.actions.said import entries, make_room
from tests.factories.at_once import at_once
from tests.factories.briefs import make_brief
from tests.factories.colleges import make_college
from tests.factories.debates import add_holder, add_viewpoint, make_debate
from tests.factories.people import act_by, make_member, make_steward
from tests.factories.verdicts import decide

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
FOUR = 4


@pytest.fixture(autouse=True)
def _college():
    make_college()


def _errors(results):
    return [result for result in results if isinstance(result, Exception)]


def test_one_question_is_proposed_once():
    """The very same words are one question; questions that read alike get addresses of their own."""
    members = [make_member() for _n in range(FOUR)]
    wording = "Should the town keep its ferry?"
    results = at_once(
        [lambda m=m: propose_question(act_by(m), wording=wording).slug for m in members]
    )
    assert results.count("debates.question.already-there") == FOUR - 1, results
    assert Debate.objects.count() == 1


def test_questions_with_one_stem_get_addresses_of_their_own():
    members = [make_member() for _n in range(FOUR)]
    wordings = [f"Should the town keep its ferry{'!' * n}?" for n in range(FOUR)]
    results = at_once(
        [
            lambda m=m, w=w: propose_question(act_by(m), wording=w).slug
            for m, w in zip(members, wordings, strict=True)
        ]
    )
    assert not _errors(results), results
    assert len(set(results)) == FOUR


def test_one_address_is_given_to_one_debate():
    steward = make_steward()
    wordings = ("Should the town keep its ferry?", "Should the harbour be dredged?")
    stands = [make_debate(wording=wording) for wording in wordings]
    results = at_once(
        [lambda s=s: rename_debate(s.act(steward), s.debate, slug="water").slug for s in stands]
    )
    assert sorted(map(str, results)) == ["debates.debate.address-taken", "water"]


def test_one_subject_is_added_once():
    stewards = [make_steward() for _n in range(FOUR)]
    results = at_once([lambda s=s: add_subject(act_by(s), name="Ferries").slug for s in stewards])
    assert results.count("debates.subject.already") == FOUR - 1, results


@pytest.mark.parametrize("time", range(5))
def test_debates_that_turn_on_each_other_do_not_wait_for_each_other(time):
    one, other = (
        make_debate(wording=wording)
        for wording in ("Should the town keep its ferry?", "Should the harbour be dredged?")
    )
    reason = "What the one costs is what is left for the other."
    results = at_once(
        [
            lambda: add_turn(one.act(one.proposer), one.debate, on=other.debate, reason=reason),
            lambda: add_turn(other.act(other.proposer), other.debate, on=one.debate, reason=reason),
        ]
    )
    assert not _errors(results), results


def test_a_form_sent_by_four_windows_is_one_contribution():
    room = make_room()
    given = {"form": "factual", "text": "The ferry runs daily.", "token": "once"}
    results = at_once(
        [lambda: add_claim(room.act(room.one), room.debate, **given).pk for _n in range(FOUR)]
    )
    assert len(set(results)) == 1, results
    assert Contribution.objects.count() == 1


def test_equal_challenges_join_one_and_budget_counts_all():
    room = make_room()
    claim = room.claim(room.two)
    members = [room.one, room.mate, room.undecided, add_holder(room.stand, None)]
    results = at_once(
        [
            lambda m=m: challenge(room.act(m), claim, form="unclear", text="Which ferry?")
            for m in members
        ]
    )
    assert not _errors(results), results
    put = Contribution.objects.filter(kind="challenge")
    assert put.filter(merged_into=None).count() == 1
    assert put.count() == FOUR


def test_a_member_holds_one_viewpoint_and_two_seats_are_two():
    stand = make_debate()
    member = make_member()
    ways = [*stand.viewpoints, None, stand.viewpoints[0]]
    at_once([lambda w=w: hold(stand.act(member), stand.debate, viewpoint=w) for w in ways])
    assert Holding.objects.filter(member=member, ended_at=None).count() == 1
    holders = [add_holder(stand, stand.viewpoints[n % 2]) for n in range(FOUR)]
    results = at_once([lambda h=h: seat_moderator(stand.act(h), stand.debate) for h in holders])
    assert not _errors(results), results
    seated = Moderator.objects.filter(ended_at=None)
    assert len({seat.viewpoint_id for seat in seated}) == seated.count() == 2


def test_one_offer_and_one_position():
    stand = make_debate()
    brief, holder = make_brief(stand), stand.holders[0]
    results = at_once(
        [lambda: offer_delegate(stand.act(holder), stand.viewpoints[0]) for _n in range(FOUR)]
    )
    assert results.count("debates.permission.may-not") == FOUR - 1, results
    exact = {"exact": "Close it in winter", "label": "Close it"}
    results = at_once(
        [lambda: mark_position(stand.act(holder), brief, **exact) for _n in range(FOUR)]
    )
    assert results.count("debates.position.already") == FOUR - 1, results
    assert Position.objects.count() == 1


@pytest.mark.parametrize("time", range(5))
def test_nobody_joins_a_case_that_is_withdrawn_at_the_same_moment(time):
    stand = make_debate()
    viewpoint = add_viewpoint(stand, "A third way across")
    one, other = (add_holder(stand, stand.viewpoints[0]) for _n in range(2))
    reason = "This is no viewpoint but a question of its own."
    first = object_to_viewpoint(stand.act(one), viewpoint, reason=reason)
    results = at_once(
        [
            lambda: withdraw_objection(stand.act(one), first),
            lambda: object_to_viewpoint(stand.act(other), viewpoint, reason=reason),
        ]
    )
    assert not _errors(results), results
    waiting = Objection.objects.filter(settled_at=None).select_related("case")
    assert [row.case.state for row in waiting if row.case.state == "withdrawn"] == []


def test_two_ticks_at_once_enact_a_verdict_once():
    room = make_room()
    claim = room.claim(room.one)
    act = room.act(room.undecided)
    heard = report(act, claim, ground="insult", reason="It calls another member names.").hearing
    one, other = room.stand.viewpoints[:2]
    reason = "Both grant and deny the very same claims."
    merger = ask_merger(room.act(room.one), one, into=other, reason=reason)
    with transaction.atomic():
        for case in (heard.case, merger.case):
            decide(case, Choice.GRANT, at=room.stand.at)
    results = at_once([lambda: due(room.stand.at) for _n in range(FOUR)])
    assert not _errors(results), results
    for kind in ("debates.text.restricted", "debates.viewpoint.merged", "debates.text.kept"):
        assert len(entries(kind)) <= 1, kind
    assert len(entries("committees.verdict.enacted")) == 2
    assert Notice.objects.filter(code="debates.text.restricted").count() == 1
    holders = Notice.objects.filter(code="debates.viewpoint.merged")
    assert holders.count() == holders.values("member").distinct().count() > 0
