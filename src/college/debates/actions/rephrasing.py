"""Say a restricted text in other words. It stands at once; the restriction holds for the old words alone."""

from django.db import transaction

from college.debates.actions.revisions import add_wording, check_fresh, newest, words_for
from college.debates.actions.speaking import begin
from college.debates.events.hearings import TextRephrased
from college.debates.models import Contribution, Restriction, Revision
from college.debates.permissions import require
from college.debates.rules.kinds import State
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.record.actions.entries import append


@transaction.atomic
def rephrase(act: Act, restriction: Restriction, *, text: str, expected: int) -> Revision:
    """Add a wording beside the restricted one. ``expected`` is the number of the wording it was written over.

    However much of it is new: what stood in the way was the wording. It counts like any other words, and
    may be reported like any other text.
    """
    hearing = restriction.hearing
    speaking = begin(act, hearing.debate_id)
    restriction = Restriction.objects.select_related(
        "case", "hearing__revision__contribution__debate"
    ).get(pk=restriction.pk)
    require("may_rephrase", speaking.member, restriction)
    row = Contribution.objects.get(pk=restriction.hearing.revision.contribution_id)
    row.debate = speaking.debate
    head = newest(row)
    new = words_for(speaking, row, text)
    check_fresh(row, head, expected)
    if new == restriction.hearing.revision.text.words:
        raise Refusal("debates.text.same-words")
    row.state, row.state_at = State.STANDING, None
    row.save(update_fields=["state", "state_at"])
    revision = add_wording(speaking, row, head, new)
    event = TextRephrased(
        contribution=row.public_id,
        debate=speaking.debate.public_id,
        case=restriction.case.public_id,
        number=revision.number,
        text=revision.text_id,
    )
    append(act, event, subject=row.public_id)
    return revision
