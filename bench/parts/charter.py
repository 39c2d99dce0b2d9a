"""The default charter without the limits that would stop a bench: so many texts in so little time."""

import re
from pathlib import Path

DEFAULT = Path(__file__).parents[2] / "src" / "college" / "charter.toml"
_LIMITS = (
    "viewpoint_open",
    "undecided_open",
    "contributions_per_hour",
    "newcomer_per_hour",
    "questions_per_day",
    "imports_per_day",
)


def without_limits(to: Path) -> Path:
    """The default charter with room for everything, written to ``to``."""
    text = DEFAULT.read_text(encoding="utf-8")
    for name in _LIMITS:
        text = re.sub(rf"^{name} = \d+", f"{name} = 100000000", text, flags=re.MULTILINE)
    to.write_text(text, encoding="utf-8")
    return to
