"""Where arriving remarks stand among those that are there."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.debates.rules import intake
from college.debates.rules.intake import Known
from college.ground.refusals import Refusal
from tests.factories.briefs import make_arriving, make_remark


@st.composite
def _threads(draw):
    """(key, parent) pairs in which every parent comes before its answers."""
    number = draw(st.integers(1, 30))
    parents = [
        None if at == 0 else draw(st.none() | st.integers(0, at - 1)) for at in range(number)
    ]
    return [(f"k{at}", None if p is None else f"k{p}") for at, p in enumerate(parents)]


@given(_threads())
def test_every_remark_has_one_place_and_answers_come_after(pairs):
    places = intake.reading_order(pairs)
    assert sorted(places.values()) == list(range(len(pairs)))
    assert all(parent is None or places[parent] < places[key] for key, parent in pairs)


@given(_threads())
def test_a_thread_is_not_torn(pairs):
    places = intake.reading_order(pairs)
    for root, _parent in pairs:
        under = {root}
        for key, parent in pairs:
            if parent in under:
                under.add(key)
        found = sorted(places[key] for key in under)
        assert found == list(range(found[0], found[0] + len(found)))


@given(_threads(), st.data())
def test_growing_keeps_the_order_of_what_is_there(pairs, data):
    known = pairs[: data.draw(st.integers(0, len(pairs)))]
    before = intake.reading_order(known)
    ordered = sorted(known, key=lambda pair: before[pair[0]])
    after = intake.reading_order([*ordered, *pairs[len(known) :]])
    assert sorted(before, key=before.__getitem__) == sorted(before, key=after.__getitem__)


@given(_threads())
def test_levels_come_after_what_they_answer(pairs):
    stored: set[str] = set()
    for level, remarks in intake.by_level([make_remark(*pair) for pair in pairs], []):
        assert all(r.parent is None if level == 1 else r.parent in stored for r in remarks)
        stored |= {remark.key for remark in remarks}
    assert stored == {key for key, _ in pairs}


def test_level_of_an_answer_to_what_is_there():
    found = list(intake.by_level([make_remark("b", "a")], [Known("a", None, 4)]))
    assert [level for level, _ in found] == [5]


def test_what_is_there_is_not_new():
    arriving = [make_remark("a"), make_remark("b", "a")]
    assert intake.new_remarks(arriving, {"a"}) == arriving[1:]


@pytest.mark.parametrize(
    ("field", "length", "refused"),
    [("title", 1000, False), ("title", 1001, True), ("source", 1001, True), ("author", 1001, True)],
)
def test_lines_fit_their_columns(field, length, refused):
    arriving = replace(make_arriving(), **{field: "x" * length})
    if not refused:
        intake.check(arriving)
        return
    with pytest.raises(Refusal):
        intake.check(arriving)


@pytest.mark.parametrize("field", ["pseudonym", "said", "key"])
def test_lines_of_remarks_fit_their_columns(field):
    remark = replace(make_remark("a"), **{field: "x" * 201})
    with pytest.raises(Refusal) as refused:
        intake.check(make_arriving(remark))
    assert refused.value.code == "debates.brief.line-too-long"


@pytest.mark.parametrize(("remarks", "pages"), [(0, 1), (1, 1), (100, 1), (101, 2), (10_000, 100)])
def test_pages_hold_a_hundred(remarks, pages):
    assert intake.pages(remarks) == pages
    assert intake.page_of(max(remarks - 1, 0)) == pages
