"""An accepted contribution: durable and recorded. Alone against raw commits, through the page against Isso.

Raw commits are one row each, over the database's own driver, as durable as the College's (SQLite with
synchronous=FULL, PostgreSQL with fsync). Isso is an outside program, behind the same server.
"""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from types import ModuleType

from parts import charter, home, isso, peers, server
from parts.figures import Report, options, ratios

_ROUNDS = 7
_EIGHT = 8
#: Seconds, processor seconds and rates of each round, by what was measured.
Found = dict[str, list[float]]
#: Process and port of each service, and what makes the requests to it.
Services = dict[str, tuple[tuple[int, int], Callable[..., list[list[server.Asked]]]]]


def main() -> None:
    asked = options(__doc__, _add)
    if asked.only:
        print(json.dumps(_measure(asked)))
        return
    report = Report("An accepted contribution")
    more = ["--full"] if asked.full else []
    for database in (home.SQLITE, home.POSTGRESQL):
        found = json.loads(home.again(__file__, "--only", database, *more))
        _tell(report, found, "SQLite" if database == home.SQLITE else "PostgreSQL")
        if database == home.SQLITE:
            _compare(report, found)
    report.show(as_json=asked.json)


def _add(parser: ArgumentParser) -> None:
    parser.add_argument("--only", choices=(home.SQLITE, home.POSTGRESQL), help="for its own use")


def _measure(asked: Namespace) -> Found:
    each = 200 if asked.full else 60
    found: Found = {}
    with home.folder() as base, ExitStack() as stack:
        port = server.free_port()
        home.set_up(
            base,
            database=asked.only,
            COLLEGE_CHARTER=str(charter.without_limits(base / "charter.toml")),
            COLLEGE_URL=f"http://localhost:{port}",
        )
        from parts import debates, founding, posts  # noqa: PLC0415  settings are read once, at import

        founding.found()
        stand = debates.open_debate(members=16)
        _alone(found, posts, stand, posts.Committing(base), each)
        ours = (stack.enter_context(server.college(port)), port)
        services = {"page": (ours, partial(posts.by_page, stand))}
        if asked.only == home.SQLITE:
            python = stack.enter_context(peers.environment(base, "isso", "granian"))
            if python is not None:
                theirs = stack.enter_context(isso.serving(python, base))
                services["isso"] = (theirs, isso.posts)
        _served(found, services, each)
    return found


def _alone(found: Found, posts: ModuleType, stand: object, raw: object, each: int) -> None:
    """The action and the raw commits in turns; the first round of each only warms."""
    for number in range(_ROUNDS + 1):
        for name, taken in (
            ("raw", posts.timed(raw.run, each)),
            ("action", posts.timed(posts.by_action, stand, each)),
        ):
            if number:
                found.setdefault(name, []).append(taken[0] / each)
                found.setdefault(f"{name} cpu", []).append(taken[1] / each)


def _served(found: Found, services: Services, each: int) -> None:
    """All services in turns, so that a busy minute of the machine slows all of them."""
    for clients in (1, _EIGHT):
        for number in range(_ROUNDS + 1):
            for name, ((pid, port), requests) in services.items():
                sent = requests(clients=clients, each=each // clients + 1)
                load = server.load(pid, port, sent)
                if number:
                    found.setdefault(f"{name} {clients} cpu", []).append(load.cpu)
                    found.setdefault(f"{name} {clients} rate", []).append(load.rate)


def _tell(report: Report, found: Found, database: str) -> None:
    rate = [1 / seconds for seconds in found["raw"]]
    report.row(f"{database}: raw one-row commits", rate, "per second")
    report.row(f"{database}: the action alone", [1 / s for s in found["action"]], "per second")
    of_raw = ratios(found["raw"], found["action"])
    report.at_least(f"{database}: action against raw commits", of_raw, "×", 0.25)
    cpu = [1000 * seconds for seconds in found["action cpu"]]
    report.row(f"{database}: the action alone", cpu, "ms CPU")
    for clients in (1, _EIGHT):
        _one(report, found, "page", clients, f"{database}: through the page")


def _compare(report: Report, found: Found) -> None:
    if "isso 1 cpu" not in found:
        report.say("Isso could not be installed here: posts through the page have no peer.")
        return
    for clients in (1, _EIGHT):
        _one(report, found, "isso", clients, "Isso")
        cpu, rate = (
            ratios(found[f"page {clients} {what}"], found[f"isso {clients} {what}"])
            for what in ("cpu", "rate")
        )
        report.at_most(f"CPU against Isso, clients: {clients}", cpu, "×", 1)
        report.at_least(f"rate against Isso, clients: {clients}", rate, "×", 1)


def _one(report: Report, found: Found, service: str, clients: int, name: str) -> None:
    cpu = [1000 * seconds for seconds in found[f"{service} {clients} cpu"]]
    report.row(f"{name}, clients: {clients}", cpu, "ms CPU")
    report.row(f"{name}, clients: {clients}", found[f"{service} {clients} rate"], "per second")


if __name__ == "__main__":
    main()
