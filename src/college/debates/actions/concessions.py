"""Grant a claim for a viewpoint, on a condition or without; take it back with a reason."""

from django.db import transaction

from college.debates.actions import writing
from college.debates.actions.speaking import begin, charge, pace, require_stage, sent_before
from college.debates.events.contributions import ConcessionMade, ConcessionRevoked
from college.debates.models import Contribution
from college.debates.permissions import require
from college.debates.rules import addresses, posting
from college.debates.rules.kinds import Kind, LinkKind
from college.ground.act import Act
from college.ground.prose import count_words
from college.people.actions.notices import tell
from college.record.actions.entries import append
from college.record.actions.texts import commit


@transaction.atomic
def concede(
    act: Act, claim: Contribution, *, text: str, condition: str = "", token: str = ""
) -> Contribution:
    """Grant a claim for the viewpoint the member speaks for. Dated; revocable with ``revoke``."""
    speaking = begin(act, claim.debate_id)
    if again := sent_before(speaking, token):
        return again
    require_stage(speaking, Kind.CONCESSION)
    lengths = speaking.charter.lengths
    said = posting.text(text, lengths)
    only_if = posting.reason(condition, lengths, may_be_empty=True)
    pinned = writing.heads(speaking, [claim.pk])[claim.pk]
    writing.check(speaking, LinkKind.GRANTS, pinned)
    row = pinned.contribution
    row.debate = speaking.debate
    require("may_concede", speaking.member, row)
    pace(speaking, 1)
    charge(speaking, count_words(said) + count_words(only_if))
    written = writing.write(
        speaking,
        Kind.CONCESSION,
        said,
        condition=commit(only_if) if only_if else None,
        token=token,
    )
    writing.link(written, LinkKind.GRANTS, [pinned])
    writing.place_under(written, row)
    event = ConcessionMade(
        claim=row.public_id,
        claim_text=pinned.text_id,
        condition=written.contribution.condition_id or "",
        **written.told(),
    )
    append(act, event, subject=written.contribution.public_id)
    if row.author_id != speaking.member.pk:
        path = addresses.contribution(speaking.debate.slug, written.contribution.public_id)
        tell(row.author, "debates.concession.made", params={}, path=path, at=act.at)
    return written.contribution


@transaction.atomic
def revoke(act: Act, concession: Contribution, *, reason: str) -> Contribution:
    """Take back what was granted, saying why; the concession stays to be read, with its two dates."""
    speaking = begin(act, concession.debate_id)
    row = Contribution.objects.select_related("viewpoint").get(pk=concession.pk)
    row.debate = speaking.debate
    require("may_revoke", speaking.member, row)
    row.revoked_at = act.at
    row.state_reason = commit(posting.reason(reason, speaking.charter.lengths))
    row.save(update_fields=["revoked_at", "state_reason"])
    event = ConcessionRevoked(
        concession=row.public_id, debate=speaking.debate.public_id, reason=row.state_reason_id
    )
    append(act, event, subject=row.public_id)
    return row
