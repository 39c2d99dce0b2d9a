"""The brief of a debate: the article with its passages, and the comments below it in their threads."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from college.debates import permissions
from college.debates.queries import briefs, hearings, moves, positions, questions
from college.debates.rules import addresses, intake, quoting
from college.debates.rules.briefs import Rights
from college.record.charters import charter_in_force
from college.web.acts import member_of
from college.web.debates import finding
from college.web.debates.hearings import HeardLine
from college.web.debates.hearings import lines as heard_lines
from college.web.debates.viewpoints import trail
from college.web.prose import line
from college.web.public_cache import public

if TYPE_CHECKING:
    from college.debates.models import Brief, Debate, Passage, Remark


@dataclass(frozen=True, slots=True)
class Said:
    """A contribution that starts from exact words: where it stands, and who made it."""

    url: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class PieceLine:
    """A passage with what was made of it; ``quote`` is all of it, as an address carries it."""

    piece: briefs.Piece
    quote: str
    said: list[Said]


@dataclass(frozen=True, slots=True)
class Hidden:
    """So many passages one after the other that are not shown."""

    hidden: int


@dataclass(frozen=True, slots=True)
class RemarkLine:
    """A remark in a nested list, as in ``web/debates/threads.py``: ``closes`` lists end before it."""

    remark: "Remark"
    url: str
    quote: str
    said: list[Said]
    closes: range
    sibling: bool
    heard: tuple[HeardLine, ...] = ()


@public
@require_safe
def brief_page(request: HttpRequest, slug: str, public_id: str, page: int = 1) -> HttpResponse:
    """The article on the first page; a hundred remarks on each. Nine queries."""
    asked = questions.asked(slug)
    if asked is None:
        return finding.moved(request, slug)
    brief = briefs.by_id(asked.debate, public_id)
    if brief is None:
        raise Http404
    member = member_of(request)
    number = briefs.remarks_in(brief)
    pages = intake.pages(number)
    if not 1 <= page <= pages:
        raise Http404
    most = charter_in_force().lengths.quotation
    context = {
        "asked": asked,
        "debate": asked.debate,
        "brief": brief,
        "title": title_of(brief),
        "published": day_of(brief.published),
        "is_link": brief.source.startswith(("http://", "https://")),
        "is_full": brief.rights == Rights.FULL,
        "page": page,
        "pages": pages,
        "number": number,
        "remarks": _remarks(brief, page, most),
        "newer_url": addresses.brief(slug, public_id, page - 1) if page > 1 else "",
        "older_url": addresses.brief(slug, public_id, page + 1) if page < pages else "",
        "trail": trail(asked),
        "member": member,
        "may_quote": permissions.allows("may_mark_position", member, asked.debate),
        "leftovers": brief.unplaced if member == brief.imported_by else [],
    }
    if page == 1:
        context["pieces"] = _pieces(brief, everything=member is not None, most=most)
    return render(request, "debates/brief.html", context)


def of_debate(debate: "Debate") -> dict[str, object]:
    """What the page of a debate shows of its briefs, positions and moves. Four queries."""
    return {
        "briefs": [
            (title_of(brief), addresses.brief(debate.slug, brief.public_id))
            for brief in briefs.of_debate(debate)
        ],
        "missing": positions.missing(debate),
        "next_question": moves.next_question(debate),
    }


def title_of(brief: "Brief") -> str:
    """The article's title, or what stands for it."""
    return line(brief.title) or _("An article without a title")


def day_of(written: str) -> str:
    """A date that machines wrote as people read it; any other as it was written."""
    try:
        return date_format(datetime.fromisoformat(written), "DATE_FORMAT")
    except ValueError:
        return written


def said_of(contributions: list, slug: str) -> list[Said]:
    """Contributions in a line. No query when their authors are at hand."""
    return [
        Said(addresses.contribution(slug, one.public_id), one.kind, one.author.public_name)
        for one in contributions
    ]


def _pieces(brief: "Brief", *, everything: bool, most: int) -> list[PieceLine | Hidden]:
    """The article; what is not shown is told once for each run of it."""
    slug = brief.debate.slug
    lines: list[PieceLine | Hidden] = []
    for is_shown, run in groupby(
        briefs.pieces(brief, everything=everything), key=lambda piece: piece.is_shown
    ):
        if is_shown:
            lines += [PieceLine(p, whole(p.passage, most), said_of(p.said, slug)) for p in run]
        else:
            lines.append(Hidden(sum(1 for _piece in run)))
    return lines


def _remarks(brief: "Brief", page: int, most: int) -> dict[str, object]:
    """Lines of one page, nested, and the lists left to end after the last."""
    slug = brief.debate.slug
    stack: list[int] = []
    lines = []
    shown = briefs.heard(brief, page)
    heard = hearings.of_remarks([one.remark.pk for one in shown])
    for one in shown:
        depth = one.remark.depth
        closes = 0
        while len(stack) > 1 and stack[-1] > depth:
            stack.pop()
            closes += 1
        sibling = bool(stack) and depth <= stack[-1]
        if sibling:
            stack[-1] = depth
        else:
            stack.append(depth)
        url = addresses.remark(slug, one.remark.public_id)
        said = said_of(one.said, slug)
        quote = whole(one.remark, most)
        notices = heard_lines(heard.get(one.remark.pk, []))
        lines.append(RemarkLine(one.remark, url, quote, said, range(closes), sibling, notices))
    return {"lines": lines, "ends": range(len(stack))}


def whole(row: "Passage | Remark", most: int) -> str:
    """All the words of a passage or remark, as an address carries them. Empty where they are gone, or
    more than the ``most`` words that are quoted at once: then they have to be chosen."""
    words = row.text.words
    if not quoting.fits(words, most):
        return ""
    return quoting.written(quoting.whole(row.public_id, words))
