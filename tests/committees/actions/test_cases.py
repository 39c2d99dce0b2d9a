"""A case from being asked to its verdict: drawn, voted, referred, appealed, tried again, enacted."""

import json
from datetime import timedelta

import pytest

from college.committees.actions import cases, seats
from college.committees.models import Case, Draw, Seat
from college.committees.queries import epochs
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.committees.rules.ladder import CaseState, Step
from college.committees.rules.tally import Choice
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.models import Member
from college.record.actions.texts import commit
from college.record.models import Entry, Text
from tests.factories.acts import MOMENT, make_act
from tests.factories.colleges import make_college
from tests.factories.committees import (
    CLOCK,
    draw_epoch,
    make_roster,
    present_draw,
    seats_called,
    vote,
    vote_all,
)

pytestmark = pytest.mark.django_db
GRANT, KEEP = (Choice.GRANT, "insult"), (Choice.KEEP, "")


@pytest.fixture(autouse=True)
def college():
    make_college()


def ask(*, labels=None, own_side="", viewpoints=(), parties=None) -> Case:
    return cases.open_case(
        make_act(at=MOMENT + timedelta(hours=1)),
        procedure=Procedure.CONDUCT,
        rule="insult",
        shown=[commit("You are a fool.")],
        scope="d" * 13,
        labels=labels,
        own_side=own_side,
        viewpoints=viewpoints,
        parties=parties,
    )


def drawn(**wishes) -> Case:
    """A case whose first panels sit."""
    case = ask(**wishes)
    draw_epoch(epochs.taking())
    case.refresh_from_db()
    return case


def kinds() -> list[str]:
    return list(Entry.objects.order_by("id").values_list("kind", flat=True))


def test_two_panels_of_one_mind_settle_a_case_in_the_first_wave():
    make_roster()
    case = drawn()
    assert case.state == CaseState.SITTING
    assert [(s.panel, s.number) for s in seats_called(case)] == [
        (0, 1),
        (0, 2),
        (0, 3),
        (1, 1),
        (1, 2),
        (1, 3),
    ]
    vote_all(case, GRANT)
    case.refresh_from_db()
    assert (case.state, case.verdict, case.verdict_ground) == (CaseState.SETTLED, "grant", "insult")
    assert Seat.objects.filter(draw__case=case).count() == 10
    assert case.verdict_at is not None


def test_panels_that_differ_are_followed_by_a_fresh_review_of_other_people():
    make_roster()
    case = drawn()
    vote_all(case, (GRANT, KEEP))
    case.refresh_from_db()
    assert (case.state, case.step, case.verdict) == (CaseState.FILED, Step.REVIEW, "")
    assert Text.objects.filter(is_document=True, body__contains=b"college-story").count() == 0
    draw_epoch(epochs.taking())
    review = present_draw(case)
    assert review.seats.count() == 31
    before = set(
        Seat.objects.filter(draw__step=Step.FIRST, called_at__isnull=False).values_list(
            "place", flat=True
        )
    )
    assert before.isdisjoint(review.seats.values_list("place", flat=True))
    waiting = list(seats_called(case))
    for seat in waiting[:18]:
        vote(seat, *GRANT[:1], ground="insult")
    for seat in waiting[18:]:
        vote(seat, Choice.KEEP)
    case.refresh_from_db()
    assert (case.state, case.verdict) == (CaseState.SETTLED, "grant")
    assert kinds().count("committees.case.closed") == 1
    closed = json.loads(bytes(Entry.objects.get(kind="committees.case.closed").body))
    assert len(closed["data"]["stories"]) == 2


def test_a_panel_split_in_its_first_wave_calls_its_second():
    make_roster()
    case = drawn()
    one, two, three = [s for s in seats_called(case) if s.panel == 0]
    vote(one, Choice.GRANT, ground="insult")
    vote(two, Choice.KEEP)
    vote(three, Choice.GRANT, ground="insult")
    assert {s.number for s in seats_called(case) if s.panel == 0} == {4, 5}


def test_refused_silent_and_late_seats_pass_on_and_move_nobody_else():
    make_roster()
    case = drawn()
    before = {s.pk for s in seats_called(case)}
    leaver = next(iter(seats_called(case)))
    seats.refuse_seat(make_act(leaver.place.member.public_id, at=leaver.called_at), leaver)
    after = {s.pk for s in seats_called(case)}
    assert before - after == {leaver.pk}
    assert len(after) == len(before)
    silent_at = leaver.called_at + timedelta(hours=25)
    assert seats.step(Act(actor="clock", at=silent_at)) == 6
    assert {s.out_ground for s in Seat.objects.filter(out_at__isnull=False)} == {
        "refused",
        "silent",
    }
    assert {s.called_at for s in seats_called(case)} == {silent_at}


def test_nobody_sits_who_is_a_party_or_judged_it_before():
    make_roster()
    parties = {m.public_id: Party.REPORTED for m in Member.objects.all()[:30]}
    case = drawn(parties=parties)
    sitting = set(Seat.objects.values_list("place__member__public_id", flat=True))
    assert sitting.isdisjoint(parties)
    document = json.loads(bytes(present_draw(case).body))
    assert {word for _place, word in document["excused"]} == {"party"}


def test_own_side_has_the_same_seats_in_every_panel():
    make_roster()
    sides = ["a" * 13, "b" * 13, "c" * 13]
    members = list(Member.objects.values_list("public_id", flat=True))
    labels = {m: sides[n % 3] for n, m in enumerate(members) if n % 4}
    case = drawn(labels=labels, own_side=sides[0], viewpoints=sides)
    for panel in (0, 1):
        rows = present_draw(case).seats.filter(panel=panel)
        own = [s for s in rows if labels.get(s.place.member.public_id) == sides[0]]
        assert len(own) == rows.filter(own_seat=True).count() == 2


def test_without_a_roster_two_stewards_decide_provisionally():
    case = ask()
    assert case.state == CaseState.STEWARDS


def test_an_appeal_goes_to_the_review_once():
    make_roster()
    case = drawn()
    vote_all(case, GRANT)
    case.refresh_from_db()
    act = make_act(at=case.verdict_at + timedelta(days=1))
    cases.appeal(act, case)
    with pytest.raises(Refusal, match="not-yet"):
        cases.appeal(act, case)
    draw_epoch(epochs.taking())
    vote_all(case, KEEP)
    case.refresh_from_db()
    assert (case.verdict, case.step) == ("keep", Step.REVIEW)
    assert case.enacted_at is None
    assert kinds().count("committees.case.closed") == 2


def test_a_withdrawn_case_is_drawn_no_more():
    make_roster()
    case = ask()
    assert cases.withdraw(make_act(at=case.opened_at), case)
    draw_epoch(epochs.taking())
    assert Draw.objects.get(case=case).drawn_at is None
    assert kinds()[-1] != "committees.draw.made"


def test_a_verdict_is_enacted_once():
    make_roster()
    case = drawn()
    vote_all(case, KEEP)
    case.refresh_from_db()
    cases.mark_enacted(CLOCK, case)
    cases.mark_enacted(CLOCK, case)
    assert kinds().count("committees.verdict.enacted") == 1


def test_two_ballots_from_one_seat_and_a_strangers_are_refused():
    make_roster()
    case = drawn()
    first, second = list(seats_called(case))[:2]
    vote(first, Choice.KEEP)
    with pytest.raises(Refusal, match="already-cast"):
        vote(first, Choice.KEEP)
    with pytest.raises(Refusal, match="not-yours"):
        seats.accept_seat(make_act(first.place.member.public_id, at=MOMENT), second)
    with pytest.raises(Refusal, match="too-late"):
        vote(second, Choice.KEEP, at=second.due_at)
