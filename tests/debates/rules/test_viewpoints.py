"""Letters, admission, and writing over words one has not seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.debates.rules import viewpoints
from college.ground.refusals import Refusal


@pytest.mark.parametrize(
    ("admitted", "letter"), [(0, "A"), (1, "B"), (25, "Z"), (26, "AA"), (27, "AB"), (52, "BA")]
)
def test_letter_follows_the_order_of_admission(admitted, letter):
    assert viewpoints.letter(admitted) == letter


@given(st.integers(0, 700), st.integers(0, 700))
def test_no_two_viewpoints_share_a_letter(one, other):
    assert (viewpoints.letter(one) == viewpoints.letter(other)) == (one == other)


@given(st.booleans(), st.booleans(), st.integers(0, 1000))
def test_viewpoint_gets_in_with_holders_however_few(notice_over, objected, holders):
    admitted = viewpoints.is_admitted(notice_over=notice_over, objected=objected, holders=holders)
    assert admitted == (notice_over and not objected and holders > 0)
    if holders:
        assert admitted == viewpoints.is_admitted(
            notice_over=notice_over, objected=objected, holders=1
        )


def test_stale_refusal_carries_the_other_words():
    with pytest.raises(Refusal) as refused:
        viewpoints.check_not_stale(seen=1, newest=2, theirs={"name": "Theirs"})
    assert refused.value.params == {"number": 2, "name": "Theirs"}
