"""What is asked about a quiz: which items are in it, and of whom they are."""

from datetime import timedelta

import pytest

from college.debates.models import Viewpoint
from college.quizzes.queries import quizzes
from college.quizzes.rules.life import ItemKind, ItemState
from college.record.actions.texts import release, withhold
from college.record.models import Text
from tests.factories.colleges import make_college
from tests.factories.quizzes import make_item, make_live_quiz, make_quiz

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def charter():
    return make_college()


def test_a_quiz_is_found_by_its_debate_and_by_its_address():
    bank = make_live_quiz()
    assert quizzes.of_debate(bank.debate) == bank.quiz
    assert quizzes.by_slug(bank.debate.slug) == bank.quiz
    assert quizzes.by_slug("no-such-debate") is None


def test_what_is_drawn_from_is_live():
    bank = make_quiz()
    kept = {
        state: make_item(bank.quiz, viewpoint=bank.viewpoints[0], state=state)
        for state in ItemState
    }
    assert quizzes.live(bank.quiz) == [kept[ItemState.LIVE]]


@pytest.mark.parametrize("kind", ItemKind)
def test_items_of_every_kind_are_made(kind):
    bank = make_quiz()
    item = make_item(bank.quiz, kind=kind, viewpoint=bank.viewpoints[1])
    assert (item.kind, quizzes.item(bank.quiz, item.public_id)) == (kind, item)


def test_counts_name_every_viewpoint_and_only_items_that_are_or_may_be_in_the_quiz():
    bank = make_quiz(viewpoints=3)
    first, second, third = (viewpoint.public_id for viewpoint in bank.viewpoints)
    for state in ItemState:
        make_item(bank.quiz, viewpoint=bank.viewpoints[0], state=state)
    make_item(bank.quiz, viewpoint=bank.viewpoints[1])
    make_item(bank.quiz, viewpoint=None, kind=ItemKind.MATCH)
    assert quizzes.counts(bank.quiz) == {first: 3, second: 1, third: 0}


def test_a_viewpoint_that_the_summary_does_not_name_yet_is_not_counted():
    bank = make_quiz()
    make_item(bank.quiz, viewpoint=bank.viewpoints[0])
    late = Viewpoint.objects.get(pk=bank.viewpoints[1].pk)
    late.pk, late.public_id, late.letter = None, "0vewp00000009", "Z"
    late.save()
    assert list(quizzes.counts(bank.quiz).values()) == [1, 0]


def test_what_quotes_words_that_are_held_back_is_not_drawn_meanwhile(act):
    bank = make_live_quiz(items=4)
    held = bank.items[0]
    text = Text.objects.get(pk=held.content["sources"][0]["text"])
    with_it = {"ground": "law", "case": "0case00000001"}
    withhold(act, text, **with_it, until=act.at + timedelta(hours=72))
    assert held not in quizzes.live(bank.quiz)
    assert len(quizzes.live(bank.quiz)) == 3
    release(act, text)
    assert held in quizzes.live(bank.quiz)
