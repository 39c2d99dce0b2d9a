"""Ask for a second look at what was refused, merged, split or labelled. A text has its own way."""

from django.db import transaction

from college.committees.actions import cases
from college.debates.actions.locking import locked, moved
from college.debates.permissions import require
from college.debates.queries.decisions import Decision
from college.ground.act import Act
from college.people.queries import member_by_id


@transaction.atomic
def appeal_decision(act: Act, decision: Decision) -> None:
    """One click of somebody whose thing it is: a fresh, larger panel hears it. What it turns is undone."""
    member = member_by_id(act.actor)
    debate = locked(decision.debate)
    decision.case.refresh_from_db()
    require("may_appeal_decision", member, decision.case)
    cases.appeal(act, decision.case)
    moved(debate)
