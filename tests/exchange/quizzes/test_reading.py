"""A file of any format: which it is, and files that are not usable."""

from contextlib import suppress
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.exchange.limits import QUIZ_BYTES
from college.exchange.quizzes import gift, json, moodle
from college.exchange.quizzes.reading import read
from college.ground.refusals import Refusal
from tests.exchange.quizzes.made import HOSTILE, QUESTIONS
from tests.exchange.quizzes.sheets import make_sheet

GIFT, XML, JSON = gift.write(QUESTIONS), moodle.write(QUESTIONS), json.write(make_sheet())


@pytest.mark.parametrize("name", ["", "quiz.txt", "quiz"])
def test_the_format_is_seen_in_the_content(name: str) -> None:
    assert read(GIFT, name).questions == QUESTIONS
    assert read(XML, name).questions == QUESTIONS
    assert read(b"\xef\xbb\xbf" + XML, name).questions == QUESTIONS
    assert len(read(JSON, name).questions) == 5


def test_gift_under_the_wrong_name() -> None:
    assert read(GIFT, "quiz.xml").questions == QUESTIONS


def test_gift_in_another_encoding_with_its_mark() -> None:
    assert read(GIFT.decode().encode("utf-16")).questions == QUESTIONS


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "", "exchange.file.empty"),
        (b"// only a comment", "", "exchange.quiz.none"),
        (b"<quiz/>", "", "exchange.quiz.none"),
        (b"<html><body/></html>", "x.xml", "exchange.quiz.none"),
        (b"<p>Q</b></p>", "quiz.xml", "exchange.file.malformed"),
        (b"Q{T}", "quiz.json", "exchange.quiz.malformed"),
        (b"PK\x03\x04", "quiz.zip", "exchange.file.archive"),
        (b"\x89PNG\r\n", "quiz.txt", "exchange.file.binary"),
        (b"::a::\xff\xfe{T}", "", "exchange.file.encoding"),
        (b"x" * (QUIZ_BYTES + 1), "", "exchange.file.too-large"),
    ],
)
def test_what_is_not_usable_is_refused(content: bytes, name: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(content, name)
    assert refused.value.code == code


_names = st.sampled_from(["", "a.xml", "a.json", "a.txt"])
_pieces = st.lists(
    st.one_of(
        st.sampled_from([one.encode("utf-8", "replace") for one in HOSTILE]), st.binary(max_size=20)
    ),
    max_size=8,
)


@given(_names, _pieces)
def test_no_bytes_break_it(name: str, pieces: list[bytes]) -> None:
    with suppress(Refusal):
        read(b"".join(pieces), name)


@given(_names, st.sampled_from([GIFT, XML, JSON]), st.data())
def test_no_damage_to_a_good_file_breaks_it(name: str, good: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(good)))
    upto = data.draw(st.integers(at, min(len(good), at + 40)))
    with suppress(Refusal):
        read(good[:at] + data.draw(st.binary(max_size=10)) + good[upto:], name)


#: A piece that, sent many times over, never ends what it begins.
_UNENDED = {
    "ids": b"//%b\nWhat?{=a ~b}" % (b"[id:" * 100_000),
    "tags": b"//%b\nWhat?{=a ~b}" % (b"[tag:" * 100_000),
    "elements": b"[html]%b{=a ~b}" % (b"<a" * 200_000),
    "comments": b"[html]%b{=a ~b}" % (b"<!--a>" * 100_000),
    "sections": b"[html]%b{=a ~b}" % (b"<![CDATA[a>" * 100_000),
    "quotation marks": b'{"v":"college-quiz-v1","%b' % (b'\\"' * 200_000),
}


@pytest.mark.parametrize("content", _UNENDED.values(), ids=_UNENDED)
def test_what_never_ends_is_read_in_the_time_of_its_length(content: bytes) -> None:
    """Read anew from each beginning on, each of these would take minutes."""
    begun = monotonic()
    with suppress(Refusal):
        read(content)
    assert monotonic() - begun < 10


@pytest.mark.parametrize("section", ["<![", "<![if !supportLists]>", "<![CDATA[x]]>"])
def test_html_with_sections_that_no_browser_knows(section: str) -> None:
    found = read(f"[html]What {section} is it?{{=a ~b}}".encode())
    assert [one.kind for one in found.questions] == ["multichoice"]


def test_html_of_many_elements_is_still_read() -> None:
    stem = "<p>word</p>" * 300
    (question,) = read(f"[html]{stem}{{=a ~b}}".encode()).questions
    assert "<" not in question.stem
