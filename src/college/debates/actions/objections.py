"""Object to what would otherwise take effect by itself. Objections are kept; the committees hear them."""

from django.db import transaction

from college.debates.actions.locking import locked
from college.debates.events.objections import ObjectionMade, ObjectionWithdrawn
from college.debates.models import Debate, Delegate, Move, Objection, RemarkClaim, Viewpoint
from college.debates.permissions import require
from college.debates.queries import objections
from college.debates.rules import addresses, wordings
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.people.models import Member
from college.people.queries import acting_member, refuse_haste
from college.record.actions.entries import append
from college.record.actions.texts import commit
from college.record.charters import charter_in_force

#: Column of the objection for each kind of target; the record's word for it has a hyphen.
_COLUMNS: dict[type, str] = {
    Debate: "debate",
    Viewpoint: "viewpoint",
    Delegate: "delegate",
    Move: "move",
    RemarkClaim: "remark_claim",
}
Target = Debate | Viewpoint | Delegate | Move | RemarkClaim


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
    objection = Objection.objects.select_for_update().get(pk=objection.pk)
    require("may_withdraw_objection", member, objection)
    objection.settled_at = act.at
    objection.save(update_fields=["settled_at"])
    column = next(name for name in _COLUMNS.values() if getattr(objection, f"{name}_id"))
    on = getattr(objection, column).public_id
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
    objection = Objection.objects.create(by=member, reason=text, at=act.at, **{column: target})
    event = ObjectionMade(
        objection=objection.public_id,
        target=column.replace("_", "-"),
        on=target.public_id,
        reason=text.commitment,
    )
    append(act, event, subject=target.public_id)
    return objection


def _tell(member: Member, code: str, path: str, act: Act) -> None:
    tell(member, code, params={}, path=path, at=act.at)
