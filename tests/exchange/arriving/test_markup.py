"""HTML fragments become plain words; nothing of them runs, and what is dropped is listed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.exchange.arriving.markup import paragraphs
from college.exchange.unplaced import Leftovers


def plain(markup: str, *, keep_lines: bool = False) -> str:
    return paragraphs(markup, line=1, leftovers=Leftovers(), keep_lines=keep_lines)


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>One</p>\n<p>two<br>three</p>", "One\n\ntwo\nthree"),
        ("a &amp; b &lt;c&gt; &#8217;", "a & b <c> ’"),
        ("<a href='https://a.example/x'>here</a>", "here (https://a.example/x)"),
        ("<a href='https://a.example/x'>a.example/x</a>", "https://a.example/x"),
        ("<a href='/near'>here</a> <a href='mailto:x@y.example'>me</a>", "here me"),
        ("<ul><li>a<li>b</ul><blockquote>q<br>r</blockquote>", "- a\n- b\n\n> q\n> r"),
        ("<b>" * 20_000 + "deep", "deep"),
        ("<!-- nothing -->", ""),
        ("", ""),
    ],
)
def test_markup_to_paragraphs(markup, words):
    assert plain(markup) == words


def test_lines_are_kept_where_they_are_meant():
    text = "One\ntwo\n\n\nthree &amp; <i>four</i>\n\nfive"
    assert plain(text, keep_lines=True) == "One\ntwo\n\nthree & four\n\nfive"
    assert plain("One\ntwo \n \nthree", keep_lines=True) == "One\ntwo\n\nthree"


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<script>x()</script>y", "active-content"),
        ("<img src=x onerror=y()>y", "active-content"),
        ("<svg><a href='x'>z</a></svg>y", "active-content"),
        ("<a href='java\tscript:x()'>y</a>", "link-dropped"),
        ("<a href='DATA:text/html,x'>y</a>", "link-dropped"),
    ],
)
def test_what_could_act_is_dropped_and_listed(markup, reason):
    leftovers = Leftovers()
    assert paragraphs(markup, line=7, leftovers=leftovers) == "y"
    assert [(row.line, row.reason) for row in leftovers.rows()] == [(7, reason)]


@given(st.text(alphabet="ab<>/&;!-\"'= \n\x00pliscrtuheof#:", max_size=120))
def test_any_markup_gives_words_without_tags_that_act(markup):
    for keep_lines in (False, True):
        plain(markup, keep_lines=keep_lines)
