"""Versions as they are read: rows as actions would leave them, without the actions' checks and entries."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from college.committees.models import Case
from college.committees.rules.areas import Procedure
from college.committees.rules.ladder import CaseState, Step
from college.committees.rules.tally import Choice
from college.debates.models import Contribution, Revision, Viewpoint
from college.debates.rules.stages import Stage
from college.ground.ids import new_public_id
from college.people.models import Member
from college.record.actions.texts import commit, commit_document, commit_plain
from college.summaries.models import (
    Anchor,
    Attestation,
    AttestationAnswer,
    Certificate,
    Comment,
    Statement,
    StatementLink,
    Summary,
    Version,
)
from college.summaries.rules.life import (
    AnchorHow,
    CertificateState,
    CommentState,
    Fairness,
    SummaryState,
    VersionState,
)
from college.summaries.rules.plain import plain
from college.summaries.rules.sections import Section, SectionKind, sections
from tests.factories.debates import Stand, make_debate
from tests.factories.documents import Sentences, coverage, document
from tests.factories.threads import make_thread

SENTENCE = "Sentence {n} of this summary says in plain words what was put forward, and by whom."


@dataclass
class Shelf:
    """A debate's summary. ``said``: what statements may rest on, in turns by the viewpoints' holders."""

    stand: Stand
    said: list[Contribution]
    summary: Summary
    versions: list[Version] = field(default_factory=list)

    @property
    def path(self) -> str:
        return f"/debates/{self.stand.debate.slug}/summary/"

    def rows(self, version: Version) -> list[Statement]:
        return list(version.statements.select_related("text").order_by("order"))


def make_shelf(*, viewpoints: int = 2, said: int = 20, wording: str = "") -> Shelf:
    """A closed debate in which something was said, with a summary that has no version yet."""
    wishes = {"wording": wording} if wording else {}
    stand = make_debate(Stage.CLOSED, viewpoints=viewpoints, **wishes)
    authors = list(zip(stand.holders, stand.viewpoints, strict=True))
    rows = make_thread(stand.debate, authors, length=said, at=stand.at)
    summary = Summary.objects.create(
        debate=stand.debate, state=SummaryState.CERTIFIED, begun_at=stand.at
    )
    return Shelf(stand, rows, summary)


def make_version(
    shelf: Shelf,
    said: Sentences | None = None,
    *,
    each: int = 2,
    links: int = 2,
    state: VersionState = VersionState.CERTIFIED,
    certified: bool = True,
) -> Version:
    """The next version. ``said``: by a section's key, its statements as (id, words, what they rest on);
    without it every section has ``each`` statements over ``links`` contributions, in turns."""
    at = shelf.stand.at + timedelta(days=len(shelf.versions))
    by_id = {v.public_id: v for v in shelf.stand.viewpoints}
    ordered = sections(list(by_id))
    said = _filled(shelf, ordered, each, links) if said is None else said
    version = Version(
        summary=shelf.summary,
        number=len(shelf.versions) + 1,
        round=1,
        made_at=at,
        state=state,
        certified_at=at + timedelta(days=1) if state == VersionState.CERTIFIED else None,
    )
    version.document = commit_document(document(version, ordered, said))
    version.coverage = commit_document(
        coverage(version, ordered, said, of=shelf.stand.viewpoints, left=shelf.said[-2:])
    )
    version.save()
    order = 0
    for section in ordered:
        for statement, words, rests_on in said.get(section.key, ()):
            order += 1
            row = Statement.objects.create(
                version=version,
                statement=statement,
                section=section.kind,
                viewpoint=by_id.get(section.viewpoint),
                order=order,
                text=commit_plain(words),
            )
            heads = Revision.objects.filter(contribution__in=rests_on).in_bulk(field_name="pk")
            newest = {r.contribution_id: r for r in sorted(heads.values(), key=lambda r: r.number)}
            StatementLink.objects.bulk_create(
                StatementLink(row=row, contribution=one, pinned=newest[one.pk], order=n)
                for n, one in enumerate(rests_on, 1)
            )
    if certified:
        for viewpoint in [*shelf.stand.viewpoints, None]:
            make_certificate(version, viewpoint)
    shelf.versions.append(version)
    return version


def make_certificate(
    version: Version,
    viewpoint: Viewpoint | None,
    *,
    state: CertificateState = CertificateState.GRANTED,
    reserved: bool = False,
    reason: str = "",
    **of_case: object,
) -> Certificate:
    """What a panel said of a viewpoint's own section, or (``None``) of the form."""
    at = version.made_at
    case = Case.objects.create(
        procedure=Procedure.SECTION if viewpoint else Procedure.FORM,
        rule="section" if viewpoint else "form",
        opened_at=at,
        state=CaseState.SETTLED,
        step=Step.FIRST,
        verdict=Choice.KEEP if state == CertificateState.REFUSED else Choice.GRANT,
        verdict_ground="" if state == CertificateState.REFUSED else "fair",
        verdict_at=at,
        own_side=viewpoint.public_id if viewpoint else "",
        **of_case,
    )
    return Certificate.objects.create(
        version=version,
        section=SectionKind.HOLDS if viewpoint else "",
        viewpoint=viewpoint,
        state=state,
        case=case,
        reserved=reserved,
        reason=commit(reason) if reason else None,
        asked_at=at,
        settled_at=at,
    )


def make_wording(of: Contribution, words: str) -> Revision:
    """One more wording of a contribution."""
    of.head += 1
    of.save()
    # Long threads are made with keys of their own, of which PostgreSQL's sequence knows nothing.
    last = Revision.objects.order_by("-pk").values_list("pk", flat=True)[0]
    return Revision.objects.create(
        pk=last + 1,
        contribution=of,
        number=of.head,
        text=commit(words),
        words=len(words.split()),
        by=of.author,
        at=of.at,
    )


def attest(
    version: Version,
    viewpoint: Viewpoint,
    by: Member,
    *,
    fairness: Fairness = Fairness.FAIR,
    statement: str = "",
    comment: str = "",
    answer: str = "",
    answered_by: Member | None = None,
) -> Attestation:
    """What a viewpoint says of a statement or the whole, and what the editors answer."""
    row = Attestation.objects.create(
        version=version,
        viewpoint=viewpoint,
        statement=statement,
        fairness=fairness,
        comment=commit(comment) if comment else None,
        by=by,
        at=version.made_at,
    )
    if answer:
        AttestationAnswer.objects.create(
            attestation=row, text=commit(answer), by=answered_by or by, at=version.made_at
        )
    return row


def make_comment(
    version: Version,
    by: Member,
    viewpoint: Viewpoint | None,
    *,
    on: str = "",
    words: str = "This says less than was said.",
    how: AnchorHow = AnchorHow.WRITTEN,
    state: CommentState = CommentState.STANDING,
) -> Comment:
    """A member's note on the first words of statement ``on``; without one it is orphaned."""
    comment = Comment.objects.create(
        summary=version.summary,
        made_on=version,
        viewpoint=viewpoint,
        author=by,
        text=commit(words),
        words=len(words.split()),
        at=version.made_at,
        state=state,
    )
    start = end = None
    if on:
        start, end = _place(version, on)
    Anchor.objects.create(
        comment=comment,
        version=version,
        start=start,
        end=end,
        how=how if on else AnchorHow.ORPHANED,
        at=version.made_at,
    )
    return comment


def _place(version: Version, statement: str) -> tuple[int, int]:
    found: dict[tuple[str, int | None], list[tuple[str, str]]] = {}
    for row in version.statements.select_related("text").order_by("order"):
        key = (row.section, row.viewpoint_id)
        found.setdefault(key, []).append((row.statement, row.text.words))
    start, end = plain(list(found.values())).spans[statement]
    return start, min(end, start + 20)


def _filled(
    shelf: Shelf, ordered: Sequence[Section], each: int, links: int
) -> dict[str, list[tuple[str, str, list[Contribution]]]]:
    said, n = {}, 0
    for section in ordered:
        lines = []
        for _ in range(each):
            rests_on = [shelf.said[(n * links + k) % len(shelf.said)] for k in range(links)]
            lines.append((new_public_id(), SENTENCE.format(n=n + 1), rests_on))
            n += 1
        said[section.key] = lines
    return said
