"""A debate's life by dates."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from college.debates.actions.holdings import hold
from college.debates.actions.locking import locked
from college.debates.actions.objections import (
    object_to_question,
    object_to_viewpoint,
    withdraw_objection,
)
from college.debates.actions.stages import set_dates, summarise
from college.debates.due import due
from college.debates.models import Debate, Postponement
from college.debates.rules.stages import DateGround, Stage
from college.ground.act import Act, Door
from college.ground.refusals import Refusal
from college.record.models import Entry
from tests.factories.colleges import make_college
from tests.factories.debates import add_viewpoint, make_debate
from tests.factories.people import make_member, make_steward

pytestmark = pytest.mark.django_db
REASON = "The school holidays begin that week and half of the holders are away."


@pytest.fixture(autouse=True)
def charter():
    return make_college()


@pytest.mark.parametrize("stage", list(Stage))
def test_debate_comes_to_each_stage_by_its_own_dates(stage):
    assert make_debate(stage).debate.stage == stage


def test_law_4_no_reasonless_action_dates_do_not_move_without_a_reason():
    stand, steward = make_debate(Stage.OPEN), make_steward()
    later = stand.debate.closing_at + timedelta(days=3)
    with pytest.raises(Refusal) as refused:
        set_dates(stand.act(steward), stand.debate, closing_at=later, reason="")
    assert refused.value.code == "debates.reason.too-short"
    with pytest.raises(IntegrityError), transaction.atomic():
        Postponement.objects.create(
            debate=stand.debate,
            ground=DateGround.STEWARD,
            date="closing_at",
            before=stand.debate.closing_at,
            after=later,
            at=stand.at,
        )


def test_question_is_admitted_when_its_notice_is_over_and_not_before(charter):
    stand = make_debate(Stage.PROPOSED)
    stand.wait(days=2, hours=23, minutes=59)
    assert stand.debate.stage == Stage.PROPOSED
    stand.wait(minutes=1)
    assert stand.debate.stage == Stage.FRAMING
    assert stand.debate.open_at == stand.at + charter.clocks.framing
    assert stand.debate.closing_at == stand.debate.open_at + charter.clocks.open
    assert stand.debate.closed_at == stand.debate.closing_at + charter.clocks.closing


def test_objection_stops_the_default_admission_until_it_is_withdrawn():
    stand = make_debate(Stage.PROPOSED)
    member = make_member()
    objection = object_to_question(
        stand.act(member), stand.debate, reason="The question leaves out the island."
    )
    stand.wait(days=30)
    assert stand.debate.stage == Stage.PROPOSED
    withdraw_objection(stand.act(member), objection)
    stand.wait(minutes=1)
    assert stand.debate.stage == Stage.FRAMING
    told = list(
        Entry.objects.filter(kind__startswith="debates.objection").values_list("kind", flat=True)
    )
    assert told == ["debates.objection.made", "debates.objection.withdrawn"]


@pytest.mark.parametrize("viewpoints", [0, 1])
def test_debate_stays_framed_and_says_why_with_fewer_than_two_viewpoints(viewpoints, charter):
    stand = make_debate(Stage.FRAMING, viewpoints=viewpoints)
    was = stand.debate.open_at
    stand.wait(days=15)
    assert stand.debate.stage == Stage.FRAMING
    assert stand.debate.open_at == stand.at + charter.clocks.framing
    row = Postponement.objects.get()
    assert (row.ground, row.date, row.before) == (DateGround.FEW_VIEWPOINTS, "open_at", was)
    for number in range(2 - viewpoints):
        add_viewpoint(stand, f"Another way {number}")
    stand.wait(days=15)
    assert stand.debate.stage == Stage.OPEN


def test_viewpoint_that_waits_for_its_objection_to_be_heard_does_not_open_a_debate():
    stand = make_debate(Stage.FRAMING, viewpoints=1)
    waiting = add_viewpoint(stand, "Another way")
    object_to_viewpoint(
        stand.act(make_member()), waiting, reason="It is no answer to the question."
    )
    stand.wait(days=15)
    assert stand.debate.stage == Stage.FRAMING


def test_undecided_is_not_counted_as_a_viewpoint():
    stand = make_debate(Stage.FRAMING, viewpoints=2)
    hold(stand.act(stand.holders[1]), stand.debate, viewpoint=None)
    stand.wait(days=15)
    assert stand.debate.stage == Stage.FRAMING


def test_clock_that_stood_still_takes_no_time_from_the_debate(charter):
    stand = make_debate(Stage.FRAMING)
    stand.wait(days=100)
    assert stand.debate.stage == Stage.OPEN
    assert stand.debate.closing_at == stand.at + charter.clocks.open
    assert Postponement.objects.get().ground == DateGround.LATE_CLOCK


def test_due_repeated_does_nothing():
    stand = make_debate(Stage.OPEN)
    entries = Entry.objects.count()
    assert due(stand.at) == 0
    assert Entry.objects.count() == entries


def test_steward_moves_dates_ahead_with_a_reason():
    stand, steward = make_debate(Stage.OPEN), make_steward()
    later = stand.debate.closing_at + timedelta(days=3)
    set_dates(stand.act(steward), stand.debate, closing_at=later, reason=REASON)
    stand.fresh()
    assert stand.debate.closing_at == later
    assert stand.debate.closed_at == later + timedelta(days=7)
    assert Postponement.objects.get().reason.words == REASON


@pytest.mark.parametrize(
    ("name", "days", "code"),
    [
        ("closing_at", -1, "debates.dates.only-ahead"),
        ("open_at", 1, "debates.dates.passed"),
        ("closing_at", 0, "debates.dates.unchanged"),
    ],
)
def test_steward_cannot_shorten_a_stage(name, days, code):
    stand, steward = make_debate(Stage.OPEN), make_steward()
    date = getattr(stand.debate, name) + timedelta(days=days)
    with pytest.raises(Refusal) as refused:
        set_dates(stand.act(steward), stand.debate, reason=REASON, **{name: date})
    assert refused.value.code == code
    assert Debate.objects.get() == stand.debate


def test_debate_is_summarised_once_it_is_closed_and_only_once():
    stand = make_debate(Stage.SUMMARISED)
    act = Act("clock", stand.at, Door.CLOCK)
    assert not summarise(act, locked(stand.debate))
    told = Entry.objects.filter(kind="debates.stage.begun", subject=stand.debate.public_id)
    stages = [json.loads(bytes(entry.body))["data"]["stage"] for entry in told.order_by("id")]
    assert stages == ["framing", "open", "closing", "closed", "summarised"]
    assert stand.wait(days=400) == 0
    assert stand.debate.stage == Stage.SUMMARISED


def test_debate_that_is_open_is_not_summarised_by_what_was_certified_of_it():
    stand = make_debate(Stage.OPEN)
    assert not summarise(Act("clock", stand.at, Door.CLOCK), locked(stand.debate))
    stand.fresh()
    assert stand.debate.stage == Stage.OPEN
