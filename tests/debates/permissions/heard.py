"""Texts of the cast that were reported and gave way."""

from college.debates.actions.reports import report
from college.debates.models import Contribution, Report, Restriction
from college.debates.rules.grounds import Ground
from college.debates.rules.kinds import State
from tests.debates.permissions.conftest import Cast

REASON = "It calls another member names instead of answering."


def report_by(
    cast: Cast, role: str, row: Contribution, ground: Ground = Ground.INSULT, **given: object
) -> Report:
    member = cast.roles[role]
    assert member is not None
    return report(cast.stand.act(member), row, ground=ground, reason=REASON, **given)


def restriction_of(cast: Cast, row: Contribution, ground: Ground = Ground.INSULT) -> Restriction:
    """A text as a verdict leaves it."""
    made = report_by(cast, "proposer", row, ground)
    row.state = State.RESTRICTED
    row.save(update_fields=["state"])
    restriction = Restriction.objects.create(
        hearing=made.hearing,
        case=made.hearing.case,
        rule=ground,
        reason=made.reason,
        at=cast.stand.at,
    )
    return again(restriction)


def again(restriction: Restriction) -> Restriction:
    """As it is now, at the stage its debate has now."""
    told = ("hearing__revision__contribution__debate", "hearing__debate")
    return Restriction.objects.select_related(*told).get(pk=restriction.pk)
