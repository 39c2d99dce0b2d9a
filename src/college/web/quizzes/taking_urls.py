"""The door to a debate's quiz."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from college.web.public_cache import public
from college.web.quizzes import door
from college.web.quizzes.places import COLLEGE


@public
@require_safe
def quiz(request: HttpRequest, slug: str) -> HttpResponse:
    """The door on a page of its own."""
    return door.door(request, slug, COLLEGE)


urlpatterns = [path("", quiz, name="quiz")]
