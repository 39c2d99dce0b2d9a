"""A WordPress export of one article with many comments, as a lively newspaper has them."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

_SENTENCES = (
    "I have crossed on that ferry every working day for eleven years.",
    "Nobody who wrote this has ever waited on the quay in January.",
    "What does the council pay for the road that runs beside the river?",
    "The figures in the third paragraph leave out everyone under sixteen.",
    "A bus was tried in 1998, and it was late on two days of every five.",
    "My sister sold her car because there is a ferry; she would have to buy one again.",
    "It is easy to be generous with what others pay.",
    "Has anybody asked the people on the far bank what they would rather have?",
)
_HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The River Post</title>
<item><title>The ferry we cannot afford to lose</title>
<link>https://paper.example/ferry-{count}/</link><dc:creator>ines</dc:creator>
<content:encoded><![CDATA[<p>The ferry costs more than it earns. So does every road.</p>
<p>Close it in winter and the far bank is an hour away.</p>]]></content:encoded>
<wp:post_id>{count}</wp:post_id><wp:post_name>ferry-{count}</wp:post_name>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
"""
_COMMENT = """<wp:comment><wp:comment_id>{number}</wp:comment_id>
<wp:comment_author><![CDATA[{name}]]></wp:comment_author>
<wp:comment_author_email>{name}@mail.example</wp:comment_author_email>
<wp:comment_date>{date}</wp:comment_date><wp:comment_date_gmt>{date}</wp:comment_date_gmt>
<wp:comment_content><![CDATA[{words}]]></wp:comment_content>
<wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type>
<wp:comment_parent>{parent}</wp:comment_parent></wp:comment>
"""
_BEGAN = datetime(2025, 1, 7, 6, 30, tzinfo=UTC)


def words(chosen: random.Random) -> str:
    """One to three paragraphs, some 60 words on average."""
    return "\n\n".join(
        " ".join(chosen.choices(_SENTENCES, k=chosen.randint(1, 4)))
        for _paragraph in range(chosen.randint(1, 3))
    )


def write(file: Path, count: int) -> None:
    """``count`` comments; three of five answer one of the thirty before them."""
    chosen = random.Random(count)
    with file.open("w", encoding="utf-8") as out:
        out.write(_HEAD.format(count=count))
        for number in range(1, count + 1):
            answers = number > 1 and chosen.random() < 0.6
            moment = _BEGAN + timedelta(minutes=7 * number)
            out.write(
                _COMMENT.format(
                    number=number,
                    name=f"reader{chosen.randrange(2000)}",
                    date=moment.strftime("%Y-%m-%d %H:%M:%S"),
                    words=words(chosen),
                    parent=chosen.randint(max(1, number - 30), number - 1) if answers else 0,
                )
            )
        out.write("</item></channel></rss>\n")
