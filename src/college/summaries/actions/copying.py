"""Copy a section of either team's text into the joint one, to write a third text from."""

from django.db import transaction

from college.ground.act import Act
from college.ground.refusals import Refusal
from college.summaries.actions.saving import save_wording
from college.summaries.actions.writing import Writing, begin
from college.summaries.models import Draft, DraftLink, DraftStatement
from college.summaries.queries import drafts
from college.summaries.queries.drafts import Line
from college.summaries.rules import statements
from college.summaries.rules.sections import Section


@transaction.atomic
def copy_section(act: Act, joint: Draft, *, section: Section, side: int) -> list[DraftStatement]:
    """Put the statements of a section of one side's draft at the end of the joint one's; gives those that
    are new there. A statement that stands in the joint draft already stays as it is there. Safe to repeat."""
    writing = begin(act, joint)
    kind, viewpoint = writing.section(section)
    source = drafts.of_side(writing.draft.summary, side)
    if source is None or source.opened_at is None:
        raise Refusal("summaries.draft.not-opened")
    parts = drafts.parts_of([source])[source.pk]
    lines = next(part.lines for part in parts if part.section == section)
    known = {row.statement: row for row in writing.draft.statements.all()}
    standing = [row for row in known.values() if row.removed_at is None]
    last = max((row.order for row in standing), default=0)
    made = []
    for line in lines:
        row = known.get(line.statement)
        if row is not None and row.removed_at is None:
            continue
        statements.one_more(len(standing) + len(made), len(known), writing.charter.limits)
        last += 1
        row = row or DraftStatement(draft=writing.draft, statement=line.statement, head=0)
        row.section, row.viewpoint, row.order, row.removed_at = kind, viewpoint, last, None
        row.save()
        _fill(writing, row, line)
        made.append(row)
    return made


def _fill(writing: Writing, row: DraftStatement, line: Line) -> None:
    save_wording(row, line.words, by=writing.member, at=writing.act.at)
    row.links.all().delete()
    DraftLink.objects.bulk_create(
        DraftLink(
            row=row,
            contribution_id=link.contribution_key,
            pinned_id=link.pinned_key,
            order=order,
            by=writing.member,
            at=writing.act.at,
        )
        for order, link in enumerate(line.links, 1)
    )
