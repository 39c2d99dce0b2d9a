"""Law 3: swap the two sides of a generated debate, and everything comes out mirrored."""

import re
from dataclasses import dataclass
from itertools import count

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from college.committees.models import Case, Seat
from college.committees.rules.tally import Choice
from college.debates.models import Contribution, Debate, Restriction, Viewpoint
from college.debates.permissions import allows
from college.debates.queries import holdings, viewpoints
from college.debates.queries.budgets import table
from college.debates.queries.thread import by_ids
from college.debates.rules.grounds import Ground
from college.debates.rules.stages import Stage
from college.people.models import Member
from college.record.charters import is_founded
from tests.debates.actions.said import Room
from tests.factories.colleges import make_college
from tests.factories.debates import add_delegate, add_holder, make_debate
from tests.factories.hearings import decide, make_court, make_report

_COLUMN = re.compile(r'<section class="viewpoint".*?</section>', re.S)
_PATTERN = re.compile(r" pattern-[a-z]\b")
_DAY = re.compile(r"<time.*?</time>", re.S)


@dataclass(frozen=True)
class Side:
    """What one side of the generated debate is given."""

    holders: int
    delegate: bool


sides = st.builds(Side, holders=st.integers(0, 2), delegate=st.booleans())
numbers = count(1)


def play(one: Side, other: Side):
    """A debate in which viewpoint A has ``one`` and viewpoint B has ``other``."""
    wording = f"Should ferry number {next(numbers)} run in winter?"
    stand = make_debate(Stage.FRAMING, viewpoints=2, wording=wording)
    for side, viewpoint in zip((one, other), stand.viewpoints, strict=True):
        for _ in range(side.holders):
            add_holder(stand, viewpoint)
        if side.delegate:
            add_delegate(stand, viewpoint)
    stand.wait(days=15)
    return stand


def facts(debate: Debate, viewpoint: Viewpoint) -> tuple[object, ...]:
    """Everything a page, a limit or a permission makes of one side."""
    [shown] = [one for one in viewpoints.shown(debate) if one.viewpoint == viewpoint]
    members = [row.member for row in holdings.holders(viewpoint)]
    return (
        shown.is_admitted,
        shown.is_held,
        shown.delegate is not None,
        len(members),
        sorted(
            tuple(
                allows(name, member, debate)
                for name in ("may_hold", "may_moderate", "may_draft", "may_propose_viewpoint")
            )
            for member in members
        ),
        sorted(allows("may_offer_delegate", member, viewpoint) for member in members),
        sorted(allows("may_reword_viewpoint", member, viewpoint) for member in members),
    )


@pytest.mark.django_db
@settings(max_examples=6, deadline=None)
@given(sides, sides)
def test_law_3_mirror_sides_swapped_come_out_swapped(one, other):
    if not is_founded():
        make_college()
    straight, mirrored = play(one, other), play(other, one)
    assert straight.debate.stage == mirrored.debate.stage == Stage.OPEN
    a, b = straight.viewpoints
    c, d = mirrored.viewpoints
    assert facts(straight.debate, a) == facts(mirrored.debate, d)
    assert facts(straight.debate, b) == facts(mirrored.debate, c)


@pytest.mark.django_db
@pytest.mark.urls("college.web.debates.urls")
def test_law_3_mirror_page_has_the_same_shape_with_its_sides_swapped():
    """The same elements in the same order, and for each side the same classes and links."""
    make_college()
    one, other = Side(2, True), Side(0, False)
    pages = [
        Client().get(f"/debates/{stand.debate.slug}/").content.decode()
        for stand in (play(one, other), play(other, one))
    ]
    columns = [_COLUMN.findall(page) for page in pages]
    assert [len(found) for found in columns] == [2, 2]
    shapes = [sorted(re.findall(r"<(\w+)", column) for column in found) for found in columns]
    assert shapes[0] == shapes[1]
    rest = [_COLUMN.sub("", _DAY.sub("", page)) for page in pages]
    tags = [re.findall(r"<(\w+)(?: class=\"([^\"]*)\")?", page) for page in rest]
    assert tags[0] == tags[1]


def heard_of(first: int, ground: Ground) -> list[tuple[object, ...]]:
    """A debate in which the viewpoint in that place says something that is reported and gives way, and the
    other something that is reported and stays: what becomes of each, the one who is restricted first."""
    room = make_court()
    sides = [room.one, room.two]
    told = []
    for member, other, choice in (
        (sides[first], sides[1 - first], Choice.GRANT),
        (sides[1 - first], sides[first], Choice.KEEP),
    ):
        row = room.claim(member, "The same words on either side.")
        made = make_report(room, row, by=other, ground=ground)
        own = room.stand.viewpoints[sides.index(member)].public_id
        assert made.hearing.case.own_side == own
        case = decide(room, made.hearing.case, choice, ground.value)
        told.append((row, member, other, case))
    return [become(room, *one) for one in told]


def become(room: Room, row: Contribution, member: Member, other: Member, case: Case) -> tuple:
    """What pages, limits and permissions make of a text that was heard."""
    item = by_ids([row.public_id], now=room.stand.at)[row.public_id]
    restriction = Restriction.objects.filter(case=case).first()
    fresh = Contribution.objects.select_related("debate").get(pk=row.pk)
    seats = Seat.objects.filter(draw__case=case)
    letter = "AB"[[room.one, room.two].index(member)]
    budget = [s.used for s in table(room.debate)[0].sides[:-1] if s.viewpoint.letter == letter]
    page = Client().get(f"/debates/{room.debate.slug}/c/{row.public_id}/").content.decode()
    return (
        item.html,
        item.behind,
        item.tombstone.state if item.tombstone else "",
        [(one.ground, one.settled) for one in item.heard],
        restriction is not None and [allows(n, member, restriction) for n in _AUTHORS],
        [allows("may_report", one, fresh) for one in (member, other, room.undecided)],
        budget,
        sorted(seats.values_list("panel", "own_seat", "fallback")),
        re.findall(r"<(\w+)(?: class=\"([^\"]*)\")?", _PATTERN.sub("", _DAY.sub("", page))),
    )


_AUTHORS = ("may_appeal", "may_rephrase")


@pytest.mark.django_db
@pytest.mark.parametrize("ground", [Ground.INSULT, Ground.THREAT, Ground.OFF_TOPIC])
def test_law_3_mirror_what_is_reported_restricted_or_kept_is_the_same_on_either_side(ground):
    make_college()
    with transaction.atomic():
        straight = heard_of(0, ground)
        transaction.set_rollback(True)
    with transaction.atomic():
        mirrored = heard_of(1, ground)
        transaction.set_rollback(True)
    assert straight == mirrored
