"""Who writes, hands in and settles."""

from collections.abc import Callable

from college.debates.queries import delegates, holdings
from college.people.models import Member
from college.people.permissions import may_take_part
from college.summaries.models import Draft, Editor, Summary
from college.summaries.queries import editors
from college.summaries.rules.life import Side, SummaryState

#: While there is something to write together.
_WRITING = {SummaryState.DRAFTING, SummaryState.SETTLING}


def may_take_editor_seat(member: Member | None, summary: Summary) -> bool:
    """Who holds an admitted viewpoint of the debate or is undecided, speaks for none, and has no seat yet."""
    if member is None or not may_take_part(member) or summary.state not in _WRITING:
        return False
    holding = holdings.current(member, summary.debate)
    if holding is None or (holding.viewpoint and holding.viewpoint.admitted_at is None):
        return False
    seated = editors.seat_of(member, summary) is not None
    return not seated and not delegates.is_delegate(member, summary.debate)


def may_leave_editor_seat(member: Member | None, editor: Editor) -> bool:
    """The editor, at any time."""
    own = member is not None and editor.member_id == member.pk
    return may_take_part(member) and own and editor.ended_at is None


def may_edit(member: Member | None, summary: Summary) -> bool:
    """An editor of either team, while drafts are written or settled."""
    return (
        member is not None
        and may_take_part(member)
        and summary.state in _WRITING
        and editors.seat_of(member, summary) is not None
    )


def may_write(member: Member | None, draft: Draft) -> bool:
    """The team's own draft until it is handed in; then, both teams, the joint one. Only of this round."""
    summary = draft.summary
    if member is None or draft.round != summary.round or not may_edit(member, summary):
        return False
    if summary.state == SummaryState.SETTLING:
        return draft.side == Side.JOINT
    own = draft.side != Side.JOINT and _is_own(member, draft)
    return own and draft.handed_at is None


def may_read_draft(member: Member | None, draft: Draft) -> bool:
    """Everybody once it is opened; before that its own team, and of the joint one both."""
    if draft.opened_at is not None:
        return True
    return member is not None and may_take_part(member) and _is_own(member, draft)


def may_hand_in(member: Member | None, draft: Draft) -> bool:
    """The team, while drafts are written."""
    return draft.side != Side.JOINT and may_write(member, draft)


def may_take_back(member: Member | None, draft: Draft) -> bool:
    """The team that handed in, while the other draft is not in."""
    summary = draft.summary
    return (
        member is not None
        and may_take_part(member)
        and summary.state == SummaryState.DRAFTING
        and draft.round == summary.round
        and draft.handed_at is not None
        and _is_own(member, draft)
    )


def may_settle(member: Member | None, summary: Summary) -> bool:
    """An editor of either team, for it, while the drafts lie side by side."""
    return summary.state == SummaryState.SETTLING and may_edit(member, summary)


def _is_own(member: Member, draft: Draft) -> bool:
    seat = editors.seat_of(member, draft.summary)
    return seat is not None and draft.side in {seat.side, Side.JOINT}


PERMISSIONS: dict[str, Callable[..., bool]] = {
    "may_take_editor_seat": may_take_editor_seat,
    "may_leave_editor_seat": may_leave_editor_seat,
    "may_edit": may_edit,
    "may_write": may_write,
    "may_read_draft": may_read_draft,
    "may_hand_in": may_hand_in,
    "may_take_back": may_take_back,
    "may_settle": may_settle,
}
