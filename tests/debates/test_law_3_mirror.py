"""Law 3: swap the two sides of a generated debate, and everything comes out mirrored."""

import re
from dataclasses import dataclass
from itertools import count

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from college.debates.models import Debate, Viewpoint
from college.debates.permissions import allows
from college.debates.queries import holdings, viewpoints
from college.debates.rules.stages import Stage
from college.record.charters import is_founded
from tests.factories.colleges import make_college
from tests.factories.debates import add_delegate, add_holder, make_debate

_COLUMN = re.compile(r'<section class="viewpoint".*?</section>', re.S)
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
