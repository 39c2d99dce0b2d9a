"""What follows from rulings; and that calling in two waves changes none."""

from itertools import product

import pytest

from college.committees.rules.ladder import Step, first_wave, may_appeal, verdict
from college.committees.rules.tally import KEPT, Choice, Ruling, Vote, ruling, settled

SPAM, INSULT = Ruling(Choice.GRANT, "spam"), Ruling(Choice.GRANT, "insult")


@pytest.mark.parametrize(
    ("rulings", "expected"),
    [
        ([KEPT, KEPT], KEPT),
        ([SPAM, SPAM], SPAM),
        ([SPAM, KEPT], None),
        ([SPAM, INSULT], None),
        ([SPAM, SPAM, KEPT], None),
        ([KEPT], KEPT),
    ],
)
def test_panels_of_one_mind_on_one_ground_give_the_verdict(rulings, expected):
    assert verdict(rulings) == expected


@pytest.mark.parametrize(
    ("rulings", "expected"),
    [([KEPT, KEPT], KEPT), ([SPAM, SPAM], SPAM), ([SPAM, KEPT], KEPT), ([KEPT, SPAM], KEPT)],
)
def test_where_every_side_has_to_agree_panels_that_differ_keep(rulings, expected):
    assert verdict(rulings, every_side=True) == expected


@pytest.mark.parametrize(
    ("seats", "threshold", "first"),
    [(5, 3, 3), (3, 2, 2), (15, 9, 15), (31, 18, 31), (5, 4, 4), (5, 2, 4), (2, 2, 2), (4, 4, 4)],
)
def test_the_first_wave_can_settle_a_panel_that_agrees(seats, threshold, first):
    assert first_wave(seats, threshold) == first


@pytest.mark.parametrize(("seats", "threshold"), [(3, 2), (5, 3)])
def test_two_waves_come_to_what_one_would(seats, threshold):
    choices = [Vote(Choice.KEEP), Vote(Choice.GRANT, "spam"), Vote(Choice.GRANT, "insult")]
    early = first_wave(seats, threshold)
    called = 0
    for votes in product(choices, repeat=seats):
        now = settled(votes[:early], threshold=threshold, outstanding=seats - early)
        called += early if now is not None else seats
        assert (now or ruling(votes, threshold)) == ruling(votes, threshold)
    assert called < seats * len(choices) ** seats


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("choice", Choice)
def test_only_a_grant_of_the_first_panels_can_be_appealed(step, choice):
    assert may_appeal(step, choice) == (step is Step.FIRST and choice is Choice.GRANT)
    assert not may_appeal(step, choice, every_side=True)
