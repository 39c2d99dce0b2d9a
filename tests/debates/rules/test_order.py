"""The shuffle of viewpoints: a function of public ids alone."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from college.debates.rules.order import place, shuffled
from college.ground.ids import ALPHABET, LENGTH

ids = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH)


def order(seed: str, these: list[str]) -> list[str]:
    return shuffled(seed, these, public_id=str)


@given(ids, st.lists(ids, unique=True, max_size=12), st.randoms())
def test_order_does_not_depend_on_how_the_viewpoints_came(seed, these, luck):
    other = list(these)
    luck.shuffle(other)
    assert order(seed, these) == order(seed, other)
    assert sorted(order(seed, these)) == sorted(these)


@given(ids, st.lists(ids, unique=True, min_size=2, max_size=12))
def test_one_more_viewpoint_does_not_turn_two_others_round(seed, these):
    whole, part = order(seed, these), order(seed, these[1:])
    assert [one for one in whole if one != these[0]] == part


def test_order_is_sha_256_of_seed_colon_id():
    seed, one = "7h2m9k4qx0c5t", "0123456789abc"
    assert place(seed, one) == hashlib.sha256(b"7h2m9k4qx0c5t:0123456789abc").digest()


def test_every_order_of_three_comes_up_about_as_often():
    """Over 6,000 seeds each of the six orders is expected 1,000 times; the bounds are six deviations."""
    these = ["aaaaaaaaaaaaa", "bbbbbbbbbbbbb", "ccccccccccccc"]
    counts: dict[tuple[str, ...], int] = {}
    for number in range(6000):
        found = tuple(order(f"{number:013d}", these))
        counts[found] = counts.get(found, 0) + 1
    assert len(counts) == 6
    assert all(826 < count < 1174 for count in counts.values())
