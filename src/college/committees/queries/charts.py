"""Ballots that a finding speaks of, charts that have reached their alarm, and who is shown a chart."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import CharField, Count, Exists, OuterRef, QuerySet, Subquery

from college.committees.models import (
    Absence,
    Alarm,
    Ballot,
    Case,
    Chart,
    Draw,
    Halt,
    PanelRuling,
    Place,
    Roster,
    Seat,
)
from college.committees.queries.reliability import reliability
from college.committees.rules.areas import OF_SUMMARIES, Procedure
from college.committees.rules.charts import (
    LEAST_OTHERS,
    Comparison,
    Direction,
    Reference,
    found_by_others,
    is_spoken_of,
)
from college.committees.rules.ladder import Step
from college.committees.rules.reliability import Reliability
from college.committees.rules.tally import Choice, Vote
from college.people.models import Member


@dataclass(frozen=True, slots=True)
class Finding:
    """A ballot that has not been compared yet, with what others found. Ids of rows."""

    ballot: int
    member: int
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Point:
    """One comparison, as its member and the deciding panel see it. ``case`` is a public id."""

    case: str
    cast: Choice
    found: Choice
    reference: Reference
    height: int
    at: datetime


@dataclass(frozen=True, slots=True)
class ShownChart:
    """One chart with its latest comparisons, newest first. ``viewpoint`` is a public id, or empty.

    ``case`` is the case of its latest alarm, if any; ``away_until`` the number of the last term that a
    verdict on it keeps the member off the lottery, 0 if none. ``estimate`` is what all ballots on such
    texts, taken together, say (rules/reliability.py).
    """

    viewpoint: str
    direction: Direction
    height: int
    ballots: int
    deviations: int
    points: tuple[Point, ...]
    case: Case | None
    away_until: int
    estimate: Reliability | None


#: Comparisons of one chart that a page shows.
_MOST_POINTS = 60


def findings() -> list[Finding]:
    """What controls, re-trials and reviews say of ballots not compared yet, in order of casting.

    Of two findings on one ballot the one from a random sample comes first. Certificates of summaries are
    left out: charts are about what is taken from a side. Four queries.
    """
    waiting = Ballot.objects.filter(compared=None, seat__draw__decided_at__isnull=False)
    waiting = waiting.exclude(seat__draw__case__procedure__in=OF_SUMMARIES)
    real = waiting.filter(seat__draw__case__control=None)
    rows = [
        *_rows(waiting, Reference.CONTROL, "seat__draw__case__control__answer"),
        *_rows(real, Reference.RETRIAL, "seat__draw__case__retrial__found"),
        *_rows(real.annotate(reviewed=_reviewed()), Reference.REVIEW, "reviewed"),
        *_held_to_others(),
    ]
    return sorted(rows, key=lambda found: found.ballot)


def ringing(height: int) -> QuerySet[Chart]:
    """Charts at their alarm that nobody looks at yet. One query."""
    looked_at = Alarm.objects.filter(closed_at=None).values("chart")
    return Chart.objects.filter(height__gte=height).exclude(pk__in=looked_at).order_by("id")


def flagged(roster: Roster) -> set[int]:
    """The members with an alarm in a term. One query."""
    return set(Alarm.objects.filter(roster=roster).values_list("chart__member_id", flat=True))


def flagged_by_viewpoint(roster: Roster, flagged_members: Iterable[int]) -> list[dict[str, int]]:
    """Per debate that flagged members were compared in: viewpoint → how many of them hold it.

    Viewpoints that somebody on the roster holds, zeros included. Labels are those of the debate's latest
    case. Two queries and one per debate.
    """
    alarmed = set(flagged_members)
    scopes = set(
        Case.objects.filter(
            draws__seats__ballot__compared__chart__alarms__roster=roster,
            draws__seats__ballot__compared__chart__member__in=alarmed,
        )
        .exclude(scope="")
        .values_list("scope", flat=True)
    )
    serving = dict(
        Place.objects.filter(roster=roster).values_list("member__public_id", "member_id")
    )
    found = []
    for scope in sorted(scopes):
        labels = (
            Case.objects.filter(scope=scope).order_by("-id").values_list("labels", flat=True)[0]
        )
        held = {
            serving[public_id]: side for public_id, side in labels.items() if public_id in serving
        }
        count = Counter(side for member, side in held.items() if member in alarmed)
        found.append({side: count[side] for side in set(held.values())})
    return found


def halted(roster: Roster | None) -> Halt | None:
    """Whether the breaker holds in a term. One query."""
    return Halt.objects.filter(roster=roster).first() if roster is not None else None


def settled_alarms() -> QuerySet[Case]:
    """Alarm cases whose verdict waits for its effect. One query."""
    rows = Case.objects.filter(alarm__isnull=False, verdict_at__isnull=False, enacted_at=None)
    return rows.select_related("alarm__chart__member").order_by("verdict_at", "id")


def away(number: int) -> QuerySet[Absence]:
    """Absences that hold in the term of this number. One query."""
    return Absence.objects.filter(ended_at=None, until__gte=number)


def own_charts(member: Member) -> list[ShownChart]:
    """A member's own charts. One query, and six per chart."""
    rows = Chart.objects.filter(member=member).order_by("viewpoint", "direction")
    return [_shown(chart) for chart in rows]


def own_alarm_case(member: Member, public_id: str) -> Case | None:
    """The case of an alarm on one of a member's own charts. One query."""
    return Case.objects.filter(public_id=public_id, alarm__chart__member=member).first()


def charts_to_judge(member: Member) -> list[ShownChart]:
    """The charts behind the alarms that this member is asked to decide now, without whose they are.

    One query, and six per chart.
    """
    asked = Seat.objects.filter(
        place__member=member,
        called_at__isnull=False,
        out_at=None,
        draw__decided_at=None,
        draw__case__procedure=Procedure.ALARM,
    )
    alarms = Alarm.objects.filter(case__in=asked.values("draw__case")).select_related("chart")
    return [_shown(alarm.chart) for alarm in alarms.order_by("id")]


def _shown(chart: Chart) -> ShownChart:
    rows = chart.compared.select_related("ballot__seat__draw__case").order_by("-id")[:_MOST_POINTS]
    points = tuple(
        Point(
            case=row.ballot.seat.draw.case.public_id,
            cast=Choice(row.ballot.choice),
            found=Choice(row.found),
            reference=Reference(row.reference),
            height=row.height,
            at=row.at,
        )
        for row in rows
    )
    alarm = chart.alarms.exclude(case=None).select_related("case").order_by("-id").first()
    away = Absence.objects.filter(case__alarm__chart=chart, ended_at=None).first()
    return ShownChart(
        viewpoint=chart.viewpoint,
        direction=Direction(chart.direction),
        height=chart.height,
        ballots=chart.ballots,
        deviations=chart.deviations,
        points=points,
        case=alarm.case if alarm else None,
        away_until=away.until if away else 0,
        estimate=reliability(chart),
    )


def _reviewed() -> Subquery:
    rulings = PanelRuling.objects.filter(
        draw__case=OuterRef("seat__draw__case"), draw__step=Step.REVIEW
    )
    return Subquery(rulings.order_by("-id").values("choice")[:1], output_field=CharField())


def _rows(ballots: QuerySet[Ballot], reference: Reference, found: str) -> list[Finding]:
    steps = [step for step in Step if is_spoken_of(step, reference)]
    rows = ballots.filter(seat__draw__step__in=steps, **{f"{found}__gt": ""})
    return [
        Finding(pk, member, Comparison(side, Choice(cast), Choice(told), reference))
        for pk, member, side, cast, told in rows.values_list(
            "pk", "seat__place__member", "seat__draw__case__own_side", "choice", found
        )
    ]


def _held_to_others() -> list[Finding]:
    """Ballots of decided reviews, each beside what the other ballots of its review come to. One query."""
    steps = [step for step in Step if is_spoken_of(step, Reference.OTHERS)]
    reviews = Draw.objects.filter(
        Exists(Ballot.objects.filter(seat__draw=OuterRef("pk"), compared=None)),
        step__in=steps,
        decided_at__isnull=False,
        case__control=None,
    ).exclude(case__procedure__in=OF_SUMMARIES)
    large = reviews.annotate(cast=Count("seats__ballot")).filter(cast__gt=LEAST_OTHERS)
    rows = Ballot.objects.filter(seat__draw__in=large.values("pk")).values_list(
        "pk",
        "compared",
        "seat__place__member",
        "seat__draw",
        "seat__draw__threshold",
        "seat__draw__case__own_side",
        "choice",
        "ground",
    )
    cast: defaultdict[int, Counter[Vote]] = defaultdict(Counter)
    waiting = []
    for pk, compared, member, draw, threshold, side, choice, ground in rows:
        vote = Vote(Choice(choice), ground)
        cast[draw][vote] += 1
        if compared is None:
            waiting.append((pk, member, draw, threshold, side, vote))
    found = []
    for pk, member, draw, threshold, side, own in waiting:
        told = found_by_others(own, cast[draw], threshold)
        if told is not None:
            held = Comparison(side, own.choice, told, Reference.OTHERS)
            found.append(Finding(pk, member, held))
    return found
