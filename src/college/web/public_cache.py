"""Anonymous readers get each public page from memory, as the bytes that are published as a file.

A page is kept under the mark of the record (its newest entry) and the minute, so that every public act
renews it at once and what changes by time alone is at most a minute old. Only pages whose view is
marked ``public`` are kept, and only for readers who bring no session.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import ParamSpec

import brotli
from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import get_language_from_request

from college.record.queries import latest_mark
from college.web.acts import now
from college.web.live_links import PUBLISHED_VIEW, is_published_path, with_live_links

P = ParamSpec("P")
#: The attribute that the marks below leave on a response.
PUBLIC = "college_public"
OK = 200
_MOST_BYTES = 64 * 1024 * 1024
_BROTLI_QUALITY = 5
_LONGEST_QUERY = 200
#: Cookies with which a page is a reader's own: a session, or a message to be shown once.
_OWN = {settings.SESSION_COOKIE_NAME, CookieStorage.cookie_name}


def public(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """Mark a view as public: its anonymous page is the same for all readers, kept, and published."""

    @wraps(view)
    def marked(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(*args, **kwargs)
        setattr(response, PUBLIC, True)
        return response

    setattr(marked, PUBLISHED_VIEW, True)
    return marked


def published(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """Mark a view as published but never kept: it tells how old the checkpoint is."""

    @wraps(view)
    def marked(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(*args, **kwargs)
        setattr(response, PUBLIC, False)
        return response

    setattr(marked, PUBLISHED_VIEW, True)
    return marked


def is_published(response: HttpResponseBase) -> bool:
    """Whether ``college publish`` writes this page to a file."""
    return hasattr(response, PUBLIC) and response.status_code == OK


def _brings_own(request: HttpRequest) -> bool:
    return not _OWN.isdisjoint(request.COOKIES)


def _mend_links(request: HttpRequest, response: HttpResponseBase) -> None:
    if not isinstance(response, HttpResponse):
        return
    response.content = with_live_links(
        response.content,
        page=request.path,
        site=settings.COLLEGE_URL,
        is_published=is_published_path,
    )
    if response.has_header("Content-Length"):
        response["Content-Length"] = str(len(response.content))


class Kept:
    """One page in memory: its bytes, plain and compressed, its tag and its headers."""

    __slots__ = ("body", "compressed", "headers", "tag")

    def __init__(self, response: HttpResponse) -> None:
        self.body = response.content
        self.compressed = brotli.compress(self.body, quality=_BROTLI_QUALITY)
        self.tag = f'"{hashlib.sha256(self.body).hexdigest()[:32]}"'
        self.headers = dict(response.items()) | {
            "Cache-Control": "public, max-age=0, must-revalidate",
            "Vary": "Accept-Encoding, Cookie",
        }

    @property
    def size(self) -> int:
        return len(self.body) + len(self.compressed)

    def answer(self, request: HttpRequest) -> HttpResponse:
        response = self._answer(request)
        setattr(response, PUBLIC, True)
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        if request.META.get("HTTP_IF_NONE_MATCH") == self.tag:
            return HttpResponse(
                status=304, headers={"ETag": self.tag, "Vary": self.headers["Vary"]}
            )
        headers, body = self.headers | {"ETag": self.tag}, self.body
        if "br" in request.META.get("HTTP_ACCEPT_ENCODING", ""):
            headers, body = headers | {"Content-Encoding": "br"}, self.compressed
        # The page's own length was that of the plain bytes.
        return HttpResponse(body, headers=headers | {"Content-Length": str(len(body))})


class PublicCache:
    """Middleware, outside of sessions: a kept page costs one query and no template."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._kept: OrderedDict[tuple[object, ...], Kept] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not self._may_keep(request):
            return self._asked(request)
        language = get_language_from_request(request)
        moment = now().replace(second=0, microsecond=0)
        key = (request.get_full_path(), language, latest_mark(), moment)
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None:
                self._kept.move_to_end(key)
        if kept is None:
            response = self._asked(request)
            if not self._is_public(response):
                return response
            kept = Kept(response)  # type: ignore[arg-type]  _is_public lets only whole responses by
            self._keep(key, kept)
        return kept.answer(request)

    def _asked(self, request: HttpRequest) -> HttpResponseBase:
        """The page; a stranger's leads out of every copy of it to the College (``live_links``)."""
        response = self.get_response(request)
        if is_published(response) and not _brings_own(request):
            _mend_links(request, response)
        return response

    def _may_keep(self, request: HttpRequest) -> bool:
        return (
            request.method == "GET"
            and not _brings_own(request)
            and len(request.META.get("QUERY_STRING", "")) <= _LONGEST_QUERY
        )

    @staticmethod
    def _is_public(response: HttpResponseBase) -> bool:
        return (
            getattr(response, PUBLIC, False)
            and response.status_code == OK
            and not response.streaming
            and not response.cookies
        )

    def _keep(self, key: tuple[object, ...], kept: Kept) -> None:
        with self._lock:
            # Two readers may have asked at once: the page that was kept first gives way.
            before = self._kept.pop(key, None)
            self._bytes += kept.size - (before.size if before else 0)
            self._kept[key] = kept
            while self._bytes > _MOST_BYTES:
                _, dropped = self._kept.popitem(last=False)
                self._bytes -= dropped.size
