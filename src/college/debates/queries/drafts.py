"""The two drafts of a debate."""

from django.db.models import QuerySet

from college.debates.models import Debate, Draft


def written(debate: Debate) -> QuerySet[Draft]:
    """The drafts that are in, by side. Who may read them: ``may_read_draft``. One query."""
    return Draft.objects.filter(debate=debate).select_related("by", "debate").order_by("side")
