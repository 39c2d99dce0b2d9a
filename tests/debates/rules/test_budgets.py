"""Words: the same room for every viewpoint."""

import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.debates.rules import budgets
from college.debates.rules.budgets import Used
from college.debates.rules.stages import Stage
from college.ground.charter import Budgets, Preset, load
from college.ground.refusals import Refusal

WORDS = st.integers(1, 50_000)
SHARES = st.integers(1, 100)
CHARTERS = st.builds(Budgets, WORDS, WORDS, WORDS, WORDS, SHARES, SHARES)
STAGES = st.sampled_from([Stage.FRAMING, Stage.OPEN, Stage.CLOSING])


def test_law_2_no_rule_of_budgets_knows_which_viewpoint_it_is_about():
    for rule in (budgets.allowance, budgets.left, budgets.spend):
        assert not {"viewpoint", "viewpoints", "letter", "name"} & set(
            inspect.signature(rule).parameters
        )


@given(
    CHARTERS, STAGES, st.booleans(), st.lists(st.tuples(st.integers(0, 3), st.booleans(), WORDS))
)
def test_nobody_ever_uses_more_than_is_allowed(charter, stage, has_viewpoint, attempts):
    allowed = budgets.allowance(charter, stage=stage, has_viewpoint=has_viewpoint)
    spent: dict[int, int] = {}
    delegates = {0} if has_viewpoint else set()
    for who, _, words in attempts:
        used = Used(sum(spent.values()), sum(spent.get(d, 0) for d in delegates), spent.get(who, 0))
        try:
            budgets.spend(words, allowed, used, is_delegate=who in delegates)
        except Refusal:
            continue
        spent[who] = spent.get(who, 0) + words
    others = sum(words for who, words in spent.items() if who not in delegates)
    assert sum(spent.values()) <= allowed.total
    assert others <= allowed.total - allowed.reserved
    for who, words in spent.items():
        assert words <= (allowed.per_delegate if who in delegates else allowed.per_member)


@given(CHARTERS, STAGES, WORDS, WORDS, st.booleans())
def test_what_is_left_can_be_spent_and_one_word_more_cannot(
    charter, stage, total, own, is_delegate
):
    allowed = budgets.allowance(charter, stage=stage, has_viewpoint=True)
    used = Used(total, own if is_delegate else 0, own)
    room = budgets.left(allowed, used, is_delegate=is_delegate)
    budgets.spend(room, allowed, used, is_delegate=is_delegate)
    with pytest.raises(Refusal):
        budgets.spend(room + 1, allowed, used, is_delegate=is_delegate)


def test_a_full_side_and_a_full_share_are_told_apart():
    allowed = budgets.allowance(load(Preset.ASSEMBLY).budgets, stage=Stage.OPEN, has_viewpoint=True)
    with pytest.raises(Refusal) as own:
        budgets.spend(2, allowed, Used(3000, 0, allowed.per_member - 1), is_delegate=False)
    with pytest.raises(Refusal) as side:
        budgets.spend(
            2, allowed, Used(allowed.total - allowed.reserved - 1, 0, 10), is_delegate=False
        )
    assert own.value.code == "debates.budget.own-share"
    assert side.value.code == "debates.budget.side-full"


def test_words_said_in_framing_come_out_of_the_open_budget():
    assert budgets.stages_with(Stage.OPEN) == budgets.stages_with(Stage.FRAMING)
    assert budgets.stages_with(Stage.CLOSING) == (Stage.CLOSING,)
