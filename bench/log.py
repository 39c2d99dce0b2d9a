"""The log at 100,000 entries (``--full``: a million): sequencing, proofs, and checking it from outside.

The floor of the check is SHA-256 itself, called from the same language: every entry and every inner
node once. The peer for proofs is pymerkle, an outside program in an environment of its own.
"""

import json
import sys
from pathlib import Path

from parts import cpu, home, peers
from parts.figures import Measured, Report, options, rate, ratios

_HERE = Path(__file__).parent
_ROUNDS = 5

_PYMERKLE = """
import json, random, sys, time
from pymerkle import InmemoryTree, SqliteTree
entries = [b"%d" % n * 40 for n in range(int(sys.argv[2]))]
found = {}
for name, tree, proofs in (
    ("sqlite", SqliteTree(sys.argv[1]), 40),
    ("memory", InmemoryTree(), 200),
):
    for start in range(0, len(entries), 10_000):
        tree.append_entries(entries[start:start + 10_000])
    chosen = random.Random(7)
    found[name] = []
    for _ in range(5):
        wanted = [chosen.randint(1, len(entries)) for _ in range(proofs)]
        start = time.process_time()
        for index in wanted:
            tree.prove_inclusion(index)
        found[name].append((time.process_time() - start) / proofs)
print(json.dumps(found))
"""


def main() -> None:
    asked = options(__doc__)
    size = 1_000_000 if asked.full else 100_000
    report = Report(f"The log: {size:,} entries")
    with home.folder() as base:
        home.set_up(base)
        from parts import founding, house_log  # noqa: PLC0415  settings are read once, at import

        founding.found()
        small, large = base / "small", base / "large"
        house_log.grow(size // 10, small)
        grown = house_log.grow(size, large)
        new = size - size // 10
        report.row("appended, in acts of 5,000", rate(grown.appended, new), "entries/CPU s")
        report.row("sequenced and signed", rate(grown.sequenced, new), "entries/CPU s")
        report.row("written as files", rate(grown.written, size), "entries/CPU s")
        _check(report, size, small, large)
        _prove(report, size, base, house_log.proofs(size, rounds=_ROUNDS))
    report.show(as_json=asked.json)


def _check(report: Report, size: int, small: Path, large: Path) -> None:
    runs = json.loads(home.again(str(_HERE / "parts" / "tree_pass.py"), str(large), str(_ROUNDS)))
    floor, tree = runs["floor"], runs["tree"]
    report.row("SHA-256 alone, same language", rate(floor, size), "leaves/CPU s")
    report.row("the verifier's tree pass", rate(tree, size), "leaves/CPU s")
    report.at_least("tree pass against SHA-256 alone", ratios(floor, tree), "×", 0.5)
    verify = [str(Path(sys.executable).with_name("college-verify"))]
    little, whole = cpu.program([*verify, str(small)]), cpu.program([*verify, str(large)])
    report.row("college-verify, everything", rate(whole.cpu, size), "entries/CPU s")
    report.row(f"its memory, {size // 10:,} entries", little.most_memory / 2**20, "MiB")
    report.row(f"its memory, {size:,} entries", whole.most_memory / 2**20, "MiB")
    growth = whole.most_memory / little.most_memory
    report.at_most("memory, ten times the entries", growth, "×", 1.2)


def _prove(report: Report, size: int, base: Path, ours: list[float]) -> None:
    mine = report.row("inclusion proof from tiles", Measured.of(ours).times(1000), "ms CPU")
    with peers.environment(base, "pymerkle") as python:
        if python is None:
            report.say("pymerkle could not be installed here: proofs stand without a peer.")
            return
        command = [str(python), "-c", _PYMERKLE, str(base / "pymerkle.sqlite3"), str(size)]
        theirs = json.loads(cpu.program(command).printed)
    for name, least in (("sqlite", 20), ("memory", 1)):
        peer = report.row(f"pymerkle's, {name}", Measured.of(theirs[name]).times(1000), "ms CPU")
        against = [peer.median / value for value in (mine.median, mine.high, mine.low)]
        report.at_least(f"pymerkle's ({name}) / ours", Measured(*against, _ROUNDS), "×", least)


if __name__ == "__main__":
    main()
