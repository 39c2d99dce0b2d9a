"""Open what a case kept sealed: its draws, seats, changes, ballots and rulings (spec/draw.md §5)."""

import json

from college.committees.events.cases import CaseClosed
from college.committees.models import Case, Draw, Seat
from college.committees.rules.stories import STORY, change_document
from college.ground.act import Act
from college.ground.moments import rfc3339
from college.record.actions.entries import append
from college.record.actions.texts import commit_document


def open_stories(act: Act, case: Case) -> None:
    """Commit the story of each decided draw that is still sealed, and tell all of them in one entry."""
    stories, reasons = [], []
    for draw in case.draws.filter(drawn_at__isnull=False, story=None).order_by("id"):
        if draw.decided_at is None:
            continue
        draw.story = commit_document(_story(draw))
        draw.save(update_fields=["story"])
        stories.append(draw.story_id)
        ballots = draw.seats.filter(ballot__isnull=False).order_by("panel", "number", "id")
        reasons += ballots.values_list("ballot__reason_id", flat=True)
    if stories:
        event = CaseClosed(
            case=case.public_id, stories=tuple(stories), reasons=tuple(sorted(reasons))
        )
        append(act, event, subject=case.public_id)


def _story(draw: Draw) -> dict[str, object]:
    pooled = draw.epoch.pooled
    seats = list(
        draw.seats.select_related("place", "ballot", "replaces__place").order_by(
            "panel", "number", "id"
        )
    )
    return {
        "v": STORY,
        "case": draw.case.public_id,
        "step": draw.step,
        "epoch": draw.epoch.public_id,
        "pool": _opened(pooled.salt, pooled.body),
        "announcement": _opened(draw.salt, draw.body),
        "seating": _opened(draw.seating_salt, draw.seating) if draw.seating else None,
        "changes": [
            {"salt": bytes(seat.change_salt).hex(), "document": change_of(seat)}
            for seat in sorted(seats, key=lambda s: s.pk)
            if seat.change_salt is not None
        ],
        "service": [_service(seat) for seat in seats],
        "ballots": [
            {
                "seat": seat.public_id,
                "salt": bytes(seat.ballot.salt).hex(),
                "document": json.loads(bytes(seat.ballot.body)),
            }
            for seat in seats
            if hasattr(seat, "ballot")
        ],
        "rulings": [
            [ruling.panel, ruling.choice, ruling.ground]
            for ruling in draw.rulings.order_by("panel")
        ],
    }


def change_of(seat: Seat) -> dict[str, object]:
    """The change that ended a seat: who goes, why, and who comes, if anybody."""
    follower = getattr(seat, "replaced_by", None)
    return change_document(
        seat=seat.public_id,
        ground=seat.out_ground,
        at=rfc3339(seat.out_at),
        new_seat=follower.public_id if follower else "",
        new_place=follower.place.public_id if follower else "",
        fallback=follower.fallback if follower else False,
    )


def _service(seat: Seat) -> dict[str, object]:
    moments = {
        "called": seat.called_at,
        "accepted": seat.accepted_at,
        "cast": seat.ballot.cast_at if hasattr(seat, "ballot") else None,
        "out": seat.out_at,
    }
    times = {name: rfc3339(at) if at else "" for name, at in moments.items()}
    return {"seat": seat.public_id, "ground": seat.out_ground, **times}


def _opened(salt: bytes, body: bytes) -> dict[str, object]:
    return {"salt": bytes(salt).hex(), "document": json.loads(bytes(body))}
