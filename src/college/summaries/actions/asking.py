"""Put a version to panels: each viewpoint's section to its own holders, the form to a mixed one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from college.committees.actions import cases
from college.committees.models import Case
from college.committees.queries import epochs
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.debates.models import Viewpoint
from college.debates.queries import delegates, labels
from college.ground.act import Act
from college.record.actions.entries import append
from college.record.actions.texts import commit_plain
from college.record.models import Text
from college.summaries.events.versions import CertificateAsked
from college.summaries.models import Certificate, Statement, StatementLink, Version
from college.summaries.queries import certificates, editors, versions
from college.summaries.queries.plain import open_text
from college.summaries.rules.life import CertificateState
from college.summaries.rules.sections import SectionKind
from college.summaries.rules.versions import FORM, certified_part, read_with_numbers

OWN_SECTION = "own-section"
EVEN_FORM = "even-form"
#: Sources that a panel is shown of one section: more is no reading for a sitting.
_MOST_SOURCES = 300


def ask_for_all(act: Act, version: Version) -> None:
    """Ask for each certificate of a version in a locked debate, or carry over what panels found before."""
    debate = version.summary.debate
    viewpoints = {row.public_id: row for row in debate.viewpoints.all()}
    held, parties = _held(act, version), _parties(version)
    links = _links(version)
    for section, statements in versions.sections_of(version):
        own = viewpoints.get(section.viewpoint)
        if own is None or _carry(act, version, SectionKind.HOLDS, own):
            continue
        shown = _shown(version, statements, links)
        case = _own_panel(act, version, own.public_id, shown, held=held, parties=parties)
        _ask(act, version, case, SectionKind.HOLDS, own)
    if not _carry(act, version, "", None):
        case = cases.open_case(
            act,
            procedure=Procedure.FORM,
            rule=EVEN_FORM,
            shown=[_whole(version)],
            scope=debate.public_id,
            viewpoints=labels.viewpoints_of(debate),
            labels=held,
            parties=parties,
        )
        _ask(act, version, case, "", None)


def _own_panel(
    act: Act,
    version: Version,
    side: str,
    shown: Sequence[Text],
    *,
    held: Mapping[str, str],
    parties: Mapping[str, Party],
) -> Case:
    """Only a side's own holders sit, or members who hold none: everybody else is a party."""
    others = [member for member, holds in held.items() if holds != side]
    return cases.open_case(
        act,
        procedure=Procedure.SECTION,
        rule=OWN_SECTION,
        shown=shown,
        scope=version.summary.debate.public_id,
        own_side=side,
        viewpoints=(side,),
        labels={member: holds for member, holds in held.items() if holds == side},
        parties=dict.fromkeys(others, Party.OTHER_SIDE) | dict(parties),
    )


def _held(act: Act, version: Version) -> dict[str, str]:
    """Who held what when the epoch that takes cases opened."""
    epoch = epochs.taking()
    return labels.labels_at(version.summary.debate, epoch.opened_at if epoch else act.at)


def _parties(version: Version) -> dict[str, Party]:
    """Who wrote it, and who speaks for a side of it."""
    summary = version.summary
    judged = delegates.standing_in(summary.debate)
    found = {delegate.member.public_id: Party.JUDGED for delegate in judged}
    return found | {row.member.public_id: Party.AUTHOR for row in editors.ever_seated(summary)}


def _whole(version: Version) -> Text:
    return commit_plain(open_text(version))


def _links(version: Version) -> dict[str, list[StatementLink]]:
    """What each statement rests on, by its id."""
    found: defaultdict[str, list[StatementLink]] = defaultdict(list)
    for link in versions.links_of(version):
        found[link.row.statement].append(link)
    return found


def _shown(
    version: Version,
    statements: Iterable[Statement],
    links: Mapping[str, Sequence[StatementLink]],
) -> list[Text]:
    """A section, each sentence with the numbers of what it rests on; then that, one text after another.
    Where a section says nothing, the whole: its panel says whether that will do."""
    sources: dict[str, int] = {}
    rows: list[Text] = []
    pieces: list[tuple[str, Sequence[int]]] = []
    for statement in statements:
        numbers = []
        for text in [t for link in links.get(statement.statement, ()) for t in _texts(link)]:
            if text.commitment not in sources and len(rows) < _MOST_SOURCES:
                rows.append(text)
                sources[text.commitment] = len(rows)
            if text.commitment in sources:
                numbers.append(sources[text.commitment])
        pieces.append((statement.text.words, numbers))
    words = read_with_numbers(pieces)
    return [commit_plain(words) if words else _whole(version), *rows]


def _texts(link: StatementLink) -> list[Text]:
    """What a link leads to, as far as there are words: its wording, and what stands with it."""
    row = link.contribution
    source = getattr(row, "source", None)
    found = [link.pinned.text, row.headword, row.condition]
    found += [source.quotation, source.line] if source is not None else []
    return [text for text in found if text is not None and text.words]


def _ask(act: Act, version: Version, case: Case, section: str, viewpoint: Viewpoint | None) -> None:
    Certificate.objects.create(
        version=version,
        section=section,
        viewpoint=viewpoint,
        state=CertificateState.ASKED,
        case=case,
        asked_at=act.at,
    )
    event = CertificateAsked(
        version=version.public_id,
        section=section or FORM,
        viewpoint=viewpoint.public_id if viewpoint else "",
        case=case.public_id,
    )
    append(act, event, subject=version.summary.debate.public_id)


def _carry(act: Act, version: Version, section: str, viewpoint: Viewpoint | None) -> bool:
    """Let what panels found about the very same section stand for this version; whether there was any."""
    wanted = (section or FORM, viewpoint.public_id if viewpoint else "")
    now = certified_part(versions.document_of(version), *wanted)
    for found in certificates.may_be_carried(version.summary, section, viewpoint):
        if certified_part(versions.document_of(found.version), *wanted) == now:
            Certificate.objects.create(
                version=version,
                section=section,
                viewpoint=viewpoint,
                state=found.state,
                carried_from=found,
                reason=found.reason,
                reserved=found.reserved,
                asked_at=act.at,
                settled_at=act.at,
            )
            return True
    return False
