"""Keys die with their words: an item leaves the quiz when its sentence changes, goes, or cannot be read."""

from datetime import timedelta

import pytest

from college.ground.ids import new_public_id
from college.people.models import Notice
from college.quizzes.actions.staling import step
from college.quizzes.due import due
from college.quizzes.models import Item
from college.quizzes.rules.life import ItemState
from college.record.actions.texts import erase, withhold
from college.record.models import Text
from college.summaries.models import Statement
from college.summaries.rules.life import VersionState
from college.summaries.rules.sections import Section, SectionKind
from tests.factories.colleges import make_college
from tests.factories.quizzes import make_item, make_quiz
from tests.factories.readings import make_version
from tests.quizzes.telling import told

pytestmark = pytest.mark.django_db

CASE = "0case00000001"


@pytest.fixture(autouse=True)
def charter():
    return make_college()


@pytest.fixture
def bank():
    return make_quiz()


def again(bank, *, but=None, state=VersionState.CERTIFIED):
    """The next version: every sentence as it was, ``but`` for some (id → words, or ``None``: left out)."""
    change = but or {}
    said = {}
    for row in bank.shelf.rows(bank.version):
        words = change.get(row.statement, row.text.words)
        if words is not None:
            side = row.viewpoint.public_id if row.viewpoint else ""
            key = Section(SectionKind(row.section), side).key
            said.setdefault(key, []).append((row.statement, words, bank.shelf.said[:1]))
    version = make_version(bank.shelf, said, state=state)
    # As versions do: what did not change keeps its text.
    for row in bank.shelf.rows(bank.version):
        if row.statement not in change:
            Statement.objects.filter(version=version, statement=row.statement).update(text=row.text)
    return version


def text_of(item):
    return Text.objects.get(pk=item.content["sources"][0]["text"])


def state(item):
    return Item.objects.get(pk=item.pk).state


@pytest.mark.parametrize("was", [ItemState.LIVE, ItemState.FLAGGED])
@pytest.mark.parametrize("words", ["It says something else now.", None])
def test_an_item_whose_sentence_changed_or_went_leaves_the_quiz(bank, was, words):
    one, other = (make_item(bank.quiz, viewpoint=side, state=was) for side in bank.viewpoints)
    version = again(bank, but={one.content["sources"][0]["statement"]: words})
    assert due(bank.at) == 1
    assert (state(one), state(other)) == (ItemState.STALE, was)
    assert told("item.stale") == [
        {
            "item": one.public_id,
            "quiz": bank.quiz.public_id,
            "version": version.public_id,
        }
    ]
    assert Notice.objects.get(member=one.by).code == "quizzes.item.stale"
    assert due(bank.at) == 0


def test_a_new_version_with_the_same_words_changes_nothing(bank):
    item = make_item(bank.quiz, viewpoint=bank.viewpoints[0])
    again(bank)
    assert due(bank.at) == 0
    assert state(item) == ItemState.LIVE


def test_a_version_that_is_not_certified_yet_changes_nothing(bank):
    item = make_item(bank.quiz, viewpoint=bank.viewpoints[0])
    statement = item.content["sources"][0]["statement"]
    again(bank, but={statement: None}, state=VersionState.CANDIDATE)
    assert due(bank.at) == 0


@pytest.mark.parametrize(
    "was", [ItemState.DRAFT, ItemState.ASKED, ItemState.DROPPED, ItemState.RETIRED]
)
def test_what_is_not_in_the_quiz_does_not_leave_it(bank, was):
    item = make_item(bank.quiz, viewpoint=bank.viewpoints[0], state=was)
    again(bank, but={item.content["sources"][0]["statement"]: None})
    assert due(bank.at) == 0
    assert state(item) == was


def test_a_summary_whose_sentence_is_erased_half_way_takes_its_item_along(bank, act):
    one, other = (make_item(bank.quiz, viewpoint=side) for side in bank.viewpoints)
    erase(act, text_of(one), ground="law")
    assert due(bank.at) == 2, "its own words are erased too, and it leaves"
    assert (state(one), state(other)) == (ItemState.STALE, ItemState.LIVE)


def test_what_a_verdict_withholds_takes_its_item_along_and_what_one_holds_back_does_not(bank, act):
    one, other = (make_item(bank.quiz, viewpoint=side) for side in bank.viewpoints)
    withhold(act, text_of(one), ground="law", case=CASE, until=None)
    until = act.at + timedelta(hours=72)
    withhold(act, text_of(other), ground="law", case=CASE, until=until)
    due(bank.at)
    assert (state(one), state(other)) == (ItemState.STALE, ItemState.LIVE)


def test_an_item_whose_own_words_are_gone_leaves_the_quiz(bank, act):
    item = make_item(bank.quiz, viewpoint=bank.viewpoints[0])
    erase(act, item.document, ground="law")
    assert due(bank.at) == 1
    assert state(item) == ItemState.STALE


def test_however_many_items_there_are_the_clock_asks_as_often(
    bank, act, django_assert_max_num_queries
):
    for _ in range(3):
        make_item(bank.quiz, viewpoint=bank.viewpoints[0])
    again(bank, but={new_public_id(): None})
    with django_assert_max_num_queries(2):
        assert step(act) == 0
