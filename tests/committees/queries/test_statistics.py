"""The figures of an area: counted once, small cells not shown, controls apart."""

from datetime import timedelta

import pytest

from college.committees.actions import cases
from college.committees.models import Case, Control, Epoch, Retrial
from college.committees.queries import epochs, restrictions, statistics
from college.committees.rules.areas import Area, Procedure
from college.committees.rules.ladder import CaseState
from college.committees.rules.tally import Choice
from college.record.actions.texts import commit
from tests.factories.acts import MOMENT, make_act
from tests.factories.colleges import make_college
from tests.factories.committees import draw_epoch, make_roster, seats_called, vote_all
from tests.factories.people import make_member
from tests.factories.settled import make_settled

pytestmark = pytest.mark.django_db
V, W = "v" * 13, "w" * 13


@pytest.fixture(autouse=True)
def college():
    make_college()


def make_control(case: Case, pair: str, *, opened: bool = True) -> Control:
    proposer = make_member()
    return Control.objects.create(
        procedure=Procedure.CONDUCT,
        rule="insult",
        scope=case.scope,
        own_side=case.own_side,
        pair=pair,
        text=commit("Fools."),
        answer=Choice.GRANT,
        proposer=proposer,
        proposed_at=MOMENT,
        certificate=make_settled(1, procedure=Procedure.CERTIFY)[0],
        certified_at=MOMENT,
        case=case,
        used_at=MOMENT,
        opened_at=MOMENT if opened else None,
    )


def test_decisions_are_counted_by_what_became_of_them():
    make_settled(24, granted=6)
    make_settled(2, provisional=True)
    make_settled(3, state=CaseState.SITTING, verdict="", verdict_ground="", verdict_at=None)
    make_settled(1, state=CaseState.WITHDRAWN, verdict="", verdict_ground="", verdict_at=None)
    make_settled(5, procedure=Procedure.LABEL)
    found = statistics.decisions(Area.CONDUCT)
    assert (found.asked, found.waiting, found.withdrawn, found.provisional) == (30, 3, 1, 2)
    assert (found.restricted.hits, found.restricted.of) == (6, 24)
    assert found.restricted.share.value == 0.25


def test_fewer_cases_than_a_cell_have_no_share():
    make_settled(19, granted=6)
    found = statistics.decisions(Area.CONDUCT)
    assert (found.restricted.of, found.restricted.share, found.times.median) == (19, None, None)


def test_times_are_from_asking_to_the_verdict():
    make_settled(19, hours=10)
    make_settled(1, hours=100)
    make_settled(1, hours=200)
    times = statistics.decisions(Area.CONDUCT).times
    assert (times.median, times.slowest) == (timedelta(hours=10), timedelta(hours=100))


def test_opened_controls_are_counted_apart_and_others_like_any_case():
    for case in make_settled(20):
        make_control(case, case.public_id)
    for case in make_settled(20):
        make_control(case, case.public_id, opened=False)
    found = statistics.decisions(Area.CONDUCT)
    assert (found.asked, found.controls) == (20, 20)


def test_first_panels_that_differ_are_a_disagreement_and_an_appeal_is_none():
    make_roster(120)
    differing, agreeing, appealed = (ask() for _ in range(3))
    draw_epoch(epochs.taking())
    vote_all(differing, ((Choice.GRANT, "insult"), (Choice.KEEP, "")))
    vote_all(agreeing, (Choice.KEEP, ""))
    vote_all(appealed, (Choice.GRANT, "insult"))
    appealed.refresh_from_db()
    cases.appeal(make_act(at=appealed.verdict_at), appealed)
    draw_epoch(epochs.taking())
    vote_all(differing, (Choice.KEEP, ""))
    vote_all(appealed, (Choice.KEEP, ""))
    found = statistics.decisions(Area.CONDUCT)
    assert (found.disagreed.hits, found.disagreed.of) == (1, 3)
    overturned = statistics.overturns(Area.CONDUCT)
    assert (overturned.by_appeal.hits, overturned.by_appeal.of) == (1, 1)
    assert (overturned.by_lot.of, overturned.surprise) == (0, None)


def test_reversals_by_lot_are_tested_against_clumps():
    epoch = Epoch.objects.create(
        number=1, opened_at=MOMENT, seals_at=MOMENT, ends_at=MOMENT, pool="0" * 64
    )
    for index, case in enumerate(make_settled(40)):
        Retrial.objects.create(
            case=case,
            epoch=epoch,
            chosen_at=MOMENT,
            verdict=Choice.KEEP,
            reviewed=False,
            found=Choice.GRANT if index < 20 else Choice.KEEP,
            found_ground="insult" if index < 20 else "",
            ended_at=MOMENT,
        )
    found = statistics.overturns(Area.CONDUCT)
    assert (found.by_lot.hits, found.by_lot.of) == (20, 40)
    assert found.surprise < 0.0001
    assert found.needed == 18


def test_service_counts_ballots_in_minutes_and_who_did_not_come():
    make_roster(120)
    case = ask()
    draw_epoch(epochs.taking())
    first = next(iter(seats_called(case)))
    first.out_at, first.out_ground = MOMENT, "silent"
    first.save()
    vote_all(case, (Choice.KEEP, ""))
    service = statistics.service(Area.CONDUCT)
    assert service.minutes == 3 * service.ballots
    assert (service.silent.hits, service.silent.of) == (1, service.ballots + 1)
    assert (service.left.hits, service.left.of) == (0, 112)
    assert statistics.minutes_by_debate() == {"d" * 13: service.minutes}


def test_restriction_is_told_per_debate_and_clustered_by_author():
    own, others = [make_member() for _ in range(10)], [make_member() for _ in range(20)]
    make_settled(40, granted=30, side=V, authors=own)
    make_settled(40, granted=10, side=W, authors=others)
    make_settled(5, granted=5, side=V, scope="e" * 13)
    one, other = restrictions.by_viewpoint(Area.CONDUCT)
    assert (one.scope, other.scope) == ("d" * 13, "e" * 13)
    first, second = one.sides
    assert (first.viewpoint, first.granted, first.cases, first.others) == (V, 30, 40, 40)
    assert first.found.ratio == pytest.approx(3)
    assert first.found.authors == 10
    assert second.found.ratio == pytest.approx(1 / 3)
    assert other.sides[0].found is None


def test_what_two_stewards_decided_is_in_no_ratio():
    make_settled(40, granted=20, side=V, provisional=True)
    assert restrictions.by_viewpoint(Area.CONDUCT) == []


def test_pairs_with_another_verdict_are_counted():
    for number in range(20):
        one, other = make_settled(2, granted=1 if number < 5 else 0, side=V)
        make_control(one, f"{number:013d}")
        make_control(other, f"{number:013d}")
    found = restrictions.swapped(Area.CONDUCT)
    assert (found.hits, found.of, found.share.value) == (5, 20, 0.25)
    assert restrictions.by_viewpoint(Area.CONDUCT) == []
    assert [one.scope for one in restrictions.of_controls(Area.CONDUCT)] == ["d" * 13]


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries_does_not_grow_with_the_cases(django_assert_num_queries, number):
    for index in range(number):
        make_settled(2, side=V, scope=f"{index:013d}")
    statistics.least_cell()  # reads the charter's document once per process
    with django_assert_num_queries(8):
        statistics.decisions(Area.CONDUCT)
    with django_assert_num_queries(3):
        restrictions.by_viewpoint(Area.CONDUCT)


def ask() -> Case:
    return cases.open_case(
        make_act(at=epochs.taking().opened_at),
        procedure=Procedure.CONDUCT,
        rule="insult",
        shown=[commit("You are a fool.")],
        scope="d" * 13,
    )
