"""Law 3: swap what two sides are given, and the summary's pages come out mirrored."""

import re
from dataclasses import dataclass
from itertools import count

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from college.debates.rules.kinds import Kind
from college.ground.ids import new_public_id
from college.record.charters import is_founded
from college.summaries.queries.reading import reading
from college.summaries.rules.life import CertificateState, Fairness
from tests.factories.acts import MOMENT
from tests.factories.colleges import make_college
from tests.factories.readings import (
    Shelf,
    attest,
    make_certificate,
    make_comment,
    make_shelf,
    make_version,
)

_COLUMN = re.compile(r'<section class="viewpoint".*?</section>', re.S)
_COMMENT = re.compile(r'<details class="comment".*?</details>', re.S)
_TAG = re.compile(r"<(\w+)(?: class=\"([^\"]*)\")?")
_PATTERN = re.compile(r" pattern-[a-z]\b")
numbers = count(1)


@dataclass(frozen=True)
class Side:
    """What one side is given. ``statements`` in its own section; what it says of the whole and of the first
    sentence; ``comments`` on that sentence."""

    statements: int
    whole: Fairness | None
    first: Fairness | None
    comments: int
    reserved: bool


sides = st.builds(
    Side,
    statements=st.integers(0, 3),
    whole=st.none() | st.sampled_from(Fairness),
    first=st.none() | st.sampled_from(Fairness),
    comments=st.integers(0, 3),
    reserved=st.booleans(),
)


def play(one: Side, other: Side) -> Shelf:
    """A summary in which viewpoint A is given ``one`` and viewpoint B ``other``."""
    shelf = make_shelf(said=10, wording=f"Should ferry number {next(numbers)} run in winter?")
    stand = shelf.stand
    first = new_public_id()
    said = {"question": [(first, "Two ways are put forward.", [])]}
    for side, viewpoint in zip((one, other), stand.viewpoints, strict=True):
        own = [c for c in shelf.said if c.viewpoint_id == viewpoint.pk and c.kind == Kind.ARGUMENT]
        said[f"holds.{viewpoint.public_id}"] = [
            (new_public_id(), "This is what one side holds.", [own[n]])
            for n in range(side.statements)
        ]
    version = make_version(shelf, said, certified=False)
    for side, viewpoint, holder in zip((one, other), stand.viewpoints, stand.holders, strict=True):
        state = CertificateState.REFUSED if side.reserved else CertificateState.GRANTED
        make_certificate(version, viewpoint, state=state, reserved=side.reserved)
        for statement, fairness in (("", side.whole), (first, side.first)):
            if fairness is not None:
                words = "" if fairness is Fairness.FAIR else "So it is."
                attest(
                    version,
                    viewpoint,
                    holder,
                    statement=statement,
                    fairness=fairness,
                    comment=words,
                )
        for _ in range(side.comments):
            make_comment(version, holder, viewpoint, on=first)
    return shelf


def facts(shelf: Shelf, letter: str) -> tuple[object, ...]:
    """Everything the read model, and the page made of it, has of one side."""
    read = reading(shelf.versions[0], now=MOMENT)
    [part] = [one for one in read.parts if one.viewpoint and one.viewpoint.letter == letter]
    first = read.lines[0]
    page = Client().get(shelf.path).content.decode()
    return (
        len(part.lines),
        [len(line.notes) for line in part.lines],
        part.certified and (part.certified.state, part.certified.reserved),
        [one.fairness for one in read.whole if one.viewpoint.letter == letter],
        [one.fairness for one in first.remarked if one.viewpoint.letter == letter],
        sum(one.viewpoint.letter == letter for one in first.comments if one.viewpoint),
        [shape(block) for block in _COLUMN.findall(page) if f"pattern-{letter.lower()}" in block],
        [shape(block) for block in _COMMENT.findall(page) if f"pattern-{letter.lower()}" in block],
    )


def shape(block: str) -> list[tuple[str, str]]:
    return _TAG.findall(_PATTERN.sub("", block))


@pytest.mark.django_db
@settings(max_examples=5, deadline=None)
@given(sides, sides)
def test_law_3_mirror_sides_of_a_summary_swapped_come_out_swapped(one: Side, other: Side) -> None:
    if not is_founded():
        make_college()
    straight, mirrored = play(one, other), play(other, one)
    assert facts(straight, "A") == facts(mirrored, "B")
    assert facts(straight, "B") == facts(mirrored, "A")
    pages = [Client().get(shelf.path).content.decode() for shelf in (straight, mirrored)]
    assert sorted(shape(pages[0])) == sorted(shape(pages[1]))


@pytest.mark.django_db
def test_law_3_mirror_columns_have_the_same_parts_whatever_is_said_in_them() -> None:
    make_college()
    shelf = play(
        Side(3, Fairness.NOT_FAIR, None, 2, reserved=False), Side(0, None, None, 0, reserved=True)
    )
    page = Client().get(shelf.path).content.decode()
    heads = [
        re.findall(r"<(?:div|h3|section) class=\"[^\"]*\"|<h3", column)
        for column in _COLUMN.findall(page)
    ]
    assert len(heads) == 2
    for parts in ("viewpoint-band", "held", "certified", "<h3"):
        assert all(any(parts in one for one in found) for found in heads)
