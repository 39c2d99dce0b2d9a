"""WordPress exports: one post of possibly many, its comments and their threads."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.debates.rules.briefs import PassageKind
from college.exchange.reading import digest, read
from college.ground.refusals import Refusal
from tests.exchange.files import read_bytes, reasons, tree
from tests.exchange.wxr import WpComment, item, write_many, wxr


def test_post_with_its_display_author_body_and_comments():
    body = (
        "First.\n\n<h2>Why</h2>\n[caption id='a']<img src='x' /> The pool. (Ann/AP)[/caption]\n\n"
        "<ul><li>one</li><li>two</li></ul>\n<em>Orla Penhallow swims.</em>"
    )
    comments = [
        WpComment("1", name="Ned & Co", words="A < B\nnext\n\nSecond", gmt="2021-11-03 07:15:00",
                  email="ned@farm.example"),
        WpComment("2", parent="1", name="Ione"),
    ]  # fmt: skip
    brief = read_bytes(wxr(item(comments, title="The lido & us", body=body)))
    assert (brief.title, brief.author, brief.source, brief.published) == (
        "The lido & us",
        "Orla Penhallow",
        "https://wexcombe.example/lido/",
        "2021-11-03 06:00:00",
    )
    assert [(p.kind, p.words, p.credit) for p in brief.passages] == [
        (PassageKind.PARAGRAPH, "First.", ""),
        (PassageKind.HEADING, "Why", ""),
        (PassageKind.CAPTION, "The pool.", "Ann/AP"),
        (PassageKind.ITEM, "one", ""),
        (PassageKind.ITEM, "two", ""),
        (PassageKind.NOTE, "Orla Penhallow swims.", ""),
    ]
    assert tree(brief) == [(1, "Ned & Co", "A < B\nnext\n\nSecond"), (2, "Ione", "Words.")]
    first = brief.remarks[0]
    assert (first.key, first.address) == ("wp-1", "ned@farm.example")
    assert (first.said, first.said_at) == (
        "2021-11-03 08:15:00",
        datetime(2021, 11, 3, 7, 15, tzinfo=UTC),
    )
    assert "192.0.2.7" not in repr(brief)


def test_post_with_most_comments_is_taken_and_the_others_listed():
    small, large = [WpComment("1")], [WpComment("2"), WpComment("3")]
    data = wxr(item(small, title="Small", slug="small"), item(large, title="Large", slug="large"))
    brief = read_bytes(data)
    assert (brief.title, len(brief.remarks)) == ("Large", 2)
    assert [(row.words, str(row.reason)) for row in brief.unplaced] == [("Small (1)", "other-post")]


@pytest.mark.parametrize("name", ["Small", "small", "https://wexcombe.example/small/"])
def test_post_is_named_by_title_slug_or_address(name):
    large = [WpComment("2"), WpComment("3")]
    data = wxr(item([], title="Small", slug="small"), item(large, title="Large", slug="large"))
    assert read_bytes(data, post=name).title == "Small"


def test_posts_equal_in_comments_have_to_be_named():
    data = wxr(item([], title="One", slug="one"), item([], title="Two", slug="two"))
    with pytest.raises(Refusal) as refusal:
        read_bytes(data)
    assert (refusal.value.code, refusal.value.params) == (
        "exchange.file.several-posts",
        {"found": ("One", "Two")},
    )


def test_post_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(Refusal) as refusal:
        read_bytes(wxr(item([])), post="nothing")
    assert (refusal.value.code, refusal.value.params) == (
        "exchange.file.no-such-post",
        {"post": "nothing", "found": ("The lido",)},
    )


def test_comments_the_site_does_not_show_are_listed_and_their_answers_move_up():
    comments = [
        WpComment("1"),
        WpComment("2", parent="1", approved="spam"),
        WpComment("3", parent="2", words="To spam."),
        WpComment("4", kind="pingback"),
        WpComment("5", words="  "),
        WpComment("6", parent="77", words="To nothing."),
        WpComment("7", parent="8", words="Circle"),
        WpComment("8", parent="7", words="Round"),
        WpComment("9", date="2021-02-30 10:00:00", words="Never."),
    ]
    brief = read_bytes(wxr(item(comments)))
    assert [(level, words) for level, _, words in tree(brief)] == [
        (1, "Words."),
        (2, "To spam."),
        (1, "To nothing."),
        (1, "Circle"),
        (2, "Round"),
        (1, "Never."),
    ]
    assert sorted(reason for _, reason in reasons(brief)) == [
        "empty-comment",
        "no-such-date",
        "not-published",
        "pingback",
        "reply-loop",
        "unknown-parent",
        "unknown-parent",
    ]


def test_duplicate_ids_are_both_kept_and_keep_their_keys_in_any_order():
    one, other = WpComment("1", words="One"), WpComment("1", words="Other")
    brief = read_bytes(wxr(item([one, other, one])))
    assert [remark.words for remark in brief.remarks] == ["One", "Other"]
    assert [reason for _, reason in reasons(brief)] == ["duplicate-id", "repeated"]
    assert read_bytes(wxr(item([one, other, one]))) == brief


@pytest.mark.slow
def test_ten_thousand_nested_replies_are_kept_without_recursion():
    comments = [WpComment(str(at), parent=str(at - 1), words=f"W{at}") for at in range(1, 10_001)]
    brief = read_bytes(wxr(item(comments)))
    assert (len(brief.remarks), brief.depth) == (10_000, 50)
    assert [reason for _, reason in reasons(brief)] == ["too-deep"]
    assert [remark.words for remark in brief.remarks][-1] == "W10000"


def test_control_characters_in_a_comment_are_taken_out_and_listed():
    data = wxr(item([WpComment("1", name="A\u202eda", words="Hel\x08lo\x00")]))
    brief = read_bytes(data)
    assert tree(brief) == [(1, "Ada", "Hello")]
    assert [reason for _, reason in reasons(brief)] == ["hidden-marks"] * 3


def test_active_content_and_addresses_of_scripts_are_dropped_and_listed():
    raw = wxr(item([WpComment("1", words="MARK")])).replace(
        b"MARK",
        b"<b onclick='x()'>Hi</b> <a href='javascript:x()'>you</a><iframe src='https://x.example'>"
        b"</iframe><script>x()</script> <a href='https://a.example/b'>there</a>",
    )
    brief = read_bytes(raw)
    assert tree(brief) == [(1, "Ned", "Hi you there (https://a.example/b)")]
    assert [reason for _, reason in reasons(brief)] == [
        "active-content",
        "link-dropped",
        "active-content",
        "active-content",
    ]


def test_importing_again_with_more_comments_keeps_keys_and_digest():
    before = read_bytes(wxr(item([WpComment("1")])))
    after = read_bytes(wxr(item([WpComment("1"), WpComment("2", words="New.")])))
    assert digest(after) == digest(before)
    assert after.remarks[0] == before.remarks[0]


def test_progress_never_goes_back_and_ends_at_the_whole(tmp_path):
    path = tmp_path / "many.xml"
    with path.open("wb") as file:
        write_many(file, 1200)
    seen: list[tuple[int, int]] = []
    read(path, progress=lambda done, total: seen.append((done, total)))
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1] == (path.stat().st_size, path.stat().st_size)


_MEASURE = """
import re, sys
from pathlib import Path
from college.exchange.reading import read
brief = read(sys.argv[1])
# Not getrusage: its peak is inherited from the process that started this one.
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]
print(len(brief.remarks), brief.depth, peak)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is asked of Linux")
@pytest.mark.slow
def test_ten_thousand_comments_are_read_within_a_hundred_megabytes(tmp_path: Path):
    path = tmp_path / "many.xml"
    with path.open("wb") as file:
        write_many(file, 10_000)
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, str(path)], capture_output=True, text=True, check=True
    )
    remarks, depth, kilobytes = map(int, done.stdout.split())
    assert (remarks, depth) == (10_000, 2)
    assert kilobytes < 100 * 1024


#: Letters of several scripts, and what markup is made of; white space is WordPress's to change.
_words = st.text(alphabet="ab <>&;'\"]é‘ß語ع#1", min_size=1).map(
    lambda text: " ".join(text.split())
)
_trees = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), _words.filter(bool), _words),
    min_size=1,
    max_size=25,
)


@given(_trees)
def test_any_tree_of_comments_survives_being_written_and_read(rows):
    comments, parents = [], []
    for at, (chance, words, name) in enumerate(rows):
        # Each answers an earlier one or none.
        parent = int(chance * (at + 1))
        parents.append(parent)
        comments.append(WpComment(str(at + 1), parent=str(parent), words=words, name=name))
    brief = read_bytes(wxr(item(comments)))
    found = {remark.key: remark for remark in brief.remarks}
    assert len(found) == len(rows)
    for at, (_, words, name) in enumerate(rows):
        remark = found[f"wp-{at + 1}"]
        assert (remark.words, remark.pseudonym) == (words, name)
        assert remark.parent == (f"wp-{parents[at]}" if parents[at] else None)
