"""Whether the numbers of a charter fit together. One look over all of them; the first fault is named."""

from collections.abc import Iterator
from dataclasses import asdict

from college.ground.charter.document import Charter
from college.ground.charter.faults import CharterError, Fault
from college.ground.charter.sections import Size

_SHARES = (
    "budgets.delegate_share",
    "budgets.member_share",
    "roster.share",
    "audit.retrials",
    "audit.admission_retrials",
    "audit.controls",
    "audit.breaker_share",
)
#: The sizes by which the cases of an area are decided; areas that are not named use the last line.
AREA_SIZES: dict[str, tuple[str, ...]] = {
    "evidence": ("labels",),
    "summaries": ("summaries",),
    "examination": ("items",),
    "membership": ("persons",),
    "audit": ("persons",),
    "charter": ("bodies",),
}
_ORDINARY = ("standard", "small")
#: Areas whose verdicts restrict or refuse something, so that somebody must be able to ask for a second look.
_RESTRICTING = ("agenda", "conduct", "summaries")

Found = tuple[str, Fault]


def check(charter: Charter) -> None:
    """Refuse a charter whose numbers cannot work together; ``CharterError`` names the first."""
    for looks in (_shares, _clocks, _limits, _sizes, _quizzes, _areas, _audit):
        for setting, fault in looks(charter):
            raise CharterError(setting, fault)


def _shares(charter: Charter) -> Iterator[Found]:
    plain = asdict(charter)
    for name in _SHARES:
        section, _dot, key = name.partition(".")
        if plain[section][key] > 100:
            yield name, Fault.NOT_A_SHARE


def _clocks(charter: Charter) -> Iterator[Found]:
    clocks = charter.clocks
    if clocks.lodging + clocks.revealing >= clocks.epoch:
        yield "clocks.lodging", Fault.EPOCH_TOO_SHORT
    if clocks.voting < clocks.accepting:
        yield "clocks.voting", Fault.VOTING_TOO_SHORT
    if clocks.term <= clocks.epoch + clocks.accepting + clocks.voting:
        yield "clocks.term", Fault.TERM_TOO_SHORT
    if clocks.duty > clocks.term:
        yield "clocks.duty", Fault.DUTY_TOO_LONG


def _limits(charter: Charter) -> Iterator[Found]:
    limits = charter.limits
    if limits.newcomer_per_hour > limits.contributions_per_hour:
        yield "limits.newcomer_per_hour", Fault.NEWCOMERS_FIRST
    if limits.newcomer_reports_per_day > limits.reports_per_day:
        yield "limits.newcomer_reports_per_day", Fault.NEWCOMERS_FIRST


def _sizes(charter: Charter) -> Iterator[Found]:
    for name in asdict(charter.sizes):
        size: Size = getattr(charter.sizes, name)
        for setting, fault in _size(size, charter.limits.viewpoints):
            yield f"sizes.{name}.{setting}", fault


def _size(size: Size, viewpoints: int) -> Iterator[Found]:
    if size.panels < 2:
        yield "panels", Fault.ONE_PANEL
    yield from _panel("", size.seats, size.threshold, size.cap, viewpoints)
    yield from _panel(
        "review_", size.review_seats, size.review_threshold, size.review_cap, viewpoints
    )
    if size.review_seats <= size.seats:
        yield "review_seats", Fault.REVIEW_TOO_SMALL
    seats = size.panels * size.seats + size.review_seats
    if size.pool < seats:
        yield "pool", Fault.PANELS_OVERLAP
    if size.pool < 2 * seats:
        yield "pool", Fault.NO_RESERVES


def _panel(which: str, seats: int, threshold: int, cap: int, viewpoints: int) -> Iterator[Found]:
    if threshold > seats:
        yield f"{which}threshold", Fault.OUT_OF_REACH
    if 2 * threshold <= seats:
        yield f"{which}threshold", Fault.TWO_COULD_REACH
    if cap > seats:
        yield f"{which}cap", Fault.CAP_OF_NO_USE
    if cap * viewpoints < seats:
        yield f"{which}cap", Fault.CAP_TOO_LOW


def _quizzes(charter: Charter) -> Iterator[Found]:
    quizzes = charter.quizzes
    if quizzes.fewest > quizzes.items:
        yield "quizzes.fewest", Fault.QUIZ_TOO_SHORT
    if quizzes.trial > quizzes.fair:
        yield "quizzes.trial", Fault.TRIAL_FIRST


def _areas(charter: Charter) -> Iterator[Found]:
    areas = asdict(charter.areas)
    for area in (name for name, on in areas.items() if on):
        needed = AREA_SIZES.get(area, _ORDINARY)
        pools = (getattr(charter.sizes, name).pool for name in needed)
        if charter.roster.most < min(pools):
            yield f"areas.{area}", Fault.NOT_SEATED
        if area in _RESTRICTING and not areas["appeals"]:
            yield f"areas.{area}", Fault.NO_SECOND_LOOK


def _audit(charter: Charter) -> Iterator[Found]:
    audit = charter.audit
    if audit.alarm <= max(audit.random_step, audit.contested_step):
        yield "audit.alarm", Fault.ALARM_TOO_LOW
    if audit.breaker_least <= audit.breaker_ratio:
        yield "audit.breaker_least", Fault.BREAKER_AT_ONCE
