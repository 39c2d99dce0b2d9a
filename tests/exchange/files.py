"""Where the tests' files are, and one way to read them."""

import io
from pathlib import Path

from college.debates.rules.briefs import ArrivingBrief
from college.exchange.reading import read

FIXTURES = Path(__file__).parent / "fixtures"
#: Real material beside the project; absent in most places.
INPUTS = Path(__file__).parents[2].parent / "shared" / "inputs"


def read_bytes(data: bytes, **named: str | None) -> ArrivingBrief:
    return read(io.BytesIO(data), **named)  # type: ignore[arg-type]


def read_fixture(name: str, **named: str | None) -> ArrivingBrief:
    return read(FIXTURES / name, **named)  # type: ignore[arg-type]


def reasons(brief: ArrivingBrief) -> list[tuple[int, str]]:
    return [(row.line, str(row.reason)) for row in brief.unplaced]


def tree(brief: ArrivingBrief) -> list[tuple[int, str, str]]:
    """Level, pseudonym and words of each remark, in order."""
    level: dict[str | None, int] = {None: 0}
    rows = []
    for remark in brief.remarks:
        level[remark.key] = level[remark.parent] + 1
        rows.append((level[remark.key], remark.pseudonym, remark.words))
    return rows
