"""Draws: announced before the seed is known, made with it."""

import json
import secrets

from django.db import transaction

from college.committees.actions.deciding import leave_to_stewards, refer_unmet
from college.committees.actions.sealed import seal
from college.committees.actions.seats import call_first_wave
from college.committees.actions.stewards import hand_to_stewards
from college.committees.actions.stories import open_stories
from college.committees.events.cases import DrawAnnounced, DrawMade, DrawUnmet
from college.committees.models import Case, Draw, Place, Seat
from college.committees.queries import cases, excuses
from college.committees.rules import announcements, feasibility, lot
from college.committees.rules.areas import WAYS, Procedure, SizeName
from college.committees.rules.ladder import CaseState, Step
from college.ground.act import Act
from college.record.actions.entries import append
from college.record.charters import charter_in_force

_NONCE_BYTES = 32
_BLIND_BYTES = 32


def announce(act: Act, draw: Draw) -> Draw:
    """Fix pool, labels, excuses and seats, sealed. Called while the epoch is being sealed."""
    case = draw.case
    pooled = json.loads(bytes(draw.epoch.pooled.body))
    places = list(
        Place.objects.filter(public_id__in=pooled["places"]).select_related("member", "roster")
    )
    excused = excuses.of(draw, places)
    pool = {
        place.public_id: case.labels.get(place.member.public_id, lot.NONE)
        for place in places
        if place.public_id not in excused
    }
    document = announcements.draw_document(
        case=case.public_id,
        draw=Draw.objects.filter(case=case, id__lt=draw.pk).count() + 1,
        step=Step(draw.step),
        epoch=draw.epoch.public_id,
        procedure=Procedure(case.procedure),
        own_side=case.own_side,
        viewpoints=case.viewpoints,
        sizes=_sizes(draw),
        pool=pool,
        excused=excused,
        blind=secrets.token_hex(_BLIND_BYTES),
    )
    sealed = seal(document)
    draw.salt, draw.body, draw.digest = sealed.salt, sealed.body, sealed.digest
    draw.save(update_fields=["salt", "body", "digest"])
    event = DrawAnnounced(
        case=case.public_id, epoch=draw.epoch.public_id, announcement=sealed.digest
    )
    append(act, event, subject=case.public_id)
    return draw


def make_due(act: Act) -> int:
    """Make every announced draw whose seed is known, each in a transaction of its own."""
    return sum(_make(act, draw) for draw in cases.draws_to_make())


@transaction.atomic
def _make(act: Act, draw: Draw) -> int:
    case = Case.objects.select_for_update(no_key=True).get(pk=draw.case_id)
    draw = Draw.objects.select_related("epoch").get(pk=draw.pk)
    if draw.drawn_at is not None or draw.decided_at is not None:
        return 0
    document = json.loads(bytes(draw.body))
    made = announcements.make(bytes.fromhex(draw.epoch.seed), document)
    draw.drawn_at = act.at
    if made is None:
        return _unmet(act, case, draw)
    draw.size, draw.panels = made.sized.name, made.sized.shape.panels
    draw.threshold = made.sized.threshold
    _seat(draw, made)
    seating = seal(_seating(draw))
    draw.seating_salt, draw.seating = seating.salt, seating.body
    draw.save()
    event = DrawMade(case=case.public_id, epoch=draw.epoch.public_id, seating=seating.digest)
    append(act, event, subject=case.public_id)
    if draw.step != Step.RETRIAL:
        case.state = CaseState.SITTING
        case.save(update_fields=["state"])
    call_first_wave(act, draw)
    return 1


def _sizes(draw: Draw) -> list[announcements.Sized]:
    """The sizes that the roster is large enough for; of a review or re-trial, that of the first panels."""
    charter, case, step = charter_in_force(), draw.case, Step(draw.step)
    first = cases.size_taken(case) if step is not Step.FIRST else ""
    names = [SizeName(first)] if first else WAYS[Procedure(case.procedure)].sizes
    serving = draw.epoch.pooled.roster.places.count()
    return [
        announcements.sized(
            Procedure(case.procedure),
            name,
            feasibility.size_of(charter, name),
            step,
            viewpoints=len(case.viewpoints),
            has_side=bool(case.own_side),
        )
        for name in names
        if first or serving >= feasibility.size_of(charter, name).pool
    ]


def _seat(draw: Draw, made: announcements.Made) -> None:
    labels = [s.candidate.label for panel in made.panels for s in panel]
    places = {p.public_id: p for p in Place.objects.filter(public_id__in=labels)}
    Seat.objects.bulk_create(
        Seat(
            draw=draw,
            panel=panel,
            number=number,
            place=places[one.candidate.label],
            own_seat=one.own_seat,
            fallback=one.fallback,
            nonce=secrets.token_hex(_NONCE_BYTES),
        )
        for panel, seats in enumerate(made.panels)
        for number, one in enumerate(seats, start=1)
    )


def _seating(draw: Draw) -> announcements.Document:
    rows = draw.seats.order_by("panel", "number").values_list(
        "public_id", "panel", "number", "place__public_id", "own_seat", "fallback"
    )
    return {
        "v": announcements.SEATING,
        "size": draw.size,
        "seats": [list(row) for row in rows],
    }


def _unmet(act: Act, case: Case, draw: Draw) -> int:
    ground = excuses.why_unmet(draw)
    draw.unmet, draw.decided_at = ground, act.at
    draw.save(update_fields=["unmet", "drawn_at", "decided_at"])
    append(act, DrawUnmet(case=case.public_id, ground=ground), subject=case.public_id)
    if draw.step == Step.REVIEW:
        refer_unmet(act, case, unmet=ground)
    elif draw.step == Step.RETRIAL:
        open_stories(act, case)
    elif case.provisional:
        leave_to_stewards(act, case, unmet=ground)
    else:
        hand_to_stewards(act, case, unmet=ground)
    return 1
