"""Settled cases by the dozen, without panels: for figures."""

from collections.abc import Sequence
from datetime import timedelta

from college.committees.models import Case, CaseParty
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.committees.rules.ladder import CaseState, Step
from college.committees.rules.tally import Choice
from college.people.models import Member
from tests.factories.acts import MOMENT


def make_settled(
    number: int,
    *,
    granted: int = 0,
    side: str = "",
    scope: str = "d" * 13,
    rule: str = "insult",
    authors: Sequence[Member] = (),
    hours: int = 10,
    **others: object,
) -> list[Case]:
    """So many cases of conduct, the first ``granted`` of them restricted; authors take turns."""
    found = []
    for index in range(number):
        verdict = Choice.GRANT if index < granted else Choice.KEEP
        wishes = {
            "procedure": Procedure.CONDUCT,
            "rule": rule,
            "scope": scope,
            "own_side": side,
            "opened_at": MOMENT,
            "state": CaseState.SETTLED,
            "step": Step.FIRST,
            "verdict": verdict,
            "verdict_ground": rule if verdict is Choice.GRANT else "",
            "verdict_at": MOMENT + timedelta(hours=hours),
        } | others
        case = Case.objects.create(**wishes)
        if authors:
            member = authors[index % len(authors)]
            CaseParty.objects.create(case=case, member=member, ground=Party.AUTHOR)
        found.append(case)
    return found
