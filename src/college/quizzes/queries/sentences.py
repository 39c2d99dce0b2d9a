"""The sentences of a version with what each rests on, as the rules for items read them."""

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from college.debates.queries.sources import line_of
from college.debates.rules.kinds import LinkKind, State
from college.quizzes.rules.sentences import Rest, Sentence
from college.summaries.queries import versions

if TYPE_CHECKING:
    from college.debates.models import Contribution
    from college.summaries.models import StatementLink, Version

_ABOUT = (LinkKind.CHALLENGES, LinkKind.GRANTS)


def of_version(version: "Version") -> list[Sentence]:
    """Every sentence in reading order; words that cannot be read are empty. A viewpoint that was merged is
    the one it is part of. Six queries."""
    sides = _sides(version)
    links = versions.links_of(version).prefetch_related("contribution__links__target")
    rests: defaultdict[int, list[Rest]] = defaultdict(list)
    for link in links:
        rests[link.row_id].append(_rest(link, sides))
    return [
        Sentence(
            statement=row.statement,
            text=row.text_id,
            words=row.text.words,
            section=row.section,
            viewpoint=sides.get(row.viewpoint_id, ""),
            rests_on=tuple(rests[row.pk]),
        )
        for _section, rows in versions.sections_of(version)
        for row in rows
    ]


def _sides(version: "Version") -> dict[int | None, str]:
    """By key, the public id of each viewpoint, or of the one it is part of."""
    rows = version.summary.debate.viewpoints.values_list(
        "pk", "public_id", "merged_into__public_id"
    )
    return {key: merged or own for key, own, merged in rows}


def _rest(link: "StatementLink", sides: Mapping[int | None, str]) -> Rest:
    row = link.contribution
    about = {sides.get(e.target.viewpoint_id, "") for e in row.links.all() if e.kind in _ABOUT}
    return Rest(
        contribution=row.public_id,
        kind=row.kind,
        words=_words(row, link),
        viewpoint=sides.get(row.viewpoint_id, ""),
        about=frozenset(about - {""}),
        answered=row.answered_at is not None,
    )


def _words(row: "Contribution", link: "StatementLink") -> str:
    """Of evidence the title of its source; of anything else the wording. Empty unless it stands."""
    if row.state != State.STANDING:
        return ""
    source = getattr(row, "source", None)
    return line_of(source.line.words).title if source is not None else link.pinned.text.words
