"""Offer to speak for a viewpoint, stand, step down, be replaced when silent."""

from django.db import transaction
from django.db.models import QuerySet

from college.committees.actions import contributors
from college.committees.rules.epochs import Calling
from college.debates.actions.locking import locked, moved
from college.debates.events.holdings import DelegateEnded, DelegateOffered, DelegateStood
from college.debates.models import Debate, Delegate, Viewpoint
from college.debates.permissions import require
from college.debates.queries import delegates, objections
from college.debates.rules import addresses
from college.debates.rules.delegates import Departure, Outcome, is_silent, outcome
from college.debates.rules.stages import Stage
from college.ground.act import Act
from college.ground.moments import rfc3339
from college.people.actions.notices import tell
from college.people.queries import acting_member, refuse_haste
from college.record.actions.entries import append
from college.record.charters import charter_in_force

#: Nobody is silent before the debate is open.
_SPEAKING = {Stage.OPEN, Stage.CLOSING}


@transaction.atomic
def offer_delegate(act: Act, viewpoint: Viewpoint) -> Delegate:
    """Offer oneself. While somebody else stands, the offer waits: it is how a silent one is replaced."""
    member = acting_member(act)
    debate = locked(viewpoint.debate)
    viewpoint = Viewpoint.objects.select_related("debate").get(pk=viewpoint.pk)
    require("may_offer_delegate", member, viewpoint)
    refuse_haste(act)
    stands_at = act.at + charter_in_force().clocks.delegate_notice
    delegate = Delegate.objects.create(
        viewpoint=viewpoint, member=member, offered_at=act.at, stands_at=stands_at
    )
    moved(debate)
    event = DelegateOffered(
        delegate=delegate.public_id,
        member=member.public_id,
        viewpoint=viewpoint.public_id,
        stands_at=rfc3339(stands_at),
    )
    append(act, event, subject=viewpoint.public_id)
    return delegate


@transaction.atomic
def step_down(act: Act, delegate: Delegate) -> Delegate:
    """Speak no longer for a viewpoint, or take one's offer back."""
    member = acting_member(act)
    debate = locked(delegate.viewpoint.debate)
    delegate = Delegate.objects.select_related("viewpoint", "member").get(pk=delegate.pk)
    require("may_step_down", member, delegate)
    end_delegacy(act, delegate, ground=Departure.STEPPED_DOWN)
    moved(debate)
    return delegate


@transaction.atomic
def stand(act: Act, delegate: Delegate) -> bool:
    """Let an offer whose notice is over stand, if it may; whether it does. Safe to repeat."""
    debate = locked(delegate.viewpoint.debate)
    delegate = Delegate.objects.select_related("viewpoint__debate", "member").get(pk=delegate.pk)
    if delegate.stood_at is not None or delegate.ended_at is not None:
        return False
    if delegate.stands_at > act.at:
        return False
    present = delegates.standing(delegate.viewpoint)
    result = outcome(
        objected=objections.waiting().filter(delegate=delegate).exists(),
        standing=present is not None,
        silent=present is not None and _is_silent(act, present),
    )
    if result is Outcome.WAITS:
        return False
    if present is not None:
        end_delegacy(act, present, ground=Departure.SILENT)
    delegate.stood_at = act.at
    delegate.save(update_fields=["stood_at"])
    moved(debate)
    event = DelegateStood(
        delegate=delegate.public_id,
        member=delegate.member.public_id,
        viewpoint=delegate.viewpoint.public_id,
    )
    append(act, event, subject=delegate.viewpoint.public_id)
    _tell(act, delegate, "debates.delegate.stands")
    seat = delegate.viewpoint.public_id
    contributors.enrol_contributor(act, delegate.member, calling=Calling.DELEGATE, seat=seat)
    return True


def end_delegacy(act: Act, delegate: Delegate, *, ground: Departure) -> None:
    """End an offer or a standing delegacy, in a locked debate, with its viewpoint and member at hand."""
    delegate.ended_at = act.at
    delegate.save(update_fields=["ended_at"])
    event = DelegateEnded(
        delegate=delegate.public_id,
        member=delegate.member.public_id,
        viewpoint=delegate.viewpoint.public_id,
        ground=ground.value,
    )
    append(act, event, subject=delegate.viewpoint.public_id)
    contributors.retire(act, delegate.member, seat=delegate.viewpoint.public_id)
    if ground is Departure.SILENT:
        _tell(act, delegate, "debates.delegate.replaced")


def enrol_all(act: Act, debate: Debate) -> None:
    """The debate is open again: its standing delegates give to seeds as before."""
    for delegate in _standing(debate):
        seat = delegate.viewpoint.public_id
        contributors.enrol_contributor(act, delegate.member, calling=Calling.DELEGATE, seat=seat)


def retire_all(act: Act, debate: Debate) -> None:
    """The debate is closed: its delegates contribute to seeds no longer. They stay its delegates."""
    for delegate in _standing(debate):
        contributors.retire(act, delegate.member, seat=delegate.viewpoint.public_id)


def _standing(debate: Debate) -> QuerySet[Delegate]:
    rows = Delegate.objects.filter(viewpoint__debate=debate, stood_at__isnull=False, ended_at=None)
    return rows.select_related("viewpoint", "member").order_by("id")


def _is_silent(act: Act, delegate: Delegate) -> bool:
    delegate = Delegate.objects.select_related("viewpoint__debate").get(pk=delegate.pk)
    said = delegates.last_said(delegate)
    if said is None or delegate.viewpoint.debate.stage not in _SPEAKING:
        return False
    return is_silent(said, now=act.at, allowed=charter_in_force().clocks.silent_delegate)


def _tell(act: Act, delegate: Delegate, code: str) -> None:
    viewpoint = delegate.viewpoint
    path = addresses.viewpoint(viewpoint.debate.slug, viewpoint.public_id)
    tell(delegate.member, code, params={"letter": viewpoint.letter}, path=path, at=act.at)
