"""Isso with nothing in its way: no notices, no guard against many posts; behind the College's own server."""

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from parts import server
from parts.server import Asked

_THREAD = "/bench/"
_SETTINGS = """[general]
dbpath = {base}/isso.db
host = http://localhost:{port}/
notify =
[moderation]
enabled = false
[guard]
enabled = false
[server]
listen = http://localhost:{port}
"""
_WORDS = (
    "On {n} of the last hundred winter mornings the ferry was the only way across, says report {n}."
)
_HEADERS = {"Content-Type": "application/json"}


@contextmanager
def serving(python: Path, base: Path) -> Iterator[tuple[int, int]]:
    """Number of its process, and its port. As many processes and threads as ``college serve`` has."""
    port = server.free_port()
    settings = base / "isso.cfg"
    settings.write_text(_SETTINGS.format(base=base, port=port), encoding="utf-8")
    command = [str(python.with_name("granian")), "--interface", "wsgi", "--workers", "2"]
    command += ["--blocking-threads", "4", "--host", server.HOST, "--port", str(port)]
    with server.running(
        [*command, "--no-ws", "isso.run:application"], port, ISSO_SETTINGS=str(settings)
    ) as pid:
        yield pid, port


def posts(*, clients: int, each: int, thread: str = _THREAD) -> list[list[Asked]]:
    return [[_post(n, thread) for n in range(each)] for _client in range(clients)]


def read(*, clients: int, each: int, thread: str = _THREAD) -> list[list[Asked]]:
    """What the script in a page fetches: all comments of a thread."""
    return [[Asked("GET", f"/?uri={thread}", {})] * each for _client in range(clients)]


def _post(n: int, thread: str) -> Asked:
    words = f"{_WORDS.format(n=n)} {secrets.token_hex(4)}"
    body = json.dumps({"text": words, "author": f"Reader {n}", "title": "A thread"})
    return Asked("POST", f"/new?uri={thread}", _HEADERS, body.encode(), status=201)
