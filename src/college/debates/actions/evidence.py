"""Add evidence: a source, its exact words and the place in it, and what it bears on."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction

from college.debates.actions import writing
from college.debates.actions.speaking import (
    Speaking,
    begin,
    charge,
    pace,
    require_stage,
    sent_before,
)
from college.debates.actions.succession import Old, succeed
from college.debates.events.contributions import EvidenceAdded
from college.debates.models import Contribution, Debate, Revision
from college.debates.rules import posting
from college.debates.rules.kinds import Kind, LinkKind
from college.debates.rules.links import Span
from college.debates.rules.posting import SourceLine
from college.ground.act import Act
from college.ground.prose import count_words
from college.record.actions.entries import append


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvidence:
    """A piece of evidence as it is brought; ``text``, a note on what it shows, may be empty."""

    form: str
    source: SourceLine
    quotation: str
    text: str = ""
    quotes: Sequence[Span] = field(default=())


@transaction.atomic
def add_evidence(
    act: Act,
    debate: Debate,
    *,
    bears_on: Contribution,
    form: str,
    source: SourceLine,
    quotation: str,
    text: str = "",
    quotes: Sequence[Span] = (),
    succeeds: Contribution | None = None,
    token: str = "",
) -> Contribution:
    """Add evidence for, against or in the context of a claim or an argument.

    The words of the quotation are the source's, and are not charged to anybody's budget.
    """
    speaking = begin(act, debate.pk)
    if again := sent_before(speaking, token):
        return again
    require_stage(speaking, Kind.EVIDENCE)
    brought = prepared(
        speaking,
        NewEvidence(form=form, source=source, quotation=quotation, text=text, quotes=quotes),
    )
    target = writing.heads(speaking, [bears_on.pk])[bears_on.pk]
    old = succeed(speaking, succeeds, Kind.EVIDENCE)
    pace(speaking, 1)
    charge(speaking, count_words(brought.text))
    return write_evidence(speaking, brought, target, old=old, token=token)


def prepared(speaking: Speaking, given: NewEvidence) -> NewEvidence:
    """The evidence as it will be kept, or a refusal."""
    lengths = speaking.charter.lengths
    return NewEvidence(
        form=posting.form(Kind.EVIDENCE, given.form),
        source=posting.source(given.source),
        quotation=posting.quotation(given.quotation, lengths),
        text=posting.text(given.text, lengths, may_be_empty=True),
        quotes=given.quotes,
    )


def write_evidence(
    speaking: Speaking,
    given: NewEvidence,
    target: Revision,
    *,
    old: Old | None = None,
    token: str = "",
) -> Contribution:
    """Prepared evidence as rows, and its entry."""
    writing.check(speaking, LinkKind.BEARS_ON, target)
    written = writing.write(
        speaking,
        Kind.EVIDENCE,
        given.text,
        form=given.form,
        findable=given.source.title,
        spans=given.quotes,
        token=token,
    )
    source = writing.add_source(written, given.source, given.quotation)
    writing.link(written, LinkKind.BEARS_ON, [target])
    writing.place_under(written, target.contribution)
    event = EvidenceAdded(
        form=given.form,
        bears_on=target.contribution.public_id,
        bears_on_text=target.text_id,
        source=source.line_id,
        quotation=source.quotation_id,
        **written.told(),
        **(old.tell(written) if old else {}),
    )
    append(speaking.act, event, subject=written.contribution.public_id)
    return written.contribution
