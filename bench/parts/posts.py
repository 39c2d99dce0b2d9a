"""Contributions, through the action and through the page; and the commits that nobody does faster."""

import secrets
import sqlite3
import time
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

import psycopg
from django.conf import settings
from django.db import connection

from college.debates.actions.claims import add_claim
from college.ground.act import Act
from parts.debates import Stand, session_of
from parts.server import Asked

#: A sentence of the usual length, none like another.
SENTENCE = (
    "On {n} of the last hundred winter mornings the ferry was the only way across, says report {n}."
)


class Committing:
    """One row, one commit, as durable as the College's own, over a connection with nothing in between."""

    def __init__(self, base: Path) -> None:
        if connection.vendor == "sqlite":
            self._raw = sqlite3.connect(base / "raw.sqlite3", isolation_level=None)
            self._raw.execute("PRAGMA journal_mode=WAL")
            self._raw.execute("PRAGMA synchronous=FULL")
            self._insert = "INSERT INTO raw (words) VALUES (?)"
        else:
            given = settings.DATABASES["default"]
            self._raw = psycopg.connect(
                host=given["HOST"], user=given["USER"], dbname=given["NAME"], autocommit=True
            )
            self._insert = "INSERT INTO raw (words) VALUES (%s)"
        serial = "INTEGER PRIMARY KEY" if connection.vendor == "sqlite" else "BIGSERIAL PRIMARY KEY"
        self._raw.execute(f"CREATE TABLE raw (id {serial}, words TEXT)")

    def run(self, count: int) -> None:
        for n in range(count):
            self._raw.execute(self._insert, (SENTENCE.format(n=n),))


def by_action(stand: Stand, count: int) -> None:
    """Claims of the debate's members in turn."""
    for n in range(count):
        member = stand.members[n % len(stand.members)]
        act = Act(actor=member.public_id, at=datetime.now(UTC))
        text = f"{SENTENCE.format(n=n)} {secrets.token_hex(4)}"
        add_claim(act, stand.debate, form="factual", text=text)


def by_page(stand: Stand, *, clients: int, each: int) -> list[list[Asked]]:
    """What so many signed-in members send: the form of a claim, filled in."""
    mark = secrets.token_hex(16)
    path = f"/debates/{stand.debate.slug}/claim/"
    return [
        [
            Asked("POST", path, _headers(cookie, mark), _form(mark, n), status=302)
            for n in range(each)
        ]
        for cookie in [session_of(member) for member in stand.members[:clients]]
    ]


def timed(work: object, *arguments: object) -> tuple[float, float]:
    """Seconds, and processor seconds of this process."""
    start, used = time.monotonic(), time.process_time()
    work(*arguments)  # type: ignore[operator]  whatever can be called
    return time.monotonic() - start, time.process_time() - used


def _headers(cookie: str, mark: str) -> dict[str, str]:
    return {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": f"{cookie}; {settings.CSRF_COOKIE_NAME}={mark * 2}"[:4000],
        "Origin": settings.COLLEGE_URL,
    }


def _form(mark: str, n: int) -> bytes:
    words = f"{SENTENCE.format(n=n)} {secrets.token_hex(4)}"
    token = secrets.token_urlsafe(15)
    fields = {"csrfmiddlewaretoken": mark * 2, "token": token, "quote": "", "text": words}
    return urlencode(fields | {"form": "factual"}).encode()
