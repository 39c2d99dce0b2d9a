"""The charter, and its canonical document as it stands in the record."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from datetime import timedelta
from typing import Any, Self

from college.ground.charter.faults import CharterError, Fault
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

Read = Callable[[str, Any], object]


@dataclass(frozen=True, slots=True)
class Charter:
    """Every number the College lives by. One version is in force; it stands in the record."""

    preset: Preset
    clocks: Clocks
    budgets: Budgets
    lengths: Lengths
    limits: Limits
    areas: Areas
    roster: Roster
    sizes: Sizes
    quizzes: Quizzes
    audit: Audit

    def document(self) -> dict[str, object]:
        """The charter as a canonical document: durations in seconds, no floats."""
        plain = asdict(self)
        plain["preset"] = self.preset.value
        plain["clocks"] = {k: int(v.total_seconds()) for k, v in plain["clocks"].items()}
        return plain

    @classmethod
    def from_document(cls, document: dict[str, Any]) -> Self:
        """The charter of a document; ``CharterError`` where it lacks a setting or has one too many.

        A document of an earlier version lacks what came later: ``extended`` adds it.
        """
        if "preset" not in document:
            raise CharterError("preset", Fault.MISSING)
        return cls(
            preset=Preset(document["preset"]),
            **sections(
                {name: given for name, given in document.items() if name != "preset"},
                clocks=lambda _name, seconds: timedelta(seconds=seconds),
                number=lambda _name, value: value,
                flag=lambda _name, value: value,
            ),
        )


def sections(given: dict[str, Any], *, clocks: Read, number: Read, flag: Read) -> dict[str, Any]:
    """Every section of a charter but its preset, built of plain tables, each value read by its kind."""
    known = [f.name for f in fields(Charter) if f.name != "preset"]
    check_names("", given, known)
    sizes = [f.name for f in fields(Sizes)]
    check_names("sizes.", given["sizes"], sizes)
    built = {name: _section(Size, f"sizes.{name}.", given["sizes"][name], number) for name in sizes}
    return {
        "clocks": _section(Clocks, "clocks.", given["clocks"], clocks),
        "budgets": _section(Budgets, "budgets.", given["budgets"], number),
        "lengths": _section(Lengths, "lengths.", given["lengths"], number),
        "limits": _section(Limits, "limits.", given["limits"], number),
        "areas": _section(Areas, "areas.", given["areas"], flag),
        "roster": _section(Roster, "roster.", given["roster"], number),
        "sizes": Sizes(**built),
        "quizzes": _section(Quizzes, "quizzes.", given["quizzes"], number),
        "audit": _section(Audit, "audit.", given["audit"], number),
    }


def check_names(prefix: str, given: Any, known: list[str]) -> None:
    """Refuse a table that has a name too many, or one too few."""
    if not isinstance(given, dict):
        raise CharterError(prefix.rstrip("."), Fault.UNKNOWN)
    if unknown := [name for name in given if name not in known]:
        raise CharterError(prefix + unknown[0], Fault.UNKNOWN)
    if missing := [name for name in known if name not in given]:
        raise CharterError(prefix + missing[0], Fault.MISSING)


def _section(kind: Any, prefix: str, given: Any, read: Read) -> Any:
    check_names(prefix, given, [f.name for f in fields(kind)])
    return kind(**{key: read(prefix + key, value) for key, value in given.items()})
