"""Say why a summary leaves a contribution out: the editors owe a reason to whoever made it."""

from django.db import transaction

from college.debates.actions.locking import locked
from college.debates.models import Contribution
from college.debates.rules import wordings
from college.debates.rules.kinds import State
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.queries import acting_member, refuse_haste
from college.record.actions.entries import append
from college.record.actions.texts import commit
from college.record.charters import charter_in_force
from college.summaries.events.omissions import OmissionReasoned
from college.summaries.models import OmissionReason, Summary
from college.summaries.permissions import require
from college.summaries.rules.coverage import POINTS


@transaction.atomic
def give_reason(
    act: Act, summary: Summary, contribution: Contribution, *, text: str
) -> OmissionReason:
    """Say why the summary does not represent a claim, an argument or evidence. A later reason replaces it.

    It is counted from the next version on; the page shows it at once.
    """
    member = acting_member(act)
    debate = locked(summary.debate)
    require("may_reason_omission", member, summary)
    refuse_haste(act)
    contribution.refresh_from_db()
    if contribution.debate_id != debate.pk:
        raise Refusal("summaries.omission.elsewhere")
    if contribution.kind not in POINTS:
        raise Refusal("summaries.omission.no-point")
    if contribution.state != State.STANDING:
        raise Refusal("summaries.omission.gone")
    kept = commit(wordings.reason(text, charter_in_force().lengths))
    said, _new = OmissionReason.objects.update_or_create(
        summary=summary,
        contribution=contribution,
        defaults={"text": kept, "by": member, "at": act.at},
    )
    event = OmissionReasoned(
        summary=summary.public_id, contribution=contribution.public_id, text=kept.commitment
    )
    append(act, event, subject=debate.public_id)
    return said
