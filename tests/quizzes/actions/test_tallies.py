"""Answers are counted by batches, published without persons, and forgotten whole tallies at a time."""

import json
import random
from datetime import timedelta

import pytest

from college.ground.act import Act, Door
from college.quizzes.actions.tallies import count, forget, step
from college.quizzes.models import Answer, Attempt, Flag, Tally
from college.quizzes.queries import tallies as queries
from college.quizzes.rules.life import ItemState
from college.record.charters import charter_in_force
from college.record.models import Entry
from tests.factories.colleges import make_college
from tests.factories.quizzes import make_live_quiz
from tests.factories.takers import make_takers

pytestmark = pytest.mark.django_db


@pytest.fixture
def bank():
    make_college()
    return make_live_quiz(items=4)


def clock(bank, **later):
    return Act("clock", bank.at + timedelta(**later), Door.CLOCK)


def take(bank, number, *, days=0, **how):
    how = {"items": bank.items} | how
    return make_takers(bank.quiz, number, on=bank.at.date() + timedelta(days=days), **how)


def told(tally, name="answers"):
    return json.loads(getattr(tally, name).words)


def test_a_batch_is_counted_once_the_day_has_passed(bank):
    take(bank, 12)
    assert step(clock(bank, hours=23)) == 0
    assert step(clock(bank, days=1)) == 1
    tally = Tally.objects.get()
    assert (tally.number, tally.takers, tally.uncounted) == (1, 12, 0)
    assert Attempt.objects.filter(tally=tally).count() == 12
    answers, figures = told(tally), told(tally, "figures")
    assert len(answers["patterns"]) == figures["takers"] == 12
    assert [one["document"] for one in answers["items"]] == [
        item.document_id for item in sorted(bank.items, key=lambda item: item.public_id)
    ]
    data = json.loads(bytes(Entry.objects.get(kind="quizzes.tally.published").body))["data"]
    assert data["answers"] == tally.answers_id
    assert step(clock(bank, days=1)) == 0


def test_nine_of_a_group_wait(bank):
    side = bank.viewpoints[0].public_id
    take(bank, 9, declared=side)
    take(bank, 9, declared="undecided")
    assert step(clock(bank, days=1)) == 0
    take(bank, 1, declared=side)
    assert step(clock(bank, days=2)) == 1
    assert set(Attempt.objects.exclude(tally=None).values_list("declared", flat=True)) == {side}


def test_those_of_today_that_are_not_whole_wait_for_tomorrow(bank):
    take(bank, 10, days=1, answered=3)
    assert step(clock(bank, days=1)) == 0
    assert step(clock(bank, days=2)) == 1


def test_what_is_answered_after_it_was_counted_counts_no_more(bank):
    rows = take(bank, 10, answered=3)
    step(clock(bank, days=1))
    late = bank.items[3]
    Answer.objects.bulk_create(
        Answer(attempt=row, item=late, given="0", right=True) for row in rows
    )
    take(bank, 10)
    assert step(clock(bank, days=2)) == 1
    answers = told(Tally.objects.get(number=2))
    at = [one["item"] for one in answers["items"]].index(late.public_id)
    assert sum(row[at] == "" for row in answers["patterns"]) == 10


def test_items_seen_before_and_attempts_that_do_not_count_are_in_no_pattern(bank):
    take(bank, 10, seen=bank.items[:2])
    take(bank, 10, seen=bank.items)
    take(bank, 7, counts=False)
    step(clock(bank, days=1))
    tally = Tally.objects.get()
    assert (tally.takers, tally.uncounted) == (10, 7)
    assert {one["item"] for one in told(tally)["items"]} == {i.public_id for i in bank.items[2:]}


def test_a_later_tally_counts_the_earlier_ones_again(bank):
    take(bank, 10, knows=lambda taker, item: True)
    step(clock(bank, days=1))
    take(bank, 11, knows=lambda taker, item: False)
    step(clock(bank, days=2))
    first, second = Tally.objects.order_by("number")
    assert (told(second)["tally"], told(second)["since"], second.takers) == (2, 1, 21)
    assert all(row in told(second)["patterns"] for row in told(first)["patterns"])
    assert Attempt.objects.filter(tally=first).count() == 10


def test_who_answered_what_is_forgotten_whole_tallies_at_a_time(bank):
    take(bank, 10)
    step(clock(bank, days=1))
    take(bank, 10)
    step(clock(bank, days=2))
    take(bank, 3)
    assert step(clock(bank, days=91)) == 10 + 3
    assert Attempt.objects.count() == 10
    assert Answer.objects.count() == 40
    take(bank, 10, days=91)
    step(clock(bank, days=92))
    newest = queries.newest(bank.quiz)
    assert (told(newest)["since"], newest.takers) == (3, 10)
    assert forget(bank.at + timedelta(days=91)) == 0


def test_a_tally_that_another_made_meanwhile_is_not_made_twice(bank):
    take(bank, 10)
    charter, act = charter_in_force(), clock(bank, days=1)
    assert count(act, bank.quiz, charter) is not None
    assert count(act, bank.quiz, charter) is None


def test_an_unfair_item_goes_to_panels():
    """Two hundred of each side: on trial, and a large difference counts."""
    make_college()
    bank = make_live_quiz(items=8)
    unfair, chance = bank.items[0], random.Random(11)
    for share, side in zip((0.25, 0.7), bank.viewpoints, strict=True):
        take(
            bank,
            220,
            declared=side.public_id,
            knows=lambda taker, item, share=share: (
                chance.random() < (share if item == unfair else 0.5)
            ),
        )
    step(clock(bank, days=1))
    unfair.refresh_from_db()
    assert unfair.state == ItemState.FLAGGED
    flag = Flag.objects.get()
    assert (flag.item, flag.viewpoint) == (unfair, bank.viewpoints[0])
    assert flag.d < -1500


def test_it_takes_as_many_queries_however_many_take_part(bank, django_assert_num_queries):
    for number in (10, 50):
        entering = [attempt.pk for attempt in take(bank, number)]
        with django_assert_num_queries(4):
            queries.counted(bank.quiz, since=1, entering=entering)


def test_a_viewpoint_that_was_merged_counts_as_the_one_it_is_part_of(bank):
    one, other = bank.viewpoints
    rows = take(bank, 10, declared=other.public_id)
    other.merged_into = one
    other.save()
    found = queries.counted(bank.quiz, since=1, entering=[row.pk for row in rows])
    assert {taken.declared for taken in found.taken} == {one.public_id}
