"""Remarks, who claims them, and who quotes them."""

from django.db.models import Q, QuerySet

from college.debates.models import Contribution, Debate, Position, Remark, RemarkClaim
from college.people.models import Member
from college.people.queries import members

_WITH = ("brief__debate", "brief__imported_by", "claimed_by", "parent", "text")


def by_id(debate: Debate, public_id: str) -> Remark | None:
    """A remark of a debate with its brief. One query."""
    rows = Remark.objects.filter(brief__debate=debate, public_id=public_id)
    return rows.select_related(*_WITH, "brief__title", "parent__text").first()


def fresh(remark: Remark) -> Remark:
    """The remark as it is now. One query."""
    return Remark.objects.select_related(*_WITH).get(pk=remark.pk)


def answers(remark: Remark) -> QuerySet[Remark]:
    """What was replied to it directly, in reading order. One query."""
    return remark.replies.select_related("text", "claimed_by").order_by("order")


def claims_of(remark: Remark) -> QuerySet[RemarkClaim]:
    """Every claim that is public: confirmed, oldest first. One query."""
    return (
        RemarkClaim.objects.filter(remark=remark, confirmed_at__isnull=False)
        .select_related("member", "reason")
        .order_by("confirmed_at", "id")
    )


def undecided(remark: Remark) -> QuerySet[RemarkClaim]:
    """Claims neither granted nor ended, unconfirmed ones too. One query."""
    return RemarkClaim.objects.filter(remark=remark, granted_at=None, ended_at=None).select_related(
        "remark__brief__debate", "member"
    )


def fresh_claim(claim: RemarkClaim) -> RemarkClaim:
    """The claim as it is now, with its remark. One query."""
    return RemarkClaim.objects.select_related(
        "member", "reason", *(f"remark__{name}" for name in _WITH)
    ).get(pk=claim.pk)


def claim_by_id(remark: Remark, public_id: str) -> RemarkClaim | None:
    """One query."""
    rows = RemarkClaim.objects.filter(remark=remark, public_id=public_id)
    return rows.select_related("remark__brief__debate", "member", "reason").first()


def quoting(remark: Remark) -> QuerySet[Contribution]:
    """Contributions that start from its exact words, oldest first. One query."""
    return (
        Contribution.objects.filter(quotations__remark=remark)
        .select_related("author", "viewpoint", "debate")
        .distinct()
        .order_by("id")
    )


def quoting_members(remark: Remark) -> QuerySet[Member]:
    """Who quoted it in a contribution or marked a position in it. One query."""
    return members().filter(
        Q(pk__in=Contribution.objects.filter(quotations__remark=remark).values("author"))
        | Q(pk__in=Position.objects.filter(remark=remark).values("by"))
    )
