"""The door to a debate's quiz: what it is, what is counted, and how a newsroom shows it."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from college.ground.refusals import Refusal
from college.quizzes.actions import attempts as actions
from college.quizzes.queries import attempts, quizzes
from college.quizzes.rules import addresses
from college.quizzes.rules.life import ItemState
from college.record.charters import charter_in_force
from college.summaries.queries.versions import newest_certified
from college.summaries.rules import addresses as of_summaries
from college.web.acts import now
from college.web.debates import finding
from college.web.prose import line
from college.web.quizzes import starts
from college.web.quizzes.places import FRAME, Place

if TYPE_CHECKING:
    from college.debates.queries.badges import Badge
    from college.quizzes.models import Quiz


def door(request: HttpRequest, slug: str, place: Place) -> HttpResponse:
    """What the quiz is, and the way in; before there is one, what it still waits for."""
    asked = finding.asked(slug)
    quiz = quizzes.of_debate(asked.debate)
    version = newest_certified(asked.debate)
    charter = charter_in_force()
    live = quizzes.live(quiz) if quiz else []
    context = {
        "place": place,
        "asked": asked,
        "quiz": quiz,
        "version": version,
        "summary": of_summaries.summary(slug),
        "is_open": bool(quiz and quiz.released_at and version and live),
        "size": min(charter.quizzes.items, len(live)),
        "fewest": charter.quizzes.fewest,
        "ready": len(live),
        "waiting": _waiting(quiz) if quiz else [],
        "viewpoints": list(attempts.viewpoints_of(asked.debate).values()),
        "begin": place.begin(slug),
        "limits": charter.limits,
        "desk": addresses.desk(slug),
        "site": settings.COLLEGE_URL,
        "door": place.door(slug),
        "frame": FRAME.door(slug),
        "frames": settings.COLLEGE_FRAMES,
        "trail": [(_("Debates"), "/debates/"), (line(asked.text), f"/debates/{slug}/")],
    }
    return render(request, "quizzes/door.html", context)


def begin(request: HttpRequest, slug: str, place: Place) -> HttpResponse:
    """Draw a mini-quiz and go to its first item."""
    quiz = quizzes.by_slug(slug)
    if quiz is None:
        raise Refusal("quizzes.attempt.not-released")
    at = now()
    counts = starts.charge(request, at)
    made = actions.begin(
        quiz,
        on=at.date(),
        seen=_seen(request, slug),
        declared=request.POST.get("declared", ""),
        counts=counts,
    )
    return redirect(place.item(made.token, 1))


def _seen(request: HttpRequest, slug: str) -> set[str]:
    """Items answered before: by this browser, and in the attempt after which another is begun."""
    found = set(starts.seen(request))
    after = request.POST.get("after", "")[:22]
    # A database may refuse to look for what no address holds.
    before = attempts.taking(after) if after.isprintable() else None
    if before is not None and before.debate.slug == slug:
        found |= {one.item.public_id for one in before.items if one.answer is not None}
        found |= set(before.attempt.seen)
    return found


def _waiting(quiz: "Quiz") -> "list[tuple[Badge, int]]":
    """How many items of each viewpoint panels have confirmed."""
    counts = quizzes.counts(quiz, {ItemState.LIVE})
    names = attempts.viewpoints_of(quiz.summary.debate)
    return [(names[one], counts[one]) for one in counts if one in names]
