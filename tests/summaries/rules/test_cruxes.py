"""On what two viewpoints part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.ground.charter import Preset, load
from college.ground.refusals import Refusal
from college.summaries.rules.cruxes import Parting, Stance, Taken, mind, partings, room

_taken = st.lists(
    st.builds(
        Taken,
        claim=st.integers(1, 4),
        viewpoint=st.integers(1, 5),
        stance=st.sampled_from(list(Stance)),
    ),
    max_size=30,
)
CHARTER = load(Preset.ASSEMBLY)
_OTHER = {Stance.FOR: Stance.AGAINST, Stance.AGAINST: Stance.FOR}


def test_two_part_where_one_stands_for_a_claim_and_the_other_against_it() -> None:
    taken = [Taken(7, 2, Stance.FOR), Taken(7, 1, Stance.AGAINST), Taken(7, 3, Stance.FOR)]
    assert partings(taken) == [Parting(7, 1, 2), Parting(7, 1, 3)]


def test_a_viewpoint_on_both_sides_of_a_claim_parts_with_nobody_over_it() -> None:
    taken = [Taken(7, 1, Stance.FOR), Taken(7, 1, Stance.AGAINST), Taken(7, 2, Stance.FOR)]
    assert partings(taken) == []


@given(_taken)
def test_whoever_stands_for_and_against_is_mirrored(taken: list[Taken]) -> None:
    """Law 3: swapping all sides changes nothing about who parts with whom."""
    swapped = [Taken(t.claim, t.viewpoint, _OTHER[t.stance]) for t in taken]
    assert partings(taken) == partings(swapped)


@given(_taken, st.randoms())
def test_the_order_of_what_was_said_does_not_matter(taken: list[Taken], luck) -> None:
    shuffled = list(taken)
    luck.shuffle(shuffled)
    assert partings(shuffled) == partings([*taken, *taken])


def test_only_a_few_are_named_between_two() -> None:
    room(CHARTER.limits.cruxes - 1, CHARTER.limits)
    with pytest.raises(Refusal) as refused:
        room(CHARTER.limits.cruxes, CHARTER.limits)
    assert refused.value.code == "summaries.crux.too-many"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (" \n", "summaries.mind.empty"),
        ("word " * 121, "summaries.mind.too-long"),
        ("x" * 1441, "summaries.mind.too-long"),
    ],
)
def test_what_would_change_a_mind_is_a_note_not_a_book(words: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        mind(words, CHARTER.lengths)
    assert refused.value.code == code
