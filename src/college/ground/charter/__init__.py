"""The charter as typed data: every number the College lives by.

Read from a file (``load``), checked for consistency, refused with line and reason; kept in the record as
a canonical document (``Charter.document``).
"""

from college.ground.charter.changes import Change, changes, extended
from college.ground.charter.consistency import check
from college.ground.charter.document import Charter
from college.ground.charter.faults import CharterError, Fault
from college.ground.charter.reading import DEFAULT_FILE, amended, load
from college.ground.charter.sections import (
    Areas,
    Audit,
    Budgets,
    Clocks,
    Lengths,
    Limits,
    Preset,
    Quizzes,
    Roster,
    Size,
    Sizes,
)

__all__ = [
    "DEFAULT_FILE",
    "Areas",
    "Audit",
    "Budgets",
    "Change",
    "Charter",
    "CharterError",
    "Clocks",
    "Fault",
    "Lengths",
    "Limits",
    "Preset",
    "Quizzes",
    "Roster",
    "Size",
    "Sizes",
    "amended",
    "changes",
    "check",
    "extended",
    "load",
]
