"""Cases that are settled and tried again by the audit's charter, and alarms it raises."""

from dataclasses import replace
from datetime import datetime

from college.committees.actions import cases, charts, retrials
from college.committees.models import Alarm, Case, Chart, Roster
from college.committees.queries import epochs
from college.committees.rules.areas import Procedure
from college.committees.rules.ladder import CaseState
from college.committees.rules.tally import Choice
from college.ground.act import Act
from college.people.models import Member
from college.record.actions.charters import put_in_force
from college.record.actions.texts import commit
from tests.factories.acts import make_act
from tests.factories.colleges import make_college
from tests.factories.committees import CLOCK, draw_epoch, make_roster, vote_all

GRANT, KEEP = (Choice.GRANT, "insult"), (Choice.KEEP, "")
SIDE = "v" * 13


def watched_college(people: int) -> Roster:
    """Everything settled is tried again; an alarm rings at 2, so that one deviation is enough."""
    charter = make_college()
    audit = replace(charter.audit, retrials=100, controls=1, alarm=2, breaker_least=3)
    put_in_force(CLOCK, replace(charter, audit=audit))
    return make_roster(people)


def clock(moment: datetime) -> Act:
    return replace(CLOCK, at=moment)


def now() -> datetime:
    return epochs.taking().opened_at


def settled(
    *choices, procedure: Procedure = Procedure.CONDUCT, own_side: str = "", labels=None
) -> Case:
    """A case asked, drawn and decided."""
    case = cases.open_case(
        make_act(at=now()),
        procedure=procedure,
        rule="insult",
        shown=[commit("You are a fool.")],
        scope="d" * 13,
        own_side=own_side,
        viewpoints=sorted(set((labels or {}).values())) or ([own_side] if own_side else ()),
        labels=labels,
    )
    draw_epoch(epochs.taking())
    for choice in choices:
        vote_all(case, choice)
        case.refresh_from_db()
        if case.state == CaseState.FILED:
            draw_epoch(epochs.taking())
    return case


def tried_again(case: Case, choice) -> None:
    at = draw_epoch(epochs.taking()).drawn_at
    retrials.step(clock(at))
    draw_epoch(epochs.taking(), at=at)
    vote_all(case, choice)
    retrials.step(clock(at))


def alarmed(people: int) -> list[Member]:
    """So many members of the first panels of one case deviate from its re-trial; the alarms are raised."""
    case = settled(KEEP)
    tried_again(case, KEEP)
    charts.step(clock(now()))
    rows = list(Chart.objects.order_by("id")[:people])
    Chart.objects.filter(pk__in=[row.pk for row in rows]).update(height=2)
    charts.step(clock(now()))
    return [row.member for row in rows]


def decided(alarm: Alarm, choice: Choice) -> Case:
    """Panels come to a verdict on an alarm, and it takes effect."""
    draw_epoch(epochs.taking())
    vote_all(alarm.case, (choice, charts.RULE if choice is Choice.GRANT else ""))
    alarm.case.refresh_from_db()
    charts.step(clock(alarm.case.effect_due_at))
    return alarm.case
