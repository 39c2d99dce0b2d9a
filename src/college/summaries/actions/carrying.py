"""What a version says goes into a draft, under the same ids: a new round, or a version that came back."""

from collections.abc import Iterable

from college.ground.act import Act
from college.summaries.actions.saving import save_wording
from college.summaries.models import (
    Draft,
    DraftLink,
    DraftStatement,
    DraftWording,
    Statement,
    StatementLink,
    Version,
)
from college.summaries.rules.statements import one_line


def carry_over(act: Act, draft: Draft, version: Version) -> None:
    """Fill an empty draft with the statements of a version, their words and the wordings they rest on."""
    statements = list(_statements(version))
    rows = DraftStatement.objects.bulk_create(
        DraftStatement(
            statement=one.statement,
            draft=draft,
            section=one.section,
            viewpoint_id=one.viewpoint_id,
            order=one.order,
        )
        for one in statements
    )
    DraftWording.objects.bulk_create(
        DraftWording(row=row, number=1, base=0, words=_words(one), at=act.at)
        for row, one in zip(rows, statements, strict=True)
    )
    DraftLink.objects.bulk_create(
        _link(act, row, link)
        for row, one in zip(rows, statements, strict=True)
        for link in one.links.all()
    )


def put_back(
    act: Act, draft: Draft, version: Version, sections: Iterable[tuple[str, int | None]]
) -> None:
    """Make sections of a draft say what a version says, and nothing else. ``sections``: kind and the key of
    the viewpoint. Nothing is lost: what gives way stays among the removed, and among the wordings."""
    wanted = set(sections)
    known = {row.statement: row for row in draft.statements.all()}
    said = {
        one.statement: one
        for one in _statements(version)
        if (one.section, one.viewpoint_id) in wanted
    }
    for key, row in known.items():
        if key not in said and row.removed_at is None and (row.section, row.viewpoint_id) in wanted:
            row.removed_at = act.at
            row.save(update_fields=["removed_at"])
    for key, one in said.items():
        row = known.get(key) or DraftStatement(draft=draft, statement=key, head=0)
        if row.pk and row.removed_at is None and (row.section, row.viewpoint_id) not in wanted:
            continue  # it was moved to where both teams signed it
        row.section, row.viewpoint_id = one.section, one.viewpoint_id
        row.order, row.removed_at = one.order, None
        row.save()
        head = row.wordings.filter(number=row.head).first()
        if head is None or head.words != _words(one):
            save_wording(row, _words(one), by=None, at=act.at)
        row.links.all().delete()
        DraftLink.objects.bulk_create(_link(act, row, link) for link in one.links.all())


def _statements(version: Version) -> Iterable[Statement]:
    rows = Statement.objects.filter(version=version).select_related("text")
    return rows.prefetch_related("links").order_by("order")


def _words(one: Statement) -> str:
    """Empty where they were erased since: the statement is there to be worded anew."""
    return one_line(one.text.words)


def _link(act: Act, row: DraftStatement, link: StatementLink) -> DraftLink:
    return DraftLink(
        row=row,
        contribution_id=link.contribution_id,
        pinned_id=link.pinned_id,
        order=link.order,
        at=act.at,
    )
