"""Object to what would otherwise take effect by itself. Every objection is heard: the first opens a case."""

from django.db import transaction

from college.committees.actions import cases
from college.committees.models import Case
from college.committees.rules.eligibility import Party
from college.debates.actions.locking import locked
from college.debates.actions.refusals import Target, debate_of, open_refusal
from college.debates.events.objections import ObjectionMade, ObjectionWithdrawn
from college.debates.models import Debate, Delegate, Move, Objection, RemarkClaim, Viewpoint
from college.debates.permissions import require
from college.debates.queries import objections
from college.debates.rules import addresses, wordings
from college.debates.rules.grounds import Settled
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.people.models import Member
from college.people.queries import acting_member, refuse_haste
from college.record.actions.entries import append
from college.record.actions.texts import commit
from college.record.charters import charter_in_force
from college.record.models import Text

#: Column of the objection for each kind of target; the record's word for it has a hyphen.
_COLUMNS: dict[type, str] = {
    Debate: "debate",
    Viewpoint: "viewpoint",
    Delegate: "delegate",
    Move: "move",
    RemarkClaim: "remark_claim",
}


@transaction.atomic
def object_to_question(act: Act, debate: Debate, *, reason: str) -> Objection:
    """Stop a question from being admitted by itself."""
    member = acting_member(act)
    debate = locked(debate)
    require("may_object", member, debate)
    objection = keep_objection(act, debate, member=member, reason=reason)
    path = addresses.debate(debate.slug)
    _tell(debate.proposed_by, "debates.objection.to-question", path, act)
    return objection


@transaction.atomic
def object_to_viewpoint(act: Act, viewpoint: Viewpoint, *, reason: str) -> Objection:
    """Stop a viewpoint from being admitted by itself."""
    member = acting_member(act)
    debate = locked(viewpoint.debate)
    viewpoint = Viewpoint.objects.select_related("debate", "proposed_by").get(pk=viewpoint.pk)
    require("may_object_to_viewpoint", member, viewpoint)
    objection = keep_objection(act, viewpoint, member=member, reason=reason)
    path = addresses.viewpoint(debate.slug, viewpoint.public_id)
    _tell(viewpoint.proposed_by, "debates.objection.to-viewpoint", path, act)
    return objection


@transaction.atomic
def object_to_delegate(act: Act, delegate: Delegate, *, reason: str) -> Objection:
    """A holder stops somebody from speaking for the viewpoint by having offered."""
    member = acting_member(act)
    debate = locked(delegate.viewpoint.debate)
    delegate = Delegate.objects.select_related("viewpoint__debate", "member").get(pk=delegate.pk)
    require("may_object_to_delegate", member, delegate)
    objection = keep_objection(act, delegate, member=member, reason=reason)
    path = addresses.viewpoint(debate.slug, delegate.viewpoint.public_id)
    _tell(delegate.member, "debates.objection.to-delegate", path, act)
    return objection


@transaction.atomic
def withdraw_objection(act: Act, objection: Objection) -> Objection:
    """Take one's own objection back; what it held up falls due again at the next tick."""
    member = acting_member(act)
    # Whoever objects takes this lock too: nobody joins a case that is withdrawn meanwhile.
    locked(debate_of(objections.target_of(objection)))
    objection = Objection.objects.select_for_update().get(pk=objection.pk)
    require("may_withdraw_objection", member, objection)
    column = column_of(objection)
    target = getattr(objection, column)
    on = target.public_id
    others = objections.waiting().filter(**{column: target}).exclude(pk=objection.pk)
    if objection.case and not others.exists() and not cases.withdraw(act, objection.case):
        raise Refusal("debates.objection.sitting")
    objection.settled_at, objection.settled = act.at, Settled.WITHDRAWN
    objection.save(update_fields=["settled_at", "settled"])
    event = ObjectionWithdrawn(
        objection=objection.public_id, target=column.replace("_", "-"), on=on
    )
    append(act, event, subject=on)
    return objection


def keep_objection(act: Act, target: Target, *, member: Member, reason: str) -> Objection:
    """Keep an objection to any of the five targets; permission and locks are the caller's."""
    column = _COLUMNS[type(target)]
    if objections.waiting().filter(**{column: target}, by=member).exists():
        raise Refusal("debates.objection.already")
    refuse_haste(act)
    text = commit(wordings.reason(reason, charter_in_force().lengths))
    objection = Objection.objects.create(
        by=member,
        reason=text,
        at=act.at,
        case=_heard_by(act, target, column, text, member),
        **{column: target},
    )
    event = ObjectionMade(
        objection=objection.public_id,
        target=column.replace("_", "-"),
        on=target.public_id,
        reason=text.commitment,
    )
    append(act, event, subject=target.public_id)
    return objection


def column_of(objection: Objection) -> str:
    """The column that holds what it is against."""
    return next(name for name in _COLUMNS.values() if getattr(objection, f"{name}_id"))


def _heard_by(act: Act, target: Target, column: str, reason: Text, member: Member) -> Case:
    """The case that hears objections to a thing: one, however many object."""
    earlier = objections.waiting().filter(**{column: target, "case__isnull": False})
    first = earlier.select_related("case").first()
    if first is not None:
        cases.add_parties(first.case, {member.public_id: Party.REPORTED})
        return first.case
    return open_refusal(act, target, reason=reason, by=member)


def _tell(member: Member, code: str, path: str, act: Act) -> None:
    tell(member, code, params={}, path=path, at=act.at)
