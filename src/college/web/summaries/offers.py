"""What lies beside a section at the desk: what was said and belongs into it, and offers by likeness."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from college.summaries.queries import skeleton
from college.summaries.rules.sections import Section
from college.summaries.rules.suggestions import suggestions
from college.web.acts import now
from college.web.summaries import picks
from college.web.summaries.boards import Part
from college.web.summaries.picks import Pick
from college.web.words import word

if TYPE_CHECKING:
    from college.debates.models import Debate


@dataclass(frozen=True, slots=True)
class Group:
    """Contributions under a heading."""

    title: str
    picks: list[Pick]


def laid_out(
    debate: "Debate", section: Section, *, picked: Collection[str], used: Collection[str]
) -> list[Group]:
    """What belongs into a section by its kind. At most thirty queries."""
    return [
        Group(word(group.bundle), picks.picks(group.items, picked=picked, used=used))
        for group in skeleton.laid_out(debate, section, now=now())
    ]


def suggested(groups: Sequence[Group], part: Part) -> dict[str, object]:
    """``alike``: pairs of contributions; ``missing``: those that no sentence resembles. No query."""
    known = {one.id: one for group in groups for one in group.picks}
    linked = {one.id for one in known.values() if one.used}
    written = [row.words for row in part.rows]
    offered = suggestions([(one.id, one.words) for one in known.values()], written, linked=linked)
    return {
        "alike": [(known[pair.first], known[pair.second]) for pair in offered.alike],
        "missing": [known[key] for key in offered.missing],
    }
