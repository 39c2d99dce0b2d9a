"""Items that a tally finds unfair: a case looks at them, and to keep one with a reason is a valid outcome."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from college.committees.actions.stewards import vote_as_steward
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.committees.rules.tally import Choice
from college.people.models import Notice
from college.people.queries import stewards
from college.quizzes.actions.flags import flag
from college.quizzes.due import due
from college.quizzes.models import Item, Tally
from college.quizzes.rules.flags import Finding
from college.quizzes.rules.life import FlagState, ItemState
from college.record.actions.texts import commit_document
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
    return make_quiz(viewpoints=3)


def tally_of(bank, number=1):
    return Tally.objects.create(
        quiz=bank.quiz,
        number=number,
        made_at=bank.at,
        takers=900,
        uncounted=0,
        answers=commit_document({"v": "college-quiz-answers-v1"}),
        figures=commit_document({"v": "college-quiz-figures-v1"}),
    )


def finding(bank, item, *, harder=True, d=1900, side=0):
    return Finding(item.public_id, bank.viewpoints[side].public_id, harder, d)


def flagged(bank, act, *, harder=True):
    item = make_item(bank.quiz, viewpoint=bank.viewpoints[0])
    [row] = flag(act, tally_of(bank), [finding(bank, item, harder=harder)])
    return row


def state(row):
    return Item.objects.get(pk=row.item_id).state


def test_a_finding_puts_the_item_to_panels(bank, act):
    row = flagged(bank, act)
    assert (state(row), row.d, row.state) == (ItemState.FLAGGED, -1900, FlagState.ASKED)
    assert (row.case.procedure, row.case.rule) == (Procedure.ITEM, "unfair-item")
    assert row.case.parties.get().member == row.item.by
    assert row.case.parties.get().ground == Party.AUTHOR
    assert told("item.flagged") == [
        {
            "item": row.item.public_id,
            "quiz": bank.quiz.public_id,
            "tally": row.tally.public_id,
            "viewpoint": bank.viewpoints[0].public_id,
            "harder": True,
            "d": 1900,
            "case": row.case.public_id,
        }
    ]


@pytest.mark.parametrize(
    ("harder", "names"),
    [
        (True, ["Way 1 of crossing the water"]),
        (False, ["Way 2 of crossing the water", "Way 3 of crossing the water"]),
    ],
)
def test_panels_read_the_item_and_who_gets_it_right_less_often(bank, act, harder, names):
    row = flagged(bank, act, harder=harder)
    words, *sides = [one.text.words for one in row.case.shown.order_by("order")]
    assert words.startswith(row.item.content["stem"])
    assert sides == names


def test_retired_with_the_reasons_of_those_who_decided(bank, act):
    row = flagged(bank, act)
    for term in stewards():
        by = act_by(term.member, bank.at + LATER)
        vote_as_steward(by, row.case, choice=GRANT, ground="unfair-item", reason="A loaded word.")
    due(bank.at + LATER)
    row.refresh_from_db()
    assert (state(row), row.state) == (ItemState.RETIRED, FlagState.RETIRED)
    assert row.reason.words == "A loaded word.\n\nA loaded word."
    assert Item.objects.get(pk=row.item_id).reason == row.reason
    [event] = told("item.retired")
    assert event["reason"] == row.reason.commitment
    codes = Notice.objects.filter(member=row.item.by).values_list("code", flat=True)
    assert set(codes) == {"quizzes.item.flagged", "quizzes.item.retired"}


def test_kept_with_a_reason_it_is_in_the_quiz_and_is_not_asked_about_again(bank, act):
    row = flagged(bank, act)
    decide(row.case, KEEP, at=bank.at + LATER)
    due(bank.at + LATER)
    row.refresh_from_db()
    assert (state(row), row.state) == (ItemState.LIVE, FlagState.KEPT)
    assert told("item.kept")[0]["reason"] == row.reason.commitment
    again = tally_of(bank, 2)
    assert flag(act, again, [finding(bank, row.item)]) == []
    assert len(flag(act, again, [finding(bank, row.item, side=1)])) == 1


@pytest.mark.parametrize(("first", "then"), [(GRANT, KEEP), (KEEP, GRANT)])
def test_a_verdict_that_is_turned_is_followed(bank, act, first, then):
    row = flagged(bank, act)
    for days, choice in enumerate((first, then), 1):
        decide(row.case, choice, at=bank.at + days * LATER)
        due(bank.at + days * LATER)
    assert state(row) == (ItemState.LIVE if then is KEEP else ItemState.RETIRED)
    assert len(told("item.kept")) == len(told("item.retired")) == 1


@pytest.mark.parametrize("choice", [GRANT, KEEP])
def test_what_left_the_quiz_meanwhile_stays_out(bank, act, choice):
    row = flagged(bank, act)
    Item.objects.filter(pk=row.item_id).update(state=ItemState.STALE)
    decide(row.case, choice, at=bank.at + LATER)
    due(bank.at + LATER)
    assert state(row) == ItemState.STALE


def test_only_what_is_in_the_quiz_is_flagged_and_each_item_once(bank, act):
    out = [
        make_item(bank.quiz, viewpoint=bank.viewpoints[0], state=state)
        for state in (ItemState.STALE, ItemState.RETIRED, ItemState.FLAGGED)
    ]
    item = make_item(bank.quiz, viewpoint=bank.viewpoints[0])
    findings = [finding(bank, one) for one in (*out, item)]
    findings.append(finding(bank, item, side=1, d=2500))
    [row] = flag(act, tally_of(bank), findings)
    assert (row.item, row.d, row.viewpoint) == (item, -2500, bank.viewpoints[1])


def test_one_finding_at_a_time_is_before_panels(bank, act):
    other = flagged(bank, act)
    side = bank.viewpoints[1]
    other.pk, other.public_id = None, "0flag00000009"
    other.case = make_item(bank.quiz, viewpoint=side, state=ItemState.ASKED).case
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()
