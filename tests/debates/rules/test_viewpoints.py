"""Letters, admission, and writing over words one has not seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.debates.rules import viewpoints
from college.debates.rules.viewpoints import sharing
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


_KEYS = st.integers(min_value=1, max_value=9)


@given(st.sets(_KEYS), st.lists(st.tuples(_KEYS, _KEYS)))
def test_law_2_every_viewpoint_is_protected_shared_budgets_part_the_viewpoints(keys, pairs):
    """Everybody is in one group, groups do not overlap, whoever is tied is together, nobody else is."""
    found = sharing(keys, pairs)
    assert set(found) == keys
    for key, group in found.items():
        assert key in group
        assert all(found[other] == group for other in group)
    for one, other in pairs:
        if one in keys and other in keys:
            assert found[one] == found[other]
    tied = {key for pair in pairs for key in pair if pair[0] != pair[1]}
    assert all(group == {key} for key, group in found.items() if key not in tied)


@given(st.permutations([(1, 2), (2, 3), (4, 5)]))
def test_order_of_ties_does_not_matter(pairs):
    assert sharing(range(1, 7), pairs) == sharing(range(1, 7), [(1, 2), (2, 3), (4, 5)])
