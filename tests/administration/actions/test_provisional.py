"""What two stewards granted is tried again by the first lawful panels, without being asked."""

import pytest

from college.administration.actions import provisional
from college.administration.actions.provisional import ask_again
from college.committees.actions.cases import open_case
from college.committees.actions.stewards import vote_as_steward
from college.committees.models import Draw
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.committees.rules.ladder import CaseState
from college.committees.rules.tally import Choice
from college.ground.refusals import Refusal
from college.record.actions.texts import commit
from tests.factories.colleges import make_college
from tests.factories.committees import CLOCK, make_roster
from tests.factories.people import act_by, make_member, make_steward

pytestmark = pytest.mark.django_db


def decided(choice, author):
    """A case that two stewards settled, nobody serving yet."""
    case = open_case(
        act_by(make_member()),
        procedure=Procedure.CONDUCT,
        rule="unlawful",
        shown=[commit("Words.")],
        parties={author.public_id: Party.AUTHOR},
    )
    for _ in range(2):
        vote_as_steward(
            act_by(make_steward()), case, choice=choice, ground="unlawful", reason="So."
        )
    case.refresh_from_db()
    assert case.provisional
    return case


def test_a_provisional_grant_goes_to_panels_as_soon_as_somebody_serves():
    make_college()
    author = make_member()
    granted, kept = (decided(choice, author) for choice in (Choice.GRANT, Choice.KEEP))
    assert provisional.step(CLOCK) == 0
    make_roster()
    assert provisional.step(CLOCK) == 1
    assert provisional.step(CLOCK) == 0
    granted.refresh_from_db()
    assert granted.state == CaseState.FILED
    assert Draw.objects.get().case == granted
    with pytest.raises(Refusal) as refused:
        ask_again(act_by(make_member()), kept)
    assert refused.value.code == "administration.permission.may-not"
    ask_again(act_by(author), kept)
    kept.refresh_from_db()
    assert kept.state == CaseState.FILED


def test_while_nobody_serves_asking_again_is_refused_in_words():
    make_college()
    author = make_member()
    case = decided(Choice.KEEP, author)
    with pytest.raises(Refusal) as refused:
        ask_again(act_by(author), case)
    assert refused.value.code == "administration.provisional.nobody-serves"
