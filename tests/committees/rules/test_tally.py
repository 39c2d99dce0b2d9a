"""From ballots to a ruling: one ground must reach the threshold; a settled panel stays settled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.committees.rules.tally import KEPT, Choice, Ruling, Vote, ruling, settled

KEEP = Vote(Choice.KEEP)
SPAM, INSULT = Vote(Choice.GRANT, "spam"), Vote(Choice.GRANT, "insult")
_votes = st.lists(st.sampled_from([KEEP, SPAM, INSULT]), max_size=9)


@pytest.mark.parametrize(
    ("votes", "threshold", "expected"),
    [
        ([], 3, KEPT),
        ([SPAM, SPAM, KEEP, KEEP, SPAM], 3, Ruling(Choice.GRANT, "spam")),
        ([SPAM, SPAM, INSULT, INSULT, KEEP], 3, KEPT),
        ([SPAM, SPAM, INSULT, INSULT], 2, Ruling(Choice.GRANT, "insult")),
        ([KEEP, KEEP, KEEP], 3, KEPT),
    ],
)
def test_a_ground_needs_the_threshold_by_itself(votes, threshold, expected):
    assert ruling(votes, threshold) == expected


@given(_votes, st.integers(1, 5), st.lists(st.sampled_from([KEEP, SPAM, INSULT]), max_size=5))
def test_what_is_settled_no_outstanding_ballot_changes(votes, threshold, later):
    now = settled(votes, threshold=threshold, outstanding=len(later))
    if now is not None:
        assert ruling([*votes, *later], threshold).choice == now.choice
    if now == KEPT:
        assert ruling([*votes, *later], threshold) == KEPT


@given(_votes, st.integers(1, 5))
def test_with_nothing_outstanding_every_panel_is_settled(votes, threshold):
    assert settled(votes, threshold=threshold, outstanding=0) == ruling(votes, threshold)


@given(_votes, st.integers(1, 5), st.randoms())
def test_the_order_of_ballots_does_not_matter(votes, threshold, chance):
    shuffled = list(votes)
    chance.shuffle(shuffled)
    assert ruling(shuffled, threshold) == ruling(votes, threshold)
