"""What falls due in debates: verdicts, who left, viewpoints, delegates, stages; claims to remarks,
moves, controls.

Verdicts come first: what was found to stand takes effect at the same tick. Viewpoints come before stages:
a debate whose opening falls due at the same tick as its second viewpoint opens.
"""

from collections.abc import Callable
from datetime import datetime

from django.db.models import Model, Q

from college.committees.models import Case
from college.debates.actions import (
    controls,
    delegates,
    evidence_labels,
    holdings,
    mergers,
    moves,
    outside_notices,
    refusing,
    remarks,
    restrictions,
    splits,
    stages,
    viewpoints,
)
from college.debates.actions.enacting import enact_waiting
from college.debates.models import (
    Debate,
    Delegate,
    EvidenceLabel,
    Hearing,
    Holding,
    Merger,
    Move,
    Objection,
    RemarkClaim,
    Split,
    Viewpoint,
)
from college.debates.rules.stages import Stage
from college.ground.act import Act, Door
from college.people.rules.standing import Standing

#: Rows that keep the key to a case, and who enacts its verdict.
_ASKING: dict[type[Model], Callable[[Act, Case], bool]] = {
    Hearing: restrictions.enact,
    Objection: refusing.enact,
    Merger: mergers.enact,
    Split: splits.enact,
    EvidenceLabel: evidence_labels.enact,
}
_LIVING = (Stage.FRAMING, Stage.OPEN, Stage.CLOSING)


def due(now: datetime) -> int:
    """Do everything that is due at ``now``; how many things were done. Safe to repeat."""
    act = Act(actor="clock", at=now, door=Door.CLOCK)
    steps = (
        _verdicts,
        _departed,
        _viewpoints,
        _delegates,
        _stages,
        _claims,
        _moves,
        outside_notices.forget_unconfirmed,
        controls.step,
    )
    return sum(step(act) for step in steps)


def _verdicts(act: Act) -> int:
    """Verdicts on what this room asked."""
    return enact_waiting(act, _ASKING)


def _departed(act: Act) -> int:
    """Declarations of members who left the College. Those in closed debates stay as they were."""
    rows = Holding.objects.filter(
        ended_at=None, member__standing=Standing.RESIGNED, debate__stage__in=_LIVING
    )
    ordered = rows.select_related("debate").order_by("id")
    return sum(holdings.end_with_membership(act, holding) for holding in ordered)


def _viewpoints(act: Act) -> int:
    """Notices that are over, in the order in which they ended: letters follow it."""
    rows = Viewpoint.objects.filter(
        admitted_at=None,
        refused_at=None,
        merged_into=None,
        admit_at__lte=act.at,
        debate__stage__in=_LIVING,
    )
    ordered = rows.select_related("debate").order_by("admit_at", "id")
    return sum(viewpoints.admit_viewpoint(act, viewpoint) for viewpoint in ordered)


def _delegates(act: Act) -> int:
    """Offers whose notice is over, oldest first. Those that wait are looked at again each time."""
    rows = Delegate.objects.filter(
        stood_at=None, ended_at=None, stands_at__lte=act.at, viewpoint__debate__stage__in=_LIVING
    )
    ordered = rows.select_related("viewpoint__debate").order_by("stands_at", "id")
    return sum(delegates.stand(act, delegate) for delegate in ordered)


def _stages(act: Act) -> int:
    """Each debate takes as many steps as are due, each in a transaction of its own."""
    at = act.at
    falling_due = (
        Q(stage=Stage.PROPOSED, admit_at__lte=at)
        | Q(stage=Stage.FRAMING, open_at__lte=at)
        | Q(stage=Stage.OPEN, closing_at__lte=at)
        | Q(stage=Stage.CLOSING, closed_at__lte=at)
    )
    done = 0
    for debate in Debate.objects.filter(falling_due).order_by("id"):
        while stages.advance(act, debate):
            done += 1
    return done


def _claims(act: Act) -> int:
    """Claims to remarks whose notice is over, and those whose code never came back."""
    rows = RemarkClaim.objects.filter(granted_at=None, ended_at=None, grant_at__lte=act.at)
    ordered = rows.select_related("remark__brief__debate").order_by("grant_at", "id")
    return sum(remarks.grant_due(act, claim) for claim in ordered)


def _moves(act: Act) -> int:
    """Moves whose objections were all taken back. A waiting objection holds its move up."""
    rows = Move.objects.filter(undone_at__isnull=False, agreed_at=None, refused_at=None)
    free = rows.exclude(objections__settled_at=None, objections__isnull=False)
    ordered = free.select_related("debate").order_by("undone_at", "id")
    return sum(moves.restore_move(act, move) for move in ordered)
