"""Rest a statement on contributions, let go of them, confirm one whose source was reworded."""

from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import Max

from college.debates.models import Contribution, Revision
from college.debates.queries.contributions import head_of
from college.debates.queries.sources import address_of
from college.debates.rules.kinds import State
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.summaries.actions.writing import Writing, begin
from college.summaries.models import DraftLink, DraftStatement
from college.summaries.rules import addresses, statements


@transaction.atomic
def link(act: Act, row: DraftStatement, contribution: Contribution) -> DraftLink:
    """Rest a statement on the newest wording of a contribution to its debate. Safe to repeat."""
    writing = begin(act, row.draft)
    return rest_on(writing, writing.fresh(row), contribution)


@transaction.atomic
def unlink(act: Act, row: DraftStatement, contribution: Contribution) -> bool:
    """Rest it on a contribution no longer; whether it did. Safe to repeat."""
    writing = begin(act, row.draft)
    gone = DraftLink.objects.filter(row=writing.fresh(row), contribution=contribution).delete()
    return gone[0] > 0


@transaction.atomic
def confirm_link(act: Act, row: DraftStatement, contribution: Contribution) -> DraftLink:
    """Pin the newest wording of a contribution: the statement holds for that one too. Safe to repeat."""
    writing = begin(act, row.draft)
    found = DraftLink.objects.filter(row=writing.fresh(row), contribution=contribution).first()
    if found is None:
        raise Refusal("summaries.link.none")
    found.pinned = _head(writing, contribution)
    found.by, found.at = writing.member, act.at
    found.save(update_fields=["pinned", "by", "at"])
    return found


def rest_on(writing: Writing, row: DraftStatement, contribution: Contribution) -> DraftLink:
    """Link within an act of writing; the link that is there already, if there is one."""
    there = DraftLink.objects.filter(row=row, contribution=contribution).first()
    if there is not None:
        return there
    pinned = _head(writing, contribution)
    statements.one_more_link(row.links.count(), writing.charter.limits)
    last = row.links.aggregate(last=Max("order"))["last"] or 0
    return DraftLink.objects.create(
        row=row,
        contribution=contribution,
        pinned=pinned,
        order=last + 1,
        by=writing.member,
        at=writing.act.at,
    )


def _head(writing: Writing, contribution: Contribution) -> Revision:
    """Its newest wording, or a refusal: said in another debate, or not there to be read any more."""
    head = head_of(contribution)
    if head.contribution.debate_id != writing.debate.pk:
        raise Refusal("summaries.link.elsewhere")
    if head.contribution.state != State.STANDING or not head.text.is_open:
        raise Refusal("summaries.link.gone")
    source = urlsplit(address_of(head.contribution)).path
    if source.startswith(addresses.summary(writing.debate.slug)):
        raise Refusal("summaries.link.circular")
    return head
