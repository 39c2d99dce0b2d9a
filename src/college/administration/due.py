"""What falls due in administration: verdicts take effect, notices end, suspensions and holds lapse."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import Model, QuerySet

from college.administration import queries
from college.administration.actions import holds, proposals, provisional, removals, sanctions
from college.ground.act import Act, Door

Step = tuple[Callable[[datetime], QuerySet], Callable[[Act, Model], None]]

_STEPS: tuple[Step, ...] = (
    (lambda at: queries.decided(queries.proposals(), at), proposals.enact),
    (lambda at: queries.decided(queries.removals(), at), removals.enact),
    (lambda at: queries.decided(queries.sanctions(), at), sanctions.enact),
    (lambda at: queries.decided(queries.holds(), at), holds.enact),
    (
        lambda at: (
            queries.proposals()
            .filter(in_force_at__lte=at, version=None, ended="")
            .order_by("in_force_at", "id")
        ),
        proposals.bring_into_force,
    ),
    (lambda at: queries.sanctions().filter(until__lte=at, ended=""), sanctions.lift),
    (lambda at: queries.holds().filter(until__lte=at, ended=""), holds.expire),
)


def due(now: datetime) -> int:
    """Do everything that is due at ``now``; how many steps that took. Safe to repeat."""
    act = Act(actor="clock", at=now, door=Door.CLOCK)
    done = 0
    for found, do in _STEPS:
        rows = found(now)
        # There is hardly ever one, and a row is asked for with all that stands around it.
        for row in list(rows) if rows.exists() else ():
            do(act, row)
            done += 1
    return done + provisional.step(act)
