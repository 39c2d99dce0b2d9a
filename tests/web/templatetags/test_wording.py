"""What is said to have changed between two wordings."""

from hypothesis import given
from hypothesis import strategies as st

from college.web.templatetags.wording import MOST_PIECES, wording_changes

_TEXTS = st.text(alphabet="ab c\n", max_size=60)


def test_wording_changes_name_the_words_that_differ() -> None:
    changes = wording_changes("run every bus line", "run bus lines by night")
    assert changes == [
        ("kept", "run"),
        ("removed", " every"),
        ("kept", " bus "),
        ("removed", "line"),
        ("added", "lines by night"),
    ]


def test_wording_changes_of_equal_texts_keep_all() -> None:
    assert wording_changes("the same", "the same") == [("kept", "the same")]


@given(_TEXTS, _TEXTS)
def test_wording_changes_give_back_both_wordings(before: str, after: str) -> None:
    changes = wording_changes(before, after)
    assert "".join(words for kind, words in changes if kind != "added") == before
    assert "".join(words for kind, words in changes if kind != "removed") == after


def test_wording_changes_do_not_compare_what_is_too_long() -> None:
    long = "word " * MOST_PIECES
    assert wording_changes(long, long + "more") == [("removed", long), ("added", long + "more")]
