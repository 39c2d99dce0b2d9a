"""``college simulate --compare --cases 10000`` as a program, start included; exact tables; a year.

There is no peer: no other system computes what it withstands. The floor in the same run is the command's own
start, and the figures are held against the exact ones: how many standard errors they are off.
"""

import json
import sys

import numpy as np
from parts import cpu, home
from parts.figures import Report, options

_COLLEGE = [sys.executable, "-m", "college.cli", "simulate"]
_ROUNDS = 3
_CHANCES = ("suppress_targeted", "shield_targeted", "suppress", "shield")


def main() -> None:
    asked = options(__doc__)
    report = Report("college simulate")
    rounds = _ROUNDS * 3 if asked.full else _ROUNDS
    with home.folder() as base:
        home.set_up(base)
        runs = {
            "start alone (--help)": ["--help"],
            "all schemes, 10,000 cases of each kind": ["--compare", "--cases", "10000", "--json"],
            "all schemes, exact": ["--compare", "--exact", "--json"],
            "exact, with the curves": [
                *("--compare", "--exact", "--json"),
                *("--svg", str(base / "curves.svg")),
            ],
            "eight years of 10,000 cases": ["--year", "--json"],
            "the same, every scheme of a year": ["--year", "--compare", "--json"],
        }
        found = {
            what: [cpu.program([*_COLLEGE, *words]) for _n in range(rounds)]
            for what, words in runs.items()
        }
    for what, ran in found.items():
        seconds = [one.cpu for one in ran]
        if "10,000 cases of each" in what:
            report.at_most(what, seconds, "s CPU", 30)
        elif what.startswith(("all schemes, exact", "exact")):
            report.at_most(what, seconds, "s CPU", 60)
        else:
            report.row(what, seconds, "s CPU")
    sampled = json.loads(found["all schemes, 10,000 cases of each kind"][0].printed)
    exact = json.loads(found["all schemes, exact"][0].printed)
    off = [
        (one[key] - other[key]) / one["errors"][key]
        for one, other in zip(sampled, exact, strict=True)
        for key in _CHANCES
        if one["errors"][key]
    ]
    report.row(
        "sampled off exact, root mean square", float(np.sqrt(np.mean(np.square(off)))), "errors"
    )
    report.at_most("sampled off exact, farthest of 48", max(map(abs, off)), "errors", 4)
    report.row(
        "memory at most",
        found["all schemes, 10,000 cases of each kind"][0].most_memory / 2**20,
        "MiB",
    )
    report.show(as_json=asked.json)


if __name__ == "__main__":
    main()
