"""When a control's answer counts as known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.committees.rules.controls import is_certified
from college.committees.rules.tally import KEPT, Choice, Ruling

G, K = Choice.GRANT, Choice.KEEP
GRANTED = Ruling(G, "insult")

ballots = st.dictionaries(
    st.sampled_from(["", "v", "w"]), st.lists(st.sampled_from(Choice), min_size=1, max_size=5)
)


@pytest.mark.parametrize(
    ("answer", "verdict", "cast", "provisional", "certified"),
    [
        (G, GRANTED, {"v": [G, G, K], "w": [G]}, False, True),
        (K, KEPT, {"v": [K], "": [K, K]}, False, True),
        # panels came to something else than the one who offered it
        (K, GRANTED, {"v": [G], "w": [G]}, False, False),
        # one viewpoint does not go along, or is of two minds
        (G, GRANTED, {"v": [G, G, G], "w": [K]}, False, False),
        (G, GRANTED, {"v": [G, G, G], "w": [G, K]}, False, False),
        # two stewards, or nobody
        (G, GRANTED, {"v": [G]}, True, False),
        (G, GRANTED, {}, False, False),
    ],
)
def test_every_viewpoint_has_to_come_to_the_answer(answer, verdict, cast, provisional, certified):
    assert is_certified(answer, verdict, cast, provisional=provisional) is certified


@given(ballots, st.sampled_from(Choice))
def test_certifying_is_the_mirror_of_itself(cast, answer):
    other = {side: [K if one is G else G for one in votes] for side, votes in cast.items()}
    mirrored = K if answer is G else G
    ruling = {G: GRANTED, K: KEPT}
    here = is_certified(answer, ruling[answer], cast, provisional=False)
    assert here is is_certified(mirrored, ruling[mirrored], other, provisional=False)
