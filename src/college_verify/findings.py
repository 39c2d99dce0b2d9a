"""What was looked at, what held and what did not, in sentences. Text from the log is shown harmlessly."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

Outcome = Literal["held", "failed", "note"]
#: A broken log may break a million times; the first of each check say what is wrong.
SHOWN_PER_CHECK = 20
_WIDEST_QUOTE = 120


class BadInput(Exception):
    """What was asked cannot be done: a malformed argument, nothing there, nobody answers. Exit 2."""


class Broken(Exception):
    """Something published cannot be what it claims to be. ``str()`` is a sentence without the place."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about one check. ``place`` is a file, an entry or a line, or empty."""

    check: str
    outcome: Outcome
    sentence: str
    place: str = ""


@dataclass
class Findings:
    """Everything found so far, in order; of many failures of one check the first are kept."""

    found: list[Finding] = field(default_factory=list)
    failures: Counter[str] = field(default_factory=Counter)

    def held(self, check: str, sentence: str, place: str = "") -> None:
        self.found.append(Finding(check, "held", sentence, place))

    def note(self, check: str, sentence: str, place: str = "") -> None:
        self.found.append(Finding(check, "note", sentence, place))

    def failed(self, check: str, sentence: str, place: str = "") -> None:
        self.failures[check] += 1
        if self.failures[check] <= SHOWN_PER_CHECK:
            self.found.append(Finding(check, "failed", sentence, place))

    def intact(self, *checks: str) -> bool:
        """Whether none of ``checks`` (of all, if none is named) has failed so far."""
        return not any(self.failures[c] for c in checks or self.failures)

    def unshown(self) -> dict[str, int]:
        """How many failures of each check are counted but not kept."""
        return {c: n - SHOWN_PER_CHECK for c, n in self.failures.items() if n > SHOWN_PER_CHECK}


def shown(value: object) -> str:
    """A value from outside, quoted for a terminal: one line, no control or direction marks, not long."""
    text = value if isinstance(value, str) else repr(value)
    text = text if len(text) <= _WIDEST_QUOTE else text[:_WIDEST_QUOTE] + "…"
    return "“" + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text) + "”"
