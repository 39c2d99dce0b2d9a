"""Which attempts the next tally counts: nobody alone, nobody twice, and the same for any order."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from college.quizzes.rules.batches import Waiting, entering, is_countable, kept

TODAY = date(2026, 3, 1)
_GROUPS = st.sampled_from(["", "undecided", "0vewp00000000", "0vewp00000001"])
_WAITING = st.lists(_GROUPS, max_size=60).map(
    lambda groups: [Waiting(key, group) for key, group in enumerate(groups)]
)


@given(_WAITING, st.integers(1, 12), st.integers(1, 70))
def test_of_each_group_a_batch_or_nobody(waiting, batch, room):
    found = entering(waiting, batch=batch, room=room)
    groups = Counter(waiting[key].group for key in found)
    assert all(number >= batch for number in groups.values())
    assert len(found) == len(set(found)) <= room


@given(_WAITING, st.integers(1, 12))
def test_where_there_is_room_every_group_that_is_large_enough_enters_whole(waiting, batch):
    groups = Counter(one.group for one in waiting)
    found = Counter(waiting[key].group for key in entering(waiting, batch=batch))
    assert found == {group: n for group, n in groups.items() if n >= batch}


@given(_WAITING, st.integers(1, 12), st.integers(1, 70), st.randoms(use_true_random=False))
def test_it_is_the_same_in_whatever_order_they_come(waiting, batch, room, chance):
    other = list(waiting)
    chance.shuffle(other)
    assert entering(other, batch=batch, room=room) == entering(waiting, batch=batch, room=room)


@given(st.lists(st.integers(1, 50), max_size=12), st.integers(0, 50), st.integers(50, 300))
def test_older_tallies_give_way_whole_and_no_more_of_them_than_must(sizes, new, most):
    takers = dict(enumerate(sizes, 1))
    first = kept(takers, entering=new, most=most)
    counted = [n for number, n in takers.items() if first and number >= first]
    assert new + sum(counted) <= most
    older = (first or len(sizes) + 1) - 1
    assert not older or new + sum(counted) + takers[older] > most


def test_what_was_forgotten_leaves_a_gap_in_the_numbers():
    assert kept({4: 10, 5: 10}, entering=10) == 4
    assert kept({}, entering=10) == 0


def is_so(answered, *, seen=(), begun_on=TODAY):
    return is_countable(
        items=["a", "b"], answered=answered, seen=seen, begun_on=begun_on, today=TODAY
    )


def test_an_attempt_counts_when_it_is_over_and_has_a_first_answer():
    assert is_so(["a", "b"])
    assert not is_so(["a"])
    assert is_so(["a"], begun_on=TODAY - timedelta(days=1))
    assert not is_so([], begun_on=TODAY - timedelta(days=1))
    assert not is_so(["a", "b"], seen=["a", "b"])
    assert is_so(["a", "b"], seen=["a"])
