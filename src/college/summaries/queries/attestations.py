"""What viewpoints' delegates say of a version."""

from django.db.models import QuerySet

from college.debates.models import Viewpoint
from college.people.models import Member
from college.summaries.models import Attestation, AttestationAnswer, Version

_WITH = ("viewpoint", "comment", "by", "answer__text", "answer__by")


def standing(version: Version) -> QuerySet[Attestation]:
    """What stands, in the order of viewpoints' letters, the whole before its statements. One query."""
    return of_version(version).filter(replaced_at=None)


def of_version(version: Version) -> QuerySet[Attestation]:
    """Everything that was ever said of it. One query."""
    rows = Attestation.objects.filter(version=version).select_related(*_WITH)
    return rows.order_by("viewpoint__admitted_at", "viewpoint_id", "statement", "id")


def own(version: Version, viewpoint: Viewpoint) -> dict[str, Attestation]:
    """What stands of one viewpoint, by statement; empty: of the whole. One query."""
    return {row.statement: row for row in standing(version).filter(viewpoint=viewpoint)}


def by_id(public_id: str) -> Attestation | None:
    """One query."""
    told = ("version__summary__debate", "viewpoint", "comment", "by", "answer")
    return Attestation.objects.select_related(*told).filter(public_id=public_id).first()


def spoken_for(member: Member, version: Version) -> Viewpoint | None:
    """The viewpoint for which a member stands as delegate in the version's debate. One query."""
    rows = version.summary.debate.viewpoints.filter(
        delegates__member=member,
        delegates__stood_at__isnull=False,
        delegates__ended_at=None,
        admitted_at__isnull=False,
        merged_into=None,
    )
    return rows.first()


def is_answered(row: Attestation) -> bool:
    """One query."""
    return AttestationAnswer.objects.filter(attestation=row).exists()
