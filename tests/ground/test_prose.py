"""Whatever people write comes out as safe HTML, and is kept without control characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.ground.prose import clean, count_words, render


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,<script>)",
        "![x](https://tracker.example/pixel.png)",
        '<a href="x" onclick="y">z</a>',
        "<style>*{display:none}</style>",
        "<iframe src='https://evil.example'></iframe>",
    ],
)
def test_render_leaves_nothing_that_runs_or_fetches(hostile):
    html = render(hostile).lower()
    for forbidden in ("<script", "<style", "<iframe", "<img", 'href="javascript', 'href="data'):
        assert forbidden not in html


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("plain", "<p>plain</p>\n"),
        ("*so*", "<p><em>so</em></p>\n"),
        (
            "[a](https://a.example)",
            '<p><a href="https://a.example" rel="nofollow ugc noopener">a</a></p>\n',
        ),
    ],
)
def test_render_of_plain_markdown(words, html):
    assert render(words) == html


@given(st.text())
def test_render_of_anything_holds_only_known_elements(words):
    html = render(words)
    assert "<script" not in html.lower()
    assert "<img" not in html.lower()


@given(st.text())
def test_clean_is_stable_and_without_controls(words):
    kept = clean(words)
    assert clean(kept) == kept
    assert not set(kept) & {"\0", "\r", "\u202e", "\u2066"}


def test_count_words_between_spaces():
    assert count_words(" one  two\nthree ") == 3
