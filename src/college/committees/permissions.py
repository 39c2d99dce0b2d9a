"""Who may do what about committees. What is not in the table is not allowed."""

from collections.abc import Callable

from college.committees.models import Alarm, Case
from college.committees.rules.ladder import CaseState
from college.ground.refusals import Refusal
from college.people.models import Member
from college.people.permissions import may_take_part
from college.people.queries import is_steward


def may_vote_as_steward(member: Member | None, case: Case) -> bool:
    """A steward who is no party, on a case that no lawful panels could be seated for."""
    if member is None or not may_take_part(member) or case.state != CaseState.STEWARDS:
        return False
    return is_steward(member) and not case.parties.filter(member=member).exists()


def may_appeal_alarm(member: Member | None, case: Case) -> bool:
    """The one whose chart it is, also while suspended: an appeal is free (law 4)."""
    return member is not None and Alarm.objects.filter(case=case, chart__member=member).exists()


PERMISSIONS: dict[str, Callable[..., bool]] = {
    "may_appeal_alarm": may_appeal_alarm,
    "may_vote_as_steward": may_vote_as_steward,
}


def allows(name: str, member: Member | None, *subject: object) -> bool:
    """Whether the table allows it."""
    permission = PERMISSIONS.get(name)
    return permission is not None and permission(member, *subject)


def require(name: str, member: Member | None, *subject: object) -> None:
    """Refuse what the table does not allow; ``web/committees/words`` has a sentence for each name."""
    if not allows(name, member, *subject):
        raise Refusal("committees.permission.may-not", permission=name)
