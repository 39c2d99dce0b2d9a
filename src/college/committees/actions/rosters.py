"""Rosters: announce who can be drawn for a term, draw, begin, end, leave."""

import json
from dataclasses import replace

from django.db import transaction

from college.committees.actions.sealed import seal_bytes
from college.committees.events.rosters import PlaceLeft, RosterAnnounced, RosterBegun, RosterEnded
from college.committees.models import Place, Roster
from college.committees.queries import epochs, rosters
from college.committees.rules import announcements
from college.committees.rules.eligibility import roster_size
from college.ground.act import Act
from college.ground.ids import new_public_id
from college.ground.moments import rfc3339
from college.people.actions.notices import tell
from college.people.queries import members_by_id
from college.record.actions.entries import append
from college.record.actions.texts import commit_document
from college.record.charters import charter_in_force

_DESK = "/committees/desk/"


def step(act: Act) -> int:
    """Announce the next term when it is time, begin the one whose seed is known."""
    return _begin_drawn(act) + _announce_next(act)


@transaction.atomic
def leave(act: Act, place: Place, *, ground: str, case: str = "") -> Place:
    """A place leaves the lottery until the term ends; safe to repeat. ``ground`` is a word of a list."""
    row = Place.objects.select_for_update().select_related("roster").get(pk=place.pk)
    if row.left_at is None:
        row.left_at, row.ground = act.at, ground
        row.save(update_fields=["left_at", "ground"])
        event = PlaceLeft(
            place=row.public_id, roster=row.roster.public_id, ground=ground, case=case
        )
        append(replace(act, actor="clock"), event, subject=row.public_id)
    return row


@transaction.atomic
def _announce_next(act: Act) -> int:
    """Announced in the epoch that takes cases, one epoch before the present term ends."""
    epoch = epochs.taking()
    charter = charter_in_force()
    present = rosters.in_force()
    if epoch is None or Roster.objects.filter(began_at=None).exists():
        return 0
    if present is not None and present.ends_at > act.at + 2 * charter.clocks.epoch:
        return 0
    eligible = rosters.eligible(act.at, charter)
    size = roster_size(len(eligible), charter)
    if size < charter.sizes.small.pool:
        return 0
    last = Roster.objects.order_by("-number").first()
    number, public_id = (last.number + 1 if last else 1), new_public_id()
    document = announcements.roster_document(public_id, number, epoch.public_id, eligible, size)
    roster = Roster.objects.create(
        public_id=public_id,
        number=number,
        epoch=epoch,
        announcement=commit_document(document),
        size=size,
        announced_at=act.at,
    )
    _tell_announced(act, roster)
    return 1


def announce_anew(act: Act, roster: Roster) -> None:
    """The epoch was voided whose seed was to draw this roster; the one that takes cases now will."""
    epoch, charter = epochs.taking(), charter_in_force()
    eligible = rosters.eligible(act.at, charter)
    roster.epoch, roster.size = epoch, roster_size(len(eligible), charter)
    document = announcements.roster_document(
        roster.public_id, roster.number, epoch.public_id, eligible, roster.size
    )
    roster.announcement, roster.announced_at = commit_document(document), act.at
    roster.save(update_fields=["epoch", "size", "announcement", "announced_at"])
    _tell_announced(act, roster)


def _tell_announced(act: Act, roster: Roster) -> None:
    event = RosterAnnounced(
        roster=roster.public_id,
        number=roster.number,
        epoch=roster.epoch.public_id,
        announcement=roster.announcement_id,
    )
    append(act, event, subject=roster.public_id)


def _begin_drawn(act: Act) -> int:
    drawn = Roster.objects.filter(began_at=None).exclude(epoch__seed="")
    return sum(_begin(act, roster) for roster in drawn.order_by("number"))


@transaction.atomic
def _begin(act: Act, roster: Roster) -> int:
    row = Roster.objects.select_for_update(of=("self",)).select_related("epoch", "announcement")
    row = row.get(pk=roster.pk)
    if row.began_at is not None:
        return 0
    for before in Roster.objects.filter(began_at__isnull=False, ended_at=None):
        before.ended_at = act.at
        before.save(update_fields=["ended_at"])
        append(act, RosterEnded(roster=before.public_id), subject=before.public_id)
    document = json.loads(bytes(row.announcement.body))
    drawn = announcements.drawn_members(bytes.fromhex(row.epoch.seed), document)
    places = _make_places(row, drawn)
    listed = {
        "v": announcements.PLACES,
        "roster": row.public_id,
        "places": sorted([place.public_id, place.digest] for place in places),
    }
    row.began_at, row.ends_at = act.at, act.at + charter_in_force().clocks.term
    row.save(update_fields=["began_at", "ends_at"])
    event = RosterBegun(
        roster=row.public_id,
        epoch=row.epoch.public_id,
        places=commit_document(listed).commitment,
        ends_at=rfc3339(row.ends_at),
    )
    append(act, event, subject=row.public_id)
    for place in places:
        tell(place.member, "committees.roster.drawn", params={}, path=_DESK, at=act.at)
    return 1


def _make_places(roster: Roster, drawn: list[str]) -> list[Place]:
    members = members_by_id(drawn)
    places = []
    for public_id in drawn:
        sealed = seal_bytes(public_id.encode("ascii"))
        places.append(
            Place(roster=roster, member=members[public_id], salt=sealed.salt, digest=sealed.digest)
        )
    return Place.objects.bulk_create(places)
