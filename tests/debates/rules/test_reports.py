"""How many reports a member may make, and what each ground needs."""

import itertools
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.debates.rules.grounds import OF_THREADS, URGENT, Ground
from college.debates.rules.marks import pieces
from college.debates.rules.reports import check, marked, per_day
from college.ground.charter import Preset, load
from college.ground.refusals import Refusal
from tests.factories.acts import MOMENT


@pytest.mark.parametrize(("hours", "most"), [(0, 3), (23, 3), (24, 20), (999, 20)])
def test_newcomers_report_less_on_their_first_day(hours, most):
    limits = load(Preset.ASSEMBLY).limits
    assert per_day(limits, joined_at=MOMENT, now=MOMENT + timedelta(hours=hours)) == most


@given(
    ground=st.sampled_from(Ground),
    of_remark=st.booleans(),
    names_law=st.booleans(),
    names_kept=st.booleans(),
    urgent=st.booleans(),
)
def test_report_is_taken_exactly_when_its_ground_has_what_it_needs(
    ground, of_remark, names_law, names_kept, urgent
):
    lacking = (
        (of_remark and ground in OF_THREADS)
        or (ground is Ground.UNLAWFUL and not names_law)
        or (ground is Ground.DUPLICATE and not names_kept)
        or (urgent and ground not in URGENT)
    )
    given_ = {"names_law": names_law, "names_kept": names_kept, "urgent": urgent}
    if lacking:
        with pytest.raises(Refusal):
            check(ground, of_remark=of_remark, **given_)
    else:
        check(ground, of_remark=of_remark, **given_)


def test_marked_passages_are_one_a_line_and_few():
    assert marked(["one", "  ", "two "]) == ["one", "two"]
    with pytest.raises(Refusal):
        marked(["x"] * 6)


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70))))
def test_pieces_are_the_text_and_mark_what_was_marked(words, marks):
    found = pieces(words, marks)
    assert "".join(piece for _, piece in found) == words
    kinds = [kind for kind, _ in found]
    assert all(one != other for one, other in itertools.pairwise(kinds))
    wanted = {n for start, end in marks for n in range(max(0, start), min(end, len(words)))}
    at, seen = 0, set()
    for kind, piece in found:
        if kind == "marked":
            seen |= set(range(at, at + len(piece)))
        at += len(piece)
    assert seen == wanted
