"""Reword a statement so that two who write at once never lose a word; take a wording, dismiss it."""

from django.db import transaction

from college.ground.act import Act
from college.ground.refusals import Refusal
from college.summaries.actions.saving import save_wording
from college.summaries.actions.writing import Writing, begin
from college.summaries.models import DraftStatement, DraftWording
from college.summaries.queries import texts
from college.summaries.rules import statements
from college.summaries.rules.merging import merge


@transaction.atomic
def reword(
    act: Act, row: DraftStatement, *, words: str, base: int, unheard: str = ""
) -> DraftWording:
    """Save the words that somebody wrote from wording number ``base``; gives the wording that was made.

    Where another has saved meanwhile, both are merged by words. Where both changed the same words, the new
    wording stands ``beside`` the head, for an editor to take or to dismiss. Words that change nothing make
    no new wording: the head is given back. Saving again from a wording that stands beside replaces it there.

    ``unheard``: words that the same page saved before and had no answer to. Where they did arrive, these are
    written from them: nobody stands beside oneself.
    """
    writing = begin(act, row.draft)
    row = writing.fresh(row)
    kept = statements.worded(words, writing.charter.lengths)
    own = _number(row, base)
    head = _number(row, row.head)
    if unheard and head.by_id == writing.member.pk and statements.one_line(unheard) == head.words:
        own = head
    if kept == head.words:
        _dismiss(own, writing) if own.beside else None
        return head
    if own.beside and kept == own.words and own.dismissed_at is None:
        return own
    root = own
    while root.beside:
        root = _number(row, root.base)
    merged = merge(root.words, head.words, kept)
    fits = merged is not None and len(merged) <= writing.charter.lengths.statement
    if own.beside:
        _dismiss(own, writing)
    elif not fits and (sent := _sent_before(row, kept, root.number)) is not None:
        return sent
    if fits and merged == head.words:
        return head
    return save_wording(
        row,
        merged if fits else kept,
        by=writing.member,
        at=act.at,
        base=root.number,
        beside=not fits,
    )


@transaction.atomic
def take_wording(act: Act, wording: DraftWording) -> DraftWording:
    """Make the words of an earlier wording, or of one that stands beside, those of the statement."""
    writing = begin(act, wording.row.draft)
    row = writing.fresh(wording.row)
    wording = _number(row, wording.number)
    if texts.closed(writing.draft.summary).has(row.statement, wording.words, wording.at):
        raise Refusal("summaries.statement.no-such-wording")
    head = _number(row, row.head)
    if wording.beside:
        _dismiss(wording, writing)
    if wording.words == head.words:
        return head
    return save_wording(row, wording.words, by=writing.member, at=act.at)


@transaction.atomic
def dismiss_wording(act: Act, wording: DraftWording) -> DraftWording:
    """Let a wording stand beside no longer. It stays among the statement's wordings. Safe to repeat."""
    writing = begin(act, wording.row.draft)
    wording = _number(writing.fresh(wording.row), wording.number)
    if wording.beside:
        _dismiss(wording, writing)
    return wording


def _number(row: DraftStatement, number: int) -> DraftWording:
    found = DraftWording.objects.filter(row=row, number=number).first()
    if found is None:
        raise Refusal("summaries.statement.no-such-wording")
    return found


def _sent_before(row: DraftStatement, words: str, base: int) -> DraftWording | None:
    """The same words that stand beside already: a form that was sent twice."""
    rows = DraftWording.objects.filter(row=row, beside=True, dismissed_at=None)
    return rows.filter(words=words, base=base).first()


def _dismiss(wording: DraftWording, writing: Writing) -> None:
    if wording.dismissed_at is None:
        wording.dismissed_at = writing.act.at
        wording.save(update_fields=["dismissed_at"])
