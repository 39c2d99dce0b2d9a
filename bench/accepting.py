"""An accepted contribution: durable and recorded. Alone against raw commits, through the page against Isso.

Raw commits are one row each, over the database's own driver, as durable as the College's (SQLite with
synchronous=FULL, PostgreSQL with fsync). Isso is an outside program, behind the same server.
"""

import json
from argparse import ArgumentParser, Namespace

from parts import charter, home, isso, peers, server
from parts.figures import Report, options, ratios

_ROUNDS = 7
_EIGHT = 8


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
            ours = found
    _against_isso(report, ours, asked)
    report.show(as_json=asked.json)


def _add(parser: ArgumentParser) -> None:
    parser.add_argument("--only", choices=(home.SQLITE, home.POSTGRESQL), help="for its own use")


def _measure(asked: Namespace) -> dict[str, list[float]]:
    each = 200 if asked.full else 60
    found: dict[str, list[float]] = {}
    with home.folder() as base:
        raised = charter.without_limits(base / "charter.toml")
        port = server.free_port()
        home.set_up(
            base,
            database=asked.only,
            COLLEGE_CHARTER=str(raised),
            COLLEGE_URL=f"http://localhost:{port}",
        )
        from parts import debates, founding, posts  # noqa: PLC0415  settings are read once, at import

        founding.found()
        stand = debates.open_debate(members=16)
        raw = posts.Committing(base)
        raw.run(each)
        posts.by_action(stand, each)
        for _round in range(_ROUNDS):
            for name, taken in (
                ("raw", posts.timed(raw.run, each)),
                ("action", posts.timed(posts.by_action, stand, each)),
            ):
                found.setdefault(name, []).append(taken[0] / each)
                found.setdefault(f"{name} cpu", []).append(taken[1] / each)
        with server.college(port) as pid:
            server.load(pid, port, posts.by_page(stand, clients=_EIGHT, each=5))
            for clients in (1, _EIGHT):
                for _round in range(_ROUNDS):
                    requests = posts.by_page(stand, clients=clients, each=each // clients + 1)
                    load = server.load(pid, port, requests)
                    found.setdefault(f"page {clients} cpu", []).append(load.cpu)
                    found.setdefault(f"page {clients} rate", []).append(load.rate)
    return found


def _tell(report: Report, found: dict[str, list[float]], database: str) -> None:
    rate = [1 / seconds for seconds in found["raw"]]
    report.row(f"{database}: raw one-row commits", rate, "per second")
    report.row(f"{database}: the action alone", [1 / s for s in found["action"]], "per second")
    of_raw = ratios(found["raw"], found["action"])
    report.at_least(f"{database}: action against raw commits", of_raw, "×", 0.25)
    cpu = [1000 * seconds for seconds in found["action cpu"]]
    report.row(f"{database}: the action alone", cpu, "ms CPU")
    for clients in (1, _EIGHT):
        name = f"{database}: through the page, clients: {clients}"
        report.row(name, [1000 * seconds for seconds in found[f"page {clients} cpu"]], "ms CPU")
        report.row(name, found[f"page {clients} rate"], "per second")


def _against_isso(report: Report, ours: dict[str, list[float]], asked: Namespace) -> None:
    each = 200 if asked.full else 60
    with home.folder() as base, peers.environment(base, "isso", "granian") as python:
        if python is None:
            report.say("Isso could not be installed here: posts through the page have no peer.")
            return
        with isso.serving(python, base) as (pid, port):
            server.load(pid, port, isso.posts(clients=_EIGHT, each=5))
            for clients in (1, _EIGHT):
                loads = [
                    server.load(pid, port, isso.posts(clients=clients, each=each // clients + 1))
                    for _round in range(_ROUNDS)
                ]
                _compare(report, ours, loads, clients)


def _compare(
    report: Report, ours: dict[str, list[float]], loads: list[server.Load], clients: int
) -> None:
    used, rate = [one.cpu for one in loads], [one.rate for one in loads]
    report.row(f"Isso, clients: {clients}", [1000 * seconds for seconds in used], "ms CPU")
    report.row(f"Isso, clients: {clients}", rate, "per second")
    cpu = ratios(ours[f"page {clients} cpu"], used)
    report.at_most(f"CPU, SQLite against Isso, clients: {clients}", cpu, "×", 1)
    faster = ratios(ours[f"page {clients} rate"], rate)
    report.at_least(f"rate, SQLite against Isso, clients: {clients}", faster, "×", 1)


if __name__ == "__main__":
    main()
