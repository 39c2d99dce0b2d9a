"""The published figures of an area: what was decided, what others found, what it asked of people."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from statistics import quantiles

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from college.committees.models import (
    Ballot,
    Case,
    Draw,
    PanelRuling,
    Place,
    Retrial,
    Roster,
    Seat,
)
from college.committees.queries import cases, rosters
from college.committees.rules.areas import Area
from college.committees.rules.intervals import Share, share
from college.committees.rules.ladder import CaseState, Step
from college.committees.rules.overdispersion import needed_cases, tail
from college.committees.rules.seats import OutGround
from college.committees.rules.tally import Choice
from college.record.charters import charter_in_force

#: What a ballot takes, of a sitting of six to eight cases in twenty minutes (DESIGN §5). Minutes.
MINUTES = 3
#: Honest panels that are tried again are found otherwise this often, in clumps of so much (the protocol, §5).
_USUAL, _CLUMPS, _ALPHA = 0.08, 0.02, 0.01
#: What the test of a roster should see: found otherwise half of the time.
_CLEARLY = 0.5


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of how many; ``share`` is ``None`` where there are fewer than the charter's least cell."""

    hits: int
    of: int
    share: Share | None


@dataclass(frozen=True, slots=True)
class Times:
    """From being asked to the verdict. ``None`` where fewer cases than the least cell were settled."""

    cases: int
    median: timedelta | None
    slowest: timedelta | None


@dataclass(frozen=True, slots=True)
class Decisions:
    """Cases of the area. ``restricted``: what was asked was done, of all that panels have settled.

    ``disagreed``: the first panels differed. ``provisional``: two stewards decided.
    """

    asked: int
    waiting: int
    withdrawn: int
    provisional: int
    controls: int
    restricted: Rate
    disagreed: Rate
    times: Times


@dataclass(frozen=True, slots=True)
class Overturns:
    """How often others found otherwise: in cases chosen by lot, and, told apart, in those appealed.

    Only the lot says how often panels err; people appeal what they think wrong. ``surprise``: how likely
    so many or more reversals by lot are of an ordinary panel; ``needed``: how many re-trials would show
    one that is found otherwise half of the time, with power 0.9.
    """

    by_lot: Rate
    by_appeal: Rate
    surprise: float | None
    needed: int | None


@dataclass(frozen=True, slots=True)
class Service:
    """What was asked of people. ``silent``: neither answer nor ballot in time; ``refused``: said no.

    ``minutes`` is ballots × MINUTES. ``returning``: of the places of this term, those whose member
    served in the one before; ``left``: places left before the term's end.
    """

    ballots: int
    minutes: int
    silent: Rate
    refused: Rate
    recused: Rate
    late: Rate
    returning: Rate
    left: Rate


def least_cell() -> int:
    """Smaller cells are not shown. One query."""
    return charter_in_force().audit.least_cell


def decisions(area: Area) -> Decisions:
    """Eight queries."""
    of_area, least = cases.of_area(area), least_cell()
    real = of_area.filter(control__opened_at=None)
    settled = real.filter(state=CaseState.SETTLED, provisional=False)
    counts = real.aggregate(
        asked=Count("pk"),
        withdrawn=Count("pk", filter=Q(state=CaseState.WITHDRAWN)),
        waiting=Count("pk", filter=Q(verdict="") & ~Q(state=CaseState.WITHDRAWN)),
        provisional=Count("pk", filter=Q(provisional=True)),
    )
    granted = settled.filter(verdict=Choice.GRANT).count()
    first = Draw.objects.filter(
        case__in=of_area, step=Step.FIRST, decided_at__isnull=False, panels__gte=2, unmet=""
    )
    of_draw = PanelRuling.objects.filter(draw=OuterRef("pk"))
    in_two_minds = Q(Exists(of_draw.filter(choice=Choice.KEEP))) & Q(
        Exists(of_draw.filter(choice=Choice.GRANT))
    )
    reviewed = Q(case__draws__step=Step.REVIEW, case__appealed_at=None)
    differed = first.filter(reviewed | in_two_minds).distinct()
    return Decisions(
        **counts,
        controls=of_area.filter(control__opened_at__isnull=False).count(),
        restricted=_rate(granted, settled.count(), least),
        disagreed=_rate(differed.count(), first.count(), least),
        times=_times(settled, least),
    )


def overturns(area: Area) -> Overturns:
    """Four queries."""
    least = least_cell()
    tried = Retrial.objects.filter(case__in=cases.of_area(area)).exclude(found="")
    otherwise = tried.exclude(found=F("verdict"), found_ground=F("verdict_ground")).count()
    number = tried.count()
    appealed = cases.of_area(area).filter(appealed_at__lt=F("verdict_at"))
    turned = appealed.filter(verdict=Choice.KEEP).count()
    by_lot = _rate(otherwise, number, least)
    return Overturns(
        by_lot=by_lot,
        by_appeal=_rate(turned, appealed.count(), least),
        surprise=tail(otherwise, number, _USUAL, _CLUMPS) if by_lot.share else None,
        needed=needed_cases(_USUAL, _CLEARLY, _CLUMPS, _ALPHA),
    )


def service(area: Area) -> Service:
    """Eight queries."""
    least = least_cell()
    seats = Seat.objects.filter(draw__case__in=cases.of_area(area), called_at__isnull=False)
    over = seats.aggregate(
        voted=Count("ballot"),
        **{
            ground.value: Count("pk", filter=Q(out_ground=ground))
            for ground in OutGround
            if ground is not OutGround.UNNEEDED
        },
    )
    ended = sum(over.values())
    accepted = over["voted"] + over[OutGround.LATE]
    roster = rosters.in_force()
    return Service(
        ballots=over["voted"],
        minutes=over["voted"] * MINUTES,
        silent=_rate(over[OutGround.SILENT] + over[OutGround.LATE], ended, least),
        refused=_rate(over[OutGround.REFUSED], ended, least),
        recused=_rate(over[OutGround.RECUSED], ended, least),
        late=_rate(over[OutGround.LATE], accepted, least),
        returning=_returning(roster, least),
        left=_left(roster, least),
    )


def minutes_by_debate() -> dict[str, int]:
    """The debate's public id → minutes that its cases have asked of panel members. One query."""
    rows = Ballot.objects.exclude(seat__draw__case__scope="").values_list("seat__draw__case__scope")
    return {scope: number * MINUTES for scope, number in rows.annotate(n=Count("pk")).order_by()}


def _rate(hits: int, of: int, least: int) -> Rate:
    return Rate(hits, of, share(hits, of, least))


def _times(settled: QuerySet[Case], least: int) -> Times:
    took = [at - opened for at, opened in settled.values_list("verdict_at", "opened_at")]
    if len(took) < max(least, 2):
        return Times(len(took), None, None)
    seconds = [one.total_seconds() for one in took]
    cuts = quantiles(seconds, n=20, method="inclusive")
    return Times(len(took), timedelta(seconds=round(cuts[9])), timedelta(seconds=round(cuts[18])))


def _members(roster: Roster) -> set[int]:
    return set(Place.objects.filter(roster=roster).values_list("member_id", flat=True))


def _returning(roster: Roster | None, least: int) -> Rate:
    before = Roster.objects.filter(number=roster.number - 1).first() if roster else None
    if roster is None or before is None:
        return _rate(0, 0, least)
    now = _members(roster)
    return _rate(len(now & _members(before)), len(now), least)


def _left(roster: Roster | None, least: int) -> Rate:
    places: Iterable[bool] = ()
    if roster is not None:
        rows = Place.objects.filter(roster=roster).values_list("left_at", flat=True)
        places = [left is not None for left in rows]
    flags = list(places)
    return _rate(sum(flags), len(flags), least)
