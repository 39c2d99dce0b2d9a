"""A viewpoint's delegate says whether a version is fair, and the editors answer: both at equal length."""

from django.db import transaction

from college.debates.actions.locking import locked, moved
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.actions.notices import settle, tell, tell_once
from college.people.queries import acting_member, refuse_haste
from college.record.actions.entries import append
from college.record.actions.texts import commit
from college.record.charters import charter_in_force
from college.summaries.actions.summaries import count
from college.summaries.events.attestations import AttestationAnswered, AttestationGiven
from college.summaries.models import Attestation, AttestationAnswer, Version
from college.summaries.permissions import require
from college.summaries.queries import attestations, editors
from college.summaries.rules import addresses
from college.summaries.rules import attestations as rules
from college.summaries.rules.life import Fairness


@transaction.atomic
def attest(
    act: Act, version: Version, *, statement: str, fairness: Fairness | str, comment: str = ""
) -> Attestation:
    """Say for one's viewpoint whether a statement, or (``statement`` empty) the whole, is fair.

    It replaces what the viewpoint said of it before; the very same again changes nothing.
    """
    member = acting_member(act)
    debate = locked(version.summary.debate)
    version = Version.objects.select_related("summary__debate").get(pk=version.pk)
    require("may_attest", member, version)
    viewpoint = attestations.spoken_for(member, version)
    if viewpoint is None:
        raise RuntimeError("who may attest speaks for a viewpoint")
    said = rules.said(fairness, comment, charter_in_force().lengths)
    if statement and not version.statements.filter(statement=statement).exists():
        raise Refusal("summaries.attestation.no-statement")
    before = attestations.own(version, viewpoint).get(statement)
    if before is not None and _is_same(before, said):
        return before
    refuse_haste(act)
    if before is not None:
        before.replaced_at = act.at
        before.save(update_fields=["replaced_at"])
    row = Attestation.objects.create(
        version=version,
        viewpoint=viewpoint,
        statement=statement,
        fairness=said.fairness,
        comment=commit(said.comment) if said.comment else None,
        by=member,
        at=act.at,
    )
    event = AttestationGiven(
        attestation=row.public_id,
        version=version.public_id,
        viewpoint=viewpoint.public_id,
        statement=statement,
        fairness=said.fairness.value,
        comment=row.comment_id or "",
    )
    append(act, event, subject=row.public_id)
    count(version.summary)
    moved(debate)
    path = addresses.attest(debate.slug)
    settle(act, member, "summaries.version.to-attest", path=path)
    if said.fairness is not Fairness.FAIR:
        for editor in editors.seated(version.summary):
            tell_once(editor.member, "summaries.attestation.to-answer", path=path, at=act.at)
    return row


@transaction.atomic
def answer(act: Act, attestation: Attestation, *, text: str) -> AttestationAnswer:
    """Answer for the editors what a delegate said, once, at the same length."""
    member = acting_member(act)
    debate = locked(attestation.version.summary.debate)
    now = attestations.by_id(attestation.public_id)
    if now is None or now.replaced_at is not None:
        raise Refusal("summaries.attestation.replaced")
    require("may_answer_attestation", member, now)
    if attestations.is_answered(now):
        raise Refusal("summaries.attestation.answered-already")
    words = rules.answer(text, charter_in_force().lengths)
    refuse_haste(act)
    row = AttestationAnswer.objects.create(
        attestation=now, text=commit(words), by=member, at=act.at
    )
    event = AttestationAnswered(attestation=now.public_id, text=row.text_id)
    append(act, event, subject=now.public_id)
    count(now.version.summary)
    moved(debate)
    path = addresses.attest(debate.slug)
    tell(now.by, "summaries.attestation.answered", params={}, path=path, at=act.at)
    return row


def _is_same(before: Attestation, said: rules.Said) -> bool:
    words = before.comment.words if before.comment is not None else ""
    return before.fairness == said.fairness and words == said.comment
