"""Exact words of the brief with who said them: wherever they are shown, they are signed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from college.debates.models import Passage, Quotation, Remark
from college.debates.rules import addresses


@dataclass(frozen=True, slots=True)
class Quoted:
    """Exact words, and their signature. ``subject`` and ``url`` are of the passage or remark itself.

    ``name`` is who commented (empty: unnamed) or wrote the article; ``title`` the article's.
    ``said_at`` is when a comment was made, ``said`` the same as its source wrote it. Where the words are
    gone, ``words`` is empty and ``gone`` says how: withdrawn, withheld, restricted or erased.
    """

    words: str
    subject: str
    is_remark: bool
    url: str = ""
    name: str = ""
    title: str = ""
    said: str = ""
    said_at: datetime | None = None
    gone: str = ""


def of_contributions(keys: Iterable[int]) -> dict[int, list[Quoted]]:
    """What contributions quote, by their keys, in the order in which they do. One query."""
    found: dict[int, list[Quoted]] = defaultdict(list)
    rows = Quotation.objects.filter(contribution__in=keys).order_by("id")
    for row in rows.values_list(*_COLUMNS, named=True):
        found[row.contribution_id].append(_remark(row) if row.remark_id else _passage(row))
    return found


def of_source(row: Passage | Remark, *, start: int, end: int) -> Quoted:
    """Words of a passage or remark that is at hand with its text, brief, title, debate and, for a
    remark, the member who put a name to it. No query."""
    slug, text = row.brief.debate.slug, row.text
    words, gone = text.words[start:end], _gone(text.state, text.ground)
    if isinstance(row, Remark):
        if row.restricted_at is not None and not gone:
            words, gone = "", "restricted"
        return Quoted(
            words,
            row.public_id,
            is_remark=True,
            url=addresses.remark(slug, row.public_id),
            name=row.claimed_by.public_name if row.claimed_by else row.pseudonym,
            said=row.said,
            said_at=row.said_at,
            gone=gone,
        )
    return Quoted(
        words,
        row.public_id,
        is_remark=False,
        url=addresses.passage(slug, row.public_id),
        name=row.brief.author,
        title=row.brief.title.words,
        gone=gone,
    )


_COLUMNS = (
    "contribution_id",
    "contribution__debate__slug",
    "start",
    "end",
    "remark_id",
    "passage__public_id",
    "passage__text__body",
    "passage__text__state",
    "passage__text__ground",
    "passage__brief__author",
    "passage__brief__title__body",
    "passage__brief__title__state",
    "remark__public_id",
    "remark__text__body",
    "remark__text__state",
    "remark__text__ground",
    "remark__pseudonym",
    "remark__claimed_by__public_name",
    "remark__said",
    "remark__said_at",
    "remark__restricted_at",
)


def _remark(r: Any) -> Quoted:
    gone = _gone(r.remark__text__state, r.remark__text__ground)
    if r.remark__restricted_at is not None and not gone:
        gone = "restricted"
    words = "" if gone else _words(r.remark__text__body, r.remark__text__state)
    return Quoted(
        words[r.start : r.end],
        r.remark__public_id,
        is_remark=True,
        url=addresses.remark(r.contribution__debate__slug, r.remark__public_id),
        name=r.remark__claimed_by__public_name or r.remark__pseudonym,
        said=r.remark__said,
        said_at=r.remark__said_at,
        gone=gone,
    )


def _passage(r: Any) -> Quoted:
    return Quoted(
        _words(r.passage__text__body, r.passage__text__state)[r.start : r.end],
        r.passage__public_id,
        is_remark=False,
        url=addresses.passage(r.contribution__debate__slug, r.passage__public_id),
        name=r.passage__brief__author,
        title=_words(r.passage__brief__title__body, r.passage__brief__title__state),
        gone=_gone(r.passage__text__state, r.passage__text__ground),
    )


def _gone(state: str, ground: str) -> str:
    if state == "open":
        return ""
    if state == "withheld":
        return "withheld"
    return "withdrawn" if ground == "withdrawn" else "erased"


def _words(body: bytes | None, state: str | None) -> str:
    """The words of a text: empty unless it is open."""
    return bytes(body).decode() if body is not None and state == "open" else ""
