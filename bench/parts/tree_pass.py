"""The verifier's tree pass over a published folder, and SHA-256 alone over the same entries, in turns.

Prints processor seconds of each run as JSON. A program of its own, so that nothing of the College is loaded.
"""

import json
import sys
import time
from hashlib import sha256

from college_verify import tiles, walk
from college_verify.checks import Wishes, open_log
from college_verify.findings import Findings
from college_verify.sources import find

#: Entries hashed at a time: the floor should not pay for memory.
_AT_ONCE = 1 << 16


def main() -> None:
    folder, rounds = sys.argv[1], int(sys.argv[2])
    found: dict[str, list[float]] = {"floor": [], "tree": []}
    for _round in range(rounds):
        found["floor"].append(floor(folder))
        found["tree"].append(tree_pass(folder))
    print(json.dumps(found))


def floor(folder: str) -> float:
    """Every leaf and every inner node hashed once; reading and cutting the files is not counted."""
    source, size = _log(folder)
    taken, waiting = 0.0, []
    for index, width in tiles.of_size(tiles.ENTRIES, size):
        waiting += tiles.unpack(walk.bundle(source, index, width))
        if len(waiting) >= _AT_ONCE:
            taken, waiting = taken + _hash(waiting), []
    return taken + _hash(waiting)


def _hash(entries: list[bytes]) -> float:
    start = time.process_time()
    h = sha256
    row = [h(b"\x00" + entry).digest() for entry in entries]
    while len(row) > 1:
        pairs = iter(row)
        row = [
            h(b"\x01" + left + right).digest() for left, right in zip(pairs, pairs, strict=False)
        ]
    return time.process_time() - start


def tree_pass(folder: str) -> float:
    findings = Findings()
    start = time.process_time()
    source = find(folder)
    opened = open_log(source, Wishes(), findings)
    assert opened is not None
    walk.check_tree(source, opened.checkpoint, findings)
    taken = time.process_time() - start
    assert findings.intact("tree", "tiles", "leftovers")
    return taken


def _log(folder: str) -> tuple[object, int]:
    source = find(folder)
    opened = open_log(source, Wishes(), Findings())
    assert opened is not None
    return source, opened.checkpoint.size


if __name__ == "__main__":
    main()
