"""Write one of the two independent drafts of wording and viewpoints."""

from collections.abc import Sequence

from django.db import transaction

from college.debates.actions.locking import locked, moved
from college.debates.events.drafts import DraftOpened, DraftReceived
from college.debates.models import Debate, Draft, DraftViewpoint
from college.debates.permissions import require
from college.debates.queries import drafts
from college.debates.rules import addresses, wordings
from college.debates.rules.drafts import DRAFTS, side, viewpoints
from college.ground.act import Act
from college.people.actions.notices import tell
from college.people.queries import acting_member
from college.record.actions.entries import append
from college.record.actions.texts import commit_plain
from college.record.charters import charter_in_force


@transaction.atomic
def add_draft(act: Act, debate: Debate, *, wording: str, viewpoints_listed: Sequence[str]) -> Draft:
    """Keep a draft. Its words are named in the record, and shown, only when both drafts are in."""
    member = acting_member(act)
    debate = locked(debate)
    require("may_draft", member, debate)
    charter = charter_in_force()
    words = wordings.question(wording, charter.lengths)
    names = viewpoints(list(viewpoints_listed), charter.lengths, charter.limits)
    number = side(drafts.written(debate).count())
    draft = Draft.objects.create(
        debate=debate, side=number, by=member, wording=commit_plain(words), at=act.at
    )
    DraftViewpoint.objects.bulk_create(
        DraftViewpoint(draft=draft, order=order, text=commit_plain(name))
        for order, name in enumerate(names, start=1)
    )
    moved(debate)
    event = DraftReceived(draft=draft.public_id, debate=debate.public_id, side=number)
    append(act, event, subject=debate.public_id)
    if number == DRAFTS:
        _open(act, debate)
    return draft


def _open(act: Act, debate: Debate) -> None:
    """Both are in: name their words in the record, in the order of the sides."""
    both = list(drafts.written(debate).prefetch_related("viewpoints"))
    for draft in both:
        event = DraftOpened(
            draft=draft.public_id,
            debate=debate.public_id,
            side=draft.side,
            wording=draft.wording_id,
            viewpoints=tuple(row.text_id for row in draft.viewpoints.all()),
        )
        append(act, event, subject=debate.public_id)
    path = addresses.frame(debate.slug)
    for member in {draft.by for draft in both} | {debate.proposed_by}:
        tell(member, "debates.draft.both-in", params={}, path=path, at=act.at)
