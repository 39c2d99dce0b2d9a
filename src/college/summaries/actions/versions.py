"""A version is made of what both sides settled, or panels for them; it goes out to be attested."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from college.debates.actions.locking import locked
from college.debates.queries import delegates, questions
from college.ground.act import Act
from college.ground.ids import new_public_id
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.record.actions.entries import append
from college.record.actions.texts import commit_document, commit_many_plain
from college.record.charters import charter_in_force
from college.summaries.actions.comments import reanchor
from college.summaries.actions.returning import settle_anew
from college.summaries.actions.summaries import enter, tell_editors
from college.summaries.events.versions import VersionMade, VersionWorded
from college.summaries.models import Statement, StatementLink, Summary, Version
from college.summaries.queries import coverage, settling, versions
from college.summaries.rules import addresses
from college.summaries.rules.documents import told_together
from college.summaries.rules.life import SummaryState, VersionState
from college.summaries.rules.sections import Section
from college.summaries.rules.versions import Kept, Piece, Rest, document, kept

#: A statement of a version to be: its id, the commitment of its words, what it rests on.
_Made = tuple[str, str, Sequence[Rest]]


@transaction.atomic
def make(act: Act, summary: Summary) -> Version | None:
    """Make the next version of a summary whose sections are all settled; its attestation begins.

    What does not stand any more is dropped, and the editors are told. Where nothing is left, a member's act
    is refused; for the clock the sections are settled anew, and ``None`` is given.
    """
    debate = locked(summary.debate)
    summary = Summary.objects.select_related("debate").get(pk=summary.pk)
    found = kept(_settled(summary))
    if found.is_empty:
        if act.is_member:
            raise Refusal("summaries.version.empty")
        settle_anew(act, summary)
        tell_editors(act, summary, "summaries.version.emptied", addresses.settle(debate.slug))
        return None
    version = _keep(act, summary, found)
    until = act.at + charter_in_force().clocks.attesting
    enter(act, summary, SummaryState.ATTESTING, until)
    reanchor(act, version)
    if found.left_out:
        tell_editors(act, summary, "summaries.version.left-out", addresses.summary(debate.slug))
    for delegate in delegates.standing_in(debate):
        path = addresses.attest(debate.slug)
        tell(delegate.member, "summaries.version.to-attest", params={}, path=path, at=act.at)
    return version


def _keep(act: Act, summary: Summary, found: Kept) -> Version:
    """The version with its rows and its entries. Its two documents are one and the same until the coverage
    of the rows is counted: a row needs both."""
    before = versions.newest(summary)
    number = before.number + 1 if before else 1
    sections, fresh = _worded(found)
    question = questions.asked(summary.debate.slug)
    if question is None:
        raise RuntimeError("a debate has a question")
    text = commit_document(
        document(
            summary=summary.public_id,
            debate=summary.debate.public_id,
            number=number,
            question=question.text_id,
            sections=sections,
        )
    )
    version = Version.objects.create(
        summary=summary,
        number=number,
        round=summary.round,
        made_at=act.at,
        state=VersionState.CANDIDATE,
        document=text,
        coverage=text,
    )
    _rows(summary, version, sections)
    version.coverage = commit_document(coverage.document(version))
    version.save(update_fields=["coverage"])
    subject = summary.debate.public_id
    for texts in told_together(fresh):
        append(act, VersionWorded(version=version.public_id, texts=texts), subject=subject)
    event = VersionMade(
        version=version.public_id,
        summary=summary.public_id,
        debate=subject,
        number=number,
        document=version.document_id,
        coverage=version.coverage_id,
    )
    append(act, event, subject=subject)
    return version


def _settled(summary: Summary) -> list[tuple[Section, list[Piece]]]:
    """What was taken of each section; a link stands if both the contribution and the wording can be read."""
    taken = settling.taken(summary)
    links = [link.key for part in taken for one in part.sentences for link in one.line.links]
    lost = set(versions.lost_of_draft(links))
    return [
        (
            part.section,
            [
                Piece(
                    one.statement,
                    one.line.words,
                    one.text.commitment if one.text else "",
                    tuple(
                        Rest(
                            contribution=link.contribution,
                            text=link.text,
                            keys=(link.contribution_key, link.pinned_key),
                            stands=link.key not in lost,
                        )
                        for link in one.line.links
                    ),
                )
                for one in part.sentences
            ],
        )
        for part in taken
    ]


def _worded(found: Kept) -> tuple[list[tuple[Section, list[_Made]]], list[str]]:
    """Every statement with its id and the commitment of its words; and which of these are new, in order."""
    new = [p.words for _section, part in found.sections for p in part if not p.text]
    fresh = [row.commitment for row in commit_many_plain(new)]
    left = iter(fresh)
    sections = [
        (
            section,
            [
                (piece.statement or new_public_id(), piece.text or next(left), piece.rests)
                for piece in part
            ],
        )
        for section, part in found.sections
    ]
    return sections, fresh


def _rows(
    summary: Summary, version: Version, sections: Iterable[tuple[Section, Sequence[_Made]]]
) -> None:
    keys = dict(summary.debate.viewpoints.values_list("public_id", "pk"))
    flat = [(section, *one) for section, made in sections for one in made]
    rows = Statement.objects.bulk_create(
        [
            Statement(
                version=version,
                statement=statement,
                section=section.kind,
                viewpoint_id=keys[section.viewpoint] if section.viewpoint else None,
                order=order,
                text_id=text,
            )
            for order, (section, statement, text, _rests) in enumerate(flat, start=1)
        ],
        batch_size=500,
    )
    StatementLink.objects.bulk_create(
        [
            StatementLink(
                row=row, contribution_id=rest.keys[0], pinned_id=rest.keys[1], order=order
            )
            for row, (_section, _statement, _text, rests) in zip(rows, flat, strict=True)
            for order, rest in enumerate(rests, start=1)
        ],
        batch_size=500,
    )
