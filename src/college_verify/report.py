"""The findings as words for people and as JSON for machines."""

import json
from typing import TextIO

from college_verify.findings import Findings
from college_verify.opening import Opened

_MARKS = {"held": "  ok  ", "failed": "FAILED", "note": " note "}


def write_words(findings: Findings, opened: Opened | None, title: str, out: TextIO) -> None:
    """One line a finding, then the conclusion."""
    out.write(f"{plain(title)}\n")
    for finding in findings.found:
        place = f"{finding.place}: " if finding.place else ""
        out.write(
            f"{_MARKS[finding.outcome]}  {finding.check}: {plain(place + finding.sentence)}\n"
        )
    for check, more in findings.unshown().items():
        out.write(f"FAILED  {check}: and {more:,} more of the same check.\n")
    if not findings.intact():
        out.write("Something does not hold. Keep a copy of what you checked: it is evidence.\n")
    elif opened is not None:
        out.write("Everything that was checked holds.\n")


def write_json(
    findings: Findings, opened: Opened | None, title: str, trouble: str | None, out: TextIO
) -> None:
    """One object: target, held, checkpoint, findings, unshown, trouble."""
    signed = opened.checkpoint if opened else None
    report = {
        "target": title,
        "held": findings.intact() and opened is not None and trouble is None,
        "checkpoint": signed
        and {"origin": signed.origin, "size": signed.size, "root": signed.root.hex()},
        "findings": [
            {"check": f.check, "outcome": f.outcome, "sentence": f.sentence, "place": f.place}
            for f in findings.found
        ],
        "unshown": findings.unshown(),
        "trouble": trouble,
    }
    json.dump(report, out, indent=2)
    out.write("\n")


def plain(text: str) -> str:
    """File names and addresses reach the terminal too; none of them may steer it."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
