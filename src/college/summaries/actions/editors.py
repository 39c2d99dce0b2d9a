"""Members take seats on the two teams that write, and leave them."""

from django.db import transaction
from django.db.models import F, Q

from college.debates.actions.locking import locked
from college.debates.models import Debate
from college.debates.queries import holdings
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.queries import acting_member, refuse_haste
from college.people.rules.standing import Standing
from college.record.actions.entries import append
from college.record.charters import charter_in_force
from college.summaries.actions.summaries import count
from college.summaries.events.summaries import EditorLeft, EditorSeated
from college.summaries.models import Editor
from college.summaries.permissions import require
from college.summaries.queries import editors
from college.summaries.queries.summaries import of_debate
from college.summaries.rules.life import Side


@transaction.atomic
def take_seat(act: Act, debate: Debate, *, side: int) -> Editor:
    """Take a seat on the first (1) or the second (2) team, for the viewpoint one holds, or for none.

    A team has at most one editor of each viewpoint, and whoever was on one team never joins the other: the
    two drafts would not be independent any more.
    """
    member = acting_member(act)
    debate = locked(debate)
    summary = of_debate(debate)
    if summary is None:
        raise Refusal("summaries.summary.none")
    require("may_take_editor_seat", member, summary)
    if side not in {Side.FIRST, Side.SECOND}:
        raise Refusal("summaries.editor.no-such-team")
    if editors.sat_opposite(member, summary, side):
        raise Refusal("summaries.editor.other-team")
    holding = holdings.current(member, debate)
    viewpoint = holding.viewpoint if holding is not None else None
    team = [one for one in editors.seated(summary) if one.side == side]
    most = charter_in_force().limits.editors
    if len(team) >= most:
        raise Refusal("summaries.editor.team-full", most=most)
    if any(one.viewpoint_id == (viewpoint.pk if viewpoint else None) for one in team):
        raise Refusal("summaries.editor.viewpoint-there")
    refuse_haste(act)
    editor = Editor.objects.create(
        summary=summary, side=side, member=member, viewpoint=viewpoint, began_at=act.at
    )
    count(summary)
    event = EditorSeated(
        editor=editor.public_id,
        summary=summary.public_id,
        side=side,
        member=member.public_id,
        viewpoint=viewpoint.public_id if viewpoint else "",
    )
    append(act, event, subject=debate.public_id)
    return editor


@transaction.atomic
def leave_seat(act: Act, editor: Editor) -> Editor:
    """Write no longer. What one wrote stays in the draft."""
    member = acting_member(act)
    locked(editor.summary.debate)
    editor = Editor.objects.select_related("summary__debate", "viewpoint").get(pk=editor.pk)
    require("may_leave_editor_seat", member, editor)
    refuse_haste(act)
    _end(act, editor)
    return editor


def departed_due(act: Act) -> int:
    """Seats of members who left the College, or speak for a viewpoint by now: nobody attests what they
    write. How many were freed."""
    speaks = Q(
        summary__debate__viewpoints__delegates__member=F("member"),
        summary__debate__viewpoints__delegates__stood_at__isnull=False,
        summary__debate__viewpoints__delegates__ended_at=None,
    )
    rows = Editor.objects.filter(Q(member__standing=Standing.RESIGNED) | speaks, ended_at=None)
    return sum(_depart(act, editor) for editor in rows.select_related("summary__debate").distinct())


@transaction.atomic
def _depart(act: Act, editor: Editor) -> bool:
    locked(editor.summary.debate)
    told = ("summary__debate", "viewpoint", "member")
    now = Editor.objects.select_related(*told).get(pk=editor.pk)
    if now.ended_at is None:
        _end(act, now)
        return True
    return False


def _end(act: Act, editor: Editor) -> None:
    editor.ended_at = act.at
    editor.save(update_fields=["ended_at"])
    count(editor.summary)
    event = EditorLeft(
        editor=editor.public_id,
        summary=editor.summary.public_id,
        side=editor.side,
        member=editor.member.public_id,
        viewpoint=editor.viewpoint.public_id if editor.viewpoint else "",
    )
    append(act, event, subject=editor.summary.debate.public_id)
