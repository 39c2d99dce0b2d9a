"""A statement is one sentence on one line, and a draft holds so many."""

import pytest

from college.ground.charter import Preset, load
from college.summaries.rules import statements
from tests.factories.acts import refused

CHARTER = load(Preset.ASSEMBLY)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  The ferry runs.  ", "The ferry runs."),
        ("The ferry\nruns\t daily.", "The ferry runs daily."),
        ("e\u0301te\u0301", "\u00e9t\u00e9"),
        ("a\u2028b", "a b"),
    ],
)
def test_words_are_kept_on_one_line(typed, kept):
    assert statements.worded(typed, CHARTER.lengths) == kept


@pytest.mark.parametrize("typed", ["", "  \n ", "\u202e"])
def test_nothing_is_refused(typed):
    with refused("summaries.statement.empty"):
        statements.worded(typed, CHARTER.lengths)


def test_as_long_as_it_may_be_and_no_longer():
    most = CHARTER.lengths.statement
    assert len(statements.worded("a" * most, CHARTER.lengths)) == most
    with refused("summaries.statement.too-long"):
        statements.worded("a" * (most + 1), CHARTER.lengths)


def test_as_many_as_it_may_hold_and_no_more():
    most = CHARTER.limits.statements
    statements.one_more(most - 1, most, CHARTER.limits)
    with refused("summaries.statement.too-many"):
        statements.one_more(most, most, CHARTER.limits)
    with refused("summaries.statement.kept-too-many"):
        statements.one_more(0, 4 * most, CHARTER.limits)
    with refused("summaries.link.too-many"):
        statements.one_more_link(CHARTER.limits.statement_links, CHARTER.limits)


def test_a_sentence_is_not_saved_without_end():
    statements.one_more_wording(499)
    with refused("summaries.statement.wordings-too-many"):
        statements.one_more_wording(500)
