"""WordPress eXtended RSS: the export of a whole site, of which one post and its comments are read.

Versions 1.0 to 1.2 differ in nothing that is read here.
"""

import html
import re
import sys
from dataclasses import dataclass

from college.debates.rules.briefs import ArrivingBrief
from college.exchange.arriving.markup import blocks_of, paragraphs
from college.exchange.arriving.moments import Moment, read_moment
from college.exchange.arriving.passages import passages, pieces_of, with_notes
from college.exchange.arriving.posts import Choice, Offered
from college.exchange.arriving.source import Source
from college.exchange.arriving.threads import Comment, Gathered, arrange, check_number, content_key
from college.exchange.arriving.words import check_line, check_text, kept, one_line, web_address
from college.exchange.arriving.xml import elements, line_of, texts
from college.exchange.formats.recognise import Format
from college.exchange.limits import REMARKS
from college.exchange.unplaced import Leftovers, Reason

_WANTED = frozenset({"wp:author", "wp:comment", "item"})
_PARENTS = frozenset({"channel", "item"})
_POST_TYPES = frozenset({"post", "page", ""})
_APPROVED = frozenset({"1", "approve", "approved", ""})
_NO_MOMENT = "0000-00-00 00:00:00"
_CAPTION = re.compile(r"\[caption[^\]]{0,500}\](.*?)\[/caption\]", re.DOTALL | re.IGNORECASE)

#: What is read of a comment, and below how many characters a value is likely to come again.
_KEPT = (
    "wp:comment_id",
    "wp:comment_author",
    "wp:comment_author_email",
    "wp:comment_date",
    "wp:comment_date_gmt",
    "wp:comment_content",
    "wp:comment_approved",
    "wp:comment_type",
    "wp:comment_parent",
)
_OFTEN = 40

Fields = dict[str, str]
#: The values of _KEPT, and the line.
_Slim = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Post:
    """One item of the export, unread, with its comments and the line each begins on.

    ``number`` counts all comments; of more than the limit only the first are held.
    """

    fields: Fields
    line: int
    comments: list[_Slim]
    number: int


def read_wordpress_wxr(source: Source, *, post: str | None) -> ArrivingBrief:
    """The post named by title, slug, id or address, or the one with most comments."""
    leftovers = Leftovers()
    choice: Choice[_Post] = Choice(post)
    authors: Fields = {}
    comments: list[_Slim] = []
    shown = number = 0
    for name, element in elements(
        source, wanted=_WANTED, parents=_PARENTS, leftovers=leftovers, end=0.8
    ):
        fields = texts(element)
        if name == "wp:author":
            login = fields.get("wp:author_login", "")
            authors[login] = fields.get("wp:author_display_name", "") or login
        elif name == "wp:comment":
            number += 1
            shown += _is_shown(fields)
            if number <= REMARKS:
                comments.append(_slim(fields, line_of(element)))
        else:
            line = line_of(element)
            if fields.get("wp:post_type", "") in _POST_TYPES:
                choice.take(_offered(fields, line, shown), _Post(fields, line, comments, number))
            comments, shown, number = [], 0, 0
    meant = choice.settle(leftovers)
    check_number(meant.number)
    return _brief(source, meant, authors, leftovers)


def _offered(fields: Fields, line: int, shown: int) -> Offered:
    names = tuple(fields.get(name, "").strip() for name in ("wp:post_name", "wp:post_id", "link"))
    public = fields.get("wp:status", "").strip() in ("publish", "")
    return Offered(html.unescape(fields.get("title", "")).strip(), names, line, shown, public)


def _brief(source: Source, post: _Post, authors: Fields, leftovers: Leftovers) -> ArrivingBrief:
    fields, line = post.fields, post.line
    title = one_line(html.unescape(fields.get("title", "")), line=line, leftovers=leftovers)
    creator = fields.get("dc:creator", "")
    author = one_line(authors.get(creator, creator), line=line, leftovers=leftovers)
    body = _CAPTION.sub(r"<figcaption>\1</figcaption>", fields.get("content:encoded", ""))
    blocks = blocks_of(body, line=line, leftovers=leftovers, keep_lines=True, links=False)
    pieces = with_notes(pieces_of(blocks, title=title, line=line, leftovers=leftovers), author)
    return ArrivingBrief(
        format=Format.WORDPRESS_WXR,
        title=check_line(title, line=line, field="title"),
        author=check_line(author, line=line, field="author"),
        source=web_address(fields.get("link", "")),
        published=one_line(fields.get("wp:post_date", ""), line=line, leftovers=leftovers)[:40],
        passages=passages(pieces),
        remarks=arrange(_gather(source, post.comments, leftovers), leftovers),
        unplaced=leftovers.rows(),
    )


def _slim(fields: Fields, line: int) -> _Slim:
    """A comment as it waits for the end of its article: what often repeats is kept once."""
    values = (fields.get(name, "") for name in _KEPT)
    return *(sys.intern(value) if len(value) < _OFTEN else value for value in values), str(line)


def _gather(source: Source, comments: list[_Slim], leftovers: Leftovers) -> Gathered:
    gathered = Gathered()
    many = len(comments)
    comments.reverse()
    while comments:
        # Taken from the list, so that no comment is held twice: exports are large.
        *values, written = comments.pop()
        fields, line = dict(zip(_KEPT, values, strict=True)), int(written)
        number = many - len(comments)
        comment = _comment(fields, line, leftovers)
        if (reason := _why_left_out(fields, comment)) is None:
            gathered.comments.append(comment)
        else:
            leftovers.add(line, f"{comment.pseudonym}: {comment.words[:200]}".strip(": "), reason)
            gathered.left_out[comment.key] = comment.parent
        if not number % 500:
            source.report(0.8 + 0.2 * number / many)
    return gathered


def _why_left_out(fields: Fields, comment: Comment) -> Reason | None:
    if fields.get("wp:comment_type", "").strip() in ("pingback", "trackback"):
        return Reason.PINGBACK
    if not _is_shown(fields):
        return Reason.NOT_PUBLISHED
    return None if comment.words else Reason.EMPTY_COMMENT


def _is_shown(fields: Fields) -> bool:
    """Whether the site itself shows this comment: not spam, trash, waiting, or a pingback."""
    approved = fields.get("wp:comment_approved", "").strip() in _APPROVED
    return approved and fields.get("wp:comment_type", "").strip() in ("", "comment")


def _comment(fields: Fields, line: int, leftovers: Leftovers) -> Comment:
    raw = check_text(fields.get("wp:comment_content", ""), line=line)
    body = kept(raw, line=line, leftovers=leftovers)
    words = paragraphs(body, line=line, leftovers=leftovers, keep_lines=True)
    name = html.unescape(fields.get("wp:comment_author", ""))
    pseudonym = one_line(name, line=line, leftovers=leftovers)
    moment = _moment(fields)
    if moment.problem:
        leftovers.add(line, moment.said, moment.problem)
    number = fields.get("wp:comment_id", "").strip()[:40]
    parent = fields.get("wp:comment_parent", "").strip()[:40]
    return Comment(
        key=f"wp-{number}" if number else content_key(pseudonym, moment.said, words),
        parent=None if parent in ("", "0") else f"wp-{parent}",
        pseudonym=check_line(pseudonym, line=line, field="pseudonym"),
        said=moment.said,
        said_at=moment.at,
        words=words,
        line=line,
        address=fields.get("wp:comment_author_email", "").strip()[:320],
    )


def _moment(fields: Fields) -> Moment:
    """Local time as it was shown; the moment from the time in GMT where the export has it."""
    local, gmt = (
        fields.get(name, "").strip()[:40] for name in ("wp:comment_date", "wp:comment_date_gmt")
    )
    said = local or gmt
    exact = gmt if gmt and gmt != _NO_MOMENT else local
    moment = read_moment(exact) if exact else Moment("", None)
    return (
        Moment(said, moment.at, moment.problem)
        if moment
        else Moment(said, None, Reason.NO_SUCH_DATE)
    )
