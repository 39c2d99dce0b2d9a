"""Control cases: which are being certified, which wait to be used, which can be opened."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from college.committees.models import Ballot, Case, Control, ControlDue, Seat
from college.committees.rules.ladder import CaseState
from college.committees.rules.tally import Choice


def to_certify() -> QuerySet[Case]:
    """Certificates that have been settled and not been looked at. One query."""
    waiting = Control.objects.filter(certificate=OuterRef("pk"), certified_at=None, refused_at=None)
    rows = Case.objects.filter(Exists(waiting), verdict_at__isnull=False)
    return rows.order_by("verdict_at", "id")


def dues(at: datetime) -> QuerySet[ControlDue]:
    """Real cases that bring a control along by now, for which none has been used. One query."""
    return ControlDue.objects.filter(control=None, not_before__lte=at).order_by("id")


def next_pair() -> Sequence[Control]:
    """The controls of one pair that wait to be used: of the sides that controls used least. Three queries."""
    ready = Control.objects.filter(certified_at__isnull=False, case=None)
    used = list(Control.objects.filter(case__isnull=False).values_list("own_side", flat=True))
    rows = list(ready.order_by("certified_at", "id").values_list("pair", "own_side"))
    if not rows:
        return []
    pair, _side = min(rows, key=lambda row: used.count(row[1]))
    return list(ready.filter(pair=pair).order_by("id"))


def to_open() -> QuerySet[Control]:
    """Used controls that are decided, with every other of their pair that is in use. One query."""
    going_on = Control.objects.filter(
        pair=OuterRef("pair"), case__isnull=False, case__verdict_at=None
    )
    rows = Control.objects.filter(
        opened_at=None, case__state=CaseState.SETTLED, case__verdict_at__isnull=False
    ).exclude(Exists(going_on))
    return rows.select_related("case", "certificate").order_by("id")


def certifiers(case: Case) -> list[str]:
    """The members called to a certificate, by public id: they never judge its text again. One query."""
    rows = Seat.objects.filter(draw__case=case, called_at__isnull=False)
    return list(rows.values_list("place__member__public_id", flat=True).distinct())


def cast_by_viewpoint(case: Case) -> dict[str, list[Choice]]:
    """Viewpoint ('' for none) → what its holders' ballots on a decided case say. One query."""
    cast: dict[str, list[Choice]] = {}
    rows = Ballot.objects.filter(seat__draw__case=case)
    for member, choice in rows.values_list("seat__place__member__public_id", "choice"):
        cast.setdefault(case.labels.get(member, ""), []).append(Choice(choice))
    return cast
