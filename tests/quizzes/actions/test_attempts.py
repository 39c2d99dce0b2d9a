"""Taking a quiz: what is kept of it, and what cannot be done with somebody's address."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from college.quizzes.actions import attempts
from college.quizzes.models import Answer, Attempt, Item
from college.quizzes.queries.attempts import Taking, sentences, taking
from college.quizzes.rules.life import ItemKind, ItemState
from college.record.actions.texts import withhold
from college.record.models import Entry, Text
from tests.factories.acts import MOMENT, make_act, refused
from tests.factories.colleges import make_college
from tests.factories.quizzes import Bank, make_item, make_live_quiz, make_quiz

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)


@pytest.fixture(autouse=True)
def charter():
    return make_college()


@pytest.fixture
def bank() -> Bank:
    return make_live_quiz(items=16)


def begin(bank: Bank, **said) -> Attempt:
    told = {"on": DAY, "seen": (), "declared": "", "counts": True} | said
    return attempts.begin(bank.quiz, **told)


def read(attempt: Attempt) -> Taking:
    found = taking(attempt.token)
    assert found is not None
    return found


def writes(queries: CaptureQueriesContext) -> list[str]:
    words = ("INSERT", "UPDATE", "DELETE")
    return [one["sql"] for one in queries.captured_queries if one["sql"].startswith(words)]


def test_an_attempt_is_one_row_that_leads_to_nobody(bank):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        attempt = begin(bank, declared=bank.viewpoints[0].public_id)

    assert len(writes(asked)) == 1
    assert len(attempt.token) == 22
    assert len(attempt.items) == 8
    sides = [one.content.viewpoint for one in read(attempt).items]
    assert sorted(sides.count(v.public_id) for v in bank.viewpoints) == [4, 4]
    assert attempt.seen == []


def test_nothing_of_an_attempt_enters_the_record(bank):
    before = Entry.objects.count()

    attempt = begin(bank)
    attempts.answer(attempt, attempt.items[0], "0", None)

    assert Entry.objects.count() == before


def test_answering_costs_one_write_and_few_questions(bank):
    attempt = begin(bank)

    with CaptureQueriesContext(connection) as asked:
        attempts.answer(attempt, attempt.items[0], "0", 90)

    assert len(writes(asked)) == 1
    assert len([one for one in asked.captured_queries if one["sql"].startswith("SELECT")]) <= 4


def test_the_first_answer_stands(bank):
    attempt = begin(bank)

    first = attempts.answer(attempt, attempt.items[0], "0", 90)
    second = attempts.answer(attempt, attempt.items[0], "1", 25)

    assert second == first
    assert (second.given, second.certainty, second.right) == ("0", 90, True)
    assert Answer.objects.count() == 1


def test_who_does_not_know_is_not_asked_how_surely(bank):
    attempt = begin(bank)

    said = attempts.answer(attempt, attempt.items[0], "", 99)

    assert (said.given, said.certainty, said.right) == ("", None, False)


def test_an_item_that_was_not_asked_is_not_answered(bank):
    attempt = begin(bank)
    other = next(item for item in bank.items if item.public_id not in attempt.items)

    for item in (other.public_id, "no-such-item", ""):
        with refused("quizzes.answer.not-shown"):
            attempts.answer(attempt, item, "0", None)

    assert not Answer.objects.exists()


@pytest.mark.parametrize("state", [ItemState.STALE, ItemState.FLAGGED, ItemState.RETIRED])
def test_an_item_that_left_the_quiz_is_passed_over(bank, state):
    attempt = begin(bank)
    answered, left = attempt.items[:2]
    attempts.answer(attempt, answered, "0", None)
    Item.objects.filter(public_id__in=[answered, left]).update(state=state)

    with refused("quizzes.answer.item-gone"):
        attempts.answer(attempt, left, "0", None)

    items = read(attempt).items
    assert [one.gone for one in items[:2]] == [False, True]
    assert attempts.answer(attempt, answered, "1", None).right
    assert len(read(attempt).waiting) == 6


def test_an_item_whose_sentence_is_withheld_is_not_shown(bank):
    attempt = begin(bank)
    answered, left = (Item.objects.get(public_id=one) for one in attempt.items[:2])
    attempts.answer(attempt, answered.public_id, "0", None)
    for item in (answered, left):
        for source in item.content["sources"]:
            text = Text.objects.get(pk=source["text"])
            withhold(
                make_act(),
                text,
                ground="law",
                case="0case00000001",
                until=MOMENT + timedelta(hours=72),
            )

    with refused("quizzes.answer.item-gone"):
        attempts.answer(attempt, left.public_id, "0", None)

    found = read(attempt)
    assert found.items[0].gone
    assert found.items[1].gone
    assert sentences(answered, found.items[0].content) == []
    assert set(begin(bank).items).isdisjoint({answered.public_id, left.public_id})


def test_a_retake_asks_other_items_and_remembers_which_were_seen(bank):
    first = begin(bank)
    second = begin(bank, seen=first.items)
    third = begin(bank, seen=[*first.items, *second.items])

    assert set(first.items).isdisjoint(second.items)
    assert second.seen == []
    assert third.seen == third.items


def test_a_quiz_that_is_not_released_is_not_taken():
    bank = make_quiz()
    make_item(bank.quiz, viewpoint=bank.viewpoints[0])

    with refused("quizzes.attempt.not-released"):
        begin(bank)


def test_a_quiz_without_items_is_not_taken(bank):
    Item.objects.update(state=ItemState.STALE)

    with refused("quizzes.attempt.nothing-to-ask"):
        begin(bank)


def test_only_a_viewpoint_of_the_debate_is_declared(bank):
    other = make_live_quiz(wording="Shall the mill be rebuilt?")

    assert begin(bank, declared="undecided").declared == "undecided"
    for declared in (other.viewpoints[0].public_id, "anything"):
        with refused("quizzes.attempt.unknown-viewpoint"):
            begin(bank, declared=declared)


@pytest.mark.parametrize("kind", ItemKind)
def test_every_kind_is_answered(kind):
    bank = make_live_quiz(items=4, kinds=[kind])
    attempt = begin(bank)
    given = {ItemKind.ESTIMATE: "18", ItemKind.MATCH: "0-1"}.get(kind, "0")

    assert attempts.answer(attempt, attempt.items[0], given, None).right


def test_the_sentence_is_marked_where_the_key_rests(bank):
    found = read(begin(bank)).items[0]
    (sentence,) = sentences(found.item, found.content)

    assert sentence.marked == found.content.sources[0].exact
    assert sentence.url.endswith(f"#s-{found.content.sources[0].statement}")


def test_an_attempt_is_read_in_four_questions(bank, django_assert_num_queries):
    attempt = begin(bank)
    attempts.answer(attempt, attempt.items[0], "0", None)

    with django_assert_num_queries(4):
        assert len(read(attempt).waiting) == 7


def test_no_address_leads_to_another_attempt():
    assert taking("x" * 22) is None


def test_attempts_without_an_answer_are_forgotten_after_days(bank):
    idle, begun = begin(bank), begin(bank)
    attempts.answer(begun, begun.items[0], "", None)
    act = make_act("clock", at=MOMENT)

    assert attempts.forget_unanswered(act) == 0
    later = make_act("clock", at=MOMENT + timedelta(days=3))
    assert attempts.forget_unanswered(later) == 1
    assert list(Attempt.objects.all()) == [begun]
    assert not Attempt.objects.filter(pk=idle.pk).exists()
