"""Render the public College to files: every published page that a link leads to, then the log.

Pages come through the same door as a reader's request without a session, so a file holds the very
bytes an anonymous reader gets. Stylesheets, fonts and scripts go along. The checkpoint is written last.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from html import unescape
from io import BytesIO
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http.response import HttpResponseBase

from college.debates.queries import addresses as of_debates
from college.record.actions.files import write_log
from college.summaries.queries import addresses as of_summaries
from college.web.public_cache import is_published

_LINK = re.compile(rb'href="(/[^"]*)"')
_NOT_PAGES = ("/static/", "/log/")
#: What is published beside pages, for programs and to be kept.
_FILES = (".csv", ".json", ".txt", ".md", ".pdf", ".html", ".jsonld", ".bib", ".xml")

Progress = Callable[[int, int], None]


class Unpublishable(Exception):
    """A page that should be published could not be rendered; the message names it."""


def publish_college(
    folder: Path, *, at: datetime, progress: Progress = lambda done, total: None
) -> int:
    """Write everything under ``folder``; gives the number of pages. Safe to repeat and to interrupt.

    A page that is not published any more is removed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _copy_static(folder)
    written: set[Path] = set()
    for done, (file, body) in enumerate(_pages(folder, progress), 1):
        _put(file, body)
        written.add(file)
        progress(done, max(done, 1))
    _remove_gone(folder, written)
    write_log(folder / "log", at=at)
    return len(written)


def _pages(folder: Path, progress: Progress) -> Iterator[tuple[Path, bytes]]:
    """Every published page, found by following links from the front page and from what rooms list."""
    handler = WSGIHandler()
    waiting = ["/", *of_debates.all_addresses(), *of_summaries.all_addresses()]
    seen = set(waiting)
    while waiting:
        path = waiting.pop()
        response = _ask(handler, path)
        if not is_published(response):
            continue
        body = response.content  # type: ignore[attr-defined]  published pages are whole
        yield _file(folder, path), body
        for link in _links(body):
            if link not in seen:
                seen.add(link)
                waiting.append(link)


def _put(file: Path, body: bytes) -> None:
    """Written aside and renamed; not synced one by one, since pages can be written again at any time."""
    file.parent.mkdir(parents=True, exist_ok=True)
    aside = file.with_name(".index.new")
    aside.write_bytes(body)
    aside.replace(file)


def _ask(handler: WSGIHandler, path: str) -> HttpResponseBase:
    host = urlsplit(settings.COLLEGE_URL)
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": host.hostname or "localhost",
        "SERVER_PORT": str(host.port or (443 if host.scheme == "https" else 80)),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": host.scheme,
        "wsgi.input": BytesIO(),
        "HTTP_HOST": host.netloc,
        "HTTP_X_FORWARDED_PROTO": host.scheme,
    }
    response = handler.get_response(WSGIRequest(environ))
    if response.status_code >= 500:
        raise Unpublishable(path)
    return response


def _links(body: bytes) -> Iterator[str]:
    for found in _LINK.findall(body):
        path = urldefrag(unescape(found.decode()))[0]
        is_page = path.endswith("/") or path.endswith(_FILES)
        if "?" not in path and is_page and not path.startswith(_NOT_PAGES):
            yield path


def _file(folder: Path, path: str) -> Path:
    """Where an address is written: a page as the index of its folder, a file under its own name."""
    own = folder / path.strip("/")
    return own if path.endswith(_FILES) else own / "index.html"


def _copy_static(folder: Path) -> None:
    if settings.STATIC_ROOT.is_dir():
        shutil.copytree(settings.STATIC_ROOT, folder / "static", dirs_exist_ok=True)


def _remove_gone(folder: Path, written: set[Path]) -> None:
    for file in folder.rglob("index.html"):
        if file not in written and folder / "log" not in file.parents:
            file.unlink()
