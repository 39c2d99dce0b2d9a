"""What no browser sends is refused before anything reads it: a NUL in an address, a form that is a flood.

PostgreSQL keeps no NUL in a text and says so with an error; an address that holds one names nothing. And
Django writes every file of a form to the disk before any page has asked for one, whoever sends it.
"""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from college.exchange.limits import QUIZ_BYTES

#: Where a file may be handed in. Its page looks at the length itself, and says how large a file may be.
_FILES = "/import/"
#: Where files of questions are: twice what such a file may hold is let in, so that the page can say it.
_QUESTIONS = "/quiz/items/import/"
#: Bytes around the words of a form: names, boundaries, what a browser adds.
_AROUND = 100_000


class PlainRequests:
    """Middleware, the first of our own: 404, 400 or 413 by what the request line and the headers say."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise Http404
        if any("\x00" in value for value in request.COOKIES.values()):
            return _refused(request, HTTPStatus.BAD_REQUEST)
        if request.path_info != _FILES and _length(request) > _most(request.path_info):
            return _refused(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return self.get_response(request)


def _refused(request: HttpRequest, status: HTTPStatus) -> HttpResponse:
    return render(request, "errors/bad_request.html", status=status)


def _length(request: HttpRequest) -> int:
    """As Django reads it: what is no number counts as nothing, and then nothing is read."""
    given = request.META.get("CONTENT_LENGTH") or ""
    return int(given) if given.isascii() and given.isdigit() and len(given) < 19 else 0


def _most(path: str) -> int:
    words = int(settings.DATA_UPLOAD_MAX_MEMORY_SIZE) + _AROUND
    return words + 2 * QUIZ_BYTES if path.endswith(_QUESTIONS) else words
