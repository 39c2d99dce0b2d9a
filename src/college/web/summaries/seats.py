"""Who sits at the desk: the summary, the editor's seat, and the draft that is theirs to write now."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from college.debates.queries.badges import Badge, badges
from college.summaries import permissions
from college.summaries.queries import drafts, editors, summaries
from college.summaries.rules import addresses
from college.summaries.rules.life import Side, SummaryState
from college.summaries.rules.sections import Section, parse
from college.web.acts import act_of, member_of
from college.web.debates import finding
from college.web.debates.viewpoints import trail
from college.web.words import word

if TYPE_CHECKING:
    from college.debates.models import QuestionWording
    from college.people.models import Member
    from college.summaries.models import Draft, Editor, Summary


@dataclass(frozen=True, slots=True)
class Desk:
    """An editor at the desk. ``draft``: the team's own while drafts are written, then the joint one.
    ``known``: the debate's viewpoints by public id. ``writing``: whether the draft can be changed."""

    asked: "QuestionWording"
    summary: "Summary"
    member: "Member"
    seat: "Editor"
    draft: "Draft"
    known: dict[str, Badge]
    writing: bool

    @property
    def slug(self) -> str:
        return self.asked.debate.slug

    @property
    def url(self) -> str:
        return addresses.desk(self.slug)

    @property
    def joint(self) -> bool:
        return self.draft.side == Side.JOINT

    @property
    def trail(self) -> list[tuple[str, str]]:
        return [*trail(self.asked), (_("Summary"), addresses.summary(self.slug))]

    def title(self, at: Section) -> str:
        """The name of a section. No query."""
        viewpoint = self.known.get(at.viewpoint)
        if viewpoint is None:
            return word(at.kind)
        told = {"letter": viewpoint.letter, "name": viewpoint.name}
        return _("What %(letter)s holds: %(name)s") % told

    def section(self, key: str) -> Section:
        """The section of an address, or a 404. No query."""
        return finding.or_404(parse(key, list(self.known)))


def at_desk(request: HttpRequest, slug: str) -> Desk:
    """Send readers to sign in, refuse whoever is no editor now. Eight queries."""
    act_of(request)
    asked = finding.asked(slug)
    summary = summary_of(slug)
    member = member_of(request)
    permissions.require("may_edit", member, summary)
    seat = editors.seat_of(member, summary)  # type: ignore[arg-type]  the table lets members in alone
    assert seat is not None  # noqa: S101  the table says so
    side = Side.JOINT if summary.state == SummaryState.SETTLING else seat.side
    draft = finding.or_404(drafts.of_side(summary, side))
    return Desk(
        asked=asked,
        summary=summary,
        member=member,  # type: ignore[arg-type]
        seat=seat,
        draft=draft,
        known=viewpoints_of(summary),
        writing=permissions.allows("may_write", member, draft),
    )


def summary_of(slug: str) -> "Summary":
    """The summary of the debate at an address, or a 404. One query."""
    found = summaries.at(slug)
    if found is None:
        raise Http404
    return found


def viewpoints_of(summary: "Summary") -> dict[str, Badge]:
    """The debate's viewpoints by public id. Two queries."""
    found = badges(set(summary.debate.viewpoints.values_list("pk", flat=True)))
    return {badge.public_id: badge for badge in found.values()}
