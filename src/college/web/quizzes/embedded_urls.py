"""The same door and the same attempts, for frames in others' pages."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from college.web.public_cache import public
from college.web.quizzes import door
from college.web.quizzes.attempt_urls import attempts
from college.web.quizzes.places import FRAME, calm, framed, unkept


@public
@framed
@require_safe
def quiz(request: HttpRequest, slug: str) -> HttpResponse:
    """The door in a frame."""
    return door.door(request, slug, FRAME)


urlpatterns = [
    path("debates/<slug:slug>/quiz/", quiz, name="quiz-embedded"),
    *(
        path(f"quizzes/{address}", framed(calm(FRAME)(unkept(view))), {"place": FRAME}, name=name)
        for address, view, name in attempts(FRAME, name="quiz-embedded-attempt")
    ),
]
