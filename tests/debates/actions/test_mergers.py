"""Viewpoints that are one, or two: heard, shared in room meanwhile, and made so once that is decided."""

import pytest

from college.committees.rules.tally import Choice
from college.debates.actions.holdings import hold
from college.debates.actions.mergers import ask_merger
from college.debates.actions.speaking import begin, used
from college.debates.actions.splits import ask_split
from college.debates.models import Holding, Merger, Split, Viewpoint
from college.debates.queries.budgets import table
from college.debates.queries.labels import labels_at, viewpoints_of
from tests.debates.actions.said import entries
from tests.factories.acts import refused
from tests.factories.colleges import make_college
from tests.factories.debates import STATEMENT, add_holder, add_pair, add_viewpoint
from tests.factories.hearings import decide, make_court

pytestmark = pytest.mark.django_db
REASON = "Both grant that the ferry runs and deny that it pays."


@pytest.fixture
def room():
    make_college()
    return make_court()


def ask(room, by=None, part=1, whole=0) -> Merger:
    one, other = room.stand.viewpoints[part], room.stand.viewpoints[whole]
    return ask_merger(room.act(by or room.two), one, into=other, reason=REASON)


def words(room) -> dict[str, int]:
    return {side.viewpoint.letter: side.used for side in table(room.debate)[0].sides[:-1]}


def test_law_2_every_viewpoint_is_protected_clones_share_one_budget_while_it_is_heard(room):
    room.claim(room.one, "Five words of one side.")
    room.claim(room.two, "Three words more.")
    assert words(room) == {"A": 5, "B": 3}
    merger = ask(room)
    assert words(room) == {"A": 8, "B": 8}
    for member in (room.one, room.two):
        assert used(begin(room.act(member), room.debate.pk)).total == 8
    decide(room, merger.case, Choice.KEEP)
    assert words(room) == {"A": 5, "B": 3}
    assert used(begin(room.act(room.one), room.debate.pk)).total == 5


def test_clones_in_a_row_share_one_budget(room):
    third = add_viewpoint(room.stand, "A third way across")
    room.stand.wait(days=3)
    for member, text in (
        (room.one, "One."),
        (room.two, "Two words."),
        (third.proposed_by, "A b c."),
    ):
        room.claim(member, text)
    ask(room)
    ask_merger(
        room.act(third.proposed_by),
        room.stand.viewpoints[2],
        into=room.stand.viewpoints[1],
        reason=REASON,
    )
    assert set(words(room).values()) == {6}
    for member in (room.one, room.two, third.proposed_by):
        assert used(begin(room.act(member), room.debate.pk)).total == 6


def test_merged_viewpoints_are_one(room):
    merger = ask(room)
    decide(room, merger.case, Choice.GRANT, "same-viewpoint")
    part, whole = room.stand.viewpoints[1], room.stand.viewpoints[0]
    assert part.merged_into == whole
    present = Holding.objects.filter(debate=room.debate, ended_at=None)
    assert set(present.exclude(viewpoint=None).values_list("viewpoint", flat=True)) == {whole.pk}
    assert viewpoints_of(room.debate) == [whole.public_id]
    assert labels_at(room.debate, room.stand.at)[room.two.public_id] == whole.public_id
    assert Merger.objects.get().answer.words
    assert len(entries("debates.viewpoint.merged")) == 1
    with refused("debates.holding.elsewhere"):
        hold(room.act(room.undecided), room.debate, viewpoint=part)


def test_labels_of_a_moment_before_the_merger_count_for_the_whole(room):
    before = room.stand.at
    merger = ask(room)
    decide(room, merger.case, Choice.GRANT, "same-viewpoint")
    assert set(labels_at(room.debate, before).values()) == {room.stand.viewpoints[0].public_id}


def test_what_was_decided_is_not_asked_again_and_one_case_at_a_time(room):
    merger = ask(room)
    with refused("debates.merger.heard-already"):
        ask(room, by=room.one, part=0, whole=1)
    decide(room, merger.case, Choice.KEEP)
    with refused("debates.merger.decided"):
        ask(room, by=room.one, part=0, whole=1)


def test_who_proposed_or_speaks_is_a_party(room):
    parties = set(ask(room, by=room.mate).case.parties.values_list("member", flat=True))
    assert {room.one.pk, room.two.pk, room.delegate.pk, room.mate.pk} <= parties


def test_moderators_ask_too_but_nobody_from_outside(room):
    third = add_viewpoint(room.stand, "A third way across")
    room.stand.wait(days=3)
    with refused("debates.permission.may-not"):
        ask(room, by=third.proposed_by)
    with refused("debates.permission.may-not"):
        ask(room, by=room.undecided)
    assert ask(room, by=add_pair(room.stand)[0])


@pytest.mark.parametrize("granted", [True, False])
def test_part_of_a_viewpoint_stands_by_itself_or_does_not(room, granted):
    split = ask_split(
        room.act(room.one),
        room.stand.viewpoints[0],
        name="Ferry on weekdays",
        statement=STATEMENT,
        reason=REASON,
    )
    decide(room, split.case, Choice.GRANT if granted else Choice.KEEP, "two-viewpoints")
    made = Split.objects.get().made
    assert (made is not None) == granted
    assert Viewpoint.objects.filter(debate=room.debate).count() == (3 if granted else 2)
    if made is not None:
        assert (made.letter, made.admitted_at is not None) == ("C", True)
        assert hold(room.act(room.undecided), room.debate, viewpoint=made)
    assert add_holder(room.stand, room.stand.viewpoints[0])
