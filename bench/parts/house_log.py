"""The College's own side of the log: entries into the tree, the tree into files, proofs out of it."""

import random
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from college.record.actions.files import write_log
from college.record.actions.sequence import sequence
from college.record.queries import count, inclusion_proof
from parts import cpu, entries

#: Proofs timed together; one alone is below what the processor clock tells.
_PROOFS = 200


@dataclass(frozen=True, slots=True)
class Grown:
    """Processor seconds of each step."""

    appended: float
    sequenced: float
    written: float


def grow(size: int, folder: Path) -> Grown:
    """Entries up to ``size``, then the sequencer, then the files."""
    missing = size - count()
    return Grown(
        appended=cpu.of(lambda: entries.append(missing)),
        sequenced=cpu.of(lambda: sequence(datetime.now(UTC))),
        written=cpu.of(lambda: write_log(folder, at=datetime.now(UTC))),
    )


def proofs(size: int, *, rounds: int) -> list[float]:
    """Processor seconds of one inclusion proof in the tree of ``size``, from the database's tiles."""
    chosen = random.Random(7)
    taken = []
    for _round in range(rounds):
        wanted = [chosen.randrange(size) for _ in range(_PROOFS)]
        taken.append(cpu.of(lambda wanted=wanted: [inclusion_proof(n, size) for n in wanted]))
    return [seconds / _PROOFS for seconds in taken]
