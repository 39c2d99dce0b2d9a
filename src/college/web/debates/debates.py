"""The front page, the list of debates, and one debate."""

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from college.debates.actions.stages import dates_of
from college.debates.queries import (
    challenges,
    drafts,
    moderators,
    objections,
    questions,
    viewpoints,
)
from college.debates.rules.stages import FEWEST_VIEWPOINTS, OVER, Stage, course
from college.summaries.queries.versions import newest_certified
from college.web.debates import briefs, finding, openings, threads
from college.web.debates.viewpoints import columns
from college.web.public_cache import public

if TYPE_CHECKING:
    from college.debates.models import Debate, QuestionWording

#: Stages with something said in them: definitions come with the framing.
_SAID_IN = {Stage.FRAMING, Stage.OPEN, Stage.CLOSING, *OVER}
#: How many debates the front page names of each sort.
_NAMED = 8


@public
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """What is open, what is being prepared, what is closed, what is summarised. Four queries."""
    context = {
        "open": questions.in_stages(Stage.OPEN, Stage.CLOSING, limit=_NAMED),
        "preparing": questions.in_stages(Stage.PROPOSED, Stage.FRAMING, limit=_NAMED),
        "closed": questions.in_stages(Stage.CLOSED, limit=_NAMED),
        "summarised": questions.in_stages(Stage.SUMMARISED, limit=_NAMED),
    }
    return render(request, "debates/front.html", context)


@public
@require_safe
def listed(request: HttpRequest, before: str = "") -> HttpResponse:
    """All debates, the newest proposal first, a page at a time."""
    last = _last(before)
    context = {"subjects": questions.subjects(), "base": "/debates/"}
    return _list(request, questions.page(before=last), context)


@public
@require_safe
def of_subject(request: HttpRequest, subject: str, before: str = "") -> HttpResponse:
    """The debates of one subject."""
    found = questions.subject_at(subject)
    if found is None:
        raise Http404
    rows = questions.page(before=_last(before), subject=found)
    return _list(request, rows, {"subject": found, "base": f"/subjects/{found.slug}/"})


@public
@require_safe
def debate_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One debate: question, stage, viewpoints in equal columns, what was said."""
    asked = questions.asked(slug)
    if asked is None:
        return finding.moved(request, slug)
    return render(request, "debates/debate.html", _page(asked))


def _page(asked: "QuestionWording") -> dict[str, object]:
    debate = asked.debate
    shown = viewpoints.shown(debate)
    admitted = [one for one in shown if one.is_admitted]
    against = list(objections.about(debate))
    of_briefs = briefs.of_debate(debate)
    summary = newest_certified(debate)
    return {
        "asked": asked,
        "debate": debate,
        "trail": [(_("Debates"), "/debates/")],
        "steps": course(
            Stage(debate.stage),
            debate.proposed_at,
            dates_of(debate),
            summarised_at=summary.certified_at if summary else None,
        ),
        "summary": summary,
        "is_over": debate.stage in OVER,
        "viewpoints": columns(debate, admitted),
        "pending": [one for one in shown if not one.is_admitted],
        "gathers": debate.stage in {Stage.FRAMING, Stage.OPEN, Stage.CLOSING},
        "too_few": _is_short(debate, admitted),
        "seats": moderators.seated(debate),
        "drafts": drafts.written(debate).count(),
        "objections": against,
        "objected": any(one.debate_id and not one.settled_at for one in against),
        "postponed": list(questions.postponements(debate)),
        "turns_on": questions.turns_on(debate),
        "turned_on_by": questions.turned_on_by(debate),
        "present": openings.present(debate, briefs=of_briefs["briefs"], viewpoints=len(shown)),
        **of_briefs,
        **_said(debate),
    }


def _said(debate: "Debate") -> dict[str, object]:
    """What was said so far; nothing before the framing."""
    if debate.stage not in _SAID_IN:
        return {}
    said = threads.of_debate(debate)
    return {
        "thread": said["thread"],
        "challenges": said["asked"],
        "waiting": challenges.unanswered(debate),
        "off_topic": said["off_topic"],
    }


def _is_short(debate: "Debate", admitted: list[viewpoints.Shown]) -> bool:
    held = sum(one.is_held for one in admitted)
    return debate.stage == Stage.FRAMING and held < FEWEST_VIEWPOINTS


def _last(before: str) -> "Debate | None":
    if not before:
        return None
    found = questions.debate_by_id(before)
    if found is None:
        raise Http404
    return found


def _list(
    request: HttpRequest, rows: "list[QuestionWording]", context: dict[str, object]
) -> HttpResponse:
    shown = rows[: questions.PAGE]
    if len(rows) > len(shown):
        context["older_url"] = f"{context['base']}from/{shown[-1].debate.public_id}/"
    return render(request, "debates/list.html", {"debates": shown, **context})
