"""Enact what was decided about objections: a thing is refused in this form, or takes effect after all."""

from django.db import transaction

from college.committees.actions import cases
from college.committees.models import Case
from college.committees.rules.tally import Choice
from college.debates.actions import delegates, remarks, stages
from college.debates.actions.answering import answer_of
from college.debates.actions.locking import locked, moved
from college.debates.actions.refusals import RULES, Target, concerned_by, debate_of
from college.debates.events.objections import ObjectionsHeard
from college.debates.models import Debate, Delegate, Move, Objection, RemarkClaim, Viewpoint
from college.debates.queries import objections
from college.debates.rules import addresses
from college.debates.rules.delegates import Departure
from college.debates.rules.grounds import Settled
from college.debates.rules.stages import Stage
from college.ground.act import Act
from college.people.actions.notices import tell
from college.record.actions.entries import append
from college.record.actions.texts import commit
from college.record.models import Text


@transaction.atomic
def enact(act: Act, case: Case) -> bool:
    """Refuse a thing, or let it take effect; whether anything was done. Safe to repeat."""
    rows = Objection.objects.filter(case=case).exclude(settled=Settled.WITHDRAWN)
    first = rows.order_by("id").first()
    if first is None:
        cases.mark_enacted(act, case)
        return True
    target = objections.target_of(first)
    debate = locked(debate_of(target))
    upheld = case.verdict == Choice.GRANT
    was_upheld = first.settled == Settled.GRANTED
    if upheld and not was_upheld:
        _refuse(act, target)
    elif was_upheld and not upheld:
        _take_back(act, target)
    answer = commit(answer_of(case)) if upheld else None
    _settle(act, case, target, upheld=upheld, answer=answer)
    moved(Debate.objects.get(pk=debate.pk))
    cases.mark_enacted(act, case)
    return True


def _settle(act: Act, case: Case, target: Target, *, upheld: bool, answer: Text | None) -> None:
    rows = Objection.objects.filter(case=case).exclude(settled=Settled.WITHDRAWN)
    ids = tuple(rows.order_by("id").values_list("public_id", flat=True))
    event = ObjectionsHeard(
        case=case.public_id,
        target=RULES[type(target)].name.lower().replace("_", "-"),
        on=target.public_id,
        objections=ids,
        upheld=upheld,
        reason=answer.commitment if answer else "",
    )
    for row in rows.select_related("by"):
        code = "debates.objection.upheld" if upheld else "debates.objection.overruled"
        tell(row.by, code, params={}, path=addresses.case(case.public_id), at=act.at)
    for member in concerned_by(target):
        code = "debates.objection.refused" if upheld else "debates.objection.stands"
        tell(member, code, params={}, path=addresses.decision(case.public_id), at=act.at)
    rows.update(
        settled=Settled.GRANTED if upheld else Settled.KEPT, settled_at=act.at, answer=answer
    )
    append(act, event, subject=target.public_id)


def _refuse(act: Act, target: Target) -> None:
    if isinstance(target, Debate):
        if target.stage == Stage.PROPOSED:
            stages.send_back(act, locked(target))
    elif isinstance(target, Delegate):
        if target.ended_at is None:
            delegates.end_delegacy(act, target, ground=Departure.REFUSED)
    elif isinstance(target, RemarkClaim):
        if target.granted_at is None and target.ended_at is None:
            remarks.refuse_claim(act, target)
    elif isinstance(target, Move) or target.admitted_at is None:
        target.refused_at = act.at
        target.save(update_fields=["refused_at"])


def _take_back(act: Act, target: Target) -> None:
    """A second look found no reason to refuse. Whoever offered or claimed may do so again at once."""
    if isinstance(target, Debate):
        if target.stage == Stage.REGISTERED:
            stages.bring_back(act, locked(target))
    elif isinstance(target, Viewpoint | Move):
        target.refused_at = None
        target.save(update_fields=["refused_at"])
