"""When a move is whole, in force, undone and agreed to."""

from datetime import timedelta
from itertools import product

import pytest

from college.debates.rules import moves
from college.debates.rules.kinds import MoveKind
from college.debates.rules.moves import Given, MoveStanding
from college.ground.refusals import Refusal
from tests.factories.acts import MOMENT

RIGHT = {
    MoveKind.CALL_ON_SIDE: Given(viewpoint=True),
    MoveKind.GROUP_REPEATS: Given(contribution=True, onto=True),
    MoveKind.NEXT_QUESTION: Given(question=True),
    MoveKind.OFF_TOPIC: Given(contribution=True),
}


@pytest.mark.parametrize("kind", MoveKind)
def test_each_move_takes_exactly_its_own_parts(kind):
    for parts in product((False, True), repeat=4):
        given = Given(*parts)
        if given == RIGHT[kind]:
            moves.check(kind, given)
            continue
        with pytest.raises(Refusal) as refused:
            moves.check(kind, given)
        assert refused.value.code == "debates.move.incomplete"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"contribution": 1, "onto": 1, "same_kind": True, "onto_grouped": False}, "itself"),
        ({"contribution": 1, "onto": 2, "same_kind": False, "onto_grouped": False}, "other-kind"),
        ({"contribution": 1, "onto": 2, "same_kind": True, "onto_grouped": True}, "onto-repeat"),
    ],
)
def test_what_is_no_repeat_is_refused(given, code):
    with pytest.raises(Refusal) as refused:
        moves.check_repeat(given.pop("contribution"), given.pop("onto"), **given)
    assert refused.value.code == f"debates.move.{code}"


def test_standing_of_a_move():
    later = MOMENT + timedelta(days=1)
    steps = {
        (None, None, None): MoveStanding.PROPOSED,
        (MOMENT, None, None): MoveStanding.IN_FORCE,
        (MOMENT, later, None): MoveStanding.UNDONE,
        (MOMENT, later, later): MoveStanding.IN_FORCE,
    }
    for (force, undone, agreed), standing in steps.items():
        found = moves.standing(in_force_at=force, undone_at=undone, agreed_at=agreed)
        assert found is standing


@pytest.mark.parametrize(
    ("touched", "objecting", "sides"),
    [
        ({1}, {2}, {1, 2}),
        ({1, 2}, {2}, {1, 2}),
        ({1}, {1}, {1, 8, 9}),
        (set(), {3}, {3, 8, 9}),
        (set(), set(), {8, 9}),
    ],
)
def test_sides_are_at_least_two(touched, objecting, sides):
    assert moves.sides(touched, objecting, {8, 9}) == sides


@pytest.mark.parametrize(
    ("agreeing", "agreed"), [(set(), False), ({1}, False), ({1, 2}, True), ({1, 2, 3}, True)]
)
def test_every_side_has_to_agree(agreeing, agreed):
    assert moves.is_agreed({1, 2}, agreeing) is agreed


def test_one_side_alone_never_agrees():
    assert not moves.is_agreed({1}, {1})
    assert not moves.is_agreed(set(), set())
