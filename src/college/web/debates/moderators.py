"""Take and leave a moderator's seat."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from college.debates.actions import moderators as actions
from college.debates.queries import moderators
from college.debates.rules import addresses
from college.ground.act import Act
from college.web.acts import act_of, member_of
from college.web.debates import finding
from college.web.debates.sheets import press


@require_POST
def take_seat(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a free seat."""
    debate = finding.asked(slug).debate

    def do(act: Act) -> str:
        actions.seat_moderator(act, debate)
        return f"{addresses.debate(slug)}take-part/"

    return press(request, do, done=_("You have a moderator’s seat."))


@require_POST
def leave_seat(request: HttpRequest, slug: str) -> HttpResponse:
    """Leave one's own seat."""
    act_of(request)
    member = member_of(request)
    seat = moderators.seat_of(member, finding.asked(slug).debate) if member else None
    if seat is None:
        raise Http404

    def do(act: Act) -> str:
        actions.leave_seat(act, seat)
        return f"{addresses.debate(slug)}take-part/"

    return press(request, do, done=_("The seat is free again."))
