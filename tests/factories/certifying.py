"""Certificates as two stewards decide them: the shortest way to a verdict with reasons."""

from collections.abc import Mapping

from college.committees.actions.stewards import vote_as_steward
from college.committees.models import Case
from college.committees.rules.tally import Choice
from college.people.models import Member
from college.people.queries import stewards
from college.summaries.models import Certificate, Version
from college.summaries.queries import certificates, versions
from college.summaries.rules.life import SummaryState
from tests.factories.people import make_steward
from tests.factories.summaries import Desk, make_summary

GRANT, KEEP = Choice.GRANT, Choice.KEEP
REASON = "The main reason of this side is missing."
FORM = ""


def make_version(state: SummaryState = SummaryState.ATTESTING) -> tuple[Desk, Version]:
    """A summary with a version that is out, or (``CERTIFYING``) before its panels; two stewards serve."""
    for _ in range(2):
        make_steward()
    desk = make_summary(SummaryState.ATTESTING)
    if state is SummaryState.CERTIFYING:
        desk.over()
    return desk, newest(desk)


def newest(desk: Desk) -> Version:
    found = versions.newest(desk.summary)
    assert found is not None
    return found


def certificate(
    desk: Desk, viewpoint: int | None = None, *, of: Version | None = None
) -> Certificate:
    """The newest version's certificate of a viewpoint's section, or of its form."""
    own = desk.stand.viewpoints[viewpoint] if viewpoint is not None else None
    return certificates.of_version(of or newest(desk)).get(viewpoint=own)


def vote(desk: Desk, case: Case, choice: Choice, reason: str = REASON) -> None:
    """Both stewards say the same."""
    for term in stewards():
        _vote(desk, case, term.member, choice, reason)


def judge(desk: Desk, choices: Mapping[int | None, Choice] | None = None) -> None:
    """Decide every certificate that is asked for: granted, unless ``choices`` say otherwise (by viewpoint;
    ``None``: the form). Then the clock enacts what was decided."""
    for key in (None, *range(len(desk.stand.viewpoints))):
        row = certificate(desk, key)
        if row.case is not None and not row.case.verdict:
            vote(desk, row.case, (choices or {}).get(key, GRANT))
    desk.wait(hours=1)


def _vote(desk: Desk, case: Case, member: Member, choice: Choice, reason: str) -> None:
    ground = case.grounds[0] if choice is GRANT else ""
    vote_as_steward(desk.act(member), case, choice=choice, ground=ground, reason=reason)
