"""Pages of figures: every item of a quiz, one item, and what takers know of each viewpoint's arguments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, overload

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from college.debates.rules.order import shuffled
from college.quizzes.queries import attempts, quizzes
from college.quizzes.queries import figures as queries
from college.quizzes.rules import addresses
from college.quizzes.rules.content import Content
from college.quizzes.rules.life import ItemKind
from college.quizzes.rules.remarks import Difference
from college.quizzes.rules.tallies import ABOVE, BELOW, WITHIN
from college.record.charters import charter_in_force
from college.web.committees.pictures import Bar
from college.web.debates import finding
from college.web.debates.viewpoints import trail
from college.web.public_cache import public
from college.web.quizzes import previews

if TYPE_CHECKING:
    from college.debates.models import QuestionWording
    from college.quizzes.models import Quiz
    from college.quizzes.queries.figures import Compared, Figures, ItemRow, Known

#: Width of a bar, in the units of its picture, and the largest difference that a picture has room for.
_WIDTH, _FARTHEST = 200, 4000


@dataclass(frozen=True, slots=True)
class Picked:
    """An answer of an item: how many chose it, and whether those were right elsewhere (hundredths)."""

    words: str
    right: bool
    chosen: int
    share: int
    bar: Bar
    correlation: str


@dataclass(frozen=True, slots=True)
class Span:
    """A difference with its interval, in deltas; its picture goes from −4 to 4."""

    of: "Compared"
    d: str
    low: str
    high: str
    bar: Bar


@public
@require_safe
def index(request: HttpRequest, slug: str) -> HttpResponse:
    """Every item that was ever in the quiz."""
    asked, quiz = _find(slug)
    if asked is None or quiz is None:
        return finding.moved(request, slug)
    found = queries.newest(quiz)
    rows = [_line(slug, row) for row in found.rows] if found else []
    context = _context(asked, quiz, found) | {
        "rows": rows,
        "trail": [*trail(asked), (_("Quiz"), addresses.quiz(slug))],
        "reliability": _hundredths(found.document["reliability"]) if found else "",
    }
    return render(request, "quizzes/figures.html", context)


@public
@require_safe
def item(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """One item: what it asks, its key, and all its figures."""
    asked, quiz = _find(slug)
    if asked is None or quiz is None:
        return finding.moved(request, slug)
    found = queries.newest(quiz)
    row = found.row(public_id) if found else None
    if found is None or row is None:
        raise Http404
    sides = [_Named(one.public_id, one.letter) for one in found.sides.values()]
    context = _context(asked, quiz, found) | _line(slug, row)
    context |= {
        "shown": previews.of(row.content, sides) if row.content else None,
        "sentences": attempts.sentences(row.item, row.content) if row.content else [],
        "picked": _picked(row.content, row.told) if row.content and row.told else [],
        "history": [
            (tally, [span for one in compared if (span := _span(one))])
            for tally, compared in queries.history(quiz, public_id)
        ],
        "names": {one: badge.letter for one, badge in found.sides.items()},
        "slope": _hundredths(row.model["a"]) if row.model else "",
        "difficulty": _hundredths(row.model["b"]) if row.model else "",
        "trail": [
            *trail(asked),
            (_("Quiz"), addresses.quiz(slug)),
            (_("Figures"), addresses.figures(slug)),
        ],
    }
    return render(request, "quizzes/item_figures.html", context)


@public
@require_safe
def knowledge(request: HttpRequest, slug: str) -> HttpResponse:
    """What those who took the quiz know of each viewpoint's arguments, in equal columns."""
    asked, quiz = _find(slug)
    if asked is None or quiz is None:
        return finding.moved(request, slug)
    found = queries.newest(quiz)
    columns = [_column(slug, one) for one in found.knowledge] if found else []
    context = _context(asked, quiz, found) | {
        "columns": shuffled(
            asked.debate.public_id, columns, public_id=lambda one: one["of"].viewpoint.public_id
        ),
        "trail": [*trail(asked), (_("Quiz"), addresses.quiz(slug))],
    }
    return render(request, "quizzes/knowledge.html", context)


@dataclass(frozen=True, slots=True)
class Sized:
    """The comparisons of an item that came out alike: how large the difference is, and which way round.

    ``of`` is empty where the only comparison found nothing to speak of: that is said of both sides.
    """

    difference: Difference
    harder: bool
    of: tuple["Compared", ...]


@dataclass(frozen=True, slots=True)
class _Named:
    viewpoint: str
    letter: str


def _find(slug: str) -> "tuple[QuestionWording | None, Quiz | None]":
    asked = finding.questions.asked(slug)
    if asked is None:
        return None, None
    quiz = quizzes.of_debate(asked.debate)
    if quiz is None or quiz.released_at is None:
        raise Http404
    return asked, quiz


def _context(asked: "QuestionWording", quiz: "Quiz", found: "Figures | None") -> dict[str, Any]:
    slug, charter = asked.debate.slug, charter_in_force()
    return {
        "asked": asked,
        "slug": slug,
        "quiz": quiz,
        "found": found,
        "tally": found.tally if found else None,
        "limits": found.thresholds if found else charter.quizzes,
        "batch": charter.quizzes.batch,
        "daily": charter.limits.quiz_counted_per_day,
        "kept": charter.clocks.answers_kept.days,
        "figures_url": addresses.figures(slug),
        "knowledge_url": addresses.knowledge(slug),
    }


def _line(slug: str, row: "ItemRow") -> dict[str, Any]:
    """An item as a line of the table, and as the head of its page."""
    told = row.told
    facility = told["facility"] if told else None
    return {
        "row": row,
        "url": addresses.item_figures(slug, row.item.public_id),
        "stem": row.content.stem if row.content else "",
        "told": told,
        "facility": _percent(facility),
        "bar": _bar(facility),
        "beyond": _percent(told["beyond_chance"]) if told else None,
        "correlation": _hundredths(told["correlation"]) if told else "",
        "index": _hundredths(told["index"]) if told else "",
        "spans": [(one, _span(one)) for one in row.compared],
        "sizes": _sizes(row.compared),
        "on_trial": any(one.trial for one in row.compared),
    }


def _sizes(compared: Sequence["Compared"]) -> list[Sized]:
    """The largest differences first; those that are none to speak of together, whichever way round."""
    found: dict[tuple[Difference, bool], list[Compared]] = {}
    for one in compared:
        if one.difference is not None:
            harder = one.harder and one.difference is not Difference.NEGLIGIBLE
            found.setdefault((one.difference, harder), []).append(one)
    order = sorted(found, key=lambda size: (size[0].value, size[1]), reverse=True)
    if len(compared) == 1 and order == [(Difference.NEGLIGIBLE, False)]:
        return [Sized(Difference.NEGLIGIBLE, harder=False, of=())]
    return [Sized(*size, tuple(found[size])) for size in order]


def _picked(content: Content, told: Mapping[str, Any]) -> list[Picked]:
    if content.kind is ItemKind.ESTIMATE:
        words: Sequence[str] = (_("below"), _("within the tolerance"), _("above"))
        right = {(BELOW, WITHIN, ABOVE).index(WITHIN)}
    else:
        words, right = [option.words for option in content.options], set(content.key)
    takers = told["takers"] or 1
    return [
        Picked(
            words=said,
            right=at in right,
            chosen=one["chosen"],
            share=round(100 * one["chosen"] / takers),
            bar=_bar(1000 * one["chosen"] // takers),
            correlation=_hundredths(one["correlation"]),
        )
        for at, (said, one) in enumerate(zip(words, told["picked"], strict=False))
    ]


def _span(one: "Compared") -> Span | None:
    if one.common is None:
        return None
    d, low, high = (one.common[name] for name in ("d", "low", "high"))
    return Span(
        of=one,
        d=_hundredths(d),
        low=_hundredths(low),
        high=_hundredths(high),
        bar=Bar(fill=0, low=_place(low), high=_place(high), at=_place(d), even=_place(0)),
    )


def _place(value: int) -> int:
    inside = max(-_FARTHEST, min(_FARTHEST, value))
    return round(_WIDTH * (inside + _FARTHEST) / (2 * _FARTHEST))


def _column(slug: str, one: "Known") -> dict[str, Any]:
    share = round(1000 * one.right / one.answers) if one.low is not None else None
    return {
        "of": one,
        "share": _percent(share),
        "low": _percent(one.low),
        "high": _percent(one.high),
        "bar": _bar(share, one.low, one.high),
        "lines": [_line(slug, row) for row in one.items],
    }


@overload
def _bar(share: int) -> Bar: ...
@overload
def _bar(share: int | None, low: int | None = ..., high: int | None = ...) -> Bar | None: ...
def _bar(share: int | None, low: int | None = None, high: int | None = None) -> Bar | None:
    """From 0 to 1000; ``None`` where there is no figure."""
    if share is None:
        return None
    at, begins, ends = (
        round(_WIDTH * (share if value is None else value) / 1000) for value in (share, low, high)
    )
    return Bar(fill=at, low=begins, high=ends, at=at)


def _percent(thousandths: int | None) -> int | None:
    return None if thousandths is None else round(thousandths / 10)


def _hundredths(thousandths: int | None) -> str:
    """With a true minus; empty where there is no figure."""
    return "" if thousandths is None else f"{thousandths / 1000:.2f}".replace("-", "−")
