"""Both drafts side by side, section by section, for everybody once they are opened."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from college.debates.queries import questions
from college.debates.queries.badges import Badge
from college.summaries.queries import drafts
from college.summaries.rules import addresses
from college.web.acts import now
from college.web.debates import finding
from college.web.debates.viewpoints import trail
from college.web.public_cache import public
from college.web.summaries import boards
from college.web.summaries.boards import Part, Row, Source
from college.web.summaries.seats import summary_of, viewpoints_of


@dataclass(frozen=True, slots=True)
class Pair:
    """One section in both drafts. ``shared``: contributions that both rest on; ``before`` and ``after``: the
    words of the first and of the second, a line for each sentence."""

    key: str
    kind: str
    viewpoint: Badge | None
    first: list[Row]
    second: list[Row]
    only_first: list[Source]
    only_second: list[Source]
    shared: int
    before: str
    after: str


@public
@require_safe
def side_by_side(request: HttpRequest, slug: str) -> HttpResponse:
    """Both drafts of the present round; before they are opened, how many are in. Some thirty-five queries."""
    asked = questions.asked(slug)
    if asked is None:
        return finding.moved(request, slug)
    summary = summary_of(slug)
    both = drafts.both(summary)
    opened = bool(both) and all(draft.opened_at for draft in both)
    pairs: list[Pair] = []
    if opened:
        first, second = (_parts(draft, viewpoints_of(summary)) for draft in both)
        pairs = [pair(one, two) for one, two in zip(first, second, strict=True)]
    context = {
        "asked": asked,
        "summary": summary,
        "opened": opened,
        "handed": sum(draft.handed_at is not None for draft in both),
        "pairs": pairs,
        "trail": [*trail(asked), (_("Summary"), addresses.summary(slug))],
    }
    return render(request, "summaries/drafts.html", context)


def pair(first: Part, second: Part) -> Pair:
    """What two drafts have in common in a section, and what each has alone. No query."""
    one, two = _sources(first), _sources(second)
    return Pair(
        key=first.key,
        kind=first.kind,
        viewpoint=first.viewpoint,
        first=first.rows,
        second=second.rows,
        only_first=[source for key, source in one.items() if key not in two],
        only_second=[source for key, source in two.items() if key not in one],
        shared=len(one.keys() & two.keys()),
        before=first.text,
        after=second.text,
    )


def _sources(part: Part) -> dict[str, Source]:
    return {link.id: link for row in part.rows for link in row.links}


def _parts(draft: "drafts.Draft", known: dict[str, Badge]) -> list[Part]:
    return boards.parts(drafts.board(draft, now=now()), known, {}, "")
