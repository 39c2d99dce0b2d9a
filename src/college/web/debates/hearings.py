"""What is heard about texts, as their pages show it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from college.debates.queries.hearings import Heard
from college.web.prose import made


@dataclass(frozen=True, slots=True)
class HeardLine:
    """A hearing with the reasons of those who decided it."""

    heard: Heard
    reason: SafeString


def lines(heard: Sequence[Heard]) -> tuple[HeardLine, ...]:
    """Hearings in words. No query."""
    return tuple(HeardLine(one, made(one.reason)) for one in heard)
