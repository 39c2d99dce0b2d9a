"""Alarms, the absences they may bring, and the breaker that holds them."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from college.committees.actions import charts
from college.committees.models import Absence, Alarm, Chart, Halt, Place, Roster
from college.committees.queries import rosters as roster_queries
from college.committees.rules.areas import Procedure
from college.committees.rules.tally import Choice
from college.ground.refusals import Refusal
from college.people.models import Member
from college.record.actions.charters import put_in_force
from college.record.charters import charter_in_force
from college.record.models import Entry
from tests.committees.actions.audited import (
    KEEP,
    SIDE,
    alarmed,
    clock,
    decided,
    now,
    settled,
    tried_again,
    watched_college,
)
from tests.factories.acts import make_act
from tests.factories.committees import CLOCK
from tests.factories.record import told

pytestmark = pytest.mark.django_db


@pytest.fixture
def college() -> Roster:
    return watched_college(120)


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
