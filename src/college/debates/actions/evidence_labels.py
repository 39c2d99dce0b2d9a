"""Ask that a label stand beside evidence; put it there when that is decided. Nothing is removed."""

from django.db import transaction

from college.committees.actions import cases
from college.committees.models import Case
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.debates.actions.answering import settle
from college.debates.actions.asking import Held, open_in
from college.debates.actions.hearings import side_of, texts_of, thing_of
from college.debates.actions.locking import locked, moved
from college.debates.events.evidence_labels import (
    EvidenceLabelAsked,
    EvidenceLabelPut,
    EvidenceLabelTaken,
)
from college.debates.models import Contribution, Debate, EvidenceLabel
from college.debates.permissions import require
from college.debates.queries import evidence_labels
from college.debates.rules import addresses, wordings
from college.debates.rules.evidence_labels import EvidenceLabelWord
from college.debates.rules.grounds import Settled
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.people.queries import acting_member, refuse_haste
from college.record.actions.entries import append
from college.record.actions.texts import commit
from college.record.charters import charter_in_force


@transaction.atomic
def ask_label(
    act: Act, evidence: Contribution, *, word: EvidenceLabelWord | str, reason: str
) -> EvidenceLabel:
    """Ask that a word of the closed list stand beside evidence; the same is asked once."""
    member, kind = acting_member(act), EvidenceLabelWord(word)
    debate = locked(evidence.debate)
    thing = thing_of(evidence)
    require("may_ask_label", member, thing.contribution)
    if evidence_labels.asked_before(evidence, kind) is not None:
        raise Refusal("debates.evidence-label.already")
    refuse_haste(act)
    text = commit(wordings.reason(reason, charter_in_force().lengths))

    def side(held: Held) -> str:
        return side_of(thing, held)

    case = open_in(
        act,
        debate,
        procedure=Procedure.LABEL,
        rule=kind.value,
        shown=[*texts_of(thing), text],
        reason=text,
        parties={member.public_id: Party.REPORTED, evidence.author.public_id: Party.AUTHOR},
        own_side=side,
    )
    label = EvidenceLabel.objects.create(
        case=case, evidence=evidence, word=kind, by=member, reason=text, at=act.at
    )
    event = EvidenceLabelAsked(
        label=label.public_id,
        case=case.public_id,
        evidence=evidence.public_id,
        word=kind.value,
        reason=text.commitment,
    )
    append(act, event, subject=evidence.public_id)
    moved(debate)
    tell(evidence.author, "debates.evidence-label.asked", params={}, path=thing.path, at=act.at)
    return label


@transaction.atomic
def enact(act: Act, case: Case) -> bool:
    """Put a label, or leave the evidence without; whether anything was done. Safe to repeat."""
    rows = EvidenceLabel.objects.select_related("evidence__debate", "evidence__author")
    label = rows.filter(case=case).first()
    if label is None:
        return False
    debate = locked(label.evidence.debate)
    was_granted = label.settled == Settled.GRANTED
    granted = settle(act, case, label)
    told = {
        "label": label.public_id,
        "case": case.public_id,
        "evidence": label.evidence.public_id,
        "word": label.word,
    }
    if granted and not was_granted:
        event = EvidenceLabelPut(**told, reason=label.answer_id or "")
        append(act, event, subject=label.evidence.public_id)
        author = label.evidence.author
        why = addresses.decision(case.public_id)
        tell(author, "debates.evidence-label.put", params={}, path=why, at=act.at)
    elif was_granted and not granted:
        append(act, EvidenceLabelTaken(**told), subject=label.evidence.public_id)
    moved(Debate.objects.get(pk=debate.pk))
    cases.mark_enacted(act, case)
    return True
