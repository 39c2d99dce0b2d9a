"""Who is at the item desk of which debate: found once, for all its pages."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from college.quizzes import permissions
from college.quizzes.queries import desk, items
from college.quizzes.rules import addresses
from college.quizzes.rules.life import ItemState
from college.summaries.rules import addresses as summaries
from college.web.acts import act_of, member_of
from college.web.debates import finding
from college.web.debates.viewpoints import trail

if TYPE_CHECKING:
    from college.debates.models import QuestionWording
    from college.people.models import Member
    from college.quizzes.models import Item


@dataclass(frozen=True, slots=True)
class Place:
    """A member at the item desk of a debate."""

    asked: "QuestionWording"
    member: "Member"
    board: desk.Board

    @property
    def slug(self) -> str:
        return self.asked.debate.slug

    @property
    def url(self) -> str:
        return addresses.desk(self.slug)

    @property
    def trail(self) -> list[tuple[str, str]]:
        """The way to the desk itself."""
        return [*trail(self.asked), (_("Summary"), summaries.summary(self.slug))]

    @property
    def below(self) -> list[tuple[str, str]]:
        """The way to a page below the desk."""
        return [*self.trail, (_("Item desk"), self.url)]


def at_desk(request: HttpRequest, slug: str) -> Place:
    """Send readers to sign in, refuse whoever may not write items here. Some fifteen queries."""
    act_of(request)
    asked = finding.asked(slug)
    member = member_of(request)
    permissions.require("may_write_items", member, asked.debate)
    board = desk.board(asked.debate, member)  # type: ignore[arg-type]  the table lets members in alone
    if board is None:
        raise Http404
    return Place(asked, member, board)  # type: ignore[arg-type]


def item_at(place: Place, public_id: str) -> "Item":
    """An item of this debate that the member may see: others' drafts are nowhere. One query."""
    found = finding.or_404(items.by_id(public_id))
    if found.quiz != place.board.quiz:
        raise Http404
    if found.state == ItemState.DRAFT and found.by_id != place.member.pk:
        raise Http404
    return found
