"""Where a quiz is taken: on pages of the College, or in a frame of somebody else's page."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.clickjacking import xframe_options_exempt

from college.ground.refusals import Refusal
from college.web.refusals import sentence, status

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Place:
    """``base`` stands before the addresses; ``framed``: links to other pages open apart."""

    base: str
    layout: str
    framed: bool

    def door(self, slug: str) -> str:
        return f"{self.base}/debates/{slug}/quiz/"

    def begin(self, slug: str) -> str:
        return f"{self.base}/quizzes/begin/{slug}/"

    def attempt(self, token: str) -> str:
        return f"{self.base}/quizzes/{token}/"

    def item(self, token: str, number: int) -> str:
        return f"{self.attempt(token)}{number}/"

    def result(self, token: str) -> str:
        return f"{self.attempt(token)}result/"


COLLEGE = Place("", "base.html", framed=False)
FRAME = Place("/embedded", "quizzes/bare.html", framed=True)

View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def calm(place: Place) -> Callable[[View[P]], View[P]]:
    """What is refused, and what is not there, is said on a page of this place."""

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def calmed(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            try:
                return view(request, *args, **kwargs)
            except Refusal as refusal:
                context = {"place": place, "sentence": sentence(refusal)}
                return render(request, "quizzes/refused.html", context, status=status(refusal))
            except Http404:
                return render(request, "quizzes/lost.html", {"place": place}, status=404)

        return calmed

    return decorate


def unkept(view: View[P]) -> View[P]:
    """Nobody keeps or lists an attempt's pages: whoever has the address goes on with the attempt."""

    @wraps(view)
    def marked(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        patch_cache_control(response, no_store=True)
        response["X-Robots-Tag"] = "noindex"
        return response

    return marked


def framed(view: View[P]) -> View[P]:
    """Let the origins of ``COLLEGE_FRAMES`` show the page in theirs; without any, nobody."""

    @wraps(view)
    def marked(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        origins = settings.COLLEGE_FRAMES
        if not origins:
            return view(request, *args, **kwargs)
        # The older header knows no list of origins, and the newer one stands above it.
        shown = csp_replace({"frame-ancestors": origins})(xframe_options_exempt(view))
        response: HttpResponse = shown(request, *args, **kwargs)
        return response

    return marked
