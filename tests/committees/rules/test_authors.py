"""Authors as the unit: the spread of a ratio, and the test by shuffling."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from college.committees.rules.authors import clustered_sd, effective, permuted_p, quantile
from college.committees.rules.ratios import Outcome, mantel_haenszel, strata

outcomes = st.lists(
    st.builds(
        Outcome,
        viewpoint=st.sampled_from("vw"),
        author=st.sampled_from("abcdefgh"),
        stratum=st.sampled_from(["spam", "threat"]),
        granted=st.booleans(),
    ),
    min_size=2,
    max_size=40,
)


def made(luck, *, authors=40, texts=4, own=0.3, others=0.3, alike=0.0):
    """Outcomes of two viewpoints with ``authors`` each, whose texts share a fate as ``alike`` says."""
    rows = []
    for side, rate in (("v", own), ("w", others)):
        for number in range(authors):
            risk = (
                luck.beta(rate * (1 / alike - 1), (1 - rate) * (1 / alike - 1)) if alike else rate
            )
            fates = luck.random(texts) < risk
            rows += [Outcome(side, f"{side}{number:03d}", "spam", bool(fate)) for fate in fates]
    return rows


def ratio_of(rows):
    return mantel_haenszel(list(strata(rows, "v").values()))


def test_without_repetition_authors_tell_what_texts_tell():
    rows = made(np.random.default_rng(1), authors=400, texts=1)
    ratio = ratio_of(rows)
    assert clustered_sd(rows, "v", ratio) == pytest.approx(ratio.sd, rel=0.03)


def test_authors_who_repeat_themselves_widen_the_spread():
    """With 8 texts of each author and a correlation of 0.5 the design effect is 1 + 7 · 0.5 = 4.5."""
    rows = made(np.random.default_rng(2), authors=300, texts=8, alike=0.5)
    ratio = ratio_of(rows)
    assert (clustered_sd(rows, "v", ratio) / ratio.sd) ** 2 == pytest.approx(4.5, rel=0.15)


def test_effective_authors_of_one_who_writes_two_thirds():
    assert effective(["a", "b", "c", "d"]) == 4
    assert effective(["a"] * 68 + [str(n) for n in range(32)]) == pytest.approx(2.14, abs=0.01)
    assert effective([]) == 0


@pytest.mark.parametrize(
    ("freedom", "t"), [(4, 2.7764), (5, 2.5706), (10, 2.2281), (30, 2.0423), (1e9, 1.96)]
)
def test_quantiles_are_students(freedom, t):
    assert quantile(freedom) == pytest.approx(t, abs=0.012)


@settings(max_examples=30)
@given(outcomes, st.randoms())
def test_the_test_depends_neither_on_the_order_of_cases_nor_on_who_is_called_v(rows, luck):
    other = list(rows)
    luck.shuffle(other)
    p = permuted_p(rows, "v", b"seed", rounds=99)
    assert 0 < p <= 1
    assert permuted_p(other, "v", b"seed", rounds=99) == p


def test_one_prolific_author_is_one_witness():
    """A side whose restricted texts are one author's: a count of texts is sure, a count of authors is not."""
    rows = [Outcome("v", "prolific", "spam", True) for _ in range(34)]
    rows += [Outcome("v", f"v{n}", "spam", n % 5 == 0) for n in range(16)]
    rows += [Outcome("w", f"w{n}", "spam", n % 5 == 0) for n in range(50)]
    as_if_each_had_one = [
        Outcome(one.viewpoint, str(n), one.stratum, one.granted) for n, one in enumerate(rows)
    ]
    assert permuted_p(as_if_each_had_one, "v", b"seed") < 0.001
    assert permuted_p(rows, "v", b"seed") > 0.05


def test_a_difference_among_many_authors_is_found():
    rows = made(np.random.default_rng(4), own=0.6, others=0.2)
    assert permuted_p(rows, "v", b"seed") < 0.01


def test_the_test_accuses_no_more_than_it_says_where_authors_repeat_themselves():
    """300 worlds without a difference: about 5 % come out below 0.05 (bound: four deviations)."""
    luck = np.random.default_rng(5)
    worlds = (made(luck, authors=12, texts=6, alike=0.6) for _ in range(300))
    accused = sum(permuted_p(rows, "v", b"seed", rounds=199) < 0.05 for rows in worlds)
    assert accused / 300 < 0.05 + 4 * (0.05 * 0.95 / 300) ** 0.5
