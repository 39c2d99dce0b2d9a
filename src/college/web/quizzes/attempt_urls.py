"""The addresses of attempts: whoever has one goes on with it."""

from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from college.web.quizzes import door, results, taking
from college.web.quizzes.places import COLLEGE, Place, View, calm, unkept

_EITHER = require_http_methods(["GET", "HEAD", "POST"])


def attempts(place: Place, *, name: str) -> list[tuple[str, View[...], str]]:
    """Addresses, views and names of attempts in a place. Their forms carry no token: see ``taking``."""
    return [
        ("begin/<slug:slug>/", csrf_exempt(require_POST(door.begin)), f"{name}-begin"),
        ("<str:token>/", require_safe(taking.resume), name),
        ("<str:token>/<int:number>/", csrf_exempt(_EITHER(taking.item)), f"{name}-item"),
        ("<str:token>/result/", require_safe(taking.result_page), f"{name}-result"),
    ]


urlpatterns = [
    *(
        path(address, calm(COLLEGE)(unkept(view)), {"place": COLLEGE}, name=name)
        for address, view, name in attempts(COLLEGE, name="quiz-attempt")
    ),
    path("<str:token>/keep/", results.keep, name="quiz-keep"),
]
