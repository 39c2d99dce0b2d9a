"""Saved pages: WordPress's comment lists, flat lists with levels, schema.org's marks."""

from datetime import UTC, datetime

from college.debates.rules.briefs import PassageKind
from tests.exchange.files import read_bytes, read_fixture, reasons, tree


def test_generic_page_with_schema_marks():
    brief = read_fixture("generic.html")
    assert (brief.title, brief.author, brief.source) == (
        "The ferry that nobody misses",
        "Ida Quill",
        "https://wexcombe.example/ferry",
    )
    assert tree(brief) == [
        (1, "Cow&Calf", "Ask him.\n\nSee the times (https://ferry.example/times), this and that."),
        (2, "Rudd", "I did.\nHe laughed."),
        (1, "dduR", "> He laughed.\n\n- ha\n- ha"),
    ]
    assert [(remark.said, remark.said_at) for remark in brief.remarks] == [
        ("29 February 2020", datetime(2020, 2, 29, 10, tzinfo=UTC)),
        ("29 February 2021", None),
        ("3 days ago", None),
    ]
    assert [reason for _, reason in reasons(brief)] == [
        "link-dropped",
        "link-dropped",
        "active-content",
        "no-such-date",
        "relative-date",
        "hidden-marks",
        "empty-comment",
    ]


def test_generic_page_gives_its_article_and_nothing_of_its_frame():
    passages = [(p.kind, p.words[:20]) for p in read_fixture("generic.html").passages]
    assert passages[-5:] == [
        (PassageKind.HEADING, "Who goes where"),
        (PassageKind.PARAGRAPH, "The bridge is nine m"),
        (PassageKind.ITEM, "nine miles by road"),
        (PassageKind.ITEM, "three hundred yards "),
        (PassageKind.PARAGRAPH, "Nobody has asked the"),
    ]
    assert "Front page" not in [words for _, words in passages]


def test_flat_list_takes_threads_from_its_levels_and_lists_pingbacks():
    brief = read_fixture("flat-depth.html")
    assert [remark.key for remark in brief.remarks] == ["wp-5", "wp-6", "wp-7", "wp-9"]
    assert tree(brief) == [
        (1, "Ada", "Light them.\n\nAll of them."),
        (2, "Bo", "Half of them."),
        (3, "Ada", "Which half?"),
        (1, "Cy", "Sleep."),
    ]
    assert brief.remarks[0].said_at == datetime(2021, 11, 3, 8, 15, tzinfo=UTC)
    assert [reason for _, reason in reasons(brief)] == ["pingback"]


def page(comments: str, body: str = "<p>" + "The quay is dark at night. " * 20 + "</p>") -> bytes:
    article = f"<article><h1>Quay</h1>{body}</article>"
    return f"<!doctype html><html><body>{article}{comments}</body></html>".encode()


def test_duplicate_ids_are_both_kept_and_listed():
    one = '<li class="comment" id="comment-1"><cite class="fn">{}</cite><p>{}</p></li>'
    brief = read_bytes(page(f"<ol>{one.format('Ada', 'One')}{one.format('Bo', 'Two')}</ol>"))
    assert [remark.words for remark in brief.remarks] == ["One", "Two"]
    assert len({remark.key for remark in brief.remarks}) == 2
    assert [reason for _, reason in reasons(brief)] == ["duplicate-id"]


def test_nested_replies_beyond_the_last_level_are_lifted():
    number = 300
    box = '<ol><li class="comment" id="comment-{0}"><div class="comment-content">W{0}</div>'
    nested = "".join(box.format(at) for at in range(number)) + "</li></ol>" * number
    brief = read_bytes(page(nested))
    assert (len(brief.remarks), brief.depth) == (number, 50)
    assert [reason for _, reason in reasons(brief)] == ["too-deep"]


def test_caption_keeps_its_place_and_credit():
    long = "The quay is dark at night, and the lamps are out. " * 10
    figure = "<figure><img src='x'><figcaption>The quay. (Ada/AP)</figcaption></figure>"
    body = f"<p>{long}</p>{figure}<p>{long}</p>"
    kinds = [(p.kind, p.words[:9], p.credit) for p in read_bytes(page("", body)).passages]
    assert kinds == [
        (PassageKind.PARAGRAPH, "The quay ", ""),
        (PassageKind.CAPTION, "The quay.", "Ada/AP"),
        (PassageKind.PARAGRAPH, "The quay ", ""),
    ]
