"""Who of a pool may not sit on a case, and why a case could not be seated."""

import json
from collections import Counter
from collections.abc import Iterable

from college.committees.models import Draw, Place, Seat
from college.committees.queries import recusals
from college.committees.rules import feasibility
from college.committees.rules.areas import OF_EVERY_SIDE, Procedure
from college.committees.rules.feasibility import Unmet
from college.people.rules.standing import Standing, may_act
from college.record.charters import charter_in_force


def of(draw: Draw, places: Iterable[Place]) -> dict[str, str]:
    """Place → word, of those who may not sit: ``party`` (to do with it, or judged it), ``left``, ``busy``.

    Who declared a tie to its debate or to a party is a party too. Five queries.
    """
    asked = list(draw.case.parties.values_list("member_id", "member__public_id"))
    parties = {member for member, _name in asked}
    tied = recusals.tied_to([draw.case.scope, *(name for _member, name in asked)])
    judged = set(
        Seat.objects.filter(draw__case=draw.case, called_at__isnull=False).values_list(
            "place__member_id", flat=True
        )
    )
    judged |= set(draw.case.steward_votes.values_list("member_id", flat=True))
    waiting = Counter(
        Seat.objects.filter(out_at=None, ballot=None, draw__decided_at=None).values_list(
            "place__member_id", flat=True
        )
    )
    docket = charter_in_force().limits.docket
    words: dict[str, str] = {}
    for place in places:
        if place.member_id in parties | judged or place.member.public_id in tied:
            words[place.public_id] = "party"
        elif place.left_at is not None or not may_act(Standing(place.member.standing)):
            words[place.public_id] = "left"
        elif waiting[place.member_id] >= docket:
            words[place.public_id] = "busy"
    return words


def why_unmet(draw: Draw) -> Unmet:
    """Why no size could be seated with an announced draw, as far as counting tells. One query."""
    document = json.loads(bytes(draw.body))
    strata = Counter(stratum for _place, stratum in document["pool"])
    parties = sum(word == "party" for _place, word in document["excused"])
    roster = draw.epoch.pooled.roster
    serving = roster.places.count() if roster is not None else 0
    pool = feasibility.Pool(
        serving=serving,
        off_duty=serving - len(document["pool"]) - len(document["excused"]),
        parties=parties,
        strata=strata,
        viewpoints=len(document["viewpoints"]),
        own_side=document["own_side"],
    )
    found = feasibility.seating(Procedure(draw.case.procedure), charter_in_force(), pool)
    # Counting is kinder than the deal: where it finds nothing missing, the hands could not fill a side.
    every_side = draw.case.procedure in OF_EVERY_SIDE
    return found.unmet or (Unmet.A_SIDE if every_side else Unmet.ONE_SIDED)
