"""A quiz is released once, with enough items of every viewpoint."""

import pytest

from college.people.models import Notice
from college.quizzes.actions.quizzes import quiz_of
from college.quizzes.due import due
from college.quizzes.models import Quiz
from college.quizzes.rules.life import ItemState
from tests.factories.colleges import make_college
from tests.factories.quizzes import make_item, make_quiz
from tests.factories.readings import make_shelf, make_version
from tests.quizzes.telling import told

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def charter():
    return make_college()


def test_a_quiz_is_released_with_its_fifth_item_if_every_viewpoint_has_its_own():
    bank = make_quiz()
    first, second = bank.viewpoints
    for side in (first, first, second, first):
        make_item(bank.quiz, viewpoint=side)
    assert due(bank.at) == 0
    make_item(bank.quiz, viewpoint=second, state=ItemState.FLAGGED)
    assert due(bank.at) == 0
    last = make_item(bank.quiz, viewpoint=second)
    assert due(bank.at) == 1
    assert Quiz.objects.get().released_at == bank.at
    [event] = told("quiz.released")
    assert len(event["items"]) == 5
    assert last.public_id in event["items"]
    assert event["debate"] == bank.debate.public_id
    assert Notice.objects.filter(member=last.by, code="quizzes.quiz.released").exists()
    assert due(bank.at) == 0


def test_a_viewpoint_without_an_item_holds_the_quiz_back():
    bank = make_quiz(viewpoints=3)
    for number in range(6):
        make_item(bank.quiz, viewpoint=bank.viewpoints[number % 2])
    assert due(bank.at) == 0
    make_item(bank.quiz, viewpoint=bank.viewpoints[2])
    assert due(bank.at) == 1


def test_a_quiz_is_begun_once_and_the_entry_names_nobody(act):
    shelf = make_shelf()
    make_version(shelf)
    quiz = quiz_of(act, shelf.summary)
    assert quiz_of(act, shelf.summary) == quiz
    [event] = told("quiz.made")
    assert event == {
        "quiz": quiz.public_id,
        "summary": shelf.summary.public_id,
        "debate": shelf.stand.debate.public_id,
    }
