"""Settled cases tried again: chosen by a later seed, blind, replacing only what no review has seen."""

from dataclasses import replace
from datetime import timedelta

import pytest

from college.committees.actions import cases, retrials
from college.committees.models import Case, ControlDue, Retrial, Sampling, Seat
from college.committees.queries import epochs
from college.committees.rules.areas import Procedure
from college.committees.rules.ladder import Step
from college.record.actions.charters import put_in_force
from college.record.models import Entry
from tests.committees.actions.audited import GRANT, KEEP, clock, settled
from tests.factories.colleges import make_college
from tests.factories.committees import CLOCK, draw_epoch, make_roster, present_draw, vote_all
from tests.factories.record import told

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def college():
    """Everything settled is tried again, and every case brings a control along."""
    charter = make_college()
    audit = replace(charter.audit, retrials=100, controls=100)
    put_in_force(CLOCK, replace(charter, audit=audit))
    make_roster(120)


def tried_again(case: Case, choice) -> Case:
    """The later epoch chooses it, another seats the fresh panel, which rules."""
    later = draw_epoch(epochs.taking())
    at = later.drawn_at + timedelta(days=90)
    retrials.step(clock(at))
    draw_epoch(epochs.taking(), at=at)
    assert present_draw(case).step == Step.RETRIAL
    vote_all(case, choice)
    retrials.step(clock(at))
    case.refresh_from_db()
    return case


def called(case: Case):
    rows = Seat.objects.filter(draw__case=case, called_at__isnull=False)
    return rows.values_list("place__member", flat=True)


def test_the_seed_of_its_own_epoch_never_chooses_a_case():
    case = settled(KEEP)
    retrials.step(clock(case.verdict_at))
    assert not Retrial.objects.exists()
    draw_epoch(epochs.taking())
    retrials.step(clock(case.verdict_at))
    assert Retrial.objects.get().case == case
    assert Retrial.objects.get().epoch.sealed_at > case.verdict_at


def test_the_sample_is_told_with_what_it_chose_among():
    case = settled(KEEP)
    epoch = draw_epoch(epochs.taking())
    retrials.step(clock(epoch.drawn_at))
    assert told("committees.sample.drawn")[-1] == {
        "epoch": epoch.public_id,
        "sample": "retrial",
        "considered": [case.public_id],
        "chosen": [case.public_id],
    }


def test_each_epoch_chooses_once():
    settled(KEEP)
    epoch = draw_epoch(epochs.taking())
    assert retrials.step(clock(epoch.drawn_at)) > 0
    entries = Entry.objects.count()
    retrials.step(clock(epoch.drawn_at))
    assert (Entry.objects.count(), Retrial.objects.count()) == (entries, 1)
    assert Sampling.objects.filter(epoch=epoch).count() == 1


def test_a_kept_text_that_a_retrial_would_restrict_gets_another_verdict_to_enact():
    case = settled(KEEP)
    cases.mark_enacted(clock(case.verdict_at), case)
    case = tried_again(case, GRANT)
    assert (case.verdict, case.verdict_ground, case.step) == ("grant", "insult", "retrial")
    assert case.enacted_at is None
    retrial = Retrial.objects.get()
    assert (retrial.verdict, retrial.found, retrial.reviewed) == ("keep", "grant", False)
    assert told("committees.retrial.ended") == [
        {
            "case": case.public_id,
            "epoch": retrial.epoch.public_id,
            "verdict": "keep",
            "found": "grant",
            "ground": "insult",
        }
    ]


def test_a_retrial_that_agrees_leaves_the_verdict_as_it_is():
    case = settled(KEEP)
    before = case.verdict_at
    case = tried_again(case, KEEP)
    assert (case.verdict, case.verdict_at, case.step) == ("keep", before, "first")
    assert Retrial.objects.get().found == "keep"


def test_what_a_review_has_seen_is_not_replaced():
    case = settled((GRANT, KEEP), GRANT)
    assert case.step == Step.REVIEW
    case = tried_again(case, KEEP)
    assert (case.verdict, case.step) == ("grant", "review")
    retrial = Retrial.objects.get()
    assert (retrial.verdict, retrial.found, retrial.reviewed) == ("grant", "keep", True)


def test_nobody_who_judged_a_case_tries_it_again():
    case = settled((GRANT, KEEP), GRANT)
    before = set(called(case))
    case = tried_again(case, KEEP)
    draw = case.draws.get(step=Step.RETRIAL)
    assert len(before) >= 2 * 3 + 31
    assert not before & set(draw.seats.values_list("place__member", flat=True))


def test_a_retrial_waits_until_nobody_can_appeal_any_more():
    case = settled(GRANT)
    epoch = draw_epoch(epochs.taking())
    retrials.step(clock(epoch.drawn_at))
    assert Retrial.objects.get().draw is None
    cases.appeal(clock(epoch.drawn_at), case)
    draw_epoch(epochs.taking())
    vote_all(case, KEEP)
    case.refresh_from_db()
    retrials.step(clock(case.verdict_at))
    retrial = Retrial.objects.get()
    assert retrial.draw is not None
    assert (retrial.verdict, retrial.reviewed) == ("keep", True)


def test_the_audits_own_cases_are_never_tried_again():
    settled(KEEP, procedure=Procedure.ALARM)
    epoch = draw_epoch(epochs.taking())
    retrials.step(clock(epoch.drawn_at))
    assert not Retrial.objects.exists()


def test_a_seated_case_brings_a_control_along():
    case = settled(KEEP)
    retrials.step(clock(case.verdict_at))
    assert ControlDue.objects.get().case == case
