"""Pages of the College asked for within this process, through everything that a request goes through."""

import io
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.core.handlers.wsgi import WSGIHandler

_FURTHER = re.compile(rb'href="(/debates/[^"]*/from/[^"]*/)"')


@dataclass(frozen=True, slots=True)
class Page:
    """``body`` as it was sent."""

    status: str
    headers: dict[str, str]
    body: bytes


class Reader:
    """An anonymous reader; ``compressed`` as every browser asks for it."""

    def __init__(self) -> None:
        self._handler = WSGIHandler()

    def get(self, path: str, *, compressed: bool = True) -> Page:
        plain, _mark, query = path.partition("?")
        told: list[tuple[str, list[tuple[str, str]]]] = []
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": plain,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "8000",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(),
            "HTTP_HOST": "localhost:8000",
            "HTTP_ACCEPT_ENCODING": "gzip, deflate, br" if compressed else "",
        }
        parts = self._handler(environ, lambda status, headers: told.append((status, headers)))
        body = b"".join(parts)
        status, headers = told[0]
        if not status.startswith("200"):
            raise SystemExit(f"{path}: {status}\n{body[:2000].decode(errors='replace')}")
        return Page(status, dict(headers), body)

    def cpu(self, paths: Sequence[str]) -> float:
        """Processor seconds of one page, over all of them."""
        start = time.process_time()
        for path in paths:
            self.get(path)
        return (time.process_time() - start) / len(paths)

    def whole(self, first: str) -> Iterator[str]:
        """The addresses of all pages of a debate, found as a reader finds them."""
        path: str | None = first
        while path is not None:
            yield path
            found = _FURTHER.findall(self.get(path, compressed=False).body)
            path = found[-1].decode() if found else None
