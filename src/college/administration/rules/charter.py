"""A change of the charter: its lines as people read them; how many must stand behind it."""

from datetime import timedelta

from college.ground.charter import Change, Charter, CharterError, amended, changes
from college.ground.charter.changes import Value, spelled
from college.ground.refusals import Refusal


def proposed(charter: Charter, lines: str) -> Charter:
    """The charter with the proposed lines in it; a refusal names the line and the setting at fault."""
    try:
        new = amended(charter, lines, name="lines")
    except CharterError as error:
        raise Refusal(
            "administration.charter.fault",
            line=error.line,
            setting=error.setting,
            fault=error.fault.name,
        ) from error
    if not changes(charter, new):
        raise Refusal("administration.charter.same")
    return new


def in_lines(found: tuple[Change, ...]) -> str:
    """The changes as a panel reads them, one to a line: ``clocks.open: 28 days → 30 days``."""
    return "\n".join(f"{c.setting}: {worded(c.before)} → {worded(c.after)}" for c in found)


def worded(value: Value) -> str:
    """A value as ``charter.toml`` writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return spelled(value) if isinstance(value, timedelta) else str(value)
