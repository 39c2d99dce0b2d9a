"""Two clocks at the same moment: everything is done once."""

import pytest

from college.ground.act import Act, Door
from college.quizzes.actions import releasing, staling
from college.quizzes.actions.flags import flag
from college.quizzes.due import due
from college.quizzes.rules.flags import Finding
from college.record.actions.texts import erase
from college.record.models import Text
from tests.factories.at_once import at_once
from tests.factories.colleges import make_college
from tests.factories.quizzes import make_item, make_quiz
from tests.quizzes.actions.test_flags import tally_of
from tests.quizzes.telling import told

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def bank():
    make_college()
    return make_quiz()


def clock(bank):
    return Act("clock", bank.at, Door.CLOCK)


def test_a_quiz_is_released_once(bank):
    for number in range(6):
        make_item(bank.quiz, viewpoint=bank.viewpoints[number % 2])
    step = [lambda: releasing.release(clock(bank), bank.quiz)] * 2
    assert sorted(at_once(step)) == [False, True]
    assert len(told("quiz.released")) == 1


def test_an_item_leaves_once(bank):
    item = make_item(bank.quiz, viewpoint=bank.viewpoints[0])
    erase(clock(bank), Text.objects.get(pk=item.content["sources"][0]["text"]), ground="law")
    assert sorted(at_once([lambda: staling.end(clock(bank), item)] * 2)) == [False, True]
    assert len(told("item.stale")) == 1


def test_an_item_is_flagged_once(bank):
    item = make_item(bank.quiz, viewpoint=bank.viewpoints[0])
    tally = tally_of(bank)
    found = [Finding(item.public_id, bank.viewpoints[0].public_id, True, 1700)]
    flags = at_once([lambda: len(flag(clock(bank), tally, found))] * 2)
    assert sorted(flags) == [0, 1]
    assert due(bank.at) == 0
