"""Open both drafts when they are in, or when the time is over; give more time where nobody wrote."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from college.debates.queries import questions
from college.ground.act import Act
from college.record.actions.entries import append
from college.record.actions.texts import commit_document, commit_many_plain
from college.record.charters import charter_in_force
from college.record.models import Text
from college.summaries.actions.summaries import enter, overdue, tell_editors
from college.summaries.events.drafts import DraftOpened, DraftWorded
from college.summaries.models import Draft, Summary
from college.summaries.queries import drafts, texts
from college.summaries.queries.drafts import Part
from college.summaries.queries.summaries import due
from college.summaries.rules import addresses, documents
from college.summaries.rules.documents import Written
from college.summaries.rules.life import Side, SummaryState


def open_due(act: Act) -> int:
    """Summaries whose time for drafting is over; how many moved on or got more time."""
    rows = due(SummaryState.DRAFTING).filter(until__lte=act.at)
    return sum(end_drafting(act, summary) for summary in rows)


@transaction.atomic
def end_drafting(act: Act, summary: Summary) -> bool:
    """The time is over: open what there is; where no draft holds a statement, the time begins again."""
    now = overdue(act, summary, SummaryState.DRAFTING)
    if now is None:
        return False
    if any(draft.statements.filter(removed_at=None).exists() for draft in drafts.both(now)):
        open_drafts(act, now)
    else:
        until = act.at + charter_in_force().clocks.drafting
        enter(act, now, SummaryState.DRAFTING, until)
        path = addresses.desk(now.debate.slug)
        tell_editors(act, now, "summaries.drafting.prolonged", path)
    return True


def both_in(summary: Summary) -> bool:
    """Whether both teams handed in. One query."""
    return all(draft.handed_at is not None for draft in drafts.both(summary))


def open_drafts(act: Act, summary: Summary) -> None:
    """Commit both drafts of a locked debate, let everybody read them, and begin the settling."""
    both = drafts.both(summary)
    parts = drafts.parts_of(both)
    for draft in both:
        _open(act, draft, parts[draft.pk])
    Draft.objects.create(summary=summary, round=summary.round, side=Side.JOINT, begun_at=act.at)
    until = act.at + charter_in_force().clocks.settling
    enter(act, summary, SummaryState.SETTLING, until)


def _open(act: Act, draft: Draft, parts: Sequence[Part]) -> None:
    summary = draft.summary
    worded = _texts(act, draft, parts)
    written = [
        (
            part.section,
            [
                Written(
                    line.statement,
                    worded[line.statement].commitment,
                    tuple((link.contribution, link.text) for link in line.links),
                )
                for line in part.lines
            ],
        )
        for part in parts
    ]
    question = questions.asked(summary.debate.slug)
    head = {
        "draft": draft.public_id,
        "summary": summary.public_id,
        "debate": summary.debate.public_id,
        "round": draft.round,
        "side": draft.side,
        "question": question.text_id if question else "",
    }
    draft.document = commit_document(documents.draft(head, written))
    draft.opened_at = act.at
    draft.save(update_fields=["document", "opened_at"])
    event = DraftOpened(
        draft=draft.public_id,
        summary=summary.public_id,
        side=draft.side,
        document=draft.document.commitment,
    )
    append(act, event, subject=summary.debate.public_id)


def _texts(act: Act, draft: Draft, parts: Iterable[Part]) -> dict[str, Text]:
    """The texts of the statements by id: those that an entry named before, and new ones, which are named."""
    lines = [line for part in parts for line in part.lines]
    known = texts.known(draft.summary)
    found = {
        line.statement: known[line.statement, line.words]
        for line in lines
        if (line.statement, line.words) in known
    }
    new = [line for line in lines if line.statement not in found]
    made = commit_many_plain(line.words for line in new)
    for some in documents.told_together([text.commitment for text in made]):
        event = DraftWorded(draft=draft.public_id, texts=some)
        append(act, event, subject=draft.summary.debate.public_id)
    return found | {line.statement: text for line, text in zip(new, made, strict=True)}
