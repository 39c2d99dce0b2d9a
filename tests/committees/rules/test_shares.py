"""Secrets in shares: enough of them give the secret back, fewer say nothing, false ones are found."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from college.committees.rules import shares
from college.committees.rules.seeds import commitment
from tests.factories.vectors import vectors

SECRETS = st.binary(min_size=32, max_size=32)


@st.composite
def dealt(draw, least=1):
    """A secret, its threshold, its shares by place."""
    holders = draw(st.integers(least, 21))
    threshold = draw(st.integers(least, holders))
    secret = draw(SECRETS)
    size = 32 * (threshold - 1)
    chance = draw(st.binary(min_size=size, max_size=size))
    split = shares.split(secret, threshold=threshold, holders=holders, chance=chance)
    return secret, threshold, dict(enumerate(split, 1))


@pytest.mark.parametrize(
    "case", vectors("seeds")["shares"], ids=lambda c: f"{c['holders']} holders"
)
def test_shares_are_those_of_the_vectors(case):
    split = shares.split(
        bytes.fromhex(case["secret"]),
        threshold=case["threshold"],
        holders=case["holders"],
        chance=bytes.fromhex(case["chance"]),
    )
    assert [share.hex() for share in split] == case["shares"]


@given(dealt(), st.randoms(use_true_random=False))
def test_any_threshold_of_shares_gives_the_secret(given_, chance):
    secret, threshold, split = given_
    places = chance.sample(sorted(split), threshold)
    assert shares.combine({place: split[place] for place in places}) == secret


@given(dealt(least=2), SECRETS, st.randoms(use_true_random=False))
def test_one_share_fewer_fits_every_secret(given_, other, chance):
    """For any other secret there is a polynomial through the same shares: they say nothing."""
    _secret, threshold, split = given_
    places = chance.sample(sorted(split), threshold - 1)
    known = {place: split[place] for place in places}
    through_other = {0: other, **known}
    missing = next(p for p in range(1, 256) if p not in known)
    invented = _at(through_other, missing)
    assert shares.combine({**known, missing: invented}) == other


def _at(points: dict[int, bytes], place: int) -> bytes:
    """The value at ``place`` of the polynomial through ``points``, by moving the origin there."""
    return shares.combine({p ^ place: value for p, value in points.items()})


@given(dealt(least=3), st.integers(0, 31), st.integers(1, 255))
def test_a_false_share_does_not_pass_for_a_true_one(given_, byte, change):
    secret, threshold, split = given_
    places = sorted(split)[:threshold]
    false = bytearray(split[places[0]])
    false[byte] ^= change
    spoilt = {p: split[p] for p in places} | {places[0]: bytes(false)}
    assert shares.recover(spoilt, threshold=threshold, committed=commitment(secret)) is None


@given(dealt(least=3), st.data())
def test_true_shares_beside_a_false_one_still_give_the_secret(given_, data):
    secret, threshold, split = given_
    assume(threshold < len(split))
    spoilt = split | {data.draw(st.sampled_from(sorted(split))): bytes(32)}
    found = shares.recover(spoilt, threshold=threshold, committed=commitment(secret))
    assert found == secret


@pytest.mark.parametrize(
    ("threshold", "holders", "chance"), [(0, 5, 0), (6, 5, 160), (3, 256, 64), (3, 5, 63)]
)
def test_what_cannot_be_split_is_refused(threshold, holders, chance):
    with pytest.raises(ValueError, match=r"as many|threshold"):
        shares.split(bytes(32), threshold=threshold, holders=holders, chance=bytes(chance))


def test_a_digest_binds_a_share_to_epoch_dealer_and_holder():
    about = {"epoch": "0" * 13, "dealer": "1" * 13, "holder": "2" * 13}
    digests = {shares.digest(bytes(32), **about)}
    for name in about:
        digests.add(shares.digest(bytes(32), **about | {name: "3" * 13}))
    assert len(digests) == 4


def test_a_digest_is_that_of_the_vectors():
    box = vectors("seeds")["box"]
    about = {name: box[name] for name in ("epoch", "dealer", "holder")}
    assert shares.digest(bytes.fromhex(box["share"]), **about) == box["digest"]
