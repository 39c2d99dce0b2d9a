"""Which cases are tried again."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from college.committees.rules.areas import Procedure
from college.committees.rules.lot import tickets
from college.committees.rules.retrials import (
    ADMISSIONS,
    NEVER_AGAIN,
    Sample,
    announcement,
    retrial_share,
    sampled,
)
from college.ground.charter import Preset, load
from college.ground.ids import ALPHABET, LENGTH

AUDIT = load(Preset.ASSEMBLY).audit
EPOCH = "7h2m9k4qx0c5t"

ids = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH)
seeds = st.binary(min_size=32, max_size=32)
cases = st.dictionaries(ids, st.integers(0, 100), max_size=12)


@given(seeds, cases, ids)
def test_one_more_case_changes_nothing_for_the_others(seed, shares, another):
    before = sampled(seed, Sample.RETRIAL, EPOCH, shares.items())
    after = sampled(seed, Sample.RETRIAL, EPOCH, {**shares, another: 50}.items())
    assert [case for case in after if case != another] == [c for c in before if c != another]


@given(seeds, st.sets(ids, max_size=12))
def test_none_of_no_share_and_all_of_the_whole(seed, these):
    assert sampled(seed, Sample.CONTROL, EPOCH, ((case, 0) for case in these)) == []
    assert set(sampled(seed, Sample.CONTROL, EPOCH, ((case, 100) for case in these))) == these


def test_the_share_comes_out_over_many_cases():
    """Of 20,000, 5 % are 1,000; the bounds are six deviations. The two samples differ."""
    seed = hashlib.sha256(b"a seed").digest()
    shares = [(f"{n:013d}", AUDIT.retrials) for n in range(20_000)]
    chosen = sampled(seed, Sample.RETRIAL, EPOCH, shares)
    assert 815 < len(chosen) < 1185
    assert set(chosen) != set(sampled(seed, Sample.CONTROL, EPOCH, shares))
    assert set(chosen) != set(sampled(seed, Sample.RETRIAL, "8h2m9k4qx0c5t", shares))


def test_a_ticket_is_read_as_a_number_big_endian():
    """Of these ten cases, half a share takes those whose ticket begins below 0x80."""
    these = [(f"{n:013d}", 50) for n in range(10)]
    under = tickets(bytes(32), announcement(Sample.RETRIAL, EPOCH), [case for case, _ in these])
    low = [case for case in under if under[case][0] < 0x80]
    assert 0 < len(low) < 10
    assert sampled(bytes(32), Sample.RETRIAL, EPOCH, these) == sorted(low, key=under.__getitem__)


def test_admissions_are_tried_again_twice_as_often_and_the_audits_own_cases_never():
    assert {p for p in Procedure if retrial_share(p, AUDIT) == 10} == ADMISSIONS
    assert {p for p in Procedure if retrial_share(p, AUDIT) == 0} == NEVER_AGAIN
    assert retrial_share(Procedure.CONDUCT, AUDIT) == 5
