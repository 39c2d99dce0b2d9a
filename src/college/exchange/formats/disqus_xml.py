"""Disqus's export: threads (pages of a site), then posts (comments), each naming its thread."""

import html
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from college.debates.rules.briefs import ArrivingBrief
from college.exchange.arriving.markup import blocks_of, paragraphs
from college.exchange.arriving.moments import Moment, read_moment
from college.exchange.arriving.passages import passages, pieces_of, with_notes
from college.exchange.arriving.posts import Choice, Offered
from college.exchange.arriving.source import Source
from college.exchange.arriving.threads import Comment, Gathered, arrange, check_number, content_key
from college.exchange.arriving.words import check_line, check_text, kept, one_line, web_address
from college.exchange.arriving.xml import elements, line_of, short_name, texts
from college.exchange.formats.recognise import Format
from college.exchange.unplaced import Leftovers, Reason

_WANTED = frozenset({"thread", "post"})
_PARENTS = frozenset({"disqus"})
_ID = "{http://disqus.com/disqus-internals}id"


@dataclass(frozen=True, slots=True)
class _Thread:
    number: str
    fields: dict[str, str]
    line: int
    author: str


def read_disqus_xml(source: Source, *, post: str | None) -> ArrivingBrief:
    """The thread named by title, id or address, or the one with most comments.

    The file is gone through twice, so that only one thread's comments are ever in memory.
    """
    threads, counts = _threads(source)
    leftovers = Leftovers()
    thread = _chosen(threads, counts, post, leftovers)
    check_number(counts[thread.number])
    gathered = Gathered()
    for name, element in _elements(source, leftovers, begin=0.4, end=1.0):
        if name == "post" and _child_id(element, "thread") == thread.number:
            _take(element, gathered, leftovers)
    return _brief(thread, gathered, leftovers)


def _elements(
    source: Source, leftovers: Leftovers, *, begin: float, end: float
) -> Iterator[tuple[str, Any]]:
    return elements(
        source, wanted=_WANTED, parents=_PARENTS, leftovers=leftovers, begin=begin, end=end
    )


def _threads(source: Source) -> tuple[list[_Thread], Counter[str]]:
    threads: list[_Thread] = []
    counts: Counter[str] = Counter()
    # What this first pass would list, the second lists again.
    for name, element in _elements(source, Leftovers(), begin=0.0, end=0.4):
        if name == "thread":
            author = _author(element).get("name", "")
            threads.append(_Thread(_id(element), texts(element), line_of(element), author))
        else:
            counts[_child_id(element, "thread")] += _is_shown(texts(element))
    return threads, counts


def _chosen(
    threads: list[_Thread], counts: Counter[str], post: str | None, leftovers: Leftovers
) -> _Thread:
    choice: Choice[_Thread] = Choice(post)
    for thread in threads:
        fields = thread.fields
        names = (fields.get("id", "").strip(), thread.number, fields.get("link", "").strip())
        title = html.unescape(fields.get("title", "")).strip()
        public = fields.get("isDeleted", "").strip() != "true"
        choice.take(Offered(title, names, thread.line, counts[thread.number], public), thread)
    return choice.settle(leftovers)


def _take(element: Any, gathered: Gathered, leftovers: Leftovers) -> None:
    line, fields = line_of(element), texts(element)
    comment = _comment(element, fields, line, leftovers)
    if _is_shown(fields) and comment.words:
        gathered.comments.append(comment)
        check_number(len(gathered.comments))
        return
    reason = Reason.EMPTY_COMMENT if _is_shown(fields) else Reason.NOT_PUBLISHED
    leftovers.add(line, f"{comment.pseudonym}: {comment.words[:200]}".strip(": "), reason)
    gathered.left_out[comment.key] = comment.parent


def _is_shown(fields: dict[str, str]) -> bool:
    return all(fields.get(name, "").strip() != "true" for name in ("isDeleted", "isSpam"))


def _comment(element: Any, fields: dict[str, str], line: int, leftovers: Leftovers) -> Comment:
    raw = check_text(fields.get("message", ""), line=line)
    words = paragraphs(kept(raw, line=line, leftovers=leftovers), line=line, leftovers=leftovers)
    author = _author(element)
    name = html.unescape(author.get("name", "") or author.get("username", ""))
    pseudonym = one_line(name, line=line, leftovers=leftovers)
    said = fields.get("createdAt", "").strip()[:40]
    moment = (read_moment(said) if said else None) or Moment(said, None)
    if said and moment.at is None:
        leftovers.add(line, said, moment.problem or Reason.NO_SUCH_DATE)
    number, parent = _id(element), _child_id(element, "parent")
    return Comment(
        key=f"disqus-{number}" if number else content_key(pseudonym, said, words),
        parent=f"disqus-{parent}" if parent else None,
        pseudonym=check_line(pseudonym, line=line, field="pseudonym"),
        said=said,
        said_at=moment.at,
        words=words,
        line=line,
        address=author.get("email", "").strip()[:320],
    )


def _author(element: Any) -> dict[str, str]:
    return next((texts(child) for child in element if short_name(child) == "author"), {})


def _id(element: Any) -> str:
    return str(element.get(_ID, "")).strip()[:40]


def _child_id(element: Any, name: str) -> str:
    return next((_id(child) for child in element if short_name(child) == name), "")


def _brief(thread: _Thread, gathered: Gathered, leftovers: Leftovers) -> ArrivingBrief:
    fields, line = thread.fields, thread.line
    title = one_line(html.unescape(fields.get("title", "")), line=line, leftovers=leftovers)
    author = one_line(html.unescape(thread.author), line=line, leftovers=leftovers)
    blocks = blocks_of(fields.get("message", ""), line=line, leftovers=leftovers, links=False)
    pieces = with_notes(pieces_of(blocks, title=title, line=line, leftovers=leftovers), author)
    return ArrivingBrief(
        format=Format.DISQUS_XML,
        title=check_line(title, line=line, field="title"),
        author=check_line(author, line=line, field="author"),
        source=web_address(fields.get("link", "")),
        published=one_line(fields.get("createdAt", ""), line=line, leftovers=leftovers)[:40],
        passages=passages(pieces),
        remarks=arrange(gathered, leftovers),
        unplaced=leftovers.rows(),
    )
