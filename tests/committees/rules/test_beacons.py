"""The beacon: real rounds of drand quicknet hold, others do not; rounds and moments go together."""

from datetime import timedelta
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.committees.rules import beacons
from tests.factories.vectors import vectors

DRAND = vectors("drand-quicknet")
CHAIN = DRAND["chain"]


def test_what_is_pinned_is_the_chain():
    assert CHAIN["hash"] == beacons.CHAIN
    assert CHAIN["public_key_g2_hex"] == beacons.PUBLIC_KEY
    pinned = (
        int(beacons.PERIOD.total_seconds()).to_bytes(4, "big")
        + int(beacons.GENESIS.timestamp()).to_bytes(8, "big")
        + bytes.fromhex(beacons.PUBLIC_KEY)
        + bytes.fromhex(CHAIN["group_hash"])
        + CHAIN["beacon_id"].encode()
    )
    assert sha256(pinned).hexdigest() == beacons.CHAIN


@pytest.mark.parametrize("drawn", DRAND["beacons"], ids=lambda b: str(b["round"]))
def test_real_rounds_hold(drawn):
    found = beacons.verified(drawn["round"], bytes.fromhex(drawn["signature"]))
    assert found == beacons.Beacon(beacons.CHAIN, drawn["round"], drawn["randomness"])
    assert beacons.out_at(drawn["round"]).timestamp() == drawn["time_unix"]


@pytest.mark.parametrize("drawn", DRAND["must_fail"], ids=lambda b: b["why"])
def test_others_do_not(drawn):
    with pytest.raises(beacons.NotARound):
        beacons.verified(drawn["round"], bytes.fromhex(drawn["signature"]))


@pytest.mark.parametrize("size", [0, 47, 49, 96])
def test_a_signature_of_another_size_does_not(size):
    with pytest.raises(beacons.NotARound):
        beacons.verified(1000, bytes(size))


@given(st.integers(1, 10**9), st.integers(1, 2_999))
def test_the_first_round_from_a_moment_is_out_at_it_or_within_a_period(round_, milliseconds):
    out = beacons.out_at(round_)
    assert beacons.first_from(out) == round_
    assert beacons.first_from(out + timedelta(milliseconds=milliseconds)) == round_ + 1


def test_before_the_chain_began_its_first_round_is_named():
    assert beacons.first_from(beacons.GENESIS - timedelta(days=400)) == 1


def test_the_stand_in_is_out_a_day_later():
    later = beacons.out_at(beacons.stand_in(1000)) - beacons.out_at(1000)
    assert later == beacons.PATIENCE
