"""The verifier, run over a folder: everything it found, or only what failed."""

from college_verify import checks
from college_verify.checks import Wishes
from college_verify.findings import Findings
from college_verify.sources import find


def verify(folder, **wishes):
    findings = Findings()
    opened = checks.check_log(find(str(folder)), Wishes(**wishes), findings)
    return findings, opened


def failures(folder, **wishes):
    findings, _ = verify(folder, **wishes)
    return [(f.check, f.place, f.sentence) for f in findings.found if f.outcome == "failed"]
