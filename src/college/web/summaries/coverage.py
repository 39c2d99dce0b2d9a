"""How much of the debate a version represents, from the document that was committed with it."""

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from college.debates.queries.badges import badges
from college.debates.queries.named import named
from college.debates.rules.order import shuffled
from college.summaries.queries import coverage as queries
from college.summaries.rules import addresses
from college.summaries.rules.coverage import Coverage, Covered, Omission, Omitted
from college.summaries.rules.parity import derived
from college.web.debates import finding
from college.web.public_cache import public
from college.web.summaries.finding import find, trail, version_or_404

if TYPE_CHECKING:
    from college.debates.models import Debate
    from college.debates.queries.badges import Badge
    from college.record.models import Text
    from college.summaries.models import Summary, Version

#: Width of a bar, in the units of its picture.
_WIDTH = 300
#: What was left out, on one page.
_PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class Row:
    """A viewpoint's figures with the lengths of its bars. ``space``: its share, in whole per cent;
    ``bar`` is ``None`` where it made no point that could be represented."""

    viewpoint: "Badge"
    of: Covered
    bar: int | None
    main_bar: int | None
    space_bar: int
    space: int


@dataclass(frozen=True, slots=True)
class Left:
    """What was left out: its page, its first words, and why, in the editors' words or by what it repeats."""

    path: str
    words: str
    reason: Omitted
    why: "Text | None"
    by_name: str
    repeats_path: str
    repeats_words: str


@public
@require_safe
def newest(request: HttpRequest, slug: str) -> HttpResponse:
    """Of the newest certified version."""
    asked, work = find(slug)
    if asked is None:
        return finding.moved(request, slug)
    if work is None or work.newest is None:
        raise Http404
    return of_version(request, slug, work.newest.number)


@public
@require_safe
def of_version(request: HttpRequest, slug: str, number: int, page: int = 1) -> HttpResponse:
    """Bars with the table behind them, and what was left out, a page at a time."""
    asked, work = find(slug)
    if asked is None:
        return finding.moved(request, slug)
    version = version_or_404(work, number)
    found = queries.read(version)
    context = {
        "asked": asked,
        "debate": asked.debate,
        "version": version,
        "found": found,
        "base": addresses.coverage(slug, number),
        "trail": trail(asked, version),
    }
    if found is not None:
        context |= _figures(asked.debate, found) | _left_out(version, found, page)
    return render(request, "summaries/coverage.html", context)


def _figures(debate: "Debate", found: Coverage) -> dict[str, object]:
    figures = derived(found)
    known = {
        b.public_id: b for b in badges(set(debate.viewpoints.values_list("pk", flat=True))).values()
    }
    shares = figures.shares or tuple(Fraction(0) for _one in found.viewpoints)
    rows = [
        _row(known[one.viewpoint], one, share)
        for one, share in zip(found.viewpoints, shares, strict=True)
    ]
    return {
        "figures": figures,
        "rows": shuffled(debate.public_id, rows, public_id=lambda row: row.viewpoint.public_id),
        "parity": _percent(figures.parity),
        "imbalance": _percent(figures.imbalance),
        "equal": _percent(Fraction(1, len(rows))) if rows else None,
        "even": round(_WIDTH / len(rows)) if rows else 0,
    }


def _row(viewpoint: "Badge", one: Covered, share: Fraction) -> Row:
    main = Fraction(one.main_represented, one.main) if one.main else None
    return Row(
        viewpoint=viewpoint,
        of=one,
        bar=None if one.share is None else round(_WIDTH * one.share),
        main_bar=None if main is None else round(_WIDTH * main),
        space_bar=round(_WIDTH * share),
        space=round(100 * share),
    )


def _left_out(version: "Version", found: Coverage, page: int) -> dict[str, object]:
    pages = max(1, -(-len(found.omissions) // _PER_PAGE))
    if not 1 <= page <= pages:
        raise Http404
    rows = found.omissions[(page - 1) * _PER_PAGE : page * _PER_PAGE]
    base = addresses.coverage(version.summary.debate.slug, version.number)
    return {
        "left": _left(version.summary, rows),
        "page": page,
        "newer_url": (f"{base}omitted/{page - 1}/" if page > 2 else base) if page > 1 else "",
        "older_url": f"{base}omitted/{page + 1}/" if page < pages else "",
    }


def _left(summary: "Summary", rows: tuple[Omission, ...]) -> list[Left]:
    things = named({row.contribution for row in rows} | {r.repeats for r in rows if r.repeats})
    reasons = queries.reasons(summary, [row.contribution for row in rows])
    left = []
    for row in rows:
        thing, kept = things[row.contribution], things.get(row.repeats)
        said = reasons.get(row.contribution)
        left.append(
            Left(
                path=thing.path,
                words=thing.words,
                reason=Omitted(row.reason),
                why=said.text if said else None,
                by_name=said.by.public_name if said else "",
                repeats_path=kept.path if kept else "",
                repeats_words=kept.words if kept else "",
            )
        )
    return left


def _percent(share: Fraction | None) -> int | None:
    return None if share is None else round(100 * share)
