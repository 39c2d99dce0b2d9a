"""Limit a claim or an argument to a context: true for this, not for that."""

from collections.abc import Sequence

from django.db import transaction

from college.debates.actions import writing
from college.debates.actions.speaking import begin, charge, pace, require_stage, sent_before
from college.debates.actions.succession import succeed
from college.debates.events.contributions import QualificationAdded
from college.debates.models import Contribution
from college.debates.rules import posting
from college.debates.rules.kinds import Kind, LinkKind
from college.debates.rules.links import Span
from college.ground.act import Act
from college.ground.prose import count_words
from college.record.actions.entries import append


@transaction.atomic
def qualify(
    act: Act,
    target: Contribution,
    *,
    text: str,
    quotes: Sequence[Span] = (),
    succeeds: Contribution | None = None,
    token: str = "",
) -> Contribution:
    """Say where a claim or an argument holds, and where it does not."""
    speaking = begin(act, target.debate_id)
    if again := sent_before(speaking, token):
        return again
    require_stage(speaking, Kind.QUALIFICATION)
    limit = posting.text(text, speaking.charter.lengths)
    pinned = writing.heads(speaking, [target.pk])[target.pk]
    writing.check(speaking, LinkKind.LIMITS, pinned)
    old = succeed(speaking, succeeds, Kind.QUALIFICATION)
    pace(speaking, 1)
    charge(speaking, count_words(limit))
    written = writing.write(speaking, Kind.QUALIFICATION, limit, spans=quotes, token=token)
    writing.link(written, LinkKind.LIMITS, [pinned])
    writing.place_under(written, pinned.contribution)
    event = QualificationAdded(
        target=pinned.contribution.public_id,
        target_text=pinned.text_id,
        **written.told(),
        **(old.tell(written) if old else {}),
    )
    append(act, event, subject=written.contribution.public_id)
    return written.contribution
