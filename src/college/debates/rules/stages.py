"""A debate's life: which stage may follow which, and when it falls due (DESIGN §4).

Every date is set ahead and shown. Dates only ever move further ahead: by a clock that stood still, by
too few viewpoints, by a new wording, or by a steward with a reason.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from college.ground.charter import Clocks
from college.ground.refusals import Refusal


class Stage(StrEnum):
    """``registered``: in the register of questions not yet debated. ``closed``: awaiting its summary.

    ``summarised``: a version of its summary is certified; new evidence may open it again.
    """

    REGISTERED = "registered"
    PROPOSED = "proposed"
    FRAMING = "framing"
    OPEN = "open"
    CLOSING = "closing"
    CLOSED = "closed"
    SUMMARISED = "summarised"


#: Nothing more is said: until new evidence opens the debate again.
OVER = frozenset({Stage.CLOSED, Stage.SUMMARISED})


class DateGround(StrEnum):
    """Why dates moved ahead."""

    FEW_VIEWPOINTS = "few-viewpoints"
    NEW_WORDING = "new-wording"
    LATE_CLOCK = "late-clock"
    STEWARD = "steward"


#: A debate opens with at least so many admitted viewpoints that somebody holds.
FEWEST_VIEWPOINTS = 2
#: The clock may come this part of a stage late before the stage is made whole again.
_TOLERATED = 10


@dataclass(frozen=True, slots=True)
class Dates:
    """The four dates of a debate; ``None`` while not set. Each ends the stage before it."""

    admit_at: datetime | None = None
    open_at: datetime | None = None
    closing_at: datetime | None = None
    closed_at: datetime | None = None


def on_proposal(clocks: Clocks, at: datetime) -> Dates:
    """A proposal's notice begins."""
    return Dates(admit_at=at + clocks.question_notice)


def on_admission(clocks: Clocks, dates: Dates, now: datetime) -> Dates:
    """All later dates, set ahead when the question is admitted."""
    return _laid_out(clocks, replace(dates, open_at=now + clocks.framing))


def on_reopening(clocks: Clocks, dates: Dates, now: datetime) -> Dates:
    """New evidence opens a debate again: it is open and closing once more for their whole times."""
    closing = now + clocks.open
    return replace(dates, closing_at=closing, closed_at=closing + clocks.closing)


def next_stage(stage: Stage, dates: Dates, now: datetime) -> Stage | None:
    """The stage that is due at ``now``, or ``None``: one step at a time."""
    steps: dict[Stage, tuple[datetime | None, Stage]] = {
        Stage.PROPOSED: (dates.admit_at, Stage.FRAMING),
        Stage.FRAMING: (dates.open_at, Stage.OPEN),
        Stage.OPEN: (dates.closing_at, Stage.CLOSING),
        Stage.CLOSING: (dates.closed_at, Stage.CLOSED),
    }
    at, following = steps.get(stage, (None, stage))
    return following if at is not None and at <= now else None


def when_too_few(clocks: Clocks, dates: Dates, now: datetime) -> Dates:
    """Fewer than two viewpoints have holders: the framing lasts once more as long, from now."""
    return _laid_out(clocks, replace(dates, open_at=now + clocks.framing))


def when_reworded(clocks: Clocks, stage: Stage, dates: Dates, now: datetime) -> Dates:
    """A new wording can be read for a whole notice before anything follows from it."""
    if stage is Stage.PROPOSED:
        return replace(dates, admit_at=now + clocks.question_notice)
    least_open = now + clocks.question_notice
    if stage is Stage.FRAMING and dates.open_at is not None and dates.open_at < least_open:
        return _laid_out(clocks, replace(dates, open_at=least_open))
    return dates


def when_late(clocks: Clocks, entered: Stage, dates: Dates, now: datetime) -> Dates:
    """The stage just entered lasts its time even if the clock stood still when it was due to begin."""
    if entered is Stage.OPEN and _lost(clocks.open, dates.closing_at, now):
        return _laid_out(clocks, replace(dates, closing_at=now + clocks.open))
    if entered is Stage.CLOSING and _lost(clocks.closing, dates.closed_at, now):
        return replace(dates, closed_at=now + clocks.closing)
    return dates


def moved_ahead(clocks: Clocks, stage: Stage, dates: Dates, wanted: Dates, now: datetime) -> Dates:
    """The dates a steward sets, or a refusal: only dates still ahead, none earlier than it was, no
    stage shorter than the charter's. A date left ``None`` moves just as far as it must."""
    open_dates = {Stage.FRAMING: 0, Stage.OPEN: 1, Stage.CLOSING: 2}.get(stage)
    if open_dates is None:
        raise Refusal("debates.dates.none-ahead")
    names = ("open_at", "closing_at", "closed_at")
    for place, name in enumerate(names):
        old, new = getattr(dates, name), getattr(wanted, name)
        if new is None or new == old:
            continue
        if place < open_dates:
            raise Refusal("debates.dates.passed", date=name)
        if new < old or new <= now:
            raise Refusal("debates.dates.only-ahead", date=name)
    chosen = Dates(
        admit_at=dates.admit_at,
        open_at=wanted.open_at or dates.open_at,
        closing_at=wanted.closing_at or dates.closing_at,
        closed_at=wanted.closed_at or dates.closed_at,
    )
    result = _laid_out(clocks, chosen)
    for name in names:
        if getattr(wanted, name) is not None and getattr(result, name) != getattr(chosen, name):
            raise Refusal("debates.dates.too-short", date=name)
    if result == dates:
        raise Refusal("debates.dates.unchanged")
    return result


def _lost(length: timedelta, ends: datetime | None, now: datetime) -> bool:
    return ends is not None and ends - now < length - length / _TOLERATED


def _laid_out(clocks: Clocks, dates: Dates) -> Dates:
    """Closing and closed stay where they are unless the charter's clocks after ``open_at`` need more."""
    if dates.open_at is None:
        raise ValueError("dates are laid out from the opening on")
    closing = _latest(dates.closing_at, dates.open_at + clocks.open)
    closed = _latest(dates.closed_at, closing + clocks.closing)
    return replace(dates, closing_at=closing, closed_at=closed)


def _latest(*moments: datetime | None) -> datetime:
    return max(moment for moment in moments if moment is not None)


@dataclass(frozen=True, slots=True)
class Step:
    """One stage on the line of stages. ``place``: past, now or ahead; ``at``: when it began or will."""

    stage: Stage
    at: datetime | None
    place: str


def course(
    stage: Stage, proposed_at: datetime, dates: Dates, *, summarised_at: datetime | None = None
) -> list[Step]:
    """A debate's whole life, dated ahead; empty while it only stands in the register. When it is summarised
    nobody can say before: its sides and panels take the time they need."""
    if stage is Stage.REGISTERED:
        return []
    begins = {
        Stage.PROPOSED: proposed_at,
        Stage.FRAMING: dates.admit_at,
        Stage.OPEN: dates.open_at,
        Stage.CLOSING: dates.closing_at,
        Stage.CLOSED: dates.closed_at,
        Stage.SUMMARISED: summarised_at if stage is Stage.SUMMARISED else None,
    }
    order = list(begins)
    here = order.index(stage)
    places = ["past" if n < here else "now" if n == here else "ahead" for n in range(len(order))]
    return [Step(each, begins[each], place) for each, place in zip(order, places, strict=True)]
