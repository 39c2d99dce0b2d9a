"""Law 5: every contested decision goes to at least two disjoint panels drawn from a pool frozen before."""

import json
import random
from collections import defaultdict

import pytest

from college.committees.actions import stewards
from college.committees.models import Case, Epoch, Seat
from college.committees.queries import epochs
from college.committees.rules.areas import WAYS, Procedure
from college.committees.rules.feasibility import size_of
from college.committees.rules.ladder import CaseState, Step
from college.committees.rules.tally import Choice
from college.ground.charter import Preset, load
from college.people.models import Member
from tests.factories.acts import MOMENT, make_act
from tests.factories.colleges import make_college
from tests.factories.committees import draw_epoch, make_case, make_roster, seats_called, vote
from tests.factories.people import make_steward

GRANT, KEEP = (Choice.GRANT, "insult"), (Choice.KEEP, "")


@pytest.mark.parametrize("preset", Preset)
def test_law_5_every_procedure_has_two_panels_or_more_and_a_larger_review(preset):
    charter = load(preset)
    for procedure in Procedure:
        for name in WAYS[procedure].sizes:
            size = size_of(charter, name)
            assert size.panels >= 2, procedure
            assert size.review_seats > size.seats, procedure


@pytest.mark.django_db
@pytest.mark.parametrize("luck", range(4))
def test_law_5_whatever_is_voted_no_verdict_rests_on_one_panel_or_on_one_person_twice(luck):
    make_college()
    make_roster()
    chance = random.Random(luck)
    for _ in range(3):
        make_case(parties=list(Member.objects.values_list("public_id", flat=True)[:5]))
    while Case.objects.exclude(state=CaseState.SETTLED).exists():
        draw_epoch(epochs.taking(), seed=f"{luck}")
        for case in Case.objects.exclude(state=CaseState.SETTLED):
            while waiting := list(seats_called(case)):
                for seat in waiting:
                    choice, ground = chance.choice((GRANT, KEEP))
                    vote(seat, choice, ground=ground)
    for case in Case.objects.all():
        panels, people = defaultdict(set), []
        for seat in Seat.objects.filter(draw__case=case).select_related("draw", "place"):
            if seat.called_at is not None:
                panels[seat.draw.step, seat.panel].add(seat.place.member_id)
                people.append(seat.place.member_id)
        assert len(panels) == (3 if case.step == Step.REVIEW else 2)
        assert len(people) == len(set(people)), "nobody judges one case twice"


@pytest.mark.django_db
def test_law_5_the_pool_is_frozen_before_the_case_and_nobody_joins_it_later():
    make_college()
    make_roster()
    case = make_case()
    epoch = Epoch.objects.get(draws__case=case)
    assert epoch.opened_at <= case.opened_at
    before = json.loads(bytes(epoch.pooled.body))["places"]
    draw_epoch(epoch)
    drawn = set(Seat.objects.values_list("place__public_id", flat=True))
    assert drawn <= set(before)


@pytest.mark.django_db
def test_law_5_one_steward_alone_decides_nothing():
    make_college()
    one, two = make_steward(at=MOMENT), make_steward(at=MOMENT)
    case = make_case()
    for steward in (one, two):
        case.refresh_from_db()
        assert case.verdict == ""
        stewards.vote_as_steward(
            make_act(steward.public_id, at=MOMENT),
            case,
            choice=Choice.GRANT,
            ground="insult",
            reason="It names a person and calls them a fool.",
        )
    case.refresh_from_db()
    assert (case.verdict, case.provisional) == ("grant", True)
