"""Write a contribution down with everything that belongs to it: wording, links, place, exact quotations.

The parts that all kinds share. Each kind's own rules, and its event, are in the module of its noun.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.db import IntegrityError
from django.db.models import F

from college.debates.actions.briefs import show_quoted
from college.debates.actions.search import index
from college.debates.actions.speaking import Speaking
from college.debates.models import (
    Contribution,
    Link,
    Passage,
    Placement,
    Quotation,
    Remark,
    Revision,
    Source,
)
from college.debates.rules import links, places, quoting
from college.debates.rules.kinds import Kind, LinkKind, State
from college.debates.rules.links import Span
from college.debates.rules.posting import SourceLine
from college.ground.prose import count_words
from college.ground.refusals import Refusal
from college.record.actions import texts


@dataclass(frozen=True, slots=True)
class Written:
    """A new contribution and its first revision."""

    contribution: Contribution
    revision: Revision
    quotes: tuple[str, ...] = ()

    def told(self) -> dict[str, Any]:
        """What the entries of all new contributions share (``events.contributions.Added``)."""
        row = self.contribution
        return {
            "contribution": row.public_id,
            "debate": row.debate.public_id,
            "viewpoint": row.viewpoint.public_id if row.viewpoint else "",
            "stage": row.stage,
            "as_delegate": row.as_delegate,
            "text": self.revision.text_id,
            "words": row.words,
            "quotes": self.quotes,
        }


def write(
    speaking: Speaking,
    kind: Kind,
    words: str,
    *,
    form: str = "",
    findable: str = "",
    spans: Sequence[Span] = (),
    **columns: object,
) -> Written:
    """The contribution, its first revision, its exact quotations, and its words in the index."""
    quoted = _quoted(speaking, spans)
    text = texts.commit(words)
    count = count_words(words)
    row = Contribution(
        debate=speaking.debate,
        kind=kind,
        form=form,
        author=speaking.member,
        viewpoint=speaking.viewpoint,
        as_delegate=speaking.as_delegate,
        at=speaking.act.at,
        stage=speaking.debate.stage,
        state=State.STANDING,
        words=count,
        **columns,
    )
    _keep(row)
    revision = Revision(
        contribution=row, number=1, text=text, words=count, by=speaking.member, at=speaking.act.at
    )
    revision.save(force_insert=True)
    for quotation in quoted:
        quotation.contribution = row
    Quotation.objects.bulk_create(quoted)
    found = f"{findable}\n{words}".strip()
    if found:
        index(speaking.debate.pk, text, kind=kind, subject=row.public_id, words=found)
    return Written(row, revision, tuple(span.source for span in spans))


def _keep(row: Contribution) -> None:
    """Insert it. A debate has one writer at a time; who sends one form to two debates at the same
    instant is refused in one of them."""
    try:
        row.save(force_insert=True)
    except IntegrityError as error:
        # Both databases name the column.
        if not row.token or "token" not in str(error):
            raise
        raise Refusal("debates.contribution.sent-twice") from error


def heads(speaking: Speaking, targets: Iterable[int]) -> dict[int, Revision]:
    """The newest revision of each contribution, by its key, with the contribution. One query."""
    wanted = set(targets)
    found = Revision.objects.filter(
        contribution__in=wanted, number=F("contribution__head")
    ).select_related("contribution")
    by_target = {revision.contribution_id: revision for revision in found} if wanted else {}
    if len(by_target) != len(wanted):
        raise Refusal("debates.contribution.not-found")
    return by_target


def check(speaking: Speaking, relation: LinkKind, revision: Revision) -> None:
    """Refuse a target that such a link may not point to."""
    row = revision.contribution
    target = links.Target(row.pk, row.debate_id, Kind(row.kind), State(row.state))
    links.check(relation, target, debate=speaking.debate.pk)


def link(written: Written, relation: LinkKind, pinned: Iterable[Revision]) -> list[Link]:
    """Links from a new contribution to pinned revisions, in order. Two statements."""
    source = written.contribution
    return Link.objects.bulk_create(
        Link(
            source=source,
            kind=relation,
            order=order,
            target_id=revision.contribution_id,
            pinned=revision,
            confirmed_at=source.at,
        )
        for order, revision in enumerate(pinned)
    )


def place_top(written: Written) -> places.Place:
    """A place at the top of the reading order."""
    return _place(written.contribution, None, places.top(written.contribution.pk), home=True)


def place_beside(written: Written) -> places.Place:
    """A place beside the thread, for a definition."""
    return _place(written.contribution, None, places.beside(written.contribution.pk), home=True)


def place_under(written: Written, target: Contribution) -> places.Place | None:
    """A place below what it is about; none where the target itself is outside the reading order."""
    parent = home(target.pk)
    if parent is None:
        return None
    here = places.below(parent, written.contribution.pk)
    return _place(written.contribution, target, here, home=True)


def place_premises(
    argument: Written, at: places.Place | None, premises: Sequence[Contribution], *, new: set[int]
) -> None:
    """Premises stand below their argument; one that was said before keeps its home."""
    if at is None:
        for row in premises:
            if row.pk in new:
                _place(row, None, places.top(row.pk), home=True)
        return
    Placement.objects.bulk_create(
        _placement(row, argument.contribution, places.premise(at, order), home=row.pk in new)
        for order, row in enumerate(premises)
    )


def home(contribution_id: int) -> places.Place | None:
    """Where a contribution is read in full. One query."""
    found = Placement.objects.filter(contribution=contribution_id, home=True).first()
    return places.Place(found.path, found.depth) if found else None


def add_source(written: Written, line: SourceLine, quotation: str) -> Source:
    """Where evidence comes from, committed as a document, and its exact words."""
    words = texts.commit_plain(quotation)
    row = written.contribution
    index(row.debate_id, words, kind=row.kind, subject=row.public_id, words=quotation)
    return Source.objects.create(
        contribution=row, line=texts.commit_document(asdict(line)), quotation=words
    )


def _place(
    row: Contribution, under: Contribution | None, at: places.Place, *, home: bool
) -> places.Place:
    _placement(row, under, at, home=home).save(force_insert=True)
    return at


def _placement(
    row: Contribution, under: Contribution | None, at: places.Place, *, home: bool
) -> Placement:
    return Placement(
        debate_id=row.debate_id,
        contribution=row,
        under=under,
        path=at.path,
        depth=at.depth,
        home=home,
    )


def _quoted(speaking: Speaking, spans: Sequence[Span]) -> list[Quotation]:
    """Quotations within their sources, which belong to this debate and are still there, and no longer
    than the charter allows. At most two queries."""
    if not spans:
        return []
    wanted = {span.source for span in spans}
    of_debate = {"brief__debate": speaking.debate, "public_id__in": wanted}
    passages = {
        p.public_id: p for p in Passage.objects.filter(**of_debate).select_related("text", "brief")
    }
    remarks = {r.public_id: r for r in Remark.objects.filter(**of_debate).select_related("text")}
    rows = []
    for span in spans:
        passage, remark = passages.get(span.source), remarks.get(span.source)
        source = passage or remark
        hidden = remark is not None and remark.restricted_at is not None
        if source is None or hidden or not source.text.is_open:
            raise Refusal("debates.quotation.not-found")
        quoting.quoted(source.text.words, span, most=speaking.charter.lengths.quotation)
        if passage is not None:
            show_quoted(speaking.act, passage)
        rows.append(Quotation(passage=passage, remark=remark, start=span.start, end=span.end))
    return rows
