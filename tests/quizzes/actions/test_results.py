"""Results that members keep: their own, without a tie to the attempt, and gone when they say so."""

from datetime import date

import pytest

from college.quizzes.actions import attempts, results
from college.quizzes.models import KeptResult
from college.quizzes.queries import results as queries
from college.quizzes.queries.attempts import taking
from tests.factories.acts import make_act, refused
from tests.factories.colleges import make_college
from tests.factories.people import make_member
from tests.factories.quizzes import make_live_quiz

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)


@pytest.fixture(autouse=True)
def charter():
    return make_college()


def taken(*given: str, certainty: int | None = None, bank=None):
    bank = bank or make_live_quiz()
    attempt = attempts.begin(bank.quiz, on=DAY, seen=(), declared="", counts=True)
    for item, said in zip(attempt.items, given, strict=False):
        attempts.answer(attempt, item, said, certainty)
    return taking(attempt.token)


def test_a_result_is_kept_for_its_member_alone():
    member, other = make_member(), make_member()

    kept = results.keep(make_act(member.public_id), taken("0", "1", "", certainty=70))

    (row,) = queries.of_member(member)
    assert (row.public_id, row.on) == (kept.public_id, DAY)
    assert (row.result.right, row.result.wrong, row.result.unanswered) == (1, 1, 6)
    assert queries.of_member(other) == []
    assert not {"attempt", "token"} & {field.name for field in KeptResult._meta.get_fields()}


def test_the_order_of_an_attempt_is_not_kept():
    """It is another for each attempt, and would lead to the viewpoint that was declared in it."""
    kept = results.keep(make_act(make_member().public_id), taken("0", "1"))

    items = [answer["item"] for answer in kept.answers]
    assert items == sorted(items)


def test_what_is_kept_twice_is_kept_once():
    member, found = make_member(), taken("0")

    first = results.keep(make_act(member.public_id), found)

    assert results.keep(make_act(member.public_id), found) == first


def test_an_attempt_without_answers_is_not_kept():
    with refused("quizzes.result.nothing-answered"):
        results.keep(make_act(make_member().public_id), taken("", ""))


def test_results_have_an_end(monkeypatch):
    member = make_member()
    monkeypatch.setattr(results, "MOST", 1)
    bank = make_live_quiz()
    results.keep(make_act(member.public_id), taken("0", bank=bank))

    with refused("quizzes.result.too-many"):
        results.keep(make_act(member.public_id), taken("0", "1", bank=bank))


def test_only_ones_own_is_deleted():
    member, other = make_member(), make_member()
    kept = results.keep(make_act(member.public_id), taken("0"))

    results.remove(make_act(other.public_id), kept.public_id)
    assert KeptResult.objects.count() == 1
    results.remove(make_act(member.public_id), kept.public_id)
    results.remove(make_act(member.public_id), kept.public_id)
    assert not KeptResult.objects.exists()


def test_a_calibration_is_told_from_thirty_rated_answers():
    member, bank = make_member(), make_live_quiz()
    for n in range(3):
        given = ["0"] * (8 - n) + ["1"] * n
        results.keep(make_act(member.public_id), taken(*given, certainty=70, bank=bank))
    assert queries.calibration_of(member) is None

    results.keep(make_act(member.public_id), taken(*["0"] * 8, certainty=99, bank=bank))

    bands = queries.calibration_of(member)
    assert bands is not None
    assert [(one.certainty, one.answers, one.right) for one in bands] == [(70, 24, 21), (99, 8, 8)]
