"""Who speaks, or offers to speak, for a viewpoint."""

from datetime import datetime

from django.db.models import Max, QuerySet

from college.debates.models import Contribution, Debate, Delegate, Viewpoint, ViewpointWording
from college.people.models import Member


def standing(viewpoint: Viewpoint) -> Delegate | None:
    """The delegate who speaks for a viewpoint now. One query."""
    return (
        Delegate.objects.filter(viewpoint=viewpoint, stood_at__isnull=False, ended_at=None)
        .select_related("member")
        .first()
    )


def standing_in(debate: Debate) -> QuerySet[Delegate]:
    """Everybody who speaks for a viewpoint of a debate now. One query."""
    rows = Delegate.objects.filter(viewpoint__debate=debate, stood_at__isnull=False, ended_at=None)
    return rows.select_related("member", "viewpoint").order_by("stood_at", "id")


def ever_stood(viewpoint: Viewpoint) -> bool:
    """One query."""
    return Delegate.objects.filter(viewpoint=viewpoint, stood_at__isnull=False).exists()


def is_delegate(member: Member, debate: Debate) -> bool:
    """Standing or offered, for any viewpoint of the debate. One query."""
    return Delegate.objects.filter(member=member, viewpoint__debate=debate, ended_at=None).exists()


def speaks_for(member: Member, viewpoint: Viewpoint) -> bool:
    """Whether the member is the standing delegate. One query."""
    return Delegate.objects.filter(
        member=member, viewpoint=viewpoint, stood_at__isnull=False, ended_at=None
    ).exists()


def offered(viewpoint: Viewpoint) -> QuerySet[Delegate]:
    """Offers that do not stand yet, oldest first. One query."""
    return (
        Delegate.objects.filter(viewpoint=viewpoint, stood_at=None, ended_at=None)
        .select_related("member")
        .order_by("offered_at", "id")
    )


def of_viewpoint(viewpoint: Viewpoint) -> QuerySet[Delegate]:
    """Everybody who stands or stood for it, oldest first. One query."""
    return (
        Delegate.objects.filter(viewpoint=viewpoint, stood_at__isnull=False)
        .select_related("member")
        .order_by("stood_at", "id")
    )


def last_said(delegate: Delegate) -> datetime | None:
    """When the delegate last wrote in the debate, or stood, or the debate opened, whichever is latest.

    ``None`` before the debate is open: nobody is silent then. Two queries when the viewpoint and its
    debate are at hand.
    """
    debate = delegate.viewpoint.debate
    if debate.open_at is None or delegate.stood_at is None:
        return None
    written = Contribution.objects.filter(debate=debate, author_id=delegate.member_id)
    worded = ViewpointWording.objects.filter(
        viewpoint_id=delegate.viewpoint_id, by_id=delegate.member_id
    )
    moments = [
        delegate.stood_at,
        debate.open_at,
        written.aggregate(last=Max("at"))["last"],
        worded.aggregate(last=Max("at"))["last"],
    ]
    return max(moment for moment in moments if moment is not None)


def by_id(public_id: str) -> Delegate | None:
    """One query."""
    return (
        Delegate.objects.select_related("viewpoint__debate", "member")
        .filter(public_id=public_id)
        .first()
    )


def of_member(member: Member) -> QuerySet[Delegate]:
    """What the member speaks for, or offered to, now; oldest first. One query."""
    return (
        Delegate.objects.filter(member=member, ended_at=None)
        .select_related("viewpoint__debate")
        .order_by("offered_at", "id")
    )


def of_member_in(member: Member, debate: Debate) -> Delegate | None:
    """The member's standing delegacy or open offer in a debate. One query."""
    return of_member(member).filter(viewpoint__debate=debate).first()
