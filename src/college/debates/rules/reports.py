"""How many reports a member may make, and when one is refused."""

from collections.abc import Collection
from datetime import datetime, timedelta

from college.debates.rules.grounds import OF_THREADS, URGENT, Ground
from college.ground.charter import Limits
from college.ground.refusals import Refusal

A_DAY = timedelta(days=1)
#: Passages of one text that a report marks.
MOST_MARKS = 5


def per_day(limits: Limits, *, joined_at: datetime, now: datetime) -> int:
    """Reports a member may make in a day: fewer on the first day of membership."""
    new = now - joined_at < A_DAY
    return limits.newcomer_reports_per_day if new else limits.reports_per_day


def check(
    ground: Ground, *, of_remark: bool, names_law: bool, names_kept: bool, urgent: bool
) -> None:
    """Refuse a report that lacks what its ground needs, or asks for what its ground has not."""
    if of_remark and ground in OF_THREADS:
        raise Refusal("debates.report.no-thread")
    if ground is Ground.UNLAWFUL and not names_law:
        raise Refusal("debates.report.no-law")
    if ground is Ground.DUPLICATE and not names_kept:
        raise Refusal("debates.report.no-kept")
    if urgent and ground not in URGENT:
        raise Refusal("debates.report.not-urgent")


def marked(lines: Collection[str]) -> list[str]:
    """The passages that are marked, one a line, or a refusal of too many."""
    kept = [line.strip() for line in lines if line.strip()]
    if len(kept) > MOST_MARKS:
        raise Refusal("debates.report.too-many-marks", most=MOST_MARKS)
    return kept
