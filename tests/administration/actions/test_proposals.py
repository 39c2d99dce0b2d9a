"""A charter is proposed, supported, put to panels, and in force after its notice; or not at all."""

from datetime import timedelta

import pytest

from college.administration.actions.proposals import (
    bring_into_force,
    propose_charter,
    support_charter,
)
from college.administration.due import due
from college.administration.models import Proposal
from college.administration.rules.grounds import Ending
from college.committees.models import CaseParty
from college.committees.rules.areas import Procedure
from college.committees.rules.tally import Choice
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.record.charters import charter_in_force
from college.record.models import CharterVersion, Entry
from tests.factories.acts import MOMENT
from tests.factories.colleges import make_college
from tests.factories.people import act_by, make_member, make_steward
from tests.factories.verdicts import decide

pytestmark = pytest.mark.django_db
LINES = '[clocks]\nopen = "30 days"'
NOTICE = timedelta(days=30)


@pytest.fixture(autouse=True)
def charter():
    return make_college()


def propose(member, lines=LINES, reason="Four weeks are too short for a bill."):
    return propose_charter(act_by(member), lines=lines, reason=reason)


def settled(choice):
    """A steward's proposal whose verdict takes effect; gives it and that moment."""
    proposal = propose(make_steward())
    case = decide(proposal.case, choice, at=MOMENT + timedelta(days=3))
    due(case.effect_due_at)
    proposal.refresh_from_db()
    return proposal, case.effect_due_at


def kinds():
    return list(Entry.objects.order_by("id").values_list("kind", flat=True))


def test_a_stewards_proposal_is_put_to_panels_at_once():
    proposal = propose(make_steward())
    assert proposal.case.procedure == Procedure.CHARTER
    assert [one.text.words for one in proposal.case.shown.order_by("order")] == [
        "clocks.open: 28 days → 30 days",
        "Four weeks are too short for a bill.",
    ]
    assert CaseParty.objects.filter(case=proposal.case, member=proposal.member).exists()


def test_a_members_proposal_waits_for_members_behind_it(charter):
    proposal = propose(make_member())
    assert proposal.case is None
    supporters = [make_member() for _ in range(charter.limits.charter_supporters)]
    for member in supporters:
        proposal.refresh_from_db()
        assert proposal.case is None
        support_charter(act_by(member), proposal)
    proposal.refresh_from_db()
    parties = CaseParty.objects.filter(case=proposal.case).values_list("member", flat=True)
    assert set(parties) == {proposal.member_id, *(m.pk for m in supporters)}


def test_nobody_supports_twice_or_their_own():
    proposal, member = propose(make_member()), make_member()
    support_charter(act_by(member), proposal)
    for again in (member, proposal.member):
        with pytest.raises(Refusal) as refused:
            support_charter(act_by(again), proposal)
        assert refused.value.code == "administration.permission.may-not"


def test_a_granted_charter_is_in_force_after_its_notice_and_not_before(charter):
    proposal, effect = settled(Choice.GRANT)
    assert proposal.in_force_at == effect + NOTICE
    due(effect + NOTICE - timedelta(milliseconds=1))
    assert charter_in_force() == charter
    due(effect + NOTICE)
    due(effect + NOTICE)
    assert charter_in_force().clocks.open == timedelta(days=30)
    assert CharterVersion.objects.count() == 2
    proposal.refresh_from_db()
    assert (proposal.ended, proposal.version.number) == (Ending.GRANTED, 2)
    assert kinds().count("administration.charter.put-in-force") == 1


def test_coming_into_force_too_early_does_nothing(charter):
    proposal, effect = settled(Choice.GRANT)
    bring_into_force(Act("clock", effect + NOTICE - timedelta(milliseconds=1)), proposal)
    assert charter_in_force() == charter


def test_a_kept_charter_stays(charter):
    proposal, effect = settled(Choice.KEEP)
    assert proposal.ended == Ending.KEPT
    due(effect + 2 * NOTICE)
    assert charter_in_force() == charter
    assert proposal.case.enacted_at is not None


def test_a_verdict_that_turns_within_the_notice_stops_the_charter(charter):
    proposal, effect = settled(Choice.GRANT)
    case = decide(proposal.case, Choice.KEEP, at=effect + timedelta(days=1))
    due(case.effect_due_at)
    due(effect + 2 * NOTICE)
    proposal.refresh_from_db()
    assert proposal.ended == Ending.OVERTURNED
    assert charter_in_force() == charter


def test_a_verdict_before_its_effect_is_due_changes_nothing():
    proposal = propose(make_steward())
    case = decide(proposal.case, Choice.GRANT, at=MOMENT)
    due(case.effect_due_at - timedelta(milliseconds=1))
    proposal.refresh_from_db()
    assert proposal.in_force_at is None


@pytest.mark.parametrize(
    ("lines", "reason", "code"),
    [
        ("[clocks]\nepoch = '1 hour'", "So.", "administration.charter.fault"),
        ("[clocks", "So.", "administration.charter.fault"),
        ("", "So.", "administration.charter.same"),
        ("clocks.open = '28 days'", "So.", "administration.charter.same"),
        (LINES, " ", "administration.reason.length"),
        (LINES, "x" * 401, "administration.reason.length"),
    ],
)
def test_what_cannot_work_or_changes_nothing_is_refused(lines, reason, code):
    with pytest.raises(Refusal) as refused:
        propose(make_member(), lines, reason)
    assert refused.value.code == code
    assert not Proposal.objects.exists()


def test_a_fault_names_its_line_and_setting():
    with pytest.raises(Refusal) as refused:
        propose(make_member(), "[clocks]\nopen = '1 day'\nepoch = '1 hour'\nlodging = '1 hour'")
    assert (refused.value.params["line"], refused.value.params["setting"]) == (4, "clocks.lodging")


def test_a_charter_does_not_undo_one_that_came_into_force_meanwhile():
    first, second = (
        propose(make_steward(), lines=lines) for lines in (LINES, '[clocks]\nclosing = "9 days"')
    )
    for proposal in (first, second):
        case = decide(proposal.case, Choice.GRANT, at=MOMENT + timedelta(days=3))
    due(case.effect_due_at)
    due(case.effect_due_at + NOTICE)
    second.refresh_from_db()
    assert charter_in_force().clocks.open == timedelta(days=30)
    assert (second.version, second.ended) == (None, Ending.LAPSED)
    assert kinds().count("administration.charter.put-in-force") == 1
