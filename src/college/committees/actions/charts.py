"""Charts: ballots beside what others found. An alarm asks panels; only their verdict has an effect."""

from dataclasses import replace

from django.db import transaction

from college.committees.actions.cases import appeal, mark_enacted, open_case
from college.committees.actions.rosters import leave
from college.committees.events.audit import (
    AbsenceBegun,
    AbsenceEnded,
    AbsenceHeld,
    BreakerTripped,
)
from college.committees.models import (
    Absence,
    Alarm,
    Case,
    Chart,
    Compared,
    Halt,
    Place,
    Roster,
)
from college.committees.permissions import require
from college.committees.queries import charts, rosters
from college.committees.queries.charts import Finding
from college.committees.rules.areas import Procedure
from college.committees.rules.breaker import Breaker, breaker
from college.committees.rules.charts import alarms, moved
from college.committees.rules.eligibility import Party
from college.committees.rules.tally import Choice
from college.ground.act import Act
from college.people.actions.notices import tell
from college.people.queries import member_by_id
from college.record.actions.entries import append
from college.record.actions.texts import commit
from college.record.charters import charter_in_force

#: The rule an alarm's panel applies, and the only ground it can tick.
RULE = "deviation"
#: What the panel reads beside the chart, which is on a page of its own and in no record.
_ASKED = (
    "A member’s ballots on texts of one viewpoint departed from what re-trials, control cases and reviews "
    "found, so often and in one direction that the charter asks people to look. Whose ballots they are is "
    "not said. The ballots and the findings are at [the chart](/committees/charts/). Granting takes the "
    "member off the lottery for the terms that the charter names, never out of the debate."
)
_PATH = "/committees/charts/"


def step(act: Act) -> int:
    """Compare what can be compared, enact verdicts on alarms, keep absences, raise new alarms."""
    return (
        sum(_compare(act, finding) for finding in charts.findings())
        + sum(_enact(act, case) for case in charts.settled_alarms())
        + _keep_absences(act)
        + _release_held(act)
        + sum(_raise(act, chart) for chart in charts.ringing(charter_in_force().audit.alarm))
    )


@transaction.atomic
def _compare(act: Act, finding: Finding) -> int:
    one = finding.comparison
    chart, _new = Chart.objects.select_for_update().get_or_create(
        member_id=finding.member, viewpoint=one.viewpoint, direction=one.direction
    )
    if Compared.objects.filter(ballot_id=finding.ballot).exists():
        return 0
    chart.height = moved(chart.height, one, charter_in_force().audit)
    chart.ballots += 1
    chart.deviations += one.deviates
    chart.save(update_fields=["height", "ballots", "deviations"])
    Compared.objects.create(
        ballot_id=finding.ballot,
        chart=chart,
        reference=one.reference,
        found=one.found,
        height=chart.height,
        at=act.at,
    )
    return 1


@transaction.atomic
def _raise(act: Act, chart: Chart) -> int:
    row = Chart.objects.select_for_update(of=("self",)).select_related("member").get(pk=chart.pk)
    if not alarms(row.height, charter_in_force().audit):
        return 0
    if row.alarms.filter(closed_at=None).exists():
        return 0
    roster = rosters.in_force()
    alarm = Alarm.objects.create(chart=row, roster=roster, raised_at=act.at)
    alarm.held = _breaker(act, roster) or ""
    if not alarm.held:
        alarm.case = open_case(
            replace(act, actor="clock"),
            procedure=Procedure.ALARM,
            rule=RULE,
            shown=[commit(_ASKED)],
            parties={row.member.public_id: Party.NAMED},
        )
        tell(row.member, "committees.alarm.raised", params={}, path=_PATH, at=act.at)
    alarm.save(update_fields=["held", "case"])
    return 1


def _breaker(act: Act, roster: Roster | None) -> Breaker | None:
    """Whether the circuit breaker holds in this term, with the alarm just raised; told when it trips."""
    if roster is None:
        return None
    held = charts.halted(roster)
    if held is not None:
        return Breaker(held.ground)
    flagged, audit = charts.flagged(roster), charter_in_force().audit
    serving = roster.places.count()
    sides = charts.flagged_by_viewpoint(roster, flagged) or [{}]
    tripped = (breaker(len(flagged), serving, by, audit) for by in sides)
    ground = next((found for found in tripped if found is not None), None)
    if ground is not None:
        Halt.objects.create(roster=roster, ground=ground, at=act.at)
        event = BreakerTripped(roster=roster.public_id, ground=ground)
        append(replace(act, actor="clock"), event, subject=roster.public_id)
    return ground


@transaction.atomic
def _enact(act: Act, case: Case) -> int:
    row = Case.objects.select_for_update(no_key=True, of=("self",)).get(pk=case.pk)
    if not row.verdict or row.enacted_at is not None or row.effect_due_at > act.at:
        return 0
    alarm = Alarm.objects.select_related("chart__member").get(case=row)
    if row.verdict == Choice.GRANT:
        _begin_absence(act, row, alarm)
    else:
        for absence in Absence.objects.filter(case=row, ended_at=None).select_related("place"):
            _end_absence(act, absence, ground="overturned")
    if alarm.closed_at is None:
        alarm.closed_at = act.at
        alarm.save(update_fields=["closed_at"])
        Chart.objects.filter(pk=alarm.chart_id).update(height=0)
    mark_enacted(act, row)
    return 1


def _begin_absence(act: Act, case: Case, alarm: Alarm) -> None:
    roster, member = rosters.in_force(), alarm.chart.member
    halt = charts.halted(roster)
    clock = replace(act, actor="clock")
    if halt is not None:
        event = AbsenceHeld(case=case.public_id, roster=halt.roster.public_id, ground=halt.ground)
        append(clock, event, subject=case.public_id)
        return
    place = Place.objects.filter(member=member).order_by("-id")[0]
    number = roster.number if roster is not None else place.roster.number
    absence, _new = Absence.objects.update_or_create(
        case=case,
        defaults={
            "member": member,
            "place": place,
            "until": number + charter_in_force().audit.suspended_terms,
            "began_at": act.at,
            "ended_at": None,
        },
    )
    begun = AbsenceBegun(place=place.public_id, case=case.public_id, until=absence.until)
    append(clock, begun, subject=place.public_id)
    tell(member, "committees.absence.begun", params={}, path=_PATH, at=act.at)


def _keep_absences(act: Act) -> int:
    """Places of members who are away leave the lottery, also those drawn since; absences run out."""
    roster = rosters.in_force()
    if roster is None:
        return 0
    over = Absence.objects.filter(ended_at=None, until__lt=roster.number).select_related("place")
    done = sum(_end_absence(act, absence, ground="over") for absence in over.order_by("id"))
    for absence in charts.away(roster.number).select_related("case").order_by("id"):
        place = Place.objects.filter(roster=roster, member=absence.member_id, left_at=None).first()
        if place is not None:
            leave(act, place, ground="verdict", case=absence.case.public_id)
            done += 1
    return done


@transaction.atomic
def _end_absence(act: Act, absence: Absence, *, ground: str) -> int:
    absence.ended_at = act.at
    absence.save(update_fields=["ended_at"])
    event = AbsenceEnded(place=absence.place.public_id, case=absence.case.public_id, ground=ground)
    append(replace(act, actor="clock"), event, subject=absence.place.public_id)
    return 1


def _release_held(act: Act) -> int:
    """Alarms that the breaker held end with its term; a chart that is still high rings anew."""
    over = Alarm.objects.filter(closed_at=None, case=None, roster__ended_at__isnull=False)
    return over.exclude(held="").update(closed_at=act.at)


@transaction.atomic
def appeal_alarm(act: Act, case: Case) -> Case:
    """The member asks for the review of a verdict on an alarm: free, once, and while suspended too."""
    require("may_appeal_alarm", member_by_id(act.actor), case)
    return appeal(act, case)
