"""The summary of a debate as everybody reads it, and where the work on it stands until then."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from college.debates.queries import questions
from college.debates.queries.badges import badges
from college.summaries.queries import work as work_queries
from college.summaries.queries.reading import Note, Reading, reading
from college.summaries.rules import addresses
from college.summaries.rules.life import Fairness, SummaryState
from college.summaries.rules.sections import SectionKind
from college.web.acts import now
from college.web.debates import finding
from college.web.debates.words.contributions import label
from college.web.prose import made
from college.web.public_cache import public
from college.web.summaries.finding import find, trail, version_or_404

if TYPE_CHECKING:
    from college.debates.models import QuestionWording
    from college.debates.queries.badges import Badge
    from college.summaries.models import Version
    from college.summaries.queries.work import Work

#: Beyond either, what statements rest on is read section by section, so that the page stays light.
_MOST_STATEMENTS = 120
_MOST_IN_NOTES = 90_000
#: Words a minute of prose that is read with care.
_PACE = 220


@dataclass(frozen=True, slots=True)
class NoteLine:
    """What a statement rests on, in words. ``changes_url``: the newest wording, with what changed."""

    of: Note
    label: str
    html: SafeString

    @property
    def changes_url(self) -> str:
        return f"{self.of.item.url}r/{self.of.item.head}/"


@public
@require_safe
def newest(request: HttpRequest, slug: str) -> HttpResponse:
    """The newest certified version; before there is one, where the work stands."""
    asked, work = find(slug)
    if asked is None:
        return finding.moved(request, slug)
    if work is None or work.newest is None:
        return _where_it_stands(request, asked, work)
    return _read(request, asked, work, work.newest)


@public
@require_safe
def version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One version, for ever."""
    asked, work = find(slug)
    if asked is None:
        return finding.moved(request, slug)
    if work is None:
        raise Http404
    return _read(request, asked, work, version_or_404(work, number))


@public
@require_safe
def section(request: HttpRequest, slug: str, number: int, key: str) -> HttpResponse:
    """One section with everything it rests on, where the version is too long for a single page."""
    asked, work = find(slug)
    if asked is None:
        return finding.moved(request, slug)
    found = version_or_404(work, number)
    read = reading(found, now=now())
    part = next((one for one in read.parts if one.key == key), None)
    if part is None:
        raise Http404
    notes = {note.number: note for line in part.lines for note in line.notes}
    context = {
        "asked": asked,
        "debate": asked.debate,
        "version": found,
        "base": addresses.summary(slug),
        "version_url": addresses.version(slug, number),
        "part": part,
        "notes": _notes(notes.values()),
        "trail": trail(asked, found),
    }
    return render(request, "summaries/section.html", context)


def _read(
    request: HttpRequest, asked: "QuestionWording", work: "Work", found: "Version"
) -> HttpResponse:
    read = reading(found, now=now())
    debate = asked.debate
    is_long = _is_long(read)
    context = {
        "asked": asked,
        "debate": debate,
        "work": work,
        "version": found,
        "read": read,
        "base": addresses.summary(debate.slug),
        "version_url": addresses.version(debate.slug, found.number),
        "before_holds": [p for p in read.parts if p.kind in _BEFORE_HOLDS],
        "holds": [p for p in read.parts if p.kind == SectionKind.HOLDS],
        "after_holds": [p for p in read.parts if p.kind not in {*_BEFORE_HOLDS, SectionKind.HOLDS}],
        "is_long": is_long,
        "commentable": found in (work.newest, work.candidate),
        "notes": [] if is_long else _notes(read.notes),
        "minutes": max(1, round(read.words / _PACE)),
        "editors": _editors(work),
        "silent": _silent(read),
        "unfair": [
            (line.statement, one.viewpoint.letter)
            for line in read.lines
            for one in line.attested
            if one.fairness == Fairness.NOT_FAIR
        ],
        "demonstration": _demonstration(read),
        "site": settings.COLLEGE_URL,
        "trail": trail(asked),
        **_others(asked),
    }
    return render(request, "summaries/version.html", context)


_BEFORE_HOLDS = {SectionKind.QUESTION, SectionKind.TERMS}


def _is_long(read: Reading) -> bool:
    return (
        len(read.lines) > _MOST_STATEMENTS
        or sum(len(note.html) for note in read.notes) > _MOST_IN_NOTES
    )


def _where_it_stands(
    request: HttpRequest, asked: "QuestionWording", work: "Work | None"
) -> HttpResponse:
    context = {
        "asked": asked,
        "debate": asked.debate,
        "work": work,
        "state": SummaryState(work.summary.state) if work else None,
        "teams": _editors(work) if work else [],
        "base": addresses.summary(asked.debate.slug),
        "trail": trail(asked),
    }
    return render(request, "summaries/work.html", context)


def _editors(work: "Work") -> "list[tuple[int, list[tuple[str, str, Badge | None]]]]":
    """Each side's editors: name, page and viewpoint."""
    letters = badges({one.viewpoint_id for one in work.editors if one.viewpoint_id})
    return [
        (
            int(side),
            [
                (
                    one.member.public_name,
                    f"/members/{one.member.public_id}/",
                    letters.get(one.viewpoint_id or 0),
                )
                for one in seated
            ],
        )
        for side, seated in work.teams
    ]


def _silent(read: Reading) -> "list[Badge]":
    """Viewpoints that have not said yet whether the whole is fair."""
    heard = {one.viewpoint.key for one in read.whole}
    return [badge for badge in read.viewpoints if badge.key not in heard]


def _demonstration(read: Reading) -> list[int]:
    """Epochs with demonstration randomness, in which panels that certified it were drawn."""
    told = [read.form, *(part.certified for part in read.parts)]
    return sorted({n for one in told if one and one.case for n in one.case.demonstration})


def _others(asked: "QuestionWording") -> dict[str, object]:
    """Debates that this one turns on, and that turn on it, each with whether it has a summary."""
    on, by = questions.turns_on(asked.debate), questions.turned_on_by(asked.debate)
    has = work_queries.newest_of({one.wording.debate_id for one in (*on, *by)})
    return {
        "turns_on": [(one, one.wording.debate_id in has) for one in on],
        "turned_on_by": [(one, one.wording.debate_id in has) for one in by],
    }


def _notes(notes: Iterable[Note]) -> list[NoteLine]:
    return [NoteLine(one, label(one.item.kind, one.item.form), made(one.html)) for one in notes]
