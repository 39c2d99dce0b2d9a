"""What the teams signed, what is settled, and the sentences that stand by it."""

from collections import defaultdict
from dataclasses import dataclass, replace

from django.db.models import Q, QuerySet

from college.debates.queries import labels
from college.record.models import Text
from college.summaries.models import (
    SectionSignature,
    SettledSection,
    Summary,
    Version,
)
from college.summaries.queries import drafts, texts
from college.summaries.queries.drafts import Line
from college.summaries.queries.sections import section_of
from college.summaries.rules.documents import Written, digest
from college.summaries.rules.life import Side, Take, VersionState
from college.summaries.rules.sections import Section, sections
from college.summaries.rules.settling import Signed


@dataclass(frozen=True, slots=True)
class Third:
    """The joint draft's text of a section, and the hash of it that is signed."""

    statements: int
    digest: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A statement that stands. ``statement`` is empty where it needs a new id: another one has it already.

    ``text`` is its committed text, where an entry named one with these very words.
    """

    statement: str
    line: Line
    text: Text | None


@dataclass(frozen=True, slots=True)
class Taken:
    """A section with what stands of it."""

    section: Section
    take: Take
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a section stands. ``signed``: the present signature of each side; one of a third text that was
    changed since is in ``outdated``. ``case``: the public id of the one that decides, or decided."""

    section: Section
    signed: dict[int, SectionSignature]
    outdated: frozenset[int]
    take: str
    case: str

    @property
    def is_settled(self) -> bool:
        return bool(self.take)

    @property
    def is_asked(self) -> bool:
        return bool(self.case) and not self.take


def stands(summary: Summary) -> list[Stand]:
    """Every section of the present round, in order. Ten queries."""
    rows = {section_of(row): row for row in in_force(summary).select_related("case")}
    by_section: dict[Section, dict[int, SectionSignature]] = defaultdict(dict)
    for row in _signatures(summary).select_related("by", "viewpoint__merged_into"):
        by_section[section_of(row)][row.side] = row
    thirds = _thirds(summary)
    return [
        Stand(
            section=section,
            signed=by_section[section],
            outdated=frozenset(
                side
                for side, row in by_section[section].items()
                if row.take == Take.THIRD and row.digest != thirds[section].digest
            ),
            take=rows[section].take if section in rows else "",
            case=_case(rows.get(section)),
        )
        for section in _sections(summary)
    ]


def in_force(summary: Summary) -> QuerySet[SettledSection]:
    """Sections of the present round that are settled, or before panels. One query."""
    rows = SettledSection.objects.filter(summary=summary, round=summary.round, reopened_at=None)
    return rows.select_related("viewpoint__merged_into")


def row_of(summary: Summary, section: Section) -> SettledSection | None:
    """One query."""
    return in_force(summary).filter(_is(section)).first()


def row_of_case(case: int) -> SettledSection | None:
    """One query."""
    told = ("summary__debate", "viewpoint__merged_into", "case")
    return SettledSection.objects.filter(case=case).select_related(*told).first()


def signatures(summary: Summary, section: Section) -> QuerySet[SectionSignature]:
    """The signatures that stand of one section. One query."""
    return _signatures(summary).filter(_is(section))


def signed(summary: Summary, section: Section) -> dict[int, Signed]:
    """What each side signed of a section. One query."""
    return {row.side: Signed(Take(row.take), row.digest) for row in signatures(summary, section)}


def third(summary: Summary, section: Section) -> Third:
    """The joint text of a section as it is now. Five queries."""
    return _thirds(summary)[section]


def unsettled(summary: Summary) -> list[Section]:
    """Sections that are neither settled nor before panels, in order. Two queries."""
    there = {section_of(row) for row in in_force(summary)}
    return [section for section in _sections(summary) if section not in there]


def asked(summary: Summary) -> bool:
    """Whether panels sit over a section. One query."""
    return in_force(summary).filter(take="").exists()


def is_done(summary: Summary) -> bool:
    """Whether every section is settled. Three queries."""
    return not asked(summary) and not unsettled(summary)


def words_of_both(summary: Summary) -> dict[Section, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The words of the statements of either draft, by section. Five queries."""
    both = drafts.both(summary)
    parts = drafts.parts_of(both)
    first, second = (parts[draft.pk] for draft in both)
    return {one.section: (one.words, two.words) for one, two in zip(first, second, strict=True)}


def returned(summary: Summary) -> Version | None:
    """The version of this round that was sent back last: one whose certificate fell is read on. One query."""
    rows = Version.objects.filter(summary=summary, round=summary.round)
    return rows.exclude(state=VersionState.CANDIDATE).order_by("-number").first()


def taken(summary: Summary) -> list[Taken]:
    """What stands of each section that is settled, in order: of both texts, the first comes first. Nine
    queries."""
    by_side = drafts.of_round(summary)
    parts = drafts.parts_of(list(by_side.values()))
    lines = {
        (side, part.section): part.lines
        for side, draft in by_side.items()
        for part in parts[draft.pk]
    }
    takes = {section_of(row): Take(row.take) for row in in_force(summary).exclude(take="")}
    known = texts.known(summary)
    used: set[str] = set()
    found = []
    for section in _sections(summary):
        if section in takes:
            sides = _SIDES[takes[section]]
            wanted = [line for side in sides for line in lines.get((side, section), ())]
            sentences = tuple(_sentences(wanted, known, used))
            found.append(Taken(section, takes[section], sentences))
    return found


_SIDES = {
    Take.FIRST: (Side.FIRST,),
    Take.SECOND: (Side.SECOND,),
    Take.BOTH: (Side.FIRST, Side.SECOND),
    Take.THIRD: (Side.JOINT,),
}


def _sentences(
    lines: list[Line], known: dict[tuple[str, str], Text], used: set[str]
) -> list[Sentence]:
    """What both texts say word for word stands once, with the links of both; a statement that they word
    differently stands twice, and the second needs an id of its own."""
    said: dict[str, Line] = {}
    for line in lines:
        twin = said.get(line.words)
        if twin is None:
            said[line.words] = line
            continue
        there = {link.contribution for link in twin.links}
        more = tuple(link for link in line.links if link.contribution not in there)
        said[line.words] = replace(twin, links=twin.links + more)
    found = []
    for line in said.values():
        statement = "" if line.statement in used else line.statement
        used.add(line.statement)
        found.append(Sentence(statement, line, known.get((line.statement, line.words))))
    return found


def _thirds(summary: Summary) -> dict[Section, Third]:
    joint = drafts.of_side(summary, Side.JOINT)
    if joint is None:
        return {section: Third(0, "") for section in _sections(summary)}
    return {
        part.section: Third(
            len(part.lines),
            digest(
                part.section,
                [
                    Written(
                        line.statement,
                        line.words,
                        tuple((link.contribution, link.text) for link in line.links),
                    )
                    for line in part.lines
                ],
            ),
        )
        for part in drafts.parts_of([joint])[joint.pk]
    }


def _signatures(summary: Summary) -> QuerySet[SectionSignature]:
    return SectionSignature.objects.filter(summary=summary, round=summary.round, replaced_at=None)


def _sections(summary: Summary) -> list[Section]:
    return sections(labels.viewpoints_of(summary.debate))


def _is(section: Section) -> Q:
    if not section.viewpoint:
        return Q(section=section.kind, viewpoint=None)
    own = Q(viewpoint__public_id=section.viewpoint)
    return Q(section=section.kind) & (own | Q(viewpoint__merged_into__public_id=section.viewpoint))


def _case(row: SettledSection | None) -> str:
    return row.case.public_id if row is not None and row.case is not None else ""
