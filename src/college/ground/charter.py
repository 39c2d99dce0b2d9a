"""The charter as typed data: clocks, budgets, lengths, limits. Refused with the line's name and reason."""

import re
import tomllib
from dataclasses import asdict, dataclass, fields
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

DEFAULT_FILE = Path(__file__).parent.parent / "charter.toml"
_DURATION = re.compile(r"([1-9]\d{0,5}) (minutes?|hours?|days?)")


class Preset(StrEnum):
    """How fast a College lives."""

    CLASS = "class"
    NEWSROOM = "newsroom"
    ASSEMBLY = "assembly"


class CharterError(ValueError):
    """A charter that cannot be used; the message names the setting and what to do."""


@dataclass(frozen=True, slots=True)
class Clocks:
    """Durations. See ``charter.toml`` for what each is for."""

    question_notice: timedelta
    viewpoint_notice: timedelta
    delegate_notice: timedelta
    framing: timedelta
    open: timedelta
    closing: timedelta
    challenge_due: timedelta
    grace: timedelta
    silent_side: timedelta
    silent_delegate: timedelta
    remark_claim_notice: timedelta
    epoch: timedelta
    lodging: timedelta
    revealing: timedelta
    accepting: timedelta
    voting: timedelta
    appealing: timedelta
    term: timedelta
    rest: timedelta
    duty: timedelta
    standing: timedelta
    emergency_hold: timedelta
    legal_hold: timedelta
    charter_notice: timedelta


@dataclass(frozen=True, slots=True)
class Budgets:
    """Words, and per cents of words."""

    viewpoint_open: int
    viewpoint_closing: int
    undecided_open: int
    undecided_closing: int
    delegate_share: int
    member_share: int


@dataclass(frozen=True, slots=True)
class Lengths:
    """Characters or words, as ``charter.toml`` says for each."""

    question: int
    scope: int
    viewpoint_name: int
    viewpoint_statement: int
    claim: int
    text: int
    quotation: int
    reason: int
    public_name: int


@dataclass(frozen=True, slots=True)
class Limits:
    """How many of something."""

    viewpoints: int
    premises: int
    points_to: int
    questions_per_day: int
    contributions_per_hour: int
    newcomer_per_hour: int
    challenges_open: int
    imports_per_day: int
    acts_per_hour: int
    reports_per_day: int
    newcomer_reports_per_day: int
    notices_per_day: int
    docket: int


@dataclass(frozen=True, slots=True)
class Areas:
    """Which areas of administration are switched on."""

    agenda: bool
    membership: bool
    conduct: bool
    evidence: bool
    summaries: bool
    examination: bool
    evaluation: bool
    appeals: bool
    audit: bool
    charter: bool


@dataclass(frozen=True, slots=True)
class Roster:
    """How many people serve in a term."""

    most: int
    share: int
    rest_from: int


@dataclass(frozen=True, slots=True)
class Size:
    """How many panels of how many seats, and the review above them. Numbers of people and of ballots."""

    pool: int
    panels: int
    seats: int
    threshold: int
    cap: int
    review_seats: int
    review_threshold: int
    review_cap: int


@dataclass(frozen=True, slots=True)
class Sizes:
    """One size per kind of case; ``small`` stands in for ``standard`` where people are few."""

    standard: Size
    small: Size
    labels: Size
    persons: Size
    bodies: Size


@dataclass(frozen=True, slots=True)
class Audit:
    """Shares in per cent, steps and heights of the charts, least numbers."""

    retrials: int
    admission_retrials: int
    controls: int
    random_step: int
    contested_step: int
    alarm: int
    suspended_terms: int
    breaker_share: int
    breaker_ratio: int
    least_cell: int


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
    audit: Audit

    def document(self) -> dict[str, object]:
        """The charter as a canonical document: durations in seconds, no floats."""
        plain = asdict(self)
        plain["preset"] = self.preset.value
        plain["clocks"] = {k: int(v.total_seconds()) for k, v in plain["clocks"].items()}
        return plain

    @classmethod
    def from_document(cls, document: dict[str, Any]) -> Self:
        clocks = {k: timedelta(seconds=v) for k, v in document["clocks"].items()}
        return cls(
            preset=Preset(document["preset"]),
            clocks=Clocks(**clocks),
            budgets=Budgets(**document["budgets"]),
            lengths=Lengths(**document["lengths"]),
            limits=Limits(**document["limits"]),
            areas=Areas(**document["areas"]),
            roster=Roster(**document["roster"]),
            sizes=Sizes(**{name: Size(**size) for name, size in document["sizes"].items()}),
            audit=Audit(**document["audit"]),
        )


def load(preset: Preset, file: Path | None = None) -> Charter:
    """The charter of a preset, read from a file; ``CharterError`` names what is wrong in it."""
    file = file or DEFAULT_FILE
    try:
        with file.open("rb") as stream:
            document = tomllib.load(stream)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise CharterError(f"{file.name}: {error}") from error
    base = document.get("charter", {})
    changes = document.get("presets", {}).get(preset.value, {})
    charter = Charter(
        preset=preset,
        clocks=_section(Clocks, "clocks", base, changes, _duration),
        budgets=_section(Budgets, "budgets", base, changes, _whole),
        lengths=_section(Lengths, "lengths", base, changes, _whole),
        limits=_section(Limits, "limits", base, changes, _whole),
        areas=_section(Areas, "areas", base, changes, _flag),
        roster=_section(Roster, "roster", base, changes, _whole),
        sizes=_sizes(base.get("sizes", {}), changes.get("sizes", {})),
        audit=_section(Audit, "audit", base, changes, _whole),
    )
    for name in ("delegate_share", "member_share"):
        if not 1 <= getattr(charter.budgets, name) <= 100:
            raise CharterError(f"budgets.{name} must be a per cent from 1 to 100")
    return charter


def _section(kind: Any, name: str, base: Any, changes: Any, read: Any) -> Any:
    given = {**base.get(name, {}), **changes.get(name, {})}
    known = {f.name for f in fields(kind)}
    if unknown := sorted(set(given) - known):
        raise CharterError(f"{name}.{unknown[0]} is not a setting of the charter")
    if missing := sorted(known - set(given)):
        raise CharterError(f"{name}.{missing[0]} is missing")
    return kind(**{key: read(f"{name}.{key}", value) for key, value in given.items()})


def _sizes(base: Any, changes: Any) -> Sizes:
    known = [f.name for f in fields(Sizes)]
    if unknown := sorted({*base, *changes} - set(known)):
        raise CharterError(f"sizes.{unknown[0]} is not a setting of the charter")
    given = {
        name: _section(
            Size, name, {name: base.get(name, {})}, {name: changes.get(name, {})}, _whole
        )
        for name in known
    }
    return Sizes(**given)


def _flag(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise CharterError(f"{name} must be true or false, not {value!r}")
    return value


def _duration(name: str, value: object) -> timedelta:
    match = _DURATION.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise CharterError(f'{name} must be a duration such as "7 days", not {value!r}')
    number, unit = int(match[1]), match[2].rstrip("s") + "s"
    return timedelta(**{unit: number})


def _whole(name: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise CharterError(f"{name} must be a whole number from 1, not {value!r}")
    return value
