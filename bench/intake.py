"""An article with 10,000 comments comes in: time and memory, and whether twice as many take twice as long.

The floor in the same run is the same program with ten comments: what it takes to start at all.
"""

import json
import sys
from pathlib import Path

from parts import charter, cpu, exports, home
from parts.cpu import Ran
from parts.figures import Report, options, ratios

_FEW, _HALF, _WHOLE = 10, 5_000, 10_000
_ROUNDS = 3
_QUESTION = "Should the ferry go on running through the winter?"
_COLLEGE = [sys.executable, "-m", "college.cli", "import"]


def main() -> None:
    asked = options(__doc__)
    report = Report("A WordPress export comes in")
    with home.folder() as base:
        college = home.set_up(
            base, COLLEGE_CHARTER=str(charter.without_limits(base / "charter.toml"))
        )
        from parts import debates, founding  # noqa: PLC0415  settings are read once, at import

        founding.found()
        member = debates.a_member()
        files = {count: base / f"{count}.xml" for count in (_FEW, _HALF, _WHOLE)}
        for count, file in files.items():
            exports.write(file, count)
        report.row("its size, 10,000 comments", files[_WHOLE].stat().st_size / 2**20, "MiB")
        rounds = _ROUNDS * 3 if asked.full else _ROUNDS
        _tell(report, "read (--dry-run)", {n: _read(f, rounds) for n, f in files.items()})
        _tell(report, "taken in", {n: _take(f, college, member, rounds) for n, f in files.items()})
    report.show(as_json=asked.json)


def _read(file: Path, rounds: int) -> list[Ran]:
    return [cpu.program([*_COLLEGE, str(file), "--dry-run"]) for _round in range(rounds)]


def _take(file: Path, college: Path, member: str, rounds: int) -> list[Ran]:
    """Each time into a College of the same size: pages of the database count as memory of its readers."""
    command = [*_COLLEGE, str(file), "--question", _QUESTION, "--as", member, "--json"]
    found = []
    for _round in range(rounds):
        with home.copy(college) as copied:
            found.append(cpu.program(command, COLLEGE_HOME=str(copied)))
        assert json.loads(found[-1].printed)["remarks"] == int(file.stem)
    return found


def _tell(report: Report, what: str, ran: dict[int, list[Ran]]) -> None:
    start = min(one.cpu for one in ran[_FEW])
    memory = min(one.most_memory for one in ran[_FEW])
    taken = {count: [one.cpu - start for one in ran[count]] for count in (_HALF, _WHOLE)}
    report.row(f"{what}: ten comments", [one.cpu for one in ran[_FEW]], "s CPU")
    report.row(f"{what}: 5,000 more", taken[_HALF], "s CPU")
    report.row(f"{what}: 10,000 more", taken[_WHOLE], "s CPU")
    report.at_most(f"{what}: twice as many", ratios(taken[_WHOLE], taken[_HALF]), "×", 2.2)
    more = [(one.most_memory - memory) / 2**20 for one in ran[_WHOLE]]
    report.at_most(f"{what}: memory above the start", more, "MiB", 100)


if __name__ == "__main__":
    main()
