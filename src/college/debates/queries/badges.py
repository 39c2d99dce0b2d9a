"""Viewpoints as a letter and a name, for everything that is said for one."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import F, OuterRef, Subquery

from college.debates.models import Viewpoint, ViewpointWording
from college.debates.rules import addresses


@dataclass(frozen=True, slots=True)
class Badge:
    """``name`` is that of the newest wording, empty where it is gone. Merged ones keep their letter."""

    key: int
    public_id: str
    letter: str
    name: str
    url: str


def badges(viewpoints: Collection[int]) -> dict[int, Badge]:
    """Badges by the viewpoints' keys. One query, also for none."""
    newest = (
        ViewpointWording.objects.filter(viewpoint=OuterRef("pk"))
        .order_by("-number")
        .values("number")
    )
    rows = (
        Viewpoint.objects.filter(pk__in=viewpoints)
        .annotate(newest=Subquery(newest[:1]))
        .filter(wordings__number=F("newest"))
        .values_list(
            "pk",
            "public_id",
            "letter",
            "debate__slug",
            "wordings__name__body",
            "wordings__name__state",
        )
    )
    return {
        key: Badge(
            key=key,
            public_id=public_id,
            letter=letter,
            name=bytes(body).decode() if body and state == "open" else "",
            url=addresses.viewpoint(slug, public_id),
        )
        for key, public_id, letter, slug, body, state in rows
    }
