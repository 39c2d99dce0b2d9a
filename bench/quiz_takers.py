"""Takers of a quiz: what an answer costs, and how long a thousand at once wait; beside posts to Isso.

A thousand takers read for half a minute between two answers (with pauses), or all send at the same moment
(at once), which no thousand people do. Isso is an outside program, behind the same server.
"""

import resource
from collections.abc import Callable
from contextlib import ExitStack

from parts import charter, crowd, home, isso, peers, server
from parts.figures import Report, options, ratios

_TAKERS = 1_000
_ITEMS = 16
_ROUNDS = 5
#: Seconds between two answers of one taker.
_PAUSE = 30
_MS = 1_000
_WORDS = (
    "the ferry in winter is held to cost more than it earns though those without a car have no"
    " other way across and say that their work begins before the first bus on the lower bridge"
).split()
Requests = Callable[..., list[list[server.Asked]]]


def main() -> None:
    asked = options(__doc__)
    report = Report("Takers of a quiz")
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 8192), most))
    with home.folder() as base, ExitStack() as stack:
        port = server.free_port()
        home.set_up(
            base,
            COLLEGE_CHARTER=str(charter.without_limits(base / "charter.toml")),
            COLLEGE_URL=f"http://localhost:{port}",
        )
        from parts import debates, founding, quizzes, threads, versions  # noqa: PLC0415  settings are read once

        founding.found()
        stand = debates.open_debate(members=24)
        threads.fill(stand, 200)
        quiz = quizzes.release(stand, versions.certify(stand, 60, _WORDS), _ITEMS)
        report.row("one answer writes", [_writes(quizzes, quiz)], "rows")
        services: dict[str, tuple[int, int, Requests]] = {}
        ours = stack.enter_context(server.college(port))
        services["an answer"] = (
            ours,
            port,
            lambda clients, each: quizzes.answers(quiz, takers=clients, each=each),
        )
        python = stack.enter_context(peers.environment(base, "isso", "granian"))
        if python is None:
            report.say("Isso could not be installed here: answers have no peer.")
        else:
            theirs, at = stack.enter_context(isso.serving(python, base))
            services["a post to Isso"] = (theirs, at, isso.posts)
        _costs(report, services)
        for name, pause in (("at once", 0), ("with pauses", _PAUSE)):
            for what, (_pid, at, requests) in services.items():
                each = 4 if asked.full else 2
                took = crowd.latencies(at, requests(clients=_TAKERS, each=each), pause=pause)
                for part in (0.5, 0.99):
                    told = f"1,000 {name}: {what}, p{int(100 * part)}"
                    report.row(told, [_MS * crowd.share(took, part)], "ms")
    report.show(as_json=asked.json)


def _costs(report: Report, services: dict[str, tuple[int, int, Requests]]) -> None:
    """Eight clients without a pause, all services in turns; the first round only warms."""
    found: dict[str, list[float]] = {what: [] for what in services}
    rates: dict[str, list[float]] = {what: [] for what in services}
    for number in range(_ROUNDS + 1):
        for what, (pid, port, requests) in services.items():
            load = server.load(pid, port, requests(clients=8, each=8))
            if number:
                found[what].append(_MS * load.cpu)
                rates[what].append(load.rate)
    for what in services:
        report.row(f"{what}, eight clients", found[what], "ms CPU")
        report.row(f"{what}, eight clients", rates[what], "per second")
    if len(services) > 1:
        report.row("CPU against Isso", ratios(*found.values()), "×")


def _writes(quizzes: object, quiz: object) -> int:
    """Statements that write, of one answer."""
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    from college.quizzes.actions import attempts  # noqa: PLC0415  settings are read once
    from college.quizzes.models import Attempt  # noqa: PLC0415

    quizzes.answers(quiz, takers=1, each=1)  # type: ignore[attr-defined]  a module of parts
    attempt = Attempt.objects.latest("pk")
    with CaptureQueriesContext(connection) as told:
        attempts.answer(attempt, attempt.items[0], "0", 70)
    words = ("INSERT", "UPDATE", "DELETE")
    return sum(one["sql"].startswith(words) for one in told.captured_queries)


if __name__ == "__main__":
    main()
