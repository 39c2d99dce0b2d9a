"""Every way a file can be bad has its refusal, with the place; and nothing else is ever raised."""

import gzip
import io
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from college.exchange import limits
from college.exchange.formats.recognise import Format
from college.exchange.reading import read
from college.exchange.report import report
from college.ground.refusals import Refusal
from tests.exchange.files import FIXTURES, read_bytes
from tests.exchange.wxr import HEAD, TAIL, WpComment, item, item_head, wxr

GOOD = wxr(item([WpComment("1")]))
PAGE = (FIXTURES / "generic.html").read_bytes()
TEXT = (FIXTURES / "says.txt").read_bytes()


def refusal(data: bytes, **named: str | None) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refusal) as caught:
        read_bytes(data, **named)
    return caught.value.code.removeprefix("exchange.file."), caught.value.params


def zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("article.txt", b"0" * 1_000_000)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", "\ufeff \n".encode("utf-16")]
)
def test_empty_file(data):
    assert refusal(data) == ("empty", {})


def test_huge_file():
    size = limits.FILE_BYTES + 1
    assert refusal(b"x" * size)[0] == "too-large"
    assert refusal(b"x" * size)[1]["limit"] == limits.FILE_BYTES


def test_page_larger_than_a_page_can_be():
    data = b"Title\n\n" + b"Words. " * (limits.PAGE_BYTES // 7 + 1)
    assert refusal(data) == ("too-large", {"limit": limits.PAGE_BYTES, "found": len(data)})


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (zipped(), "zip"),
        (gzip.compress(b"0" * 1_000_000), "gzip"),
        (b"BZh91AY&SY" + b"\0" * 20, "bzip2"),
        (b"\xfd7zXZ\x00\x00", "xz"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"x" * 257 + b"ustar\0", "tar"),
    ],
)
def test_packed_file_is_refused_by_its_first_bytes_and_never_unpacked(data, kind):
    assert refusal(data) == ("archive", {"found": kind})


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"\xff\xd8\xff\xe0", "jpeg"),
        (b"\x00\x01\x02\x03" * 100, "unknown"),
    ],
)
def test_binary_file(data, kind):
    assert refusal(data) == ("binary", {"found": kind})


def test_wrong_encoding_names_line_and_byte():
    data = b"Title\n\nA caf\xe9 by the quay.\n"
    assert refusal(data) == (
        "encoding",
        {"line": 3, "byte": 12, "found": "e9", "tried": "utf-8"},
    )


def test_declared_encoding_that_does_not_hold_is_refused_where_it_breaks():
    data = b'<?xml version="1.0" encoding="windows-1252"?>\n<disqus>\n\x81\xe9</disqus>'
    code, params = refusal(data)
    assert (code, params["line"], params["found"]) == ("encoding", 3, "81")
    assert params["tried"] == "windows-1252"


def test_declared_encoding_is_read():
    data = PAGE.replace(b'charset="utf-8"', b'charset="iso-8859-1"').replace(b"Rudd", b"R\xfcdd")
    assert read_bytes(data).remarks[1].pseudonym == "Rüdd"


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_file_with_a_byte_order_mark_is_read(codec):
    text = TEXT.decode()
    assert read_bytes(text.encode(codec)) == read_bytes(TEXT)


@pytest.mark.parametrize(
    "data",
    [
        "Title\n\nCaf\u00e9".encode()[:-1],
        GOOD[: len(GOOD) // 2],
        GOOD[:-8],
        PAGE[: len(PAGE) // 2],
        PAGE.rstrip()[:-3],
    ],
)
def test_truncated_file(data):
    code, params = refusal(data)
    assert code == "truncated"
    assert params["line"] == data.count(b"\n") + (0 if data.endswith(b"\n") else 1)


def test_malformed_xml_names_line_and_column():
    data = GOOD.replace(b"</wp:comment_id>", b"</wp:comment_ix>")
    code, params = refusal(data)
    assert (code, set(params)) == ("malformed", {"line", "column"})
    assert params["line"] == data[: data.index(b"comment_ix")].count(b"\n") + 1


BOMB = b"""<?xml version="1.0"?>
<!-- innocent -->
<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>&b;</title></item></channel></rss>"""


def test_entity_expansion():
    assert refusal(BOMB) == ("entities", {"line": 3})


def test_entity_from_outside_is_never_fetched():
    outside = (
        b'<!DOCTYPE rss SYSTEM "file:///etc/passwd" [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    )
    begin, end = BOMB.index(b"<!DOCTYPE"), BOMB.index(b"<rss")
    assert refusal(BOMB[:begin] + outside + BOMB[end:]) == ("entities", {"line": 3})


def test_undeclared_entity_is_malformed():
    data = GOOD.replace(b"<![CDATA[It is cold.]]>", b"&nothing;")
    assert refusal(data)[0] in ("malformed", "truncated")


def test_xml_nested_too_deep():
    data = (HEAD + "<a>" * 300 + "</a>" * 300 + TAIL).encode()
    assert refusal(data) == ("nesting-too-deep", {"line": 11, "limit": 256})


def test_html_nested_too_deep():
    boxes = "<ol><li class='comment'>" * 10_000 + "</li></ol>" * 10_000
    code, params = refusal(f"<!doctype html><html><body>{boxes}</body></html>".encode())
    assert (code, params["limit"]) == ("nesting-too-deep", 2048)


def test_too_many_elements(monkeypatch):
    monkeypatch.setattr("college.exchange.arriving.xml.LIVE_ELEMENTS", 1000)
    many = item_head() + "<wp:postmeta/>" * 2000 + "</item>"
    assert refusal(wxr(many))[0] == "too-many-elements"


@pytest.mark.slow
def test_too_many_remarks():
    comments = [WpComment(str(at)) for at in range(limits.REMARKS + 1)]
    assert refusal(wxr(item(comments))) == (
        "too-many-remarks",
        {"limit": limits.REMARKS, "found": limits.REMARKS + 1},
    )


def test_too_many_passages():
    body = "\n\n".join(["Words."] * (limits.PASSAGES + 1))
    assert refusal(wxr(item([], body=body)))[0] == "too-many-passages"


def test_too_many_lines():
    assert refusal(b"Title\n" + b"\n" * limits.LINES + b"end\n")[0] == "too-many-lines"


def test_one_text_too_long():
    data = wxr(item([WpComment("1", words="x" * (limits.TEXT_BYTES + 1))]))
    code, params = refusal(data)
    assert (code, params["field"], params["limit"]) == ("text-too-long", "text", limits.TEXT_BYTES)
    assert params["line"] == data[: data.index(b"<wp:comment>")].count(b"\n") + 1


def test_pseudonym_too_long():
    data = wxr(item([WpComment("1", name="x" * 300)]))
    assert refusal(data)[1]["field"] == "pseudonym"


def test_node_larger_than_the_parser_takes():
    data = wxr(item([WpComment("1", words="x" * 11_000_000)]))
    assert refusal(data)[0] == "text-too-long"


@pytest.mark.parametrize("named", [known for known in Format if known is not Format.WORDPRESS_WXR])
def test_file_of_another_format_under_a_name(named):
    assert refusal(GOOD, format=named) == (
        "other-format",
        {"named": named, "found": "wordpress-wxr"},
    )


def test_file_of_no_known_format():
    code, params = refusal(b'{"comments": []}')
    assert (code, params["found"]) == ("unknown-format", "json")


def test_file_with_nothing_but_a_title():
    assert refusal(b"Hello\n") == ("no-article", {})


def test_article_named_that_a_page_does_not_hold():
    assert refusal(TEXT, post="Another")[0] == "no-such-post"
    assert read_bytes(TEXT, post="should the lido stay open in winter?").remarks


def test_path_that_cannot_be_read(tmp_path):
    for path in (tmp_path / "missing.txt", tmp_path):
        with pytest.raises(Refusal) as caught:
            read(path)
        assert caught.value.code == "exchange.file.unreadable"
        assert caught.value.params["name"] == path.name


_seeds = st.sampled_from([GOOD, PAGE, TEXT, (FIXTURES / "disqus.xml").read_bytes(), BOMB])
_pieces = st.sampled_from(
    [b"<", b">", b"]]>", b"<![CDATA[", b"\x00", b"\xff", b"&#0;", b"&#xD800;", b"\r", b"<!--",
     "\u202e".encode(), b"1. ", b"2 comments\n\n", b"February 30, 2022\n", b"<li class=comment>",
     b"<wp:comment>", b"<script>", b"</div>", b"<table><tr><td>"]
)  # fmt: skip


@st.composite
def _damaged(draw: st.DrawFn) -> bytes:
    data = draw(_seeds)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        end = draw(st.integers(at, min(len(data), at + 300)))
        data = (
            data[:at]
            + draw(_pieces | st.binary(max_size=5) | st.just(data[at:end] * 3))
            + data[end:]
        )
    return data


@given(st.binary(max_size=400) | _damaged(), st.sampled_from([None, *Format]))
@example(b"\xff\xfe\x00", None)
@example(b"<html", None)
def test_any_bytes_are_read_or_refused(data, named):
    try:
        brief = read_bytes(data, format=named)
    except Refusal:
        return
    assert report(brief).comments == len(brief.remarks)
    assert "\\x00" not in repr(brief)
