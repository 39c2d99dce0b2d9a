"""Who acts, and when: the one place in ``web`` that reads the clock."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from django.http import HttpRequest

from college.ground.act import Act, Door
from college.ground.refusals import Refusal
from college.people import queries

if TYPE_CHECKING:
    from college.people.models import Member

_REMEMBERED = "college_member"


def now() -> datetime:
    return datetime.now(UTC)


def member_of(request: HttpRequest) -> "Member | None":
    """The member who reads, or ``None``. One query with a session, none without; asked once a request."""
    if not hasattr(request, _REMEMBERED):
        account = request.user
        found = queries.member_of_account(account) if account.is_authenticated else None
        setattr(request, _REMEMBERED, found)
    return cast("Member | None", getattr(request, _REMEMBERED))


def act_of(request: HttpRequest) -> Act:
    """The act of a member's request; refuses readers without membership."""
    member = member_of(request)
    if member is None:
        raise Refusal("people.member.none")
    return Act(actor=member.public_id, at=now(), door=Door.PAGE)


def visitors_act(request: HttpRequest) -> Act:
    """The act of somebody without an account (a notice, a claim of a remark): the actor is ``import``."""
    member = member_of(request)
    return Act(actor=member.public_id if member else "import", at=now(), door=Door.PAGE)
