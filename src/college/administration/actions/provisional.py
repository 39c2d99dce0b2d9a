"""What two stewards decided is tried again by the first lawful panels: grants unasked, the rest if asked."""

from college.administration.permissions import require
from college.committees.actions.cases import try_again
from college.committees.models import Case
from college.committees.queries.cases import provisional
from college.committees.rules.tally import Choice
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.queries import member_by_id


def step(act: Act) -> int:
    """Put every provisional grant to panels as soon as somebody serves; how many were."""
    return sum(try_again(act, case) for case in provisional().filter(verdict=Choice.GRANT))


def ask_again(act: Act, case: Case) -> None:
    """One click of somebody whom the case concerns."""
    require("may_ask_again", member_by_id(act.actor), case)
    if not try_again(act, case):
        raise Refusal("administration.provisional.nobody-serves")
