"""Who may ask for a second look at what was refused, merged, split or labelled."""

from collections.abc import Callable

from college.committees.models import Case
from college.committees.rules.eligibility import Party
from college.committees.rules.ladder import Step, may_appeal
from college.committees.rules.tally import Choice
from college.people.models import Member

_WRONGED = (Party.AUTHOR, Party.NAMED)


def may_appeal_decision(member: Member | None, case: Case) -> bool:
    """Whose proposal, viewpoint or evidence it is, of a grant that no review has seen; never who asked for
    it; also while suspended: an appeal is free (law 4). What stewards decided is tried again instead."""
    if member is None or case.verdict != Choice.GRANT or case.provisional:
        return False
    if not may_appeal(Step(case.step), Choice.GRANT):
        return False
    return case.parties.filter(member=member, ground__in=_WRONGED).exists()


PERMISSIONS: dict[str, Callable[..., bool]] = {"may_appeal_decision": may_appeal_decision}
