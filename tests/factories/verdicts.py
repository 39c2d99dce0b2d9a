"""A verdict on a case without its panels: for the rooms that enact verdicts."""

from datetime import datetime

from college.committees.actions.deciding import give_verdict
from college.committees.models import Case
from college.committees.rules.tally import Choice, Ruling
from college.ground.act import Act, Door


def decide(case: Case, choice: Choice, *, at: datetime) -> Case:
    """Give a verdict at a moment, on the case's own rule; it takes effect when its time comes."""
    case.refresh_from_db()
    ground = case.rule if choice is Choice.GRANT else ""
    give_verdict(Act("clock", at, Door.CLOCK), case, Ruling(choice, ground))
    case.refresh_from_db()
    return case
