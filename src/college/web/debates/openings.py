"""What happens now in a debate: what its stage lets people do, and from when the rest is open."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from college.debates.actions.stages import dates_of
from college.debates.rules import addresses, openings
from college.debates.rules.openings import Opening
from college.debates.rules.stages import OVER, Stage
from college.record.charters import charter_in_force
from college.web.acts import act_of, now
from college.web.debates import finding
from college.web.prose import line

if TYPE_CHECKING:
    from college.debates.models import Debate

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, str, P], HttpResponse]

#: Ways whose beginning is told ahead; the others begin with one of these.
_TOLD_AHEAD = {Opening.PROPOSE_VIEWPOINT, Opening.SAY}


@dataclass(frozen=True, slots=True)
class Way:
    """Something anybody can do at this stage."""

    url: str
    words: str


@dataclass(frozen=True, slots=True)
class Present:
    """The stage in a few links. ``viewpoints_from``, ``words_from``: when these begin, if still ahead."""

    ways: list[Way]
    viewpoints_from: datetime | None
    words_from: datetime | None
    proposing: bool


def present(debate: "Debate", *, briefs: list[tuple[str, str]], viewpoints: int) -> Present:
    """What ``debates/_now.html`` needs. One query."""
    stage, dates, clocks = Stage(debate.stage), dates_of(debate), charter_in_force().clocks
    begins = {
        one.opening: one.at
        for one in openings.ahead(stage, dates, clocks)
        if one.opening in _TOLD_AHEAD
    }
    proposing = openings.may_still_propose(clocks, stage, dates, now())
    shown = {
        opening: words
        for opening, words in _words(bool(briefs), viewpoints).items()
        if openings.is_open(opening, stage)
    }
    if not proposing:
        shown.pop(Opening.PROPOSE_VIEWPOINT, None)
    if not viewpoints:
        shown.pop(Opening.HOLD, None)
    ways = [Way(_urls(debate, bool(briefs))[opening], words) for opening, words in shown.items()]
    if stage not in OVER:
        ways = [*(Way(url, _("Read the brief")) for _title, url in briefs[:1]), *ways]
    return Present(
        ways=ways,
        viewpoints_from=begins.get(Opening.PROPOSE_VIEWPOINT),
        words_from=begins.get(Opening.SAY),
        proposing=proposing,
    )


def shut_until(debate: "Debate", opening: Opening) -> dict[str, object] | None:
    """``None`` where the stage takes it; otherwise what to tell. One query at most."""
    stage = Stage(debate.stage)
    if openings.is_open(opening, stage):
        return None
    return {
        "opening": opening,
        "is_past": openings.is_past(opening, stage),
        "at": openings.opens_at(opening, stage, dates_of(debate), charter_in_force().clocks),
    }


def for_stage(opening: Opening) -> Callable[[View[P]], View[P]]:
    """Show a form only at a stage that takes it; otherwise a page that says from when, before a word is
    typed. What was sent goes on to the action, whose refusal keeps the words."""

    def made(view: View[P]) -> View[P]:
        @wraps(view)
        def gate(
            request: HttpRequest, slug: str, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponse:
            if request.method != "POST":
                act_of(request)
                told = shut_until(finding.debate(slug), opening)
                if told is not None:
                    return _shut(request, slug, told)
            return view(request, slug, *args, **kwargs)

        return gate

    return made


def _shut(request: HttpRequest, slug: str, told: dict[str, object]) -> HttpResponse:
    asked = finding.asked(slug)
    trail = [(_("Debates"), "/debates/"), (line(asked.text), addresses.debate(slug))]
    context = {"trail": trail, "back": addresses.debate(slug), **told}
    return render(request, "debates/shut.html", context, status=403)


def _words(brief: bool, viewpoints: int) -> dict[Opening, str]:
    return {
        Opening.SAY: _("Say something: a reason, an objection, a question, a source"),
        Opening.ANSWER: _("Read the questions, and answer those put to you"),
        Opening.PROPOSE_VIEWPOINT: _("Propose another viewpoint")
        if viewpoints
        else _("Propose a viewpoint"),
        Opening.HOLD: _("Say which viewpoint you hold, or that you are undecided"),
        Opening.DRAFT: _("See how the wording and the list of viewpoints are drafted"),
        Opening.INVITE: _("Mark positions in the brief, and invite those who hold them")
        if brief
        else _("Invite people who should be heard"),
        Opening.TAKE_IN: _("Take in an article with its comments"),
        Opening.OBJECT: _("Object to the question, with your reason"),
    }


def _urls(debate: "Debate", brief: bool) -> dict[Opening, str]:
    here = addresses.debate(debate.slug)
    return {
        Opening.SAY: f"{here}say/",
        Opening.ANSWER: f"{here}challenges/",
        Opening.PROPOSE_VIEWPOINT: f"{here}take-part/viewpoint/",
        Opening.HOLD: f"{here}take-part/hold/",
        Opening.DRAFT: addresses.frame(debate.slug),
        Opening.INVITE: addresses.positions(debate.slug) if brief else f"{here}invitations/new/",
        Opening.TAKE_IN: f"/import/?debate={debate.slug}",
        Opening.OBJECT: f"{here}take-part/object/",
    }
