"""What is heard, or was decided, about retellings: for their writers, and for whoever enacts it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from college.debates.rules.addresses import case as case_at
from college.debates.rules.grounds import Ground
from college.people.models import Member
from college.quizzes.models import Retelling, RetellingHearing

_WITH = ("case", "text", "reason", "retelling__member", "retelling__viewpoint__debate")


@dataclass(frozen=True, slots=True)
class Heard:
    """A hearing as its writer sees it. ``settled`` is empty while it is heard; ``reason`` is safe HTML.

    ``at``: since when nobody is given it to read; ``None`` where that is not so, or no longer.
    """

    case: str
    case_url: str
    ground: Ground
    settled: str
    at: datetime | None
    reason: str
    appealed_at: datetime | None


def of_retellings(keys: Iterable[int]) -> dict[int, tuple[Heard, ...]]:
    """By the keys of retellings, oldest first. One query."""
    rows = RetellingHearing.objects.filter(retelling__in=keys).select_related("case", "reason")
    found: dict[int, list[Heard]] = defaultdict(list)
    for row in rows.order_by("id"):
        in_force = row.restricted_at is not None and row.lifted_at is None
        heard = Heard(
            case=row.case.public_id,
            case_url=case_at(row.case.public_id),
            ground=Ground(row.ground),
            settled=row.settled,
            at=row.restricted_at if in_force else None,
            reason=row.reason.rendered if in_force and row.reason is not None else "",
            appealed_at=row.case.appealed_at,
        )
        found[row.retelling_id or 0].append(heard)
    return {key: tuple(heard) for key, heard in found.items()}


def by_case(case_id: int) -> RetellingHearing | None:
    """One query."""
    return RetellingHearing.objects.select_related(*_WITH).filter(case=case_id).first()


def by_case_id(slug: str, public_id: str) -> RetellingHearing | None:
    """By its case's public id, of a retelling that is still there. One query."""
    rows = RetellingHearing.objects.select_related(*_WITH)
    return rows.filter(case__public_id=public_id, retelling__viewpoint__debate__slug=slug).first()


def of_ground(retelling: Retelling, ground: Ground) -> RetellingHearing | None:
    """The hearing of a retelling on a ground. One query."""
    return RetellingHearing.objects.filter(retelling=retelling, ground=ground).first()


def are_open(retelling: Retelling) -> bool:
    """Whether any verdict on it is waited for. One query."""
    return RetellingHearing.objects.filter(retelling=retelling, settled_at=None).exists()


def in_force(retelling: Retelling) -> bool:
    """Whether it gives way to any verdict. One query."""
    rows = RetellingHearing.objects.filter(retelling=retelling, lifted_at=None)
    return rows.filter(restricted_at__isnull=False).exists()


def reported_since(member: Member, since: datetime) -> int:
    """How many retellings a member reported after a moment. One query."""
    return RetellingHearing.objects.filter(reported_by=member, at__gt=since).count()
