"""Which cases can be chosen to be tried again, which bring a control along, and how far re-trials are."""

from django.db.models import QuerySet

from college.committees.models import Case, Epoch, Retrial, Sampling
from college.committees.rules.areas import Procedure
from college.committees.rules.ladder import CaseState, Step
from college.committees.rules.retrials import NEVER_AGAIN


def unsampled() -> QuerySet[Epoch]:
    """Epochs whose seed has not chosen yet, in order. One query."""
    return Epoch.objects.filter(drawn_at__isnull=False, sampling=None).order_by("number")


def settled_before(epoch: Epoch) -> QuerySet[Case]:
    """The cases that this epoch's seed chooses among: settled by panels before it was sealed, and after
    the one was that chose last. Two queries."""
    rows = Case.objects.filter(
        state=CaseState.SETTLED,
        provisional=False,
        verdict_at__lt=epoch.sealed_at,
        retrial=None,
        control=None,
    ).exclude(procedure__in=NEVER_AGAIN)
    last = Sampling.objects.filter(epoch__number__lt=epoch.number).order_by("-epoch__number")
    before = last.values_list("epoch__sealed_at", flat=True).first()
    if before is not None:
        rows = rows.filter(verdict_at__gte=before)
    return rows.order_by("id")


def seated_with(epoch: Epoch) -> QuerySet[Case]:
    """Conduct cases whose first panels this seed has seated, real ones and controls alike. One query."""
    rows = Case.objects.filter(
        procedure=Procedure.CONDUCT,
        draws__epoch=epoch,
        draws__step=Step.FIRST,
        draws__drawn_at__isnull=False,
    )
    return rows.exclude(brings_control__isnull=False).order_by("id")


def to_file() -> QuerySet[Retrial]:
    """Chosen cases that wait for a draw. One query."""
    rows = Retrial.objects.filter(draw=None, ended_at=None, case__state=CaseState.SETTLED)
    return rows.select_related("case").order_by("id")


def to_end() -> QuerySet[Retrial]:
    """Re-trials whose panel has ruled, or could not be seated. One query."""
    rows = Retrial.objects.filter(draw__decided_at__isnull=False, ended_at=None)
    return rows.select_related("case", "epoch", "draw").order_by("id")
