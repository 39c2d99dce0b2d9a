"""Two drafts, hidden from each other until both are in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.debates.rules import drafts
from college.ground.charter import Preset, load
from college.ground.refusals import Refusal

CHARTER = load(Preset.ASSEMBLY)


def test_there_are_two_sides_and_no_third():
    assert [drafts.side(0), drafts.side(1)] == [1, 2]
    with pytest.raises(Refusal):
        drafts.side(2)


@pytest.mark.parametrize(
    ("written", "own", "readable"),
    [(1, True, True), (1, False, False), (2, False, True), (2, True, True)],
)
def test_draft_is_readable_by_its_author_and_by_all_when_both_are_in(written, own, readable):
    assert drafts.is_readable(written, own=own) is readable


@given(st.lists(st.text(max_size=200), max_size=20))
def test_viewpoints_that_are_kept_are_two_or_more_and_different(names):
    try:
        kept = drafts.viewpoints(names, CHARTER.lengths, CHARTER.limits)
    except Refusal:
        return
    assert 2 <= len(kept) <= CHARTER.limits.viewpoints
    assert len({name.casefold() for name in kept}) == len(kept)
    assert all(kept)
