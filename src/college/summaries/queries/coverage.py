"""How much of its debate a version represents: counted when it is made, read when it is shown."""

import json
from collections.abc import Collection
from typing import Any

from college.debates.models import Debate
from college.debates.queries import standing
from college.ground.prose import count_words
from college.summaries.models import OmissionReason, Statement, StatementLink, Summary, Version
from college.summaries.rules.coverage import Coverage, Facts, Said, Sentence, coverage
from college.summaries.rules.sections import Section, SectionKind


def document(version: Version) -> dict[str, Any]:
    """The coverage of a version whose statements and links are rows already, to be committed with it.

    Called with the debate locked, in the transaction of the version's entry: what is counted is what the
    entries before it say. Nine queries.
    """
    return coverage(facts(version)).document()


def facts(version: Version) -> Facts:
    """The debate as it is now, and the version. Nine queries."""
    summary = version.summary
    reasoned = OmissionReason.objects.filter(summary=summary)
    return Facts(
        summary=summary.public_id,
        number=version.number,
        viewpoints=tuple(standing.viewpoints(summary.debate)),
        said=_said(summary.debate),
        sentences=_sentences(version),
        reasoned=frozenset(reasoned.values_list("contribution__public_id", flat=True)),
    )


def read(version: Version) -> Coverage | None:
    """The coverage as it was committed; ``None`` where its document is not open. One query at most."""
    text = version.coverage
    return Coverage.of(json.loads(text.words)) if text.is_open else None


def reasons(
    summary: Summary, contributions: Collection[str] | None = None
) -> dict[str, OmissionReason]:
    """The editors' reasons with their texts, by public id of the contribution. One query."""
    rows = OmissionReason.objects.filter(summary=summary).select_related(
        "contribution", "text", "by"
    )
    if contributions is not None:
        rows = rows.filter(contribution__public_id__in=contributions)
    return {row.contribution.public_id: row for row in rows}


def _said(debate: Debate) -> tuple[Said, ...]:
    """Five queries."""
    rows = standing.standing(debate)
    names = {row.key: row.public_id for row in rows}
    return tuple(
        Said(
            id=row.public_id,
            kind=row.kind.value,
            viewpoint=row.viewpoint,
            stands=row.stands,
            repeats=names[row.repeats] if row.repeats else "",
            premises=tuple(names[key] for key in row.premises),
            asks=row.asks,
            joined=names[row.joined] if row.joined else "",
        )
        for row in rows
    )


def _sentences(version: Version) -> tuple[Sentence, ...]:
    """Two queries."""
    links: dict[int, list[str]] = {}
    linked = StatementLink.objects.filter(row__version=version).order_by("row_id", "order")
    for row, name in linked.values_list("row_id", "contribution__public_id"):
        links.setdefault(row, []).append(name)
    statements = Statement.objects.filter(version=version).select_related("text", "viewpoint")
    return tuple(
        Sentence(
            id=row.statement,
            section=Section(
                SectionKind(row.section), row.viewpoint.public_id if row.viewpoint else ""
            ),
            words=count_words(row.text.words),
            links=tuple(links.get(row.pk, ())),
        )
        for row in statements.order_by("order")
    )
