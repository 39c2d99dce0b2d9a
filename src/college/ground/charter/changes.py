"""What differs between two charters; and a stored one brought up to the settings of today."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from college.ground.charter.document import Charter

Value = timedelta | int | bool | str


@dataclass(frozen=True, slots=True)
class Change:
    """One setting, by its dotted name, and what it was and will be."""

    setting: str
    before: Value
    after: Value


def changes(before: Charter, after: Charter) -> tuple[Change, ...]:
    """Every setting in which two charters differ, in the order of the charter."""
    was, will_be = settings(before), settings(after)
    return tuple(
        Change(name, was[name], value) for name, value in will_be.items() if value != was[name]
    )


def settings(charter: Charter) -> dict[str, Value]:
    """Every value of a charter by its dotted name: ``clocks.open``, ``sizes.small.seats``, ``preset``."""
    return _flat("", asdict(charter))


def plain(charter: Charter) -> dict[str, Any]:
    """The charter as a file of TOML would have it: tables of numbers, flags, and durations in words."""
    tables = asdict(charter)
    del tables["preset"]
    tables["clocks"] = {name: spelled(value) for name, value in tables["clocks"].items()}
    return tables


def spelled(duration: timedelta) -> str:
    """A duration as the charter writes it, in the largest unit that needs no fraction: ``36 hours``."""
    minutes = int(duration.total_seconds()) // 60
    for unit, length in (("day", 24 * 60), ("hour", 60)):
        if minutes % length == 0:
            number = minutes // length
            return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
    return f"{minutes} minute" if minutes == 1 else f"{minutes} minutes"


def extended(
    document: Mapping[str, Any], defaults: Charter
) -> tuple[dict[str, object], tuple[str, ...]]:
    """A stored document with every setting of today, and the names of those that were added.

    What it lacks is taken from ``defaults`` (the charter of its preset); what is no setting now is left out.
    """
    whole = defaults.document()
    known, had = _flat("", whole), _flat("", document)
    added = tuple(name for name in known if name not in had)
    return _overlaid(whole, document), added


def _overlaid(whole: Mapping[str, Any], document: Mapping[str, Any]) -> dict[str, object]:
    laid: dict[str, object] = {}
    for name, value in whole.items():
        own = document.get(name, value)
        laid[name] = _overlaid(value, own) if isinstance(value, Mapping) else own
    return laid


def _flat(prefix: str, table: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in table.items():
        if isinstance(value, Mapping):
            found |= _flat(f"{prefix}{name}.", value)
        else:
            found[prefix + name] = value
    return found
