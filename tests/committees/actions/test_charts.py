"""Charts, alarms, the breaker, absences."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from college.committees.actions import cases, charts, retrials
from college.committees.models import (
    Absence,
    Alarm,
    Case,
    Chart,
    Compared,
    Halt,
    Place,
    Roster,
)
from college.committees.queries import epochs
from college.committees.queries import rosters as roster_queries
from college.committees.queries.charts import charts_to_judge, own_charts
from college.committees.rules.areas import Procedure
from college.committees.rules.charts import Direction, Reference
from college.committees.rules.ladder import CaseState, Step
from college.committees.rules.tally import Choice
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.models import Member
from college.record.actions.charters import put_in_force
from college.record.actions.texts import commit
from college.record.charters import charter_in_force
from college.record.models import Entry
from tests.factories.acts import make_act
from tests.factories.colleges import make_college
from tests.factories.committees import (
    CLOCK,
    draw_epoch,
    make_roster,
    seats_called,
    vote,
    vote_all,
)

pytestmark = pytest.mark.django_db
GRANT, KEEP = (Choice.GRANT, "insult"), (Choice.KEEP, "")
SIDE = "v" * 13


@pytest.fixture
def college():
    """Everything settled is tried again; an alarm rings at 2, so that one deviation is enough."""
    return _college(120)


def _college(people: int) -> Roster:
    charter = make_college()
    audit = replace(charter.audit, retrials=100, controls=1, alarm=2, breaker_least=3)
    put_in_force(CLOCK, replace(charter, audit=audit))
    return make_roster(people)


def clock(moment) -> Act:
    return replace(CLOCK, at=moment)


def settled(*choices, own_side="", labels=None) -> Case:
    case = cases.open_case(
        make_act(at=epochs.taking().opened_at),
        procedure=Procedure.CONDUCT,
        rule="insult",
        shown=[commit("You are a fool.")],
        scope="d" * 13,
        own_side=own_side,
        viewpoints=sorted(set((labels or {}).values())) or ([own_side] if own_side else ()),
        labels=labels,
    )
    draw_epoch(epochs.taking())
    for choice in choices:
        vote_all(case, choice)
        case.refresh_from_db()
        if case.state == CaseState.FILED:
            draw_epoch(epochs.taking())
    return case


def tried_again(case: Case, choice) -> None:
    at = draw_epoch(epochs.taking()).drawn_at
    retrials.step(clock(at))
    draw_epoch(epochs.taking(), at=at)
    vote_all(case, choice)
    retrials.step(clock(at))


def split_review(case: Case, granting: int) -> None:
    """So many of a review of 31 grant, the others keep."""
    for number, seat in enumerate(list(seats_called(case))):
        choice, ground = GRANT if number < granting else KEEP
        vote(seat, choice, ground=ground)
    case.refresh_from_db()


def told(kind: str) -> list[dict]:
    rows = Entry.objects.filter(kind=kind).order_by("id")
    return [json.loads(bytes(row.body))["data"] for row in rows]


def judges(case: Case, step: Step) -> set[int]:
    rows = case.draws.get(step=step).seats.filter(ballot__isnull=False)
    return set(rows.values_list("place__member_id", flat=True))


def now():
    return epochs.taking().opened_at


def alarmed(people: int) -> list[Member]:
    """So many members of the first panels of one case deviate from its re-trial; the alarms are raised."""
    case = settled(KEEP)
    tried_again(case, KEEP)
    charts.step(clock(now()))
    rows = list(Chart.objects.order_by("id")[:people])
    Chart.objects.filter(pk__in=[row.pk for row in rows]).update(height=2)
    charts.step(clock(now()))
    return [row.member for row in rows]


def decided(alarm: Alarm, choice: Choice) -> Case:
    """Panels come to a verdict on an alarm, and it takes effect."""
    draw_epoch(epochs.taking())
    vote_all(alarm.case, (choice, charts.RULE if choice is Choice.GRANT else ""))
    alarm.case.refresh_from_db()
    charts.step(clock(alarm.case.effect_due_at))
    return alarm.case


@pytest.mark.usefixtures("college")
def test_a_case_without_a_reference_moves_no_chart():
    """The members of a panel who were outvoted have not deviated from anything."""
    settled(KEEP)
    assert charts.step(clock(now())) == 0
    assert not Chart.objects.exists()


@pytest.mark.usefixtures("college")
def test_a_review_speaks_of_the_first_panels_and_weighs_one():
    case = settled((GRANT, KEEP), KEEP, own_side=SIDE)
    charts.step(clock(case.verdict_at))
    compared = Compared.objects.filter(reference=Reference.REVIEW)
    assert {row.ballot.seat.place.member_id for row in compared} == judges(case, Step.FIRST)
    rows = Chart.objects.filter(compared__in=compared)
    heights = sorted(rows.values_list("height", "deviations", "viewpoint", "direction"))
    too_hard = Direction.TOO_HARD.value
    assert heights == [(0, 0, SIDE, too_hard)] * 3 + [(1, 1, SIDE, too_hard)] * 3


@pytest.mark.usefixtures("college")
@pytest.mark.parametrize(
    ("granting", "of_those_who_grant", "of_those_who_keep"),
    [
        (16, (Choice.KEEP, 1), (Choice.KEEP, 0)),
        # One ballot tips the scale: the others say nothing of anybody.
        (18, None, None),
        (20, (Choice.GRANT, 0), (Choice.GRANT, 1)),
    ],
)
def test_a_reviews_own_voters_are_held_to_the_others_of_it(
    granting, of_those_who_grant, of_those_who_keep
):
    case = settled((GRANT, KEEP))
    split_review(case, granting)
    charts.step(clock(case.verdict_at))
    rows = Compared.objects.filter(reference=Reference.OTHERS)
    judged = {row.ballot.seat.place.member_id for row in rows}
    assert judged == (judges(case, Step.REVIEW) if of_those_who_grant else set())
    for choice, told in (("grant", of_those_who_grant), ("keep", of_those_who_keep)):
        of_these = rows.filter(ballot__choice=choice)
        assert set(of_these.values_list("found", "height")) == ({told} if told else set())
    assert charts.step(clock(case.verdict_at)) == 0


def test_a_small_review_says_nothing_of_its_own_voters_and_a_retrial_does():
    """Fourteen others are too easily of one mind."""
    _college(60)
    case = settled((GRANT, KEEP), GRANT)
    assert len(judges(case, Step.REVIEW)) == 15
    charts.step(clock(case.verdict_at))
    assert not Compared.objects.filter(reference=Reference.OTHERS).exists()
    before = Compared.objects.count()
    tried_again(case, KEEP)
    charts.step(clock(now()))
    later = Compared.objects.order_by("id")[before:]
    assert {row.ballot.seat.place.member_id for row in later} == judges(case, Step.REVIEW)
    assert {row.chart.height for row in later} == {2}


@pytest.mark.usefixtures("college")
def test_a_retrial_weighs_two():
    case = settled(KEEP)
    tried_again(case, GRANT)
    charts.step(clock(now()))
    assert {row.ballot.seat.place.member_id for row in Compared.objects.all()} == judges(
        case, Step.FIRST
    )
    assert set(Compared.objects.values_list("reference", "height")) == {(Reference.RETRIAL, 2)}


@pytest.mark.usefixtures("college")
def test_a_retrial_of_a_review_scores_no_ballot_again():
    case = settled((GRANT, KEEP), GRANT)
    charts.step(clock(case.verdict_at))
    before = Compared.objects.count()
    tried_again(case, KEEP)
    charts.step(clock(now()))
    assert Compared.objects.count() == before


@pytest.mark.usefixtures("college")
def test_each_ballot_is_compared_once():
    case = settled((GRANT, KEEP), KEEP)
    charts.step(clock(case.verdict_at))
    moves = Compared.objects.count()
    assert charts.step(clock(case.verdict_at)) == 0
    assert Compared.objects.count() == moves


@pytest.mark.usefixtures("college")
def test_an_alarm_asks_panels_without_saying_whose_ballots_they_are():
    (member,) = alarmed(1)
    alarm = Alarm.objects.get()
    assert alarm.case.procedure == Procedure.ALARM
    assert [party.member for party in alarm.case.parties.all()] == [member]
    record = " ".join(bytes(row.body).decode() for row in Entry.objects.all())
    assert member.public_id not in json.dumps(told("committees.case.filed"))
    assert "height" not in record
    charts.step(clock(now()))
    assert Alarm.objects.count() == 1


@pytest.mark.usefixtures("college")
def test_a_granted_alarm_takes_a_member_off_the_lottery_for_two_terms_and_never_out_of_the_debate():
    (member,) = alarmed(1)
    case = decided(Alarm.objects.get(), Choice.GRANT)
    place = Place.objects.get(member=member, roster__ended_at=None)
    assert (place.left_at, place.ground) == (case.effect_due_at, "verdict")
    absence = Absence.objects.get()
    assert absence.until == place.roster.number + 2
    assert told("committees.absence.begun") == [
        {"place": place.public_id, "case": case.public_id, "until": absence.until}
    ]
    at = now() + timedelta(days=1)
    assert member.public_id not in roster_queries.eligible(at, charter_in_force())
    member.refresh_from_db()
    assert member.standing == "admitted"
    assert Chart.objects.get(member=member).height == 0
    assert case.enacted_at is None
    case.refresh_from_db()
    assert case.enacted_at is not None


@pytest.mark.usefixtures("college")
def test_an_absence_ends_with_its_terms():
    (member,) = alarmed(1)
    decided(Alarm.objects.get(), Choice.GRANT)
    Absence.objects.update(until=0)
    charts.step(clock(now()))
    assert Absence.objects.get().ended_at is not None
    assert told("committees.absence.ended")[0]["ground"] == "over"
    at = now() + timedelta(days=1)
    assert member.public_id in roster_queries.eligible(at, charter_in_force())


@pytest.mark.usefixtures("college")
def test_a_kept_alarm_has_no_effect_and_the_chart_begins_anew():
    (member,) = alarmed(1)
    decided(Alarm.objects.get(), Choice.KEEP)
    assert not Absence.objects.exists()
    assert Chart.objects.get(member=member).height == 0
    assert Alarm.objects.get().closed_at is not None


@pytest.mark.usefixtures("college")
def test_a_place_drawn_during_an_absence_leaves_at_once():
    (member,) = alarmed(1)
    case = decided(Alarm.objects.get(), Choice.GRANT)
    Place.objects.filter(member=member).update(left_at=None, ground="")
    charts.step(clock(now()))
    assert Place.objects.get(member=member, roster__ended_at=None).ground == "verdict"
    assert told("committees.place.left")[-1]["case"] == case.public_id


def test_the_breaker_opens_no_more_cases_in_a_term_and_says_so(college):
    """Three of 112 are no reason; under a charter that allows one in a hundred, a fourth is."""
    alarmed(3)
    assert Alarm.objects.filter(case__isnull=False).count() == 3
    assert not Halt.objects.exists()
    audit = replace(charter_in_force().audit, breaker_share=1)
    put_in_force(CLOCK, replace(charter_in_force(), audit=audit))
    fourth = Chart.objects.filter(alarms=None).order_by("id")[0]
    Chart.objects.filter(pk=fourth.pk).update(height=2)
    charts.step(clock(now()))
    alarm = Alarm.objects.get(chart=fourth)
    assert (alarm.case, alarm.held) == (None, "roster")
    assert told("committees.breaker.tripped") == [{"roster": college.public_id, "ground": "roster"}]


@pytest.mark.usefixtures("college")
def test_the_breaker_counts_holders_of_a_debates_viewpoints():
    """All who are flagged hold one viewpoint; nobody of the other is flagged."""
    serving = list(Place.objects.values_list("member__public_id", flat=True))
    half = len(serving) // 2
    labels = dict.fromkeys(serving[:half], SIDE) | dict.fromkeys(serving[half:], "w" * 13)
    case = settled(KEEP, own_side=SIDE, labels=labels)
    tried_again(case, KEEP)
    charts.step(clock(now()))
    of_side = Chart.objects.filter(member__public_id__in=serving[:half]).order_by("id")
    others = Chart.objects.filter(member__public_id__in=serving[half:]).order_by("id")
    assert (of_side.count(), others.count()) == (4, 2)
    for number, chart in enumerate(of_side[:3], start=1):
        Chart.objects.filter(pk=chart.pk).update(height=2)
        charts.step(clock(now()))
        assert Halt.objects.count() == (1 if number == 3 else 0)
    assert Halt.objects.get().ground == "viewpoint"
    assert [alarm.held for alarm in Alarm.objects.order_by("id")] == ["", "", "viewpoint"]


def test_a_verdict_has_no_effect_while_the_breaker_holds(college):
    alarmed(1)
    Halt.objects.create(roster=college, ground="viewpoint", at=now())
    case = decided(Alarm.objects.get(), Choice.GRANT)
    assert not Absence.objects.exists()
    assert told("committees.absence.held") == [
        {"case": case.public_id, "roster": college.public_id, "ground": "viewpoint"}
    ]


def test_an_alarm_that_the_breaker_held_rings_anew_in_the_next_term(college):
    Halt.objects.create(roster=college, ground="roster", at=now())
    alarmed(1)
    assert Alarm.objects.get().held == "roster"
    Roster.objects.filter(pk=college.pk).update(ended_at=now())
    charts.step(clock(now()))
    assert Alarm.objects.count() == 2
    assert Alarm.objects.get(closed_at=None).held == ""


@pytest.mark.usefixtures("college")
def test_a_chart_is_shown_to_its_member_and_to_those_who_decide():
    (member,) = alarmed(1)
    draw_epoch(epochs.taking())
    alarm = Alarm.objects.get()
    (seat, *_others) = seats_called(alarm.case)
    judge = seat.place.member
    assert [chart.height for chart in own_charts(member)] == [2]
    (shown,) = charts_to_judge(judge)
    assert (shown.case, shown.height) == (alarm.case, 2)
    assert len(shown.points) == 1
    assert charts_to_judge(member) == []
    vote_all(alarm.case, (Choice.KEEP, ""))
    assert charts_to_judge(judge) == []


@pytest.mark.usefixtures("college")
def test_the_member_appeals_and_the_review_brings_them_back_to_the_lottery():
    (member,) = alarmed(1)
    case = decided(Alarm.objects.get(), Choice.GRANT)
    charts.appeal_alarm(make_act(member.public_id, at=case.effect_due_at), case)
    decided(Alarm.objects.get(), Choice.KEEP)
    assert Absence.objects.get().ended_at is not None
    assert told("committees.absence.ended")[0]["ground"] == "overturned"
    at = now() + timedelta(days=1)
    assert member.public_id in roster_queries.eligible(at, charter_in_force())


@pytest.mark.usefixtures("college")
def test_nobody_appeals_for_another():
    alarmed(1)
    alarm = Alarm.objects.get()
    another = Member.objects.exclude(pk=alarm.chart.member_id)[0]
    with pytest.raises(Refusal) as refused:
        charts.appeal_alarm(make_act(another.public_id, at=now()), alarm.case)
    assert refused.value.params == {"permission": "may_appeal_alarm"}
