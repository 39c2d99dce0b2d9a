"""Writes WordPress exports for tests: small ones from a table, large ones from a number."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import BinaryIO
from xml.sax.saxutils import escape as xml_escape

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>The Wexcombe Post</title>
<wp:author><wp:author_login>orla</wp:author_login>
<wp:author_display_name><![CDATA[Orla Penhallow]]></wp:author_display_name></wp:author>
"""
TAIL = "</channel>\n</rss>\n"


@dataclass(frozen=True)
class WpComment:
    number: str
    parent: str = "0"
    name: str = "Ned"
    words: str = "Words."
    date: str = "2021-11-03 08:15:00"
    gmt: str = ""
    approved: str = "1"
    kind: str = "comment"
    email: str = ""


def comment(item: WpComment) -> str:
    """One comment, its words as WordPress stores typed text: HTML's own characters escaped."""
    words = escape(item.words, quote=False).replace("]]>", "]]]]><![CDATA[>")
    return (
        f"<wp:comment>\n<wp:comment_id>{item.number}</wp:comment_id>\n"
        f"<wp:comment_author><![CDATA[{escape(item.name)}]]></wp:comment_author>\n"
        f"<wp:comment_author_email>{xml_escape(item.email)}</wp:comment_author_email>\n"
        f"<wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>\n"
        f"<wp:comment_date>{item.date}</wp:comment_date>\n"
        f"<wp:comment_date_gmt>{item.gmt}</wp:comment_date_gmt>\n"
        f"<wp:comment_content><![CDATA[{words}]]></wp:comment_content>\n"
        f"<wp:comment_approved>{item.approved}</wp:comment_approved>\n"
        f"<wp:comment_type>{item.kind}</wp:comment_type>\n"
        f"<wp:comment_parent>{item.parent}</wp:comment_parent>\n</wp:comment>\n"
    )


def item_head(title: str = "The lido", slug: str = "lido", body: str = "It is cold.") -> str:
    return (
        f"<item>\n<title>{escape(title)}</title>\n<link>https://wexcombe.example/{slug}/</link>\n"
        "<dc:creator>orla</dc:creator>\n"
        f"<content:encoded><![CDATA[{body}]]></content:encoded>\n"
        f"<wp:post_id>17</wp:post_id>\n<wp:post_date>2021-11-03 06:00:00</wp:post_date>\n"
        f"<wp:post_name>{slug}</wp:post_name>\n<wp:status>publish</wp:status>\n"
        "<wp:post_type>post</wp:post_type>\n"
    )


def item(comments: Iterable[WpComment], **head: str) -> str:
    return item_head(**head) + "".join(map(comment, comments)) + "</item>\n"


def wxr(*items: str) -> bytes:
    """A whole export of these items."""
    return (HEAD + "".join(items) + TAIL).encode()


def write_many(
    file: BinaryIO, number: int, *, words: str = "All of this has been said before. "
) -> None:
    """An export with ``number`` comments, every third an answer to the one before it."""
    file.write((HEAD + item_head()).encode())
    for at in range(1, number + 1):
        parent = str(at - 1) if at % 3 == 0 else "0"
        body = f"{words * 12}\n\n<b>Number</b> {at}, see https://e.example/?a=1&b={at}"
        text = comment(WpComment(str(at), parent, name=f"Reader {at % 97}", words="MARK"))
        file.write(text.replace("MARK", body).encode())
    file.write(("</item>\n" + TAIL).encode())
