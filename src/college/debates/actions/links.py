"""Confirm that a link still holds after its target was reworded."""

from django.db import transaction

from college.debates.actions import writing
from college.debates.actions.speaking import begin
from college.debates.events.contributions import LinkConfirmed
from college.debates.models import Link
from college.debates.permissions import require
from college.debates.rules.revisions import is_stale
from college.ground.act import Act
from college.record.actions.entries import append


@transaction.atomic
def confirm_link(act: Act, link: Link) -> Link:
    """Pin the newest wording of the target. Safe to repeat; only the author of the link's source may."""
    speaking = begin(act, link.source.debate_id)
    row = Link.objects.select_related("source", "target", "pinned").get(pk=link.pk)
    row.source.debate = speaking.debate
    require("may_confirm_link", speaking.member, row)
    if not is_stale(pinned=row.pinned.number, head=row.target.head):
        return row
    row.pinned = writing.heads(speaking, [row.target_id])[row.target_id]
    row.confirmed_at = act.at
    row.save(update_fields=["pinned", "confirmed_at"])
    event = LinkConfirmed(
        contribution=row.source.public_id,
        debate=speaking.debate.public_id,
        relation=row.kind,
        target=row.target.public_id,
        text=row.pinned.text_id,
    )
    append(act, event, subject=row.source.public_id)
    return row
