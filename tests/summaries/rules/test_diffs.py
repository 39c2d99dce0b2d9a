"""What changed is shown by words: what was, and what is, can both be read from it."""

from hypothesis import given
from hypothesis import strategies as st

from college.summaries.rules import diffs
from college.summaries.rules.diffs import Change, Line, Run

WORD = st.sampled_from("the ferry runs daily in winter not and for all who pay".split())
SENTENCE = st.lists(WORD, max_size=12).map(" ".join)
TEXT = st.dictionaries(st.sampled_from("abcdef"), SENTENCE, max_size=6).flatmap(
    lambda found: st.permutations(list(found.items()))
)


def _said(runs, gone: Change) -> str:
    return " ".join(run.words for run in runs if run.change is not gone)


@given(SENTENCE, SENTENCE)
def test_both_wordings_can_be_read_from_the_runs(before, after):
    runs = diffs.words(before, after)
    assert _said(runs, Change.ADDED) == before
    assert _said(runs, Change.REMOVED) == after
    assert all(run.words for run in runs)


@given(SENTENCE)
def test_nothing_changed_is_one_run(words):
    assert diffs.words(words, words) == ([Run(Change.KEPT, words)] if words else [])


def test_lone_kept_word_between_changes_goes_with_them():
    runs = diffs.words("the old boat is slow and dear", "the new ship is fast and dear")
    assert runs == [
        Run(Change.KEPT, "the"),
        Run(Change.REMOVED, "old boat is slow"),
        Run(Change.ADDED, "new ship is fast"),
        Run(Change.KEPT, "and dear"),
    ]


@given(TEXT, TEXT)
def test_section_shows_every_statement_of_both_once(before, after):
    lines = diffs.section(before, after)
    gone = {line.statement for line in lines if line.change is Change.REMOVED}
    assert [line.statement for line in lines if line.statement not in gone] == [
        statement for statement, _ in after
    ]
    assert gone == {key for key, _ in before} - {key for key, _ in after}
    assert len(lines) == len({line.statement for line in lines})


def test_what_became_of_each_statement():
    before = [("a", "One."), ("b", "Two is here."), ("c", "Three."), ("d", "Four.")]
    after = [("c", "Three."), ("a", "One."), ("b", "Two is there."), ("e", "Five.")]
    assert diffs.section(before, after) == [
        Line("c", Change.MOVED, (Run(Change.KEPT, "Three."),)),
        Line("a", Change.KEPT, (Run(Change.KEPT, "One."),)),
        Line(
            "b",
            Change.REWORDED,
            (
                Run(Change.KEPT, "Two is"),
                Run(Change.REMOVED, "here."),
                Run(Change.ADDED, "there."),
            ),
        ),
        Line("e", Change.ADDED, (Run(Change.ADDED, "Five."),)),
        Line("d", Change.REMOVED, (Run(Change.REMOVED, "Four."),)),
    ]
