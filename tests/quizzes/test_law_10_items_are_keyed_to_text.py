"""Law 10: a quiz asks what the text says, and its key is in the record before anybody takes it."""

import json

import pytest

from college.committees.rules.tally import Choice
from college.quizzes.due import due
from college.quizzes.models import Item
from college.quizzes.queries import quizzes
from college.quizzes.rules.life import RELEASED, ItemState
from college.record.models import Entry
from tests.factories.colleges import make_college
from tests.factories.quizzes import KINDS, make_item, make_live_quiz, make_quiz
from tests.factories.verdicts import decide

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def charter():
    return make_college()


def test_law_10_every_item_of_a_quiz_quotes_the_version_it_is_about():
    bank = make_live_quiz(viewpoints=3, items=6)
    said = {row.statement: row.text for row in bank.shelf.rows(bank.version)}
    for item in quizzes.live(bank.quiz):
        for source in item.content["sources"]:
            assert source["exact"] in said[source["statement"]].words
            assert source["text"] == said[source["statement"]].commitment


@pytest.mark.parametrize("state", sorted(RELEASED))
def test_law_10_nothing_is_in_a_quiz_whose_key_is_not_committed(state):
    bank = make_quiz()
    item = make_item(bank.quiz, viewpoint=bank.viewpoints[0], state=state)
    kept = json.loads(item.document.words)
    assert (kept["key"], kept["item"]) == (item.content["key"], item.public_id)


def test_law_10_keys_are_in_the_record_before_the_quiz_is_released():
    bank = make_quiz()
    for number in range(6):
        side, kind = bank.viewpoints[number % 2], KINDS[number % len(KINDS)]
        item = make_item(bank.quiz, viewpoint=side, kind=kind, state=ItemState.ASKED)
        assert not quizzes.live(bank.quiz)
        bank.items.append(item)
    for item in bank.items:
        decide(item.case, Choice.GRANT, at=bank.at)
    due(bank.at)
    told = [entry.kind for entry in Entry.objects.order_by("id")]
    released = told.index("quizzes.quiz.released")
    assert told[:released].count("quizzes.item.accepted") == 6
    assert Item.objects.filter(state=ItemState.LIVE).count() == 6
