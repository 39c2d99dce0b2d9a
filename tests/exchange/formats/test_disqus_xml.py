"""Disqus exports: threads, then posts that name them."""

from datetime import UTC, datetime

import pytest

from college.exchange.reading import digest
from college.ground.refusals import Refusal
from tests.exchange.files import FIXTURES, read_bytes, read_fixture, reasons, tree


def test_thread_with_most_posts_and_its_answers():
    brief = read_fixture("disqus.xml")
    assert (brief.title, brief.author, brief.source, brief.published) == (
        "The ferry & the cow",
        "Ida Quill",
        "https://wexcombe.example/ferry",
        "2020-02-28T06:00:00Z",
    )
    assert tree(brief) == [
        (1, "Cow", "Ask him. https://ferry.example/a/very/long/path\n\nPlease."),
        (2, "Rudd", "I did."),
    ]
    first = brief.remarks[0]
    assert (first.key, first.address, first.said_at) == (
        "disqus-900",
        "cow@farm.example",
        datetime(2020, 2, 29, 10, tzinfo=UTC),
    )
    assert [reason for _, reason in reasons(brief)] == [
        "other-post",
        "not-published",
        "unknown-parent",
    ]


@pytest.mark.parametrize("name", ["Lamps", "lamps", "72", "https://wexcombe.example/lamps"])
def test_thread_is_named(name):
    assert tree(read_fixture("disqus.xml", post=name)) == [(1, "Ada", "Light them.")]


def test_digest_of_comments_without_an_article_tells_threads_apart():
    ferry, lamps = read_fixture("disqus.xml"), read_fixture("disqus.xml", post="Lamps")
    assert digest(ferry) != digest(lamps)
    assert digest(ferry) == digest(read_fixture("disqus.xml"))


def test_export_without_threads_is_refused():
    data = (FIXTURES / "disqus.xml").read_bytes()
    empty = data[: data.index(b"<category")] + b"</disqus>"
    with pytest.raises(Refusal) as refusal:
        read_bytes(empty)
    assert refusal.value.code == "exchange.file.no-article"
