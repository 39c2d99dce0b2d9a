"""The summary of a debate, and where the work on it stands."""

from django.db.models import QuerySet

from college.debates.models import Debate
from college.summaries.models import Summary, Version
from college.summaries.rules.life import SummaryState, VersionState


def of_debate(debate: Debate) -> Summary | None:
    """One query."""
    return Summary.objects.select_related("debate").filter(debate=debate).first()


def at(slug: str) -> Summary | None:
    """The summary of the debate at an address. One query."""
    return Summary.objects.select_related("debate").filter(debate__slug=slug).first()


def by_id(public_id: str) -> Summary | None:
    """One query."""
    return Summary.objects.select_related("debate").filter(public_id=public_id).first()


def due(state: SummaryState) -> QuerySet[Summary]:
    """Summaries in a state that has a date, the earliest first. One query."""
    rows = Summary.objects.filter(state=state, until__isnull=False).select_related("debate")
    return rows.order_by("until", "id")


def last_certified(summary: Summary) -> Version | None:
    """The newest certified version. One query."""
    rows = Version.objects.filter(summary=summary, state=VersionState.CERTIFIED)
    return rows.order_by("-number").first()
