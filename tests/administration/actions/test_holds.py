"""A legal hold: a case begins with it, it lapses by itself, and only a verdict erases."""

from datetime import timedelta

import pytest

from college.administration.actions.holds import expire, hold_text
from college.administration.due import due
from college.administration.rules.grounds import Ending
from college.committees.models import CaseParty
from college.committees.rules.tally import Choice
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.record.actions.texts import commit, withhold
from college.record.due import due as record_due
from college.record.models import Entry, TextState
from tests.factories.acts import MOMENT
from tests.factories.colleges import make_college
from tests.factories.people import act_by, make_member, make_steward
from tests.factories.verdicts import decide

pytestmark = pytest.mark.django_db
LAW = "Criminal Code, section 86"
FAR = MOMENT + timedelta(days=999)


@pytest.fixture
def charter():
    return make_college()


@pytest.fixture
def hold(charter):
    return hold_text(act_by(make_steward()), commit("A forbidden badge."), law=LAW)


def tick(at):
    record_due(at)
    due(at)


def state(hold):
    hold.refresh_from_db()
    hold.text.refresh_from_db()
    return hold.text.state


def test_a_hold_and_its_case_begin_in_one_act(hold, charter):
    assert state(hold) == TextState.WITHHELD
    assert hold.text.case == hold.case.public_id
    assert hold.until == MOMENT + charter.clocks.legal_hold == hold.text.until
    assert hold.law.words == LAW
    assert CaseParty.objects.filter(case=hold.case, member=hold.member).exists()
    kinds = set(Entry.objects.values_list("kind", flat=True))
    assert {"administration.hold.made", "record.text.withheld", "committees.case.filed"} <= kinds


def test_a_hold_lapses_by_itself_and_not_before(hold):
    tick(hold.until - timedelta(milliseconds=1))
    assert state(hold) == TextState.WITHHELD
    tick(hold.until)
    assert state(hold) == TextState.OPEN
    assert hold.ended == Ending.LAPSED


def test_expiring_too_early_does_nothing(hold):
    expire(Act("clock", hold.until - timedelta(milliseconds=1)), hold)
    assert state(hold) == TextState.WITHHELD
    assert hold.ended == ""


def test_a_kept_text_is_published_again_at_once(hold):
    case = decide(hold.case, Choice.KEEP, at=MOMENT + timedelta(days=2))
    tick(case.effect_due_at)
    assert state(hold) == TextState.OPEN
    assert hold.ended == Ending.KEPT


def test_a_text_found_unlawful_is_erased_when_no_appeal_is_possible_any_more(hold, charter):
    case = decide(hold.case, Choice.GRANT, at=MOMENT + timedelta(days=2))
    tick(case.effect_due_at)
    assert state(hold) == TextState.WITHHELD
    assert hold.until == case.verdict_at + charter.clocks.appealing
    tick(hold.until - timedelta(milliseconds=1))
    assert state(hold) == TextState.WITHHELD
    tick(hold.until)
    assert state(hold) == TextState.TOMBSTONE
    assert hold.ended == Ending.GRANTED


def test_a_verdict_that_turns_publishes_the_text_again(hold):
    case = decide(hold.case, Choice.GRANT, at=MOMENT + timedelta(days=2))
    tick(case.effect_due_at)
    case = decide(hold.case, Choice.KEEP, at=MOMENT + timedelta(days=9))
    tick(case.effect_due_at)
    assert state(hold) == TextState.OPEN
    assert hold.ended == Ending.OVERTURNED


def test_a_verdict_after_the_hold_has_lapsed_still_counts(hold):
    tick(hold.until)
    case = decide(hold.case, Choice.GRANT, at=hold.until + timedelta(days=1))
    tick(case.effect_due_at)
    assert state(hold) == TextState.WITHHELD


@pytest.mark.parametrize("law", ["", "x" * 401])
def test_a_hold_names_the_law(charter, law):
    text = commit("Words.")
    with pytest.raises(Refusal) as refused:
        hold_text(act_by(make_steward()), text, law=law)
    assert refused.value.code == "administration.hold.law"
    text.refresh_from_db()
    assert text.is_open


def test_only_a_steward_holds(charter):
    with pytest.raises(Refusal) as refused:
        hold_text(act_by(make_member()), commit("Words."), law=LAW)
    assert refused.value.code == "administration.permission.may-not"


def test_a_text_is_held_once_so_that_no_chain_of_holds_keeps_it_away(hold):
    tick(hold.until)
    with pytest.raises(Refusal) as refused:
        hold_text(act_by(make_steward(), hold.until), hold.text, law=LAW)
    assert refused.value.code == "administration.hold.once"
    assert state(hold) == TextState.OPEN


@pytest.mark.parametrize("choice", [Choice.KEEP, None])
def test_a_hold_that_ends_leaves_what_another_case_withholds(hold, choice):
    withhold(Act("clock", MOMENT), hold.text, ground="threat", case="c" * 13, until=FAR)
    at = hold.until
    if choice:
        at = decide(hold.case, choice, at=MOMENT + timedelta(days=2)).effect_due_at
    tick(at)
    assert (state(hold), hold.text.case) == (TextState.WITHHELD, "c" * 13)
    assert hold.ended


def test_what_two_stewards_found_unlawful_is_erased_by_no_clock_before_panels_tried_it(hold):
    case = decide(hold.case, Choice.GRANT, at=MOMENT + timedelta(days=2))
    type(case).objects.update(provisional=True)
    tick(case.effect_due_at)
    tick(FAR)
    assert (state(hold), hold.ended) == (TextState.WITHHELD, "")
    type(case).objects.update(provisional=False, verdict_at=FAR)
    tick(FAR)
    assert state(hold) == TextState.WITHHELD
    tick(FAR + timedelta(days=99))
    assert (state(hold), hold.ended) == (TextState.TOMBSTONE, Ending.GRANTED)
