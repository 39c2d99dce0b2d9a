"""Holders, writers and clocks at the same moment: nothing is said twice, told twice, or left behind."""

import pytest

from college.people.actions.membership import resign
from college.people.models import Notice
from college.quizzes.actions.retellings import forget_due, say, withdraw_retelling
from college.quizzes.models import Retelling, RetellingReading
from college.quizzes.rules.life import Recognition
from tests.factories.at_once import at_once
from tests.factories.colleges import make_college
from tests.factories.retellings import Hall, make_hall

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def hall() -> Hall:
    make_college()
    return make_hall()


def test_same_words_sent_twice_are_one_statement(hall: Hall) -> None:
    first, second = at_once([hall.write] * 2)
    assert first == second == Retelling.objects.get()


def test_sheet_that_was_sent_twice_is_kept_once(hall: Hall) -> None:
    reader = hall.readers[0]
    said = {hall.mark(reader, hall.write()): Recognition.NOT_YET}
    sent = at_once([lambda: say(hall.act(reader), hall.viewpoint, said)] * 2)
    assert sorted(sent) == [0, 1]


def test_writer_is_told_once_when_all_read_at_once(hall: Hall) -> None:
    made = hall.write()
    said = [(hall.act(one), {hall.mark(one, made): Recognition.RECOGNISED}) for one in hall.readers]
    at_once([lambda act=act, words=words: say(act, hall.viewpoint, words) for act, words in said])
    assert RetellingReading.objects.count() == 3
    assert Notice.objects.filter(code="quizzes.retelling.read").count() == 1


def test_taken_back_while_it_is_read_leaves_nothing(hall: Hall) -> None:
    made, reader = hall.write(), hall.readers[0]
    act, said = hall.act(reader), {hall.mark(reader, made): Recognition.RECOGNISED}
    results = at_once(
        [
            lambda: withdraw_retelling(hall.act(hall.writer), made),
            lambda: say(act, hall.viewpoint, said),
        ]
    )
    assert results[0] is None
    assert results[1] in {0, 1}
    assert not Retelling.objects.exists()
    assert not RetellingReading.objects.exists()


def test_words_of_who_left_are_deleted_once(hall: Hall) -> None:
    hall.write()
    resign(hall.act(hall.writer))
    act = hall.act(hall.readers[0])
    assert sorted(at_once([lambda: forget_due(act)] * 2)) == [0, 1]
