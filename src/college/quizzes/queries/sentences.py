"""The sentences of a version with what each rests on, as the rules for items read them."""

from collections import defaultdict
from collections.abc import Iterable

from college.debates.models import Contribution, Link, Viewpoint
from college.debates.queries.sources import line_of
from college.debates.rules.kinds import Kind, LinkKind, State
from college.quizzes.rules.sentences import Rest, Sentence
from college.summaries.models import Statement, StatementLink, Version
from college.summaries.queries import versions
from college.summaries.rules.sections import SectionKind

_ABOUT = (LinkKind.CHALLENGES, LinkKind.GRANTS)


def of_version(version: Version) -> list[Sentence]:
    """Every sentence in reading order; words that cannot be read are empty. A viewpoint that was merged is
    the one it is part of. Three queries."""
    links = list(versions.links_of(version).select_related("contribution__viewpoint__merged_into"))
    about = _about({link.contribution_id for link in links})
    rests: defaultdict[int, list[Rest]] = defaultdict(list)
    for link in links:
        rests[link.row_id].append(_rest(link, about))
    rows = Statement.objects.filter(version=version)
    return [
        Sentence(
            statement=row.statement,
            text=row.text_id,
            words=row.text.words,
            section=SectionKind(row.section),
            viewpoint=_of(row.viewpoint),
            rests_on=tuple(rests[row.pk]),
        )
        for row in rows.select_related("text", "viewpoint__merged_into").order_by("order")
    ]


def _rest(link: StatementLink, about: dict[int, frozenset[str]]) -> Rest:
    row = link.contribution
    return Rest(
        contribution=row.public_id,
        kind=Kind(row.kind),
        words=_words(row, link),
        viewpoint=_of(row.viewpoint),
        about=about.get(row.pk, frozenset()),
        answered=row.answered_at is not None,
    )


def _words(row: Contribution, link: StatementLink) -> str:
    """Of evidence the title of its source; of anything else the wording. Empty unless it stands."""
    if row.state != State.STANDING:
        return ""
    source = getattr(row, "source", None)
    return line_of(source.line.words).title if source is not None else link.pinned.text.words


def _about(contributions: Iterable[int]) -> dict[int, frozenset[str]]:
    """The viewpoints of what each of the contributions challenges or grants."""
    rows = Link.objects.filter(source__in=contributions, kind__in=_ABOUT)
    found: defaultdict[int, set[str]] = defaultdict(set)
    for row in rows.select_related("target__viewpoint__merged_into"):
        found[row.source_id].add(_of(row.target.viewpoint))
    return {key: frozenset(sides - {""}) for key, sides in found.items()}


def _of(viewpoint: Viewpoint | None) -> str:
    return (viewpoint.merged_into or viewpoint).public_id if viewpoint is not None else ""
