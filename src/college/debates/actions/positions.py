"""Mark positions quoted in a brief, and say which viewpoint speaks for them."""

from django.db import transaction

from college.debates.actions.briefs import show_quoted
from college.debates.actions.locking import locked, moved
from college.debates.events.positions import PositionAssigned, PositionMarked
from college.debates.models import Brief, Debate, Passage, Position, Remark, Viewpoint
from college.debates.permissions import require
from college.debates.rules import quoting, wordings
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.queries import acting_member, refuse_haste
from college.record.actions.entries import append
from college.record.actions.texts import commit_plain
from college.record.charters import charter_in_force


@transaction.atomic
def mark_position(
    act: Act,
    brief: Brief,
    *,
    exact: str,
    label: str,
    source: str = "",
    viewpoint: Viewpoint | None = None,
) -> Position:
    """Mark exact words of a brief as a position on the question, under a short name.

    ``source`` is the public id of the passage or remark; empty: the first that holds the words.
    ``viewpoint`` speaks for it; without one, it is listed as missing.
    """
    member = acting_member(act)
    debate = locked(brief.debate)
    require("may_mark_position", member, debate)
    refuse_haste(act)
    _check_viewpoint(debate, viewpoint)
    lengths = charter_in_force().lengths
    kept = wordings.viewpoint_name(label, lengths)
    row, found = _find(brief, exact, source)
    quoting.check_length(found.exact, lengths.quotation)
    passage = row if isinstance(row, Passage) else None
    remark = row if isinstance(row, Remark) else None
    where = {"passage": passage, "remark": remark, "start": found.start, "end": found.end}
    if Position.objects.filter(debate=debate, **where).exists():
        raise Refusal("debates.position.already")
    if passage is not None:
        show_quoted(act, passage)
    position = Position.objects.create(
        debate=debate, label=commit_plain(kept), viewpoint=viewpoint, by=member, at=act.at, **where
    )
    moved(debate)
    event = PositionMarked(
        position=position.public_id,
        debate=debate.public_id,
        source=row.public_id,
        start=found.start,
        end=found.end,
        label=position.label_id,
        viewpoint=viewpoint.public_id if viewpoint else "",
    )
    append(act, event, subject=debate.public_id)
    return position


@transaction.atomic
def assign_position(act: Act, position: Position, *, viewpoint: Viewpoint | None) -> Position:
    """Say which viewpoint speaks for a position, or that none does after all."""
    member = acting_member(act)
    debate = locked(position.debate)
    position = Position.objects.select_related("debate").get(pk=position.pk)
    require("may_assign_position", member, position, viewpoint)
    refuse_haste(act)
    _check_viewpoint(debate, viewpoint)
    if position.viewpoint_id == (viewpoint.pk if viewpoint else None):
        return position
    position.viewpoint = viewpoint
    position.save(update_fields=["viewpoint"])
    moved(debate)
    event = PositionAssigned(
        position=position.public_id,
        debate=debate.public_id,
        viewpoint=viewpoint.public_id if viewpoint else "",
    )
    append(act, event, subject=debate.public_id)
    return position


def _check_viewpoint(debate: Debate, viewpoint: Viewpoint | None) -> None:
    if viewpoint is not None and viewpoint.debate_id != debate.pk:
        raise Refusal("debates.contribution.elsewhere")


def _find(brief: Brief, exact: str, source: str) -> tuple[Passage | Remark, quoting.Selected]:
    """Where the exact words stand: in the source named, else in the first that holds them."""
    which = {"public_id": source} if source else {}
    rows = (
        *brief.passages.filter(**which).select_related("text", "brief"),
        *brief.remarks.filter(**which).select_related("text"),
    )
    readable = [row for row in rows if row.text.is_open]
    if not readable:
        raise Refusal("debates.quotation.not-found")
    refused: Refusal | None = None
    for row in readable:
        try:
            return row, quoting.find(row.text.words, exact)
        except Refusal as refusal:
            refused = refusal
    raise refused or Refusal("debates.quotation.not-found")
