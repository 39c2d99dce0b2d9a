"""An article with 10,000 comments comes in: time and memory, and whether twice as many take twice as long.

The floor in the same run is the same program with ten comments: what it takes to start at all.
"""

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from parts import charter, cpu, exports, home
from parts.cpu import Ran
from parts.figures import Report, options, ratios

_FEW, _HALF, _WHOLE = 10, 5_000, 10_000
_ROUNDS = 5
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
        _tell(report, "read (--dry-run)", _in_turns(files, rounds, _read))
        take = partial(_take, college=college, member=member)
        _tell(report, "taken in", _in_turns(files, rounds, take))
    report.show(as_json=asked.json)


def _in_turns(
    files: dict[int, Path], rounds: int, run: Callable[[Path], Ran]
) -> dict[int, list[Ran]]:
    """Each file once a round, so that a busy minute of the machine slows all of them."""
    found: dict[int, list[Ran]] = {count: [] for count in files}
    for _round in range(rounds):
        for count, file in files.items():
            found[count].append(run(file))
    return found


def _read(file: Path) -> Ran:
    return cpu.program([*_COLLEGE, str(file), "--dry-run"])


def _take(file: Path, *, college: Path, member: str) -> Ran:
    """Each time into a College of the same size: pages of the database count as memory of its readers."""
    command = [*_COLLEGE, str(file), "--question", _QUESTION, "--as", member, "--json"]
    with home.copy(college) as copied:
        ran = cpu.program(command, COLLEGE_HOME=str(copied))
    assert json.loads(ran.printed)["remarks"] == int(file.stem)
    return ran


def _tell(report: Report, what: str, ran: dict[int, list[Ran]]) -> None:
    few, half, whole = (ran[count] for count in (_FEW, _HALF, _WHOLE))
    report.row(f"{what}: ten comments", [one.cpu for one in few], "s CPU")
    report.row(f"{what}: 5,000", [one.cpu for one in half], "s CPU")
    report.row(f"{what}: 10,000", [one.cpu for one in whole], "s CPU")
    # Each above the round's start, which is most of it for a small file.
    start = min(one.cpu for one in few)
    more = [[one.cpu - start for one in runs] for runs in (whole, half)]
    report.at_most(f"{what}: twice as many take", ratios(*more), "×", 2.2)
    memory = min(one.most_memory for one in few)
    above = [(one.most_memory - memory) / 2**20 for one in whole]
    report.at_most(f"{what}: memory above the start", above, "MiB", 100)


if __name__ == "__main__":
    main()
