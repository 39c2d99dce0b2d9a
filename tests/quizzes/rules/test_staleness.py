"""Keys die with their words."""

from hypothesis import given
from hypothesis import strategies as st

from college.quizzes.rules.content import Content, Source
from college.quizzes.rules.life import ItemKind
from college.quizzes.rules.staleness import is_stale

WORDS = st.text("0123456789abcdef", min_size=1, max_size=3)


def content(*sources):
    return Content(
        ItemKind.WHO, "Who said it?", sources=tuple(Source(*one, "said") for one in sources)
    )


def test_what_its_sources_say_still_stands():
    standing = {"one": "aa", "other": "bb"}
    assert not is_stale(content(("one", "aa"), ("other", "bb")), standing)
    assert is_stale(content(("one", "aa"), ("gone", "cc")), standing)
    assert is_stale(content(("one", "aa"), ("other", "b2")), standing)


@given(st.dictionaries(WORDS, WORDS), st.dictionaries(WORDS, WORDS))
def test_other_sentences_change_nothing(sources, others):
    item = content(*sources.items())
    assert not is_stale(item, {**others, **sources})
    for statement in sources:
        assert is_stale(item, {s: text for s, text in sources.items() if s != statement})
