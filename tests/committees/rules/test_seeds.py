"""The seed: one document, whose every part changes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.committees.rules.seeds import Beacon, commitment, seed
from tests.factories.vectors import vectors

SECRETS = st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=8)
ALL = {"epoch": "0" * 13, "pool": "a" * 64, "cases": "b" * 64, "secrets": [bytes(32)]}


@pytest.mark.parametrize("case", vectors("seeds")["seeds"], ids=lambda c: c["seed"][:8])
def test_seeds_are_those_of_the_vectors(case):
    drawn = case["beacon"]
    beacon = drawn and Beacon(drawn["chain"], drawn["round"], drawn["randomness"])
    found = seed(
        epoch=case["epoch"],
        pool=case["pool"],
        cases=case["cases"],
        secrets=map(bytes.fromhex, case["secrets"]),
        beacon=beacon,
    )
    assert found == case["seed"]


@given(SECRETS, st.randoms(use_true_random=False))
def test_the_order_in_which_secrets_came_says_nothing(secrets, chance):
    mixed = secrets[:]
    chance.shuffle(mixed)
    assert seed(**ALL | {"secrets": mixed}, beacon=None) == seed(
        **ALL | {"secrets": secrets}, beacon=None
    )


def test_every_part_changes_the_seed():
    beacon = Beacon("c" * 64, 7, "d" * 64)
    seeds = {
        seed(**ALL, beacon=None),
        seed(**ALL, beacon=beacon),
        seed(**ALL, beacon=Beacon("c" * 64, 8, "d" * 64)),
        *(
            seed(**ALL | {name: value}, beacon=None)
            for name, value in (
                ("epoch", "1" * 13),
                ("pool", "b" * 64),
                ("cases", "a" * 64),
                ("secrets", [bytes(32), bytes(32)]),
            )
        ),
    }
    assert len(seeds) == 7


def test_a_secret_has_32_bytes():
    with pytest.raises(ValueError, match="32"):
        commitment(bytes(31))
