"""A summary of 300 statements over 5,000 contributions, read by strangers: weight, questions, time.

Beside it in the same run: the first page of the debate it sums up, and nginx serving the published file.
"""

from argparse import Namespace
from itertools import count
from pathlib import Path
from typing import Any

from parts import home, nginx, server, weights
from parts.figures import Report, options, ratios

_STATEMENTS, _SAID = 300, 5_000
_ROUNDS = 7
_CLIENTS = 4
_KB = 1000
_WORDS = (
    "the ferry in winter is held to cost more than it earns though those without a car have no other way"
    " across and say that their work begins before the first bus on the lower bridge in a frost which the"
    " harbour office counts on thirty days of each season while others ask who would pay for the second"
    " boat and whether two crossings at noon would do as well for most of them"
).split()


def main() -> None:
    asked = options(__doc__)
    report = Report("The page of a summary, read by strangers")
    with home.folder() as base:
        college = home.set_up(base)
        from parts import debates, founding, pages, threads, versions  # noqa: PLC0415  settings are read once

        founding.found()
        stand = debates.open_debate(members=24)
        threads.fill(stand, _SAID)
        version = versions.certify(stand, _STATEMENTS, _WORDS)
        debate = f"/debates/{stand.debate.slug}/"
        page = f"{debate}summary/v/{version.number}/"
        reader = pages.Reader()
        _weight(report, reader, page, college)
        _questions(report, version, stand)
        _time(report, reader, page, debate, asked)
        _published(report, reader.get(page, compressed=False).body, base, asked)
    report.show(as_json=asked.json)


def _weight(report: Report, reader: Any, page: str, college: Path) -> None:
    whole = weights.of(reader.get(page, compressed=False).body, college / "static")
    part = weights.of(reader.get(f"{page}disputed/", compressed=False).body, college / "static")
    for what, weight in (("all sentences", whole), ("one section with its notes", part)):
        report.at_most(f"{what}, as sent (brotli)", [weight.sent / _KB], "KB", 100)
        report.row(f"{what}, before compression", [weight.plain / _KB], "KB")
        report.row("  of it the page itself", [weight.page / _KB], "KB")


def _questions(report: Report, version: Any, stand: Any) -> None:
    """Of the read model: the same however many statements there are."""
    from datetime import UTC, datetime  # noqa: PLC0415

    from django.db import connection  # noqa: PLC0415  settings are read once
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    from college.summaries.queries.reading import reading  # noqa: PLC0415

    with CaptureQueriesContext(connection) as asked:
        reading(version, now=datetime.now(UTC))
    report.at_most("questions of the read model", [len(asked)], "", 22)


def _time(report: Report, reader: Any, page: str, debate: str, asked: Namespace) -> None:
    fresh, each = count(), 20 if asked.full else 6
    summary, first = [], []
    for _round in range(_ROUNDS):
        for path, taken in ((page, summary), (debate, first)):
            anew = [f"{path}?{next(fresh)}" for _ in range(each)]
            taken.append(1000 * reader.cpu(anew))
    kept = [1000 * reader.cpu([page] * 300) for _round in range(_ROUNDS)]
    report.at_most("kept page, in process", kept, "ms CPU", 0.6)
    report.row("page built anew", summary, "ms CPU")
    report.row("first page of the debate built anew", first, "ms CPU")
    report.row("page / first page of the debate", ratios(summary, first), "×")


def _published(report: Report, body: bytes, base: Path, asked: Namespace) -> None:
    if nginx.program() is None:
        report.say("nginx is not on the PATH: the published file was not served.")
        return
    folder = base / "published"
    folder.mkdir()
    (folder / "index.html").write_bytes(body)
    each = 10_000 if asked.full else 2_000
    requests = [[server.Asked("GET", "/", {})] * each for _client in range(_CLIENTS)]
    with nginx.serving(folder, base) as (pid, port):
        server.load(pid, port, requests)
        loads = [server.load(pid, port, requests) for _round in range(_ROUNDS)]
    report.row("published file, nginx", [1000 * one.cpu for one in loads], "ms CPU")
    report.row("published file, nginx", [one.rate for one in loads], "per second")


if __name__ == "__main__":
    main()
