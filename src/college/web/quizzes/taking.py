"""An attempt, item by item. Its address is all that leads to it: no account, no session, no clock.

Forms carry no token against forgery: whoever could forge one would have to know the address, and whoever
knows the address may answer. A page never depends on a cookie, so that frames in other pages work.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from college.ground.refusals import Refusal
from college.quizzes.actions import attempts as actions
from college.quizzes.queries import attempts, quizzes
from college.quizzes.queries.attempts import Asked, Taking
from college.quizzes.rules import answers
from college.quizzes.rules.scoring import result
from college.summaries.rules import addresses as of_summaries
from college.web.acts import member_of
from college.web.prose import line
from college.web.quizzes import asking, starts
from college.web.quizzes.places import Place
from college.web.refusals import sentence, status


def found(token: str) -> Taking:
    """The attempt at an address, or 404."""
    taking = attempts.taking(token)
    if taking is None:
        raise Http404
    return taking


def resume(request: HttpRequest, token: str, place: Place) -> HttpResponse:
    """Go on where the taker stopped."""
    taking = found(token)
    if taking.waiting:
        return redirect(place.item(token, taking.waiting[0].number))
    return redirect(place.result(token))


def item(request: HttpRequest, token: str, number: int, place: Place) -> HttpResponse:
    """One item to answer; once it is answered, what the summary says."""
    taking = found(token)
    asked = taking.at(number)
    if asked is None:
        raise Http404
    here = place.item(token, number)
    if request.method != "POST":
        return _shown(request, taking, asked, place)
    if asked.gone or asked.answer is not None:
        return redirect(f"{here}#feedback")
    typed = asking.chosen(request.POST, asked.content)
    try:
        unknown = "unknown" in request.POST
        given = answers.UNKNOWN if unknown else answers.read(asked.content, typed)
        certainty = answers.read_certainty(request.POST.get("certainty", ""))
    except Refusal as refusal:
        return _shown(request, taking, asked, place, typed=typed, refusal=refusal)
    try:
        actions.answer(taking.attempt, asked.item.public_id, given, certainty)
    except Refusal as refusal:
        # It left the quiz while its page was open: the page says so, and leads on.
        if refusal.code != "quizzes.answer.item-gone":
            raise
    response = redirect(f"{here}#feedback")
    if not place.framed:
        starts.remember(request, response, [asked.item.public_id])
    return response


def result_page(request: HttpRequest, token: str, place: Place) -> HttpResponse:
    """What to read next, and counts for nobody but the taker."""
    taking = found(token)
    told = result([one.outcome for one in taking.items if one not in taking.waiting])
    by_id = {one.item.public_id: one for one in taking.items}
    context = {
        **_around(taking, place),
        "result": told,
        "waiting": taking.waiting,
        "viewpoints": [
            (taking.viewpoints[key], asked, right)
            for key, asked, right in told.viewpoints
            if key in taking.viewpoints
        ],
        "read_next": [
            (
                by_id[one],
                asking.said(by_id[one]),
                attempts.sentences(by_id[one].item, by_id[one].content),
            )
            for one in told.read_next
        ],
        "others": any(
            one.public_id not in taking.attempt.items for one in quizzes.live(taking.attempt.quiz)
        ),
        "begin": place.begin(taking.debate.slug),
        "member": None if place.framed else member_of(request),
    }
    return render(request, "quizzes/result.html", context)


def _shown(
    request: HttpRequest,
    taking: Taking,
    asked: Asked,
    place: Place,
    *,
    typed: list[str] | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    token = taking.attempt.token
    context = {
        **_around(taking, place),
        "one": asked,
        "question": asking.question(token, asked, typed or []),
        "certainties": asking.CERTAINTIES.items(),
        "certainty": request.POST.get("certainty", ""),
        "sentences": attempts.sentences(asked.item, asked.content) if asked.answer else [],
        "here": place.item(token, asked.number),
        "next": _next(taking, asked, place),
        "wrong": sentence(refusal) if refusal else "",
    }
    code = status(refusal) if refusal else 200
    return render(request, "quizzes/item.html", context, status=code)


def _around(taking: Taking, place: Place) -> dict[str, object]:
    slug = taking.debate.slug
    asked = attempts.question_of(taking)
    return {
        "place": place,
        "taking": taking,
        "asked": asked,
        "door": place.door(slug),
        "summary": of_summaries.summary(slug),
        "resume": place.attempt(taking.attempt.token),
        "trail": []
        if place.framed
        else [
            (line(asked.text), f"/debates/{slug}/"),
            (_("Quiz"), place.door(slug)),
        ],
    }


def _next(taking: Taking, asked: Asked, place: Place) -> str:
    """The next item that can be answered; after the last one those left out before, then the result."""
    token = taking.attempt.token
    waiting = [one.number for one in taking.waiting if one.number != asked.number]
    later = [number for number in waiting if number > asked.number] or waiting
    return place.item(token, later[0]) if later else place.result(token)
