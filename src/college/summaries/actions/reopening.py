"""Propose to open a debate again with new evidence on a crux; object; open it."""

from django.db import transaction

from college.committees.actions import cases
from college.committees.models import Case
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.committees.rules.tally import Choice
from college.debates.actions import stages
from college.debates.actions.answering import answer_of
from college.debates.actions.asking import open_in
from college.debates.actions.evidence import add_evidence
from college.debates.actions.locking import locked, moved
from college.debates.models import Contribution, Debate
from college.debates.queries.sources import line_of
from college.debates.rules import posting, wordings
from college.debates.rules.kinds import EvidenceForm, Kind
from college.debates.rules.posting import SourceLine
from college.debates.rules.stages import Stage
from college.ground.act import Act, Door
from college.ground.moments import rfc3339
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.people.queries import acting_member, refuse_haste
from college.record.actions.entries import append
from college.record.actions.texts import commit, commit_document, commit_plain
from college.record.charters import charter_in_force
from college.summaries.events.cruxes import (
    ReopeningDone,
    ReopeningObjected,
    ReopeningProposed,
    ReopeningStopped,
)
from college.summaries.models import Crux, Reopening
from college.summaries.permissions import require
from college.summaries.queries import cruxes
from college.summaries.rules import addresses
from college.summaries.rules.life import ReopeningState

#: The rule that panels apply to an objection (``web/summaries/words``).
RULE = "no-new-evidence"
_OVER = {Stage.CLOSED, Stage.SUMMARISED}


@transaction.atomic
def propose_reopening(
    act: Act,
    crux: Crux,
    *,
    form: EvidenceForm | str,
    source: SourceLine,
    quotation: str,
    reason: str,
) -> Reopening:
    """Bring evidence on a crux after the debate: unless somebody objects, it is opened after a notice."""
    member = acting_member(act)
    debate = locked(crux.summary.debate)
    crux = cruxes.fresh(crux)
    require("may_propose_reopening", member, crux)
    if cruxes.waiting(debate).exists():
        raise Refusal("summaries.reopening.another")
    refuse_haste(act)
    charter = charter_in_force()
    line = posting.source(source)
    row = Reopening.objects.create(
        crux=crux,
        form=posting.form(Kind.EVIDENCE, str(form)),
        source=commit_document({name: getattr(line, name) for name in SourceLine.__slots__}),
        quotation=commit_plain(posting.quotation(quotation, charter.lengths)),
        reason=commit(wordings.reason(reason, charter.lengths)),
        by=member,
        at=act.at,
        reopens_at=act.at + charter.clocks.reopening_notice,
        state=ReopeningState.NOTICED,
    )
    event = ReopeningProposed(
        reopening=row.public_id,
        debate=debate.public_id,
        crux=crux.public_id,
        source=row.source_id,
        quotation=row.quotation_id,
        reason=row.reason_id,
        reopens_at=rfc3339(row.reopens_at),
    )
    append(act, event, subject=debate.public_id)
    moved(debate)
    path = addresses.reopening(debate.slug, row.public_id)
    for delegate in cruxes.delegates_of(crux):
        tell(delegate, "summaries.reopening.proposed", params={}, path=path, at=act.at)
    return row


@transaction.atomic
def object_to_reopening(act: Act, reopening: Reopening, *, reason: str) -> Reopening:
    """Say why what was brought is no new evidence on the crux: a case decides."""
    member = acting_member(act)
    debate = locked(reopening.crux.summary.debate)
    row = cruxes.reopening_fresh(reopening)
    require("may_object_to_reopening", member, row)
    refuse_haste(act)
    text = commit(wordings.reason(reason, charter_in_force().lengths))
    side = cruxes.side_held(row.by, debate)
    row.case = open_in(
        act,
        debate,
        procedure=Procedure.REFUSAL,
        rule=RULE,
        shown=[row.crux.pinned.text, row.quotation, row.source, row.reason, text],
        reason=text,
        parties={row.by.public_id: Party.AUTHOR, member.public_id: Party.REPORTED},
        own_side=lambda held: held.get(row.by.public_id, side),
    )
    row.objection, row.objected_by, row.state = text, member, ReopeningState.OBJECTED
    row.save(update_fields=["case", "objection", "objected_by", "state"])
    event = ReopeningObjected(
        reopening=row.public_id,
        debate=debate.public_id,
        case=row.case.public_id,
        reason=text.commitment,
    )
    append(act, event, subject=debate.public_id)
    moved(debate)
    path = addresses.reopening(debate.slug, row.public_id)
    tell(row.by, "summaries.reopening.objected", params={}, path=path, at=act.at)
    return row


@transaction.atomic
def appeal_reopening(act: Act, reopening: Reopening) -> None:
    """One click of the one who proposed it: a fresh, larger panel hears it."""
    member = acting_member(act)
    debate = locked(reopening.crux.summary.debate)
    row = cruxes.reopening_fresh(reopening)
    require("may_appeal_reopening", member, row)
    if row.case is None:
        raise RuntimeError("what panels stopped has a case")
    cases.appeal(act, row.case)
    moved(debate)


def step(act: Act) -> int:
    """Open debates whose notice is over; each in a transaction of its own."""
    return sum(_open(act, row) for row in cruxes.due(act.at))


@transaction.atomic
def enact(act: Act, case: Case) -> bool:
    """Open the debate after all, or do not; whether anything was done. Safe to repeat."""
    found = Reopening.objects.filter(case=case).first()
    if found is None:
        return False
    debate = locked(found.crux.summary.debate)
    row = cruxes.reopening_fresh(found)
    if case.verdict == Choice.GRANT:
        if row.state == ReopeningState.OBJECTED:
            _stop(act, row, case)
    elif row.state != ReopeningState.DONE and debate.stage in _OVER:
        _reopen(act, row)
    cases.mark_enacted(act, case)
    return True


@transaction.atomic
def _open(act: Act, reopening: Reopening) -> int:
    debate = locked(reopening.crux.summary.debate)
    row = cruxes.reopening_fresh(reopening)
    if row.state != ReopeningState.NOTICED or debate.stage not in _OVER:
        return 0
    _reopen(act, row)
    return 1


def _reopen(act: Act, row: Reopening) -> None:
    """The debate is open; what was brought becomes a contribution of the one who brought it."""
    debate = stages.reopen(act, locked(row.crux.summary.debate))
    evidence = _bring(act, row, debate)
    row.state, row.settled_at = ReopeningState.DONE, act.at
    row.save(update_fields=["state", "settled_at"])
    event = ReopeningDone(
        reopening=row.public_id,
        debate=debate.public_id,
        evidence=evidence.public_id if evidence else "",
    )
    append(act, event, subject=debate.public_id)
    path = addresses.reopening(debate.slug, row.public_id)
    tell(row.by, "summaries.reopening.done", params={}, path=path, at=act.at)


def _bring(act: Act, row: Reopening, debate: Debate) -> Contribution | None:
    """The evidence as a contribution; where its bringer may not speak any more, or the
    source was erased, it stays on its own page."""
    try:
        with transaction.atomic():
            return add_evidence(
                Act(actor=row.by.public_id, at=act.at, door=Door.CLOCK),
                debate,
                bears_on=row.crux.claim,
                form=row.form,
                source=line_of(row.source.words),
                quotation=row.quotation.words,
                text=row.reason.words,
            )
    except Refusal:
        return None


def _stop(act: Act, row: Reopening, case: Case) -> None:
    row.state, row.settled_at = ReopeningState.STOPPED, act.at
    row.answer = commit(answer_of(case))
    row.save(update_fields=["state", "settled_at", "answer"])
    debate = row.crux.summary.debate
    event = ReopeningStopped(
        reopening=row.public_id,
        debate=debate.public_id,
        case=case.public_id,
        reason=row.answer.commitment,
    )
    append(act, event, subject=debate.public_id)
    path = addresses.reopening(debate.slug, row.public_id)
    tell(row.by, "summaries.reopening.stopped", params={}, path=path, at=act.at)
