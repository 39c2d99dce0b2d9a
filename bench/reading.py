"""A debate page read by strangers: kept, rebuilt, published; with 1,000 and with 10,000 contributions.

Peers in the same run: nginx serving the very file, and Isso serving a thread of 1,000 comments, an
outside program behind the College's own server. Pages are asked for compressed, as browsers do.
"""

from argparse import Namespace
from itertools import count
from pathlib import Path

from parts import home, isso, nginx, peers, server
from parts.figures import Measured, Report, options, ratios

_SMALL, _LARGE = 1_000, 10_000
_ROUNDS = 7
_CLIENTS = 4
_COMMENTS = 1_000
_BROWSER = {"Accept-Encoding": "gzip, deflate, br"}


def main() -> None:
    asked = options(__doc__)
    report = Report("A debate page, read by strangers")
    with home.folder() as base:
        home.set_up(base)
        from parts import debates, founding, pages, threads  # noqa: PLC0415  settings are read once

        founding.found()
        paths = {}
        for number, size in enumerate((_SMALL, _LARGE), start=1):
            stand = debates.open_debate(members=24, number=number)
            threads.fill(stand, size)
            paths[size] = f"/debates/{stand.debate.slug}/"
        reader = pages.Reader()
        _here(report, reader, paths, asked)
        _served(report, paths, asked)
        body = reader.get(paths[_SMALL], compressed=False).body
        _published(report, body, base, asked)
    _isso(report, asked)
    report.show(as_json=asked.json)


def _here(report: Report, reader: object, paths: dict[int, str], asked: Namespace) -> None:
    """Within this process: no network, no server, the whole stack of the College."""
    fresh = count()
    pages, rebuilt, whole = {}, {}, {}
    each = 30 if asked.full else 8
    for size, path in paths.items():
        pages[size] = list(reader.whole(path))
        rebuilt[size], whole[size] = [], []
    for _round in range(_ROUNDS):
        for size, path in paths.items():
            # Another query, another page to be kept: each of these is built anew.
            anew = [f"{path}?{next(fresh)}" for _ in range(each)]
            rebuilt[size].append(1000 * reader.cpu(anew))
    for _round in range(3):
        for size, found in pages.items():
            anew = [f"{path}?{next(fresh)}" for path in found]
            whole[size].append(len(found) * reader.cpu(anew))
    kept = [1000 * reader.cpu([paths[_LARGE]] * 300) for _round in range(_ROUNDS)]
    report.at_most("kept page, in process", kept, "ms CPU", 0.6)
    for size in paths:
        name = f"first page rebuilt, {size:,} contributions"
        report.at_most(name, rebuilt[size], "ms CPU", 40)
    first = ratios(rebuilt[_LARGE], rebuilt[_SMALL])
    report.at_most("first page, 10,000 against 1,000", first, "×", 1.2)
    for size in paths:
        report.row(f"all {len(pages[size])} pages, {size:,} contributions", whole[size], "s CPU")
    linear = [ratio / 10 for ratio in ratios(whole[_LARGE], whole[_SMALL])]
    report.at_most("whole debate, per contribution", linear, "×", 1.2)


def _served(report: Report, paths: dict[int, str], asked: Namespace) -> None:
    """By ``college serve`` on loopback."""
    each = 1_000 if asked.full else 250
    fresh = count()
    port = server.free_port()
    with server.college(port) as pid:
        kept = _loads(port, pid, lambda: [_get(paths[_SMALL])] * each)
        anew = _loads(port, pid, lambda: [_get(f"{paths[_SMALL]}?{next(fresh)}") for _ in range(8)])
    report.at_most("kept page, served", [1000 * one.cpu for one in kept], "ms CPU", 0.6)
    report.row("kept page, served", [one.rate for one in kept], "per second")
    report.at_most("rebuilt page, served", [1000 * one.cpu for one in anew], "ms CPU", 40)


def _published(report: Report, body: bytes, base: Path, asked: Namespace) -> None:
    if nginx.program() is None:
        report.say("nginx is not on the PATH: the published file was not served.")
        return
    folder = base / "published"
    folder.mkdir()
    (folder / "index.html").write_bytes(body)
    each = 10_000 if asked.full else 2_000
    with nginx.serving(folder, base) as (pid, port):
        loads = _loads(port, pid, lambda: [server.Asked("GET", "/", {})] * each)
    report.row("published file, nginx", [1000 * one.cpu for one in loads], "ms CPU")
    report.row("published file, nginx", [one.rate for one in loads], "per second")


def _isso(report: Report, asked: Namespace) -> None:
    with home.folder() as base, peers.environment(base, "isso", "granian") as python:
        if python is None:
            report.say("Isso could not be installed here: the live page has no peer.")
            return
        with isso.serving(python, base) as (pid, port):
            server.load(pid, port, isso.posts(clients=_CLIENTS, each=_COMMENTS // _CLIENTS))
            read = isso.read(clients=1, each=5 if asked.full else 2)
            loads = [server.load(pid, port, read) for _round in range(3)]
    mine = next(row for row in report.rows if row.what.startswith("first page rebuilt, 1,000"))
    used = Measured.of([1000 * one.cpu for one in loads])
    report.row("Isso, a thread of 1,000 comments", used, "ms CPU")
    report.row("Isso's thread / our rebuilt first page", used.median / mine.value.median, "×")


def _loads(port: int, pid: int, requests: object) -> list[server.Load]:
    """Warm once, then measure."""
    server.load(pid, port, [requests() for _client in range(_CLIENTS)])
    return [
        server.load(pid, port, [requests() for _client in range(_CLIENTS)])
        for _round in range(_ROUNDS)
    ]


def _get(path: str) -> server.Asked:
    return server.Asked("GET", path, {**_BROWSER, "Host": "localhost:8000"})


if __name__ == "__main__":
    main()
