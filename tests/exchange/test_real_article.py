"""The real opinion page saved as plain text comes out exactly as its README says."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from college.debates.rules.briefs import PassageKind
from college.exchange.reading import digest, read
from college.exchange.report import report
from tests.exchange.files import INPUTS

ARTICLE = INPUTS / "article-with-comments.txt"
pytestmark = pytest.mark.skipif(
    not ARTICLE.exists(), reason="the real article lies beside the project and is not here"
)


@pytest.fixture(scope="module")
def brief():
    return read(ARTICLE)


@pytest.fixture(scope="module")
def paragraphs_of_file():
    blocks = ARTICLE.read_text(encoding="utf-8").split("\n\n")
    return {" ".join(block.split()) for block in blocks}


def test_report_of_the_real_article_holds_every_figure_of_its_readme(brief):
    table = report(brief)
    assert (table.title, table.author) == ("US-Russia Talks May Be the Last Chance", "Tony Kevin")
    assert table.sections == ("Coldest War", "Time Running Out", "Chinese Backing")
    assert [credit for _, credit in table.captions] == [
        "Pavel Kazachkov/Flickr, CC BY 2.0, Wikimedia Commons",
        "Mstyslav Chernov/Unframe/http://www.unframe.com/Wikimedia Commons",
        "Kremlin",
    ]
    assert (table.items, table.notes) == (5, 1)
    assert (table.comments, table.announced, table.threads, table.replies) == (21, 21, 16, 5)
    assert (table.depth, table.unnamed, table.undated) == (3, 2, 0)
    assert table.first == datetime(2022, 1, 9, 11, 55, tzinfo=UTC)
    assert table.last == datetime(2022, 1, 11, 19, 45, tzinfo=UTC)


def test_real_article_ends_with_the_authors_note_and_lists_the_appeal(brief):
    assert brief.passages[-1].kind is PassageKind.NOTE
    assert "former Australian senior diplomat" in brief.passages[-1].words
    assert [(row.line, str(row.reason)) for row in brief.unplaced] == [
        (90, "not-article"),
        (93, "not-article"),
        (97, "not-article"),
        (244, "after-comments"),
    ]


def test_real_threads_are_newest_first_and_two_bear_no_name(brief):
    threads = [remark for remark in brief.remarks if remark.parent is None]
    assert [at for at, remark in enumerate(threads, 1) if not remark.pseudonym] == [8, 11]
    moments = [remark.said_at for remark in threads]
    assert moments == sorted(moments, reverse=True)
    assert threads[0].said == "January 11, 2022 at 11:31"


def test_real_replies_answer_whom_they_answered(brief):
    named = {remark.key: remark.pseudonym for remark in brief.remarks}
    answers = [(r.pseudonym, named[r.parent]) for r in brief.remarks if r.parent is not None]
    assert answers == [
        ("jeff montanye", "Hans Mayer"),
        ("David Otness", "Andre Lebedev"),
        ("Marjorie", "TimN"),
        ("David Otness", "Sam F"),
        ("Sam F", "David Otness"),
    ]


def test_every_word_of_the_real_file_is_placed_or_listed_exactly_once(brief):
    placed = [f"{p.words} {p.credit}" for p in brief.passages]
    placed += [f"{r.pseudonym} {r.said} {r.words}" for r in brief.remarks]
    placed += [row.words for row in brief.unplaced]
    placed += [brief.title, "By", brief.author, brief.source]
    lines = ARTICLE.read_text(encoding="utf-8").splitlines()
    heading = next(line for line in lines if line.startswith("21 comments for"))
    assert _letters(" ".join(placed)) == _letters(" ".join(lines).replace(heading, ""))


def _letters(text: str) -> Counter[str]:
    """Words without the numbers and bullets of the list, and the brackets around credits."""
    words = (word.strip("()•") for word in text.split())
    return Counter(word for word in words if word and not word.rstrip(".").isdigit())


def test_paragraphs_of_the_real_remarks_stand_in_the_file_as_they_are(brief, paragraphs_of_file):
    for remark in brief.remarks:
        for paragraph in remark.words.split("\n\n"):
            assert " ".join(paragraph.split()) in paragraphs_of_file


def test_real_article_read_twice_has_the_same_keys_and_digest(brief):
    again = read(ARTICLE)
    assert again == brief
    assert digest(again) == digest(brief)
