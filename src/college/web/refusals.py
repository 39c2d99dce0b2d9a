"""A refusal becomes a page: what was wrong, where, and what to do next."""

import logging
from collections.abc import Callable
from functools import cache
from http import HTTPStatus
from importlib import import_module
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from college.ground.refusals import Refusal

log = logging.getLogger(__name__)

Sentence = str | Promise | Callable[[dict[str, object]], str]

_STATUS = {
    "may-not": HTTPStatus.FORBIDDEN,
    "not-found": HTTPStatus.NOT_FOUND,
    "stale": HTTPStatus.CONFLICT,
    "too-often": HTTPStatus.TOO_MANY_REQUESTS,
    "too-many": HTTPStatus.TOO_MANY_REQUESTS,
}


@cache
def _sentences(room: str) -> dict[str, Sentence]:
    table: dict[str, Sentence] = import_module(f"college.web.{room}.words").REFUSALS
    return table


def sentence(refusal: Refusal) -> str:
    """The refusal in the reader's language. A code without words is a programming error, loud."""
    words = _sentences(refusal.code.split(".", 1)[0])[refusal.code]
    return words(refusal.params) if callable(words) else str(words) % refusal.params


def status(refusal: Refusal) -> HTTPStatus:
    """The HTTP status that the end of the code stands for; 422 for what a person can mend in the form."""
    reason = refusal.code.rsplit(".", 1)[-1]
    found = (code for part, code in _STATUS.items() if reason.startswith(part))
    return next(found, HTTPStatus.UNPROCESSABLE_ENTITY)


class RefusalPages:
    """Middleware: a refusal that no page caught is shown as a calm page of its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Refusal):
            return None
        if error.code == "people.member.none":
            where = "/join/" if request.user.is_authenticated else "/accounts/login/"
            if request.method != "GET":
                return redirect(where)
            # Quoted whole: an address with a question of its own must come back as it was.
            return redirect(f"{where}?next={quote(request.get_full_path())}")
        log.info("refused %s at %s", error.code, request.path)
        return page(request, error)


def page(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """The refusal as a page."""
    context = {"sentence": sentence(refusal), "title": _("That was not possible")}
    return render(request, "errors/refusal.html", context, status=status(refusal))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/not_found.html", status=HTTPStatus.NOT_FOUND)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/forbidden.html", status=HTTPStatus.FORBIDDEN)


def broken(request: HttpRequest) -> HttpResponse:
    return render(request, "errors/broken.html", status=HTTPStatus.INTERNAL_SERVER_ERROR)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "errors/csrf.html", status=HTTPStatus.FORBIDDEN)
