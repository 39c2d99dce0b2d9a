"""What a version changed in the one before it, sentence by sentence."""

from collections import defaultdict
from dataclasses import dataclass

from college.debates.queries.badges import Badge, badges
from college.debates.rules.order import shuffled
from college.summaries.models import StatementLink, Version
from college.summaries.queries import versions
from college.summaries.rules import diffs
from college.summaries.rules.diffs import Change
from college.summaries.rules.sections import Section, sections


@dataclass(frozen=True, slots=True)
class Changed:
    """A section: the sentences that changed, in order; ``kept`` others did not. ``resting``: statements
    whose words stayed and that rest on something else now."""

    section: Section
    viewpoint: Badge | None
    lines: tuple[diffs.Line, ...]
    resting: frozenset[str]
    kept: int


def changes(version: Version, before: Version) -> list[Changed]:
    """The sections that changed, viewpoints in the debate's shuffled order. Six queries."""
    debate = version.summary.debate
    known = badges(set(debate.viewpoints.values_list("pk", flat=True)))
    order = shuffled(debate.public_id, known.values(), public_id=lambda badge: badge.public_id)
    by_id = {badge.public_id: badge for badge in order}
    old, new = _words(before), _words(version)
    were, are = _resting(before), _resting(version)
    found = []
    for section in sections(list(by_id)):
        lines = diffs.section(old.get(section, []), new.get(section, []))
        resting = frozenset(
            line.statement
            for line in lines
            if line.statement in were
            and line.statement in are
            and were[line.statement] != are[line.statement]
        )
        told = tuple(
            line for line in lines if line.change != Change.KEPT or line.statement in resting
        )
        if told:
            viewpoint = by_id.get(section.viewpoint)
            found.append(Changed(section, viewpoint, told, resting, len(lines) - len(told)))
    return found


def _words(version: Version) -> dict[Section, list[tuple[str, str]]]:
    return {
        section: [(row.statement, row.text.words) for row in statements]
        for section, statements in versions.sections_of(version)
    }


def _resting(version: Version) -> dict[str, frozenset[tuple[int, int]]]:
    """What each statement rests on: contributions and wordings."""
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    rows = StatementLink.objects.filter(row__version=version)
    for statement, *link in rows.values_list("row__statement", "contribution_id", "pinned_id"):
        found[statement].add((link[0], link[1]))
    return {statement: frozenset(links) for statement, links in found.items()}
