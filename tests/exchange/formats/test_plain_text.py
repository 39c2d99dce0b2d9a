"""Plain text of several shapes, each told from how it is set."""

from datetime import UTC, datetime

from college.debates.rules.briefs import PassageKind
from college.exchange.report import report
from tests.exchange.files import read_bytes, read_fixture, reasons, tree


def test_comments_with_says_and_reply_links():
    brief = read_fixture("says.txt")
    assert (brief.title, brief.author, brief.published) == (
        "Should the lido stay open in winter?",
        "Orla Penhallow",
        "3 November 2021",
    )
    assert tree(brief) == [
        (1, "Ned Farrow", "Heat it every day. My back will thank you.\n\nI would pay double."),
        (1, "Ione", '"Forty houses" is a strange measure. Whose houses?'),
        (1, "tolley_b", "I took that picture on\nFebruary 30, 2020\nas my daughter likes to say."),
        (1, "Ned Farrow", "Ione is right to ask."),
        (1, "Anonymous", "Weekends would do."),
    ]
    assert brief.remarks[0].said_at == datetime(2021, 11, 3, 8, 15, tzinfo=UTC)
    assert brief.remarks[4].said_at == datetime(2021, 11, 4, 0, 10, tzinfo=UTC)
    assert reasons(brief) == [
        (1, "before-article"),
        (3, "before-article"),
        (23, "not-article"),
        (34, "page-label"),
        (52, "no-such-date"),
        (66, "after-comments"),
        (68, "after-comments"),
    ]
    assert (brief.remarks[3].said, brief.remarks[3].said_at) == (
        "November 31, 2021 at 9:00 am",
        None,
    )


def test_article_above_comments_keeps_captions_headings_and_numbered_items():
    kinds = [(p.kind, p.credit) for p in read_fixture("says.txt").passages]
    assert kinds == [
        (PassageKind.PARAGRAPH, ""),
        (PassageKind.CAPTION, "Photo: Bram Tolley"),
        (PassageKind.HEADING, ""),
        (PassageKind.PARAGRAPH, ""),
        (PassageKind.ITEM, ""),
        (PassageKind.ITEM, ""),
        (PassageKind.ITEM, ""),
        (PassageKind.PARAGRAPH, ""),
    ]


def test_name_and_iso_date_on_one_line_with_indented_threads():
    brief = read_fixture("iso-dates.txt")
    assert (brief.author, brief.published, brief.announced_remarks) == (
        "Tamsin Oke",
        "2022-03-02",
        5,
    )
    assert tree(brief) == [
        (1, "Pell", "Until ten at night is what I need. I work\nin the day.\n\nWho else does?"),
        (2, "Orsolya", "Those with children do not."),
        (3, "Pell", "Mine are grown up."),
        (1, "Vic", "A camera does not help you find a book."),
        (2, "Pell", "Nor did some librarians."),
    ]
    assert brief.remarks[1].said_at == datetime(2022, 3, 2, 10, 2, tzinfo=UTC)
    assert brief.passages[0].words.startswith("The branch in Quay Street will open without staff")
    assert "\n" not in brief.passages[0].words, "lines broken at the margin run on"
    assert brief.passages[-1].kind is PassageKind.NOTE
    assert brief.unplaced == ()


def test_day_month_year_in_german_and_a_reply_by_name():
    brief = read_fixture("day-month.txt")
    assert tree(brief) == [
        (1, "Hinnerk", "Am Bahnhof ist kein Schatten."),
        (2, "Wiebke", "Dann pflanzt welche, also Bäume."),
        (1, "Ole", "Ich bin dagegen."),
    ]
    # 13/01 can be read one way only, and so tells how to read 12/01.
    assert brief.remarks[1].said_at == datetime(2022, 1, 12, 9, 5, tzinfo=UTC)


def test_article_without_comments():
    brief = read_fixture("no-comments.txt")
    assert (brief.title, brief.remarks, brief.announced_remarks, brief.unplaced) == (
        "Notes on a footbridge",
        (),
        None,
        (),
    )
    assert report(brief).items == 3


def test_numbered_threads_with_a_menu_above_and_right_aligned_numbers():
    brief = read_fixture("nested.txt")
    assert (brief.title, brief.author, brief.source) == (
        "The hedge between us",
        "Lior Castellane",
        "The Borough Letter",
    )
    assert tree(brief) == [
        (1, "Avis", "Birds first."),
        (
            1,
            "",
            "Children first. The corner is 1.2 m high:\n\n1. measure it\n2. cut it\n\nAvis\nwas there too.",
        ),
        (2, "Bo", "Both."),
        (3, "Avis", "How?"),
        (1, "Cleo", "Ask the school."),
    ]
    assert reasons(brief) == [
        (1, "before-article"),
        (3, "before-article"),
        (20, "not-article"),
        (22, "not-article"),
        (24, "count-differs"),
        (51, "no-such-date"),
        (56, "after-comments"),
        (58, "after-comments"),
    ]


BODY = (
    "A heading above\n\nBy Jane Doe\n\n"
    + "A paragraph that is long enough to be one. " * 3
    + "\n\n"
)


def test_ambiguous_and_relative_dates_name_no_moment_and_are_listed():
    text = BODY + "2 comments\n\nAda\n3/4/2022 10:00\n\nOne.\n\nBo\n3 days ago\n\nTwo.\n"
    brief = read_bytes(text.encode())
    assert [(r.said, r.said_at) for r in brief.remarks] == [
        ("3/4/2022 10:00", None),
        ("3 days ago", None),
    ]
    assert [reason for _, reason in reasons(brief)] == ["ambiguous-date", "relative-date"]


def test_same_comment_twice_is_kept_once_and_listed():
    twice = "Ada\n2022-01-01 10:00\n\nHello.\n\n" * 2
    brief = read_bytes((BODY + "2 comments\n\n" + twice).encode())
    assert len(brief.remarks) == 1
    assert [reason for _, reason in reasons(brief)] == ["repeated"]


def test_heading_that_announces_none_leaves_no_remarks():
    brief = read_bytes((BODY + "No comments\n\nPost a comment\n").encode())
    assert (brief.announced_remarks, brief.remarks) == (0, ())
    assert [reason for _, reason in reasons(brief)] == ["after-comments"]


def test_numbered_heading_within_an_article_is_no_comment_section():
    text = (
        BODY + "3 replies to critics\n\n" + "The first critic is wrong, and so are the others. " * 5
    )
    brief = read_bytes(text.encode())
    assert [p.kind for p in brief.passages] == [
        PassageKind.PARAGRAPH,
        PassageKind.HEADING,
        PassageKind.PARAGRAPH,
    ]


def test_hidden_marks_in_names_and_words_are_taken_out_and_listed():
    text = BODY + "1 comment\n\nA\u202eda\x00\n2022-01-01 10:00\n\nHel\x07lo \u2066you\u2069.\n"
    brief = read_bytes(text.encode())
    assert tree(brief) == [(1, "Ada", "Hello you.")]
    assert [reason for _, reason in reasons(brief)] == ["hidden-marks", "hidden-marks"]
    assert "U+0000 U+202E" in brief.unplaced[0].words


def test_thousands_of_nested_replies_are_lifted_to_the_last_level():
    lines = []
    for level in range(2000):
        pad = " " * (2 * level)
        lines.append(f"{pad}• Reader {level}\n{pad}  2022-01-01 10:00\n\n{pad}  Word {level}.\n")
    brief = read_bytes((BODY + "2000 comments\n\n" + "\n".join(lines)).encode())
    assert (len(brief.remarks), brief.depth) == (2000, 50)
    assert [reason for _, reason in reasons(brief)] == ["too-deep"]


def test_addresses_of_scripts_stay_inert_words():
    text = (
        BODY
        + "1 comment\n\nAda\n2022-01-01\n\njavascript:alert(1) <script>x</script> data:text/html,y\n"
    )
    words = "javascript:alert(1) <script>x</script> data:text/html,y"
    assert tree(read_bytes(text.encode())) == [(1, "Ada", words)]


def test_heading_that_announces_what_follows_is_taken_before_others():
    ada = "Ada\n2022-01-01\n\nHello.\n\n2 thoughts on this:\n\n"
    others = "Bo\n2022-01-02\n\nWell.\n\nCy\n2022-01-03\n\nYes.\n"
    brief = read_bytes((BODY + "1 comment\n\nShort.\n\n3 comments\n\n" + ada + others).encode())
    assert [pseudonym for _, pseudonym, _ in tree(brief)] == ["Ada", "Bo", "Cy"]
    assert brief.announced_remarks == 3


def test_comment_without_words_is_listed_and_its_answers_move_up():
    text = (
        "2 comments\n\n• Ada\n  2022-01-01\n\n  Reply\n\n    • Bo\n      2022-01-02\n\n      Why?\n"
    )
    brief = read_bytes((BODY + text).encode())
    assert tree(brief) == [(1, "Bo", "Why?")]
    assert [reason for _, reason in reasons(brief)] == [
        "empty-comment",
        "page-label",
        "unknown-parent",
    ]
