"""What panels said of versions, section by section."""

from django.db.models import Q, QuerySet

from college.committees.models import Case
from college.debates.models import Viewpoint
from college.summaries.models import Certificate, Summary, Version
from college.summaries.rules.life import CertificateState

_WITH = ("version", "viewpoint", "case", "reason", "carried_from__case", "carried_from__version")


def of_version(version: Version) -> QuerySet[Certificate]:
    """In the order in which they were asked for: viewpoints by letter, then the form. One query."""
    rows = Certificate.objects.filter(version=version).select_related(*_WITH)
    return rows.order_by("id")


def by_case(case: Case) -> Certificate | None:
    """One query."""
    told = ("version__summary__debate", "version__document", "viewpoint", "reason")
    return Certificate.objects.select_related(*told).filter(case=case).first()


def version_of(case: str) -> Version | None:
    """The version about which a case, by its public id, was asked. One query."""
    rows = Version.objects.filter(certificates__case__public_id=case)
    return rows.select_related("summary__debate").first()


def may_be_carried(
    summary: Summary, section: str, viewpoint: Viewpoint | None
) -> list[Certificate]:
    """What panels found about a section in earlier versions, and still stands, newest first. One query."""
    settled = Q(state=CertificateState.GRANTED) | Q(reserved=True)
    rows = Certificate.objects.filter(
        settled, version__summary=summary, section=section, viewpoint=viewpoint, case__isnull=False
    )
    return list(rows.select_related("version__document", "reason").order_by("-id"))


def refusals(summary: Summary, section: str, viewpoint: Viewpoint | None) -> int:
    """How often panels refused a section of a summary and said why. One query."""
    rows = Certificate.objects.filter(
        version__summary=summary, section=section, viewpoint=viewpoint, case__isnull=False
    )
    return rows.filter(state=CertificateState.REFUSED, reason__isnull=False).count()


def carried_from(certificate: Certificate) -> QuerySet[Certificate]:
    """Those of later versions that rest on this one. One query."""
    return Certificate.objects.filter(carried_from=certificate)
