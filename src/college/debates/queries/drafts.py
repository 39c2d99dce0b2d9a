"""The two drafts of a debate."""

from django.db.models import Prefetch, QuerySet

from college.debates.models import Debate, Draft, DraftViewpoint
from college.debates.rules.drafts import DRAFTS
from college.people.models import Member


def written(debate: Debate) -> QuerySet[Draft]:
    """The drafts that are in, by side. Who may read them: ``may_read_draft``. One query."""
    return Draft.objects.filter(debate=debate).select_related("by", "debate").order_by("side")


def readable(debate: Debate, member: Member | None) -> list[Draft]:
    """The drafts that the member may read, with their viewpoints: both when both are in, before that
    only one's own. Two queries."""
    listed = DraftViewpoint.objects.select_related("text").order_by("order")
    rows = list(
        written(debate)
        .select_related("by", "wording", "debate")
        .prefetch_related(Prefetch("viewpoints", queryset=listed))
    )
    if len(rows) == DRAFTS:
        return rows
    return [draft for draft in rows if member is not None and draft.by_id == member.pk]


def by_id(public_id: str) -> Draft | None:
    """One query."""
    return Draft.objects.select_related("debate", "by").filter(public_id=public_id).first()
