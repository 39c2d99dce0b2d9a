"""Cases: which wait, which are settled, how far each is."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import F, QuerySet

from college.committees.models import Case, Draw
from college.committees.rules.areas import WAYS, Area, Procedure
from college.committees.rules.ladder import CaseState, Step
from college.committees.rules.tally import Choice, Ruling


def by_id(public_id: str) -> Case | None:
    """One query."""
    return Case.objects.filter(public_id=public_id).first()


def existing(ids: Collection[str]) -> set[str]:
    """Which of these public ids are cases'. One query."""
    return set(Case.objects.filter(public_id__in=ids).values_list("public_id", flat=True))


def settled(case_ids: Collection[int]) -> list[Case]:
    """Of these cases, those whose verdict waits to be enacted, oldest first. One query."""
    rows = Case.objects.filter(pk__in=case_ids, verdict_at__isnull=False, enacted_at=None)
    return list(rows.order_by("verdict_at", "id"))


def unenacted() -> QuerySet[Case]:
    """Every case whose verdict waits to be enacted; rooms narrow it to their own. One query."""
    return Case.objects.filter(verdict_at__isnull=False, enacted_at=None).order_by(
        "verdict_at", "id"
    )


def of_area(area: Area) -> QuerySet[Case]:
    """The cases of an area, newest first. One query."""
    procedures = [p for p, way in WAYS.items() if way.area is area]
    return Case.objects.filter(procedure__in=procedures).order_by("-id")


def draws_to_make() -> list[Draw]:
    """Announced draws whose seed is known, oldest first. One query."""
    rows = Draw.objects.filter(drawn_at=None, decided_at=None).exclude(digest="")
    return list(rows.exclude(epoch__seed="").order_by("id"))


def rulings(draw: Draw) -> list[Ruling]:
    """What the panels of a draw came to, A first. One query."""
    rows = draw.rulings.order_by("panel").values_list("choice", "ground")
    return [Ruling(Choice(choice), ground) for choice, ground in rows]


def has_ruled(draw: Draw, panel: int) -> bool:
    """One query."""
    return draw.rulings.filter(panel=panel).exists()


def size_taken(case: Case) -> str:
    """The size of a case's first panels, or empty. One query."""
    rows = case.draws.filter(step=Step.FIRST).exclude(size="").order_by("-id")
    return rows.values_list("size", flat=True).first() or ""


def left_to_stewards(at: datetime) -> list[Case]:
    """Cases whose stewards let the time pass. One query."""
    return list(
        Case.objects.filter(state=CaseState.STEWARDS, stewards_until__lte=at).order_by("id")
    )


def provisional() -> QuerySet[Case]:
    """Verdicts of two stewards that no lawful panel has tried yet. One query."""
    return Case.objects.filter(provisional=True, state=CaseState.SETTLED).order_by("id")


def area_of(case: Case) -> Area:
    """No query."""
    return WAYS[Procedure(case.procedure)].area


def overturned() -> QuerySet[Case]:
    """Cases whose verdict on appeal was to keep. One query."""
    return Case.objects.filter(appealed_at__lt=F("verdict_at"), verdict=Choice.KEEP)
