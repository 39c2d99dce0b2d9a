"""What follows from panels' words on a key: in the quiz, or dropped with their reasons."""

from datetime import timedelta

import pytest

from college.committees.actions.stewards import vote_as_steward
from college.committees.rules.tally import Choice
from college.people.models import Notice
from college.people.queries import stewards
from college.quizzes.actions.reviewing import enact
from college.quizzes.due import due
from college.quizzes.models import Item
from college.quizzes.queries import quizzes
from college.quizzes.rules.life import ItemState
from tests.factories.colleges import make_college
from tests.factories.people import act_by, make_steward
from tests.factories.quizzes import make_item, make_quiz
from tests.factories.verdicts import decide
from tests.quizzes.telling import told

pytestmark = pytest.mark.django_db

GRANT, KEEP = Choice.GRANT, Choice.KEEP
LATER = timedelta(days=40)


@pytest.fixture(autouse=True)
def charter():
    return make_college()


@pytest.fixture
def bank():
    for _ in range(2):
        make_steward()
    return make_quiz()


def asked(bank):
    return make_item(bank.quiz, viewpoint=bank.viewpoints[0], state=ItemState.ASKED)


def fresh(item):
    return Item.objects.get(pk=item.pk)


def codes(item):
    return list(Notice.objects.filter(member=item.by).values_list("code", flat=True))


def test_a_confirmed_item_is_in_the_quiz(bank):
    item = asked(bank)
    decide(item.case, GRANT, at=bank.at + LATER)
    assert due(bank.at + LATER) == 1
    assert fresh(item).state == ItemState.LIVE
    assert quizzes.live(bank.quiz) == [item]
    assert told("item.accepted") == [
        {"item": item.public_id, "quiz": bank.quiz.public_id, "case": item.case.public_id}
    ]
    assert codes(item) == ["quizzes.item.accepted"]
    assert due(bank.at + LATER) == 0


def test_a_dropped_item_has_the_reasons_of_those_who_did_not_confirm(bank):
    item = asked(bank)
    for number, term in enumerate(stewards()):
        act = act_by(term.member, bank.at + LATER)
        vote_as_steward(act, item.case, choice=KEEP, ground="", reason=f"Two are right ({number}).")
    due(bank.at + LATER)
    item = fresh(item)
    assert item.state == ItemState.DROPPED
    assert item.reason.words == "Two are right (0).\n\nTwo are right (1)."
    [event] = told("item.dropped")
    assert event["reason"] == item.reason.commitment
    assert codes(item) == ["quizzes.item.dropped"]


def test_where_nobody_says_why_the_reason_says_who_did_not_confirm(bank):
    item = asked(bank)
    decide(item.case, KEEP, at=bank.at + LATER)
    due(bank.at + LATER)
    assert (
        fresh(item).reason.words == "Not everybody confirmed it who had to. No reason can be read."
    )


@pytest.mark.parametrize(("first", "then"), [(GRANT, KEEP), (KEEP, GRANT)])
def test_a_verdict_that_is_turned_is_followed(bank, first, then):
    item = asked(bank)
    for days, choice in enumerate((first, then), 1):
        decide(item.case, choice, at=bank.at + days * LATER)
        due(bank.at + days * LATER)
    now = ItemState.LIVE if then is GRANT else ItemState.DROPPED
    assert fresh(item).state == now
    assert (fresh(item).reason is None) == (then is GRANT)
    assert len(told("item.accepted")) == len(told("item.dropped")) == 1


def test_a_key_confirmed_late_brings_back_nothing_that_left_for_another_reason(bank):
    item = asked(bank)
    decide(item.case, GRANT, at=bank.at + LATER)
    Item.objects.filter(pk=item.pk).update(state=ItemState.STALE)
    due(bank.at + LATER)
    assert fresh(item).state == ItemState.STALE


def test_other_cases_are_not_the_quizs(bank, act):
    item = make_item(bank.quiz, viewpoint=bank.viewpoints[0])
    other = asked(bank)
    Item.objects.filter(pk=other.pk).update(state=ItemState.DRAFT, case=None, document=None)
    assert not enact(act, other.case)
    assert fresh(item).state == ItemState.LIVE
