"""Several ask the same at the same moment: one is heard, the others are told, and nobody sees an error."""

import pytest

from college.administration.actions.holds import hold_text
from college.administration.actions.proposals import propose_charter, support_charter
from college.administration.actions.removals import ask_removal
from college.administration.actions.sanctions import ask_sanction
from college.administration.models import Hold, Proposal, Removal, Sanction, Support
from college.administration.rules.grounds import RemovalGround, SanctionGround
from college.committees.models import Case
from college.people.models import Term
from college.record.actions.texts import commit
from tests.factories.at_once import at_once
from tests.factories.colleges import make_college
from tests.factories.people import act_by, make_member, make_steward

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
FOUR = 4
MAY_NOT = "administration.permission.may-not"


@pytest.fixture(autouse=True)
def _college():
    make_college()


def test_one_term_is_put_to_panels_once():
    term = Term.objects.get(member=make_steward())
    members = [make_member() for _n in range(FOUR)]

    def ask(member):
        ask_removal(act_by(member), term, ground=RemovalGround.NEGLECT, reason="Silent for weeks.")

    results = at_once([lambda m=m: ask(m) for m in members])
    assert results.count(MAY_NOT) == FOUR - 1, results
    assert (Removal.objects.count(), Case.objects.count()) == (1, 1)


def test_one_member_is_put_to_panels_once():
    member, stewards = make_member(), [make_steward() for _n in range(FOUR)]

    def ask(steward):
        ask_sanction(
            act_by(steward), member, ground=SanctionGround.FLOODING, days=3, reason="Forty a day."
        )

    results = at_once([lambda s=s: ask(s) for s in stewards])
    assert results.count(MAY_NOT) == FOUR - 1, results
    assert (Sanction.objects.count(), Case.objects.count()) == (1, 1)


def test_stewards_who_ask_about_each_other_do_not_wait_for_each_other():
    one, other = make_steward(), make_steward()

    def ask(steward, member):
        ask_sanction(
            act_by(steward), member, ground=SanctionGround.FLOODING, days=3, reason="Forty a day."
        )

    results = at_once([lambda: ask(one, other), lambda: ask(other, one)])
    assert results == [None, None]


def test_one_text_is_held_once():
    text, stewards = commit("A forbidden badge."), [make_steward() for _n in range(FOUR)]
    results = at_once(
        [lambda s=s: hold_text(act_by(s), text, law="Code, s. 86") and None for s in stewards]
    )
    assert not [one for one in results if isinstance(one, Exception)], results
    assert results.count(None) == 1, results
    assert (Hold.objects.count(), Case.objects.count()) == (1, 1)


def test_one_proposal_each_and_one_support_each():
    member, other = make_member(), make_member()
    lines = '[clocks]\nopen = "30 days"'

    def propose():
        propose_charter(act_by(member), lines=lines, reason="Four weeks are too short for a bill.")

    results = at_once([propose] * FOUR)
    assert results.count(None) == 1, results
    assert Proposal.objects.count() == 1
    proposal = Proposal.objects.get()
    results = at_once([lambda: support_charter(act_by(other), proposal) and None] * FOUR)
    assert results.count(None) == 1, results
    assert Support.objects.count() == 1
