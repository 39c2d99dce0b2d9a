"""Add statements to a draft, move them, take them out; hand the draft in, take it back."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import QuerySet

from college.debates.actions.locking import locked
from college.debates.models import Contribution
from college.ground.act import Act
from college.ground.ids import new_public_id
from college.ground.refusals import Refusal
from college.people.queries import acting_member, refuse_haste
from college.record.actions.entries import append
from college.summaries.actions.links import rest_on
from college.summaries.actions.opening import both_in, open_drafts
from college.summaries.actions.summaries import count, tell_editors
from college.summaries.actions.writing import begin
from college.summaries.events.drafts import DraftHanded, DraftTakenBack
from college.summaries.models import Draft, DraftStatement, DraftWording
from college.summaries.permissions import require
from college.summaries.rules import addresses, statements
from college.summaries.rules.life import Side
from college.summaries.rules.sections import Section


@transaction.atomic
def add_statement(
    act: Act,
    draft: Draft,
    *,
    section: Section,
    words: str,
    links: Sequence[Contribution] = (),
    after: str = "",
    token: str = "",
) -> DraftStatement:
    """Add a sentence after the statement ``after`` of the section, or at its end, resting on ``links``.

    ``token``: the form's own; a form that is sent twice adds one statement, and gives it back again.
    """
    writing = begin(act, draft)
    there = writing.draft.statements.filter(token=token).first() if token else None
    if there is not None:
        return there
    kind, viewpoint = writing.section(section)
    kept = statements.worded(words, writing.charter.lengths)
    standing = writing.draft.statements.filter(removed_at=None).count()
    statements.one_more(standing, writing.draft.statements.count(), writing.charter.limits)
    row = DraftStatement.objects.create(
        statement=new_public_id(),
        draft=writing.draft,
        section=kind,
        viewpoint=viewpoint,
        order=0,
        token=token,
    )
    DraftWording.objects.create(row=row, number=1, base=0, words=kept, by=writing.member, at=act.at)
    last = _standing(row).exclude(pk=row.pk).order_by("-order", "-id").first()
    _place(row, after or (last.statement if last else ""))
    for contribution in links:
        rest_on(writing, row, contribution)
    return row


@transaction.atomic
def move_statement(
    act: Act, row: DraftStatement, *, section: Section, after: str
) -> DraftStatement:
    """Put a statement after another one of a section; ``after`` empty: at its beginning."""
    writing = begin(act, row.draft)
    row = writing.fresh(row)
    row.section, row.viewpoint = writing.section(section)
    row.save(update_fields=["section", "viewpoint"])
    _place(row, after if after != row.statement else "")
    return row


@transaction.atomic
def remove_statement(act: Act, row: DraftStatement) -> DraftStatement:
    """Take a statement out. It stays with all its wordings, and can be brought back. Safe to repeat."""
    writing = begin(act, row.draft)
    row = writing.fresh(row, removed=True)
    if row.removed_at is None:
        row.removed_at = act.at
        row.save(update_fields=["removed_at"])
    return row


@transaction.atomic
def restore_statement(act: Act, row: DraftStatement) -> DraftStatement:
    """Bring back what was taken out, to where it was. Safe to repeat."""
    writing = begin(act, row.draft)
    row = writing.fresh(row, removed=True)
    if row.removed_at is not None:
        standing = writing.draft.statements.filter(removed_at=None).count()
        statements.one_more(standing, 0, writing.charter.limits)
        row.removed_at = None
        row.save(update_fields=["removed_at"])
    return row


@transaction.atomic
def hand_in(act: Act, draft: Draft) -> Draft:
    """Hand a draft in, if it holds a statement. When the other one is in already, both are opened."""
    member = acting_member(act)
    draft = _fresh(draft)
    require("may_hand_in", member, draft)
    if not draft.statements.filter(removed_at=None).exists():
        raise Refusal("summaries.draft.empty")
    refuse_haste(act)
    draft.handed_at = act.at
    draft.save(update_fields=["handed_at"])
    count(draft.summary)
    event = DraftHanded(draft=draft.public_id, summary=draft.summary.public_id, side=draft.side)
    append(act, event, subject=draft.summary.debate.public_id)
    if both_in(draft.summary):
        open_drafts(act, draft.summary)
    else:
        other = Side.SECOND if draft.side == Side.FIRST else Side.FIRST
        path = addresses.desk(draft.summary.debate.slug)
        tell_editors(act, draft.summary, "summaries.draft.other-in", path, side=other)
    return draft


@transaction.atomic
def take_back(act: Act, draft: Draft) -> Draft:
    """Write on in a draft that was handed in, while the other one is not."""
    member = acting_member(act)
    draft = _fresh(draft)
    require("may_take_back", member, draft)
    refuse_haste(act)
    draft.handed_at = None
    draft.save(update_fields=["handed_at"])
    count(draft.summary)
    event = DraftTakenBack(draft=draft.public_id, summary=draft.summary.public_id, side=draft.side)
    append(act, event, subject=draft.summary.debate.public_id)
    return draft


def _fresh(draft: Draft) -> Draft:
    debate = locked(draft.summary.debate)
    now = Draft.objects.select_related("summary").get(pk=draft.pk)
    now.summary.debate = debate
    return now


def _standing(row: DraftStatement) -> QuerySet[DraftStatement]:
    rows = DraftStatement.objects.filter(draft=row.draft, removed_at=None, section=row.section)
    return rows.filter(viewpoint=row.viewpoint)


def _place(row: DraftStatement, after: str) -> None:
    """Number a section anew with the row behind ``after``; at the beginning if that is not in it any more."""
    others = list(_standing(row).exclude(pk=row.pk).order_by("order", "id"))
    at = next((n for n, other in enumerate(others, 1) if other.statement == after), 0)
    others.insert(at, row)
    for order, one in enumerate(others, 1):
        one.order = order
    DraftStatement.objects.bulk_update(others, ["order"])
