"""Who contributes secrets to seeds: enrol, give a key, leave."""

from dataclasses import replace

from django.db import transaction

from college.committees import server
from college.committees.events.epochs import (
    ContributorEnrolled,
    ContributorKeyed,
    ContributorLeft,
)
from college.committees.models import Contributor
from college.committees.rules.boxes import NotABox, public_key
from college.committees.rules.epochs import Calling, ContributorGround
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.people.models import Member
from college.people.queries import acting_member
from college.people.rules.standing import Standing, may_act
from college.record.actions.entries import append
from college.record.actions.texts import commit_document

_PAGE = "/committees/contribute/"


@transaction.atomic
def enrol_contributor(act: Act, member: Member, *, calling: Calling, seat: str) -> Contributor:
    """Let a member contribute for a seat: the public id of the viewpoint or body they speak for.

    Safe to repeat. One member contributes once and one seat through one member; of two the first stays,
    and is given back.
    """
    serving = Contributor.objects.exclude(ground=ContributorGround.RETIRED).select_for_update()
    present = serving.filter(member=member).first() or serving.filter(seat=seat).first()
    if present is not None:
        return present
    row = Contributor.objects.create(member=member, calling=calling, seat=seat, enrolled_at=act.at)
    event = ContributorEnrolled(
        contributor=row.public_id, member=member.public_id, calling=calling.value
    )
    append(act, event, subject=row.public_id)
    tell(member, "committees.contributor.enrolled", params={}, path=_PAGE, at=act.at)
    return row


@transaction.atomic
def retire(act: Act, member: Member, *, seat: str) -> bool:
    """A member contributes for this seat no longer; whether they did. What they lodged still counts."""
    serving = Contributor.objects.exclude(ground=ContributorGround.RETIRED).select_for_update()
    row = serving.filter(member=member, seat=seat).first()
    if row is None:
        return False
    leave(act, row, ground=ContributorGround.RETIRED)
    return True


@transaction.atomic
def give_key(act: Act, *, key: str) -> Contributor:
    """The acting member's public key (hex): from the next epoch on they are waited for. Safe to repeat."""
    member = acting_member(act)
    serving = Contributor.objects.exclude(ground=ContributorGround.RETIRED).select_for_update()
    row = serving.filter(member=member).first()
    if row is None:
        raise Refusal("committees.contributor.none")
    try:
        public_key(key)
    except NotABox:
        raise Refusal("committees.contributor.key") from None
    if row.key != key or row.left_at is not None:
        _keyed(as_contributor(act, row), row, key)
    return row


@transaction.atomic
def enrol_server(act: Act) -> Contributor:
    """The server contributes from the first epoch on, with the key it has now. Safe to repeat."""
    row = Contributor.objects.select_for_update().filter(calling=Calling.SERVER).first()
    if row is None:
        row = Contributor.objects.create(calling=Calling.SERVER, enrolled_at=act.at)
        event = ContributorEnrolled(
            contributor=row.public_id, member="", calling=Calling.SERVER.value
        )
        append(act, event, subject=row.public_id)
    key = server.load().point
    if row.key != key:
        _keyed(act, row, key)
    return row


def retire_departed(act: Act) -> None:
    """Members who may not act any more contribute no more."""
    rows = Contributor.objects.filter(left_at=None, member__isnull=False).select_related("member")
    for row in rows.order_by("id"):
        if not may_act(Standing(row.member.standing)):
            leave(act, row, ground=ContributorGround.RETIRED)


def leave(act: Act, row: Contributor, *, ground: ContributorGround) -> None:
    """A locked contributor is no longer waited for. The absent may come back; the retired may not."""
    row.left_at, row.ground = act.at, ground
    row.save(update_fields=["left_at", "ground"])
    event = ContributorLeft(contributor=row.public_id, ground=ground.value)
    append(act, event, subject=row.public_id)


def as_contributor(act: Act, row: Contributor) -> Act:
    """What people contribute is told under their contributor's id, and is not counted as haste."""
    return act if row.member_id is None else replace(act, actor=row.public_id)


def _keyed(act: Act, row: Contributor, key: str) -> None:
    row.key, row.missed, row.left_at, row.ground = key, 0, None, ""
    row.save(update_fields=["key", "missed", "left_at", "ground"])
    text = commit_document({"contributor": row.public_id, "key": key})
    event = ContributorKeyed(contributor=row.public_id, key=text.commitment)
    append(act, event, subject=row.public_id)
