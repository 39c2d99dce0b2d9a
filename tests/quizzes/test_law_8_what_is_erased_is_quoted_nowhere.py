"""Law 8: words of a sentence that are erased or withheld are in no item that quotes them."""

import json
from datetime import timedelta

import pytest

from college.quizzes.due import due
from college.quizzes.models import Item
from college.quizzes.rules.life import ItemState
from college.record.actions.texts import erase, release, withhold
from college.record.models import Text
from college.record.rules.states import TextState
from tests.factories.colleges import make_college
from tests.factories.quizzes import make_item, make_quiz

pytestmark = pytest.mark.django_db

STATES = [ItemState.LIVE, ItemState.ASKED, ItemState.DROPPED, ItemState.RETIRED]


@pytest.fixture
def bank():
    make_college()
    return make_quiz()


def sentence(item):
    return Text.objects.get(pk=item.content["sources"][0]["text"])


def words_left(exact):
    """Texts and items in which the words can still be read."""
    texts = [row for row in Text.objects.exclude(body=None) if exact in bytes(row.body).decode()]
    items = [row for row in Item.objects.all() if exact in json.dumps(row.content)]
    return texts + items


@pytest.mark.parametrize("state", [*STATES, ItemState.DRAFT])
def test_law_8_an_erased_sentence_is_erased_where_items_quote_it(bank, act, state):
    item = make_item(bank.quiz, viewpoint=bank.viewpoints[0], state=state)
    other = make_item(bank.quiz, viewpoint=bank.viewpoints[1])
    exact = item.content["sources"][0]["exact"]
    assert words_left(exact)
    erase(act, sentence(item), ground="law")
    assert due(bank.at) > 0
    assert words_left(exact) == []
    item.refresh_from_db()
    assert item.content["key"] == [0]
    if item.document:
        assert (item.document.state, item.document.ground) == (TextState.TOMBSTONE, "law")
    assert Item.objects.get(pk=other.pk).content == other.content
    assert due(bank.at) == 0


def test_law_8_a_withheld_sentence_is_withheld_as_long_where_items_quote_it(bank, act):
    item = make_item(bank.quiz, viewpoint=bank.viewpoints[0], state=ItemState.ASKED)
    until = bank.at + timedelta(hours=72)
    told = {"ground": "threat", "case": "0case00000001"}
    withhold(act, sentence(item), **told, until=until)
    assert due(bank.at) == 1
    shown = item.case.shown.get().text
    for text in (Item.objects.get(pk=item.pk).document, shown):
        assert (text.state, text.ground, text.until) == (TextState.WITHHELD, "threat", until)
    assert due(bank.at) == 0
    withhold(act, sentence(item), **told, until=None)
    due(bank.at)
    assert Item.objects.get(pk=item.pk).document.until is None


def test_law_8_what_lapses_lapses_for_the_item_too(bank, act):
    item = make_item(bank.quiz, viewpoint=bank.viewpoints[0])
    until = bank.at + timedelta(hours=72)
    withhold(act, sentence(item), ground="threat", case="", until=until)
    due(bank.at)
    for text in Text.objects.filter(state=TextState.WITHHELD, until__lte=until):
        release(act, text)
    assert due(bank.at) == 0
    assert Item.objects.get(pk=item.pk).document.is_open
