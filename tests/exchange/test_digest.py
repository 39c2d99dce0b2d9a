"""The digest of a brief: the same for the same article, another for any change of its words."""

from dataclasses import replace

import pytest

from college.debates.rules.briefs import ArrivingBrief
from college.exchange.reading import digest
from tests.exchange.files import FIXTURES, read_bytes, read_fixture


@pytest.fixture
def brief() -> ArrivingBrief:
    return read_fixture("says.txt")


def test_digest_of_the_same_article_is_the_same(brief):
    assert digest(brief) == digest(read_fixture("says.txt"))
    assert len(digest(brief)) == 64


def test_digest_does_not_count_comments_or_the_buttons_around_them(brief):
    text = (FIXTURES / "says.txt").read_text(encoding="utf-8")
    fewer = read_bytes(text[: text.index("Anonymous says")].encode())
    assert len(fewer.remarks) == 4
    assert digest(fewer) == digest(brief)
    assert fewer.remarks == brief.remarks[:4]


def test_digest_tells_changed_words_titles_and_authors(brief):
    first, *rest = brief.passages
    changed = [
        replace(brief, title="Another"),
        replace(brief, author="Another"),
        replace(brief, passages=(replace(first, words=first.words + "!"), *rest)),
        replace(brief, passages=(replace(first, credit="Ada"), *rest)),
        replace(brief, passages=tuple(rest)),
    ]
    assert len({digest(one) for one in [brief, *changed]}) == 6
