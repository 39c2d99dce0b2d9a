"""Viewpoints that are heard about being one, or two; and what came of it."""

from django.db.models import Q

from college.debates.models import Debate, Merger, Split, Viewpoint


def heard_pairs(debate: Debate) -> list[tuple[int, int]]:
    """Keys of viewpoints that share one budget while a case decides whether they are one. One query."""
    rows = Merger.objects.filter(viewpoint__debate=debate, settled_at=None)
    return list(rows.values_list("viewpoint_id", "into_id"))


def of_viewpoint(viewpoint: Viewpoint) -> list[Merger]:
    """Mergers asked for it, as the part or the whole, oldest first. One query."""
    rows = Merger.objects.filter(viewpoint=viewpoint) | Merger.objects.filter(into=viewpoint)
    told = rows.select_related("case", "by", "reason", "answer", "viewpoint", "into")
    return list(told.order_by("at", "id"))


def splits_of(viewpoint: Viewpoint) -> list[Split]:
    """Splits asked for it, oldest first. One query."""
    rows = Split.objects.filter(viewpoint=viewpoint).order_by("at", "id")
    return list(rows.select_related("case", "by", "reason", "answer", "name", "statement", "made"))


def merger_of_case(case_id: int) -> Merger | None:
    """One query."""
    rows = Merger.objects.select_related("viewpoint__debate", "into__debate", "by")
    return rows.filter(case=case_id).first()


def split_of_case(case_id: int) -> Split | None:
    """One query."""
    told = ("viewpoint__debate", "by", "name", "statement", "made")
    return Split.objects.select_related(*told).filter(case=case_id).first()


def split_that_made(viewpoint: Viewpoint) -> Split | None:
    """The split by whose verdict a viewpoint came to be. One query."""
    rows = Split.objects.select_related("case", "viewpoint")
    return rows.filter(made=viewpoint).first()


def is_heard(part: Viewpoint, whole: Viewpoint) -> bool:
    """Whether it is heard that the part belongs to something, or the whole to the part. One query."""
    rows = Merger.objects.filter(settled_at=None)
    return rows.filter(Q(viewpoint=part) | Q(viewpoint=whole, into=part)).exists()


def decided_before(one: Viewpoint, other: Viewpoint) -> bool:
    """Whether it was found that the two are not one. One query."""
    either = {one.pk, other.pk}
    rows = Merger.objects.filter(viewpoint__in=either, into__in=either)
    return rows.filter(settled="kept").exists()
