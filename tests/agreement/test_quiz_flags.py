"""Which items a tally puts before panels: the house's rule beside the verifier's, over made-up figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.quizzes.rules.findings import findings
from college.quizzes.rules.flags import Finding, to_hear
from college_verify.findings import Broken
from college_verify.quiz_flags import Flags

ITEMS = ("i1", "i2", "i3")
COMMON = st.none() | st.fixed_dictionaries(
    {
        "d": st.integers(1_500, 3_000) | st.integers(-3_000, -1_500),
        # Where Holm's steps are, for nine comparisons and fewer.
        "chi2": st.integers(3_700, 8_000),
        "class": st.sampled_from("ABCCC"),
    }
)
TOLD = st.fixed_dictionaries({"trial": st.booleans(), "common": COMMON})


@st.composite
def figures(draw) -> dict:
    """Of two viewpoints compared with each other, or of three with all others."""
    compared = draw(st.sampled_from([(("v1", "v2"),), (("v1", ""), ("v2", ""), ("v3", ""))]))
    names = [
        {"item": item, "viewpoint": one, "against": other}
        for one, other in compared
        for item in ITEMS
    ]
    return {"dif": [name | draw(TOLD) for name in names]}


def verify(now, before, flagged) -> None:
    flags = Flags()
    for item in ITEMS:
        flags.follow("quizzes.item.accepted", {"quiz": "q", "item": item, "case": f"key-{item}"})
    standing = flags.standing("q")
    for one in flagged:
        told = {"quiz": "q", "tally": "t", "case": f"case-{one.item}", "item": one.item}
        told |= {"viewpoint": one.viewpoint, "harder": one.harder, "d": one.d}
        flags.follow("quizzes.item.flagged", told)
    flags.check("t", standing, now, before)


@given(figures(), st.none() | figures())
def test_the_verifier_wants_the_cases_that_the_house_opens(now, before):
    verify(now, before, to_hear(findings(now, before), ()))


@given(figures().filter(findings))
def test_a_case_that_was_not_opened_is_missed(now):
    with pytest.raises(Broken, match="no case was opened"):
        verify(now, None, to_hear(findings(now), ())[1:])


@given(figures(), st.integers(1, 3_000))
def test_a_case_that_its_figures_do_not_open_is_told(now, d):
    found = to_hear(findings(now), ())
    quiet = [item for item in ITEMS if item not in {one.item for one in found}]
    for item in quiet[:1]:
        with pytest.raises(Broken, match="otherwise than its figures"):
            verify(now, None, [*found, Finding(item, "v1", harder=True, d=d)])
