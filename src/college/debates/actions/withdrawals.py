"""Take back what one wrote. The words are erased; place, links and the record stay."""

from collections.abc import Iterator

from django.db import transaction

from college.debates.actions.speaking import Speaking, begin
from college.debates.events.contributions import ChallengePromoted, ContributionWithdrawn
from college.debates.models import Contribution, Link, Placement, Revision, Source
from college.debates.permissions import require
from college.debates.rules import posting
from college.debates.rules.kinds import Kind, LinkKind, State
from college.debates.rules.revisions import in_grace
from college.ground.act import Act
from college.ground.moments import rfc3339
from college.record.actions.entries import append
from college.record.actions.texts import commit, erase
from college.record.models import Text

GROUND = "withdrawn"


@transaction.atomic
def withdraw(act: Act, contribution: Contribution, *, reason: str = "") -> Contribution:
    """Withdraw a contribution of one's own: every wording of it is erased on the ground "withdrawn".

    A tombstone with the day, and the reason where one is given, stays in its place, and so do links from
    and to it. Soon after it was said, and before anybody referred to it, its place goes as well and its
    words are free again.
    """
    speaking = begin(act, contribution.debate_id)
    row = Contribution.objects.select_related("debate").get(pk=contribution.pk)
    if row.state == State.WITHDRAWN and row.author_id == speaking.member.pk:
        return row
    require("may_withdraw", speaking.member, row)
    why = posting.reason(reason, speaking.charter.lengths, may_be_empty=True)
    grace = speaking.charter.clocks.grace
    unnoticed = in_grace(row.at, now=act.at, grace=grace) and not _referred_to(row)
    for text in list(_texts(row)):
        erase(act, text, ground=GROUND)
    row.state, row.state_at, row.term = State.WITHDRAWN, act.at, ""
    row.state_reason = commit(why) if why else row.state_reason
    if unnoticed:
        row.words = 0
        Placement.objects.filter(contribution=row).delete()
    row.save(update_fields=["state", "state_at", "state_reason", "term", "words"])
    event = ContributionWithdrawn(
        contribution=row.public_id,
        debate=speaking.debate.public_id,
        in_grace=unnoticed,
        reason=row.state_reason_id or "",
    )
    append(act, event, subject=row.public_id)
    if row.kind == Kind.CHALLENGE and row.answered_at is None:
        _promote(speaking, row)
    if row.kind == Kind.ANSWER:
        _unanswer(row)
    return row


def _texts(row: Contribution) -> Iterator[Text]:
    """Every committed text of a contribution."""
    for revision in Revision.objects.filter(contribution=row).select_related("text"):
        yield revision.text
    for source in Source.objects.filter(contribution=row).select_related("line", "quotation"):
        yield source.line
        yield source.quotation
    if row.headword is not None:
        yield row.headword
    if row.condition is not None:
        yield row.condition


def _referred_to(row: Contribution) -> bool:
    """Whether anything links to it or stands below it. Two queries."""
    return (
        Link.objects.filter(target=row).exists()
        or Placement.objects.filter(under=row, home=True).exists()
    )


def _promote(speaking: Speaking, row: Contribution) -> None:
    """A withdrawn challenge that others joined is asked on by the oldest of them, due when it was due."""
    joined = list(Contribution.objects.filter(merged_into=row, state=State.STANDING).order_by("id"))
    if not joined or row.due_at is None:
        return
    first, others = joined[0], joined[1:]
    first.merged_into, first.due_at = None, row.due_at
    first.save(update_fields=["merged_into", "due_at"])
    for other in others:
        other.merged_into = first
    Contribution.objects.bulk_update(others, ["merged_into"])
    event = ChallengePromoted(
        challenge=first.public_id,
        debate=speaking.debate.public_id,
        instead_of=row.public_id,
        joined=tuple(other.public_id for other in others),
        due=rfc3339(row.due_at),
    )
    append(speaking.act, event, subject=first.public_id)


def _unanswer(row: Contribution) -> None:
    """A challenge whose only answer was withdrawn stands again, since its answer cannot be read any more."""
    link = Link.objects.filter(source=row, kind=LinkKind.ANSWERS).select_related("target").get()
    first = (
        Link.objects.filter(target=link.target, kind=LinkKind.ANSWERS, source__state=State.STANDING)
        .order_by("source_id")
        .values_list("source__at", flat=True)
        .first()
    )
    link.target.answered_at = first
    link.target.save(update_fields=["answered_at"])
