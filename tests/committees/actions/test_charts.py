"""Charts: whose ballots are compared with what, and who sees the points."""

import pytest

from college.committees.actions import charts
from college.committees.models import Alarm, Case, Chart, Compared, Roster
from college.committees.queries import epochs
from college.committees.queries.charts import charts_to_judge, own_charts
from college.committees.rules.charts import Direction, Reference
from college.committees.rules.ladder import Step
from college.committees.rules.tally import Choice
from tests.committees.actions.audited import (
    GRANT,
    KEEP,
    SIDE,
    alarmed,
    clock,
    now,
    settled,
    tried_again,
    watched_college,
)
from tests.factories.committees import draw_epoch, seats_called, vote, vote_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def college() -> Roster:
    return watched_college(120)


def split_review(case: Case, granting: int) -> None:
    """So many of a review of 31 grant, the others keep."""
    for number, seat in enumerate(list(seats_called(case))):
        choice, ground = GRANT if number < granting else KEEP
        vote(seat, choice, ground=ground)
    case.refresh_from_db()


def judges(case: Case, step: Step) -> set[int]:
    rows = case.draws.get(step=step).seats.filter(ballot__isnull=False)
    return set(rows.values_list("place__member_id", flat=True))


@pytest.mark.usefixtures("college")
def test_a_case_without_a_reference_moves_no_chart():
    """The members of a panel who were outvoted have not deviated from anything."""
    settled(KEEP)
    assert charts.step(clock(now())) == 0
    assert not Chart.objects.exists()


@pytest.mark.usefixtures("college")
def test_a_review_speaks_of_the_first_panels_and_weighs_one():
    case = settled((GRANT, KEEP), KEEP, own_side=SIDE)
    charts.step(clock(case.verdict_at))
    compared = Compared.objects.filter(reference=Reference.REVIEW)
    assert {row.ballot.seat.place.member_id for row in compared} == judges(case, Step.FIRST)
    rows = Chart.objects.filter(compared__in=compared)
    heights = sorted(rows.values_list("height", "deviations", "viewpoint", "direction"))
    too_hard = Direction.TOO_HARD.value
    assert heights == [(0, 0, SIDE, too_hard)] * 3 + [(1, 1, SIDE, too_hard)] * 3


@pytest.mark.usefixtures("college")
@pytest.mark.parametrize(
    ("granting", "of_those_who_grant", "of_those_who_keep"),
    [
        (16, (Choice.KEEP, 1), (Choice.KEEP, 0)),
        # One ballot tips the scale: the others say nothing of anybody.
        (18, None, None),
        (20, (Choice.GRANT, 0), (Choice.GRANT, 1)),
    ],
)
def test_a_reviews_own_voters_are_held_to_the_others_of_it(
    granting, of_those_who_grant, of_those_who_keep
):
    case = settled((GRANT, KEEP))
    split_review(case, granting)
    charts.step(clock(case.verdict_at))
    rows = Compared.objects.filter(reference=Reference.OTHERS)
    judged = {row.ballot.seat.place.member_id for row in rows}
    assert judged == (judges(case, Step.REVIEW) if of_those_who_grant else set())
    for choice, told in (("grant", of_those_who_grant), ("keep", of_those_who_keep)):
        of_these = rows.filter(ballot__choice=choice)
        assert set(of_these.values_list("found", "height")) == ({told} if told else set())
    assert charts.step(clock(case.verdict_at)) == 0


def test_a_small_review_says_nothing_of_its_own_voters_and_a_retrial_does():
    """Fourteen others are too easily of one mind."""
    watched_college(60)
    case = settled((GRANT, KEEP), GRANT)
    assert len(judges(case, Step.REVIEW)) == 15
    charts.step(clock(case.verdict_at))
    assert not Compared.objects.filter(reference=Reference.OTHERS).exists()
    before = Compared.objects.count()
    tried_again(case, KEEP)
    charts.step(clock(now()))
    later = Compared.objects.order_by("id")[before:]
    assert {row.ballot.seat.place.member_id for row in later} == judges(case, Step.REVIEW)
    assert {row.chart.height for row in later} == {2}


@pytest.mark.usefixtures("college")
def test_a_retrial_weighs_two():
    case = settled(KEEP)
    tried_again(case, GRANT)
    charts.step(clock(now()))
    assert {row.ballot.seat.place.member_id for row in Compared.objects.all()} == judges(
        case, Step.FIRST
    )
    assert set(Compared.objects.values_list("reference", "height")) == {(Reference.RETRIAL, 2)}


@pytest.mark.usefixtures("college")
def test_a_retrial_of_a_review_scores_no_ballot_again():
    case = settled((GRANT, KEEP), GRANT)
    charts.step(clock(case.verdict_at))
    before = Compared.objects.count()
    tried_again(case, KEEP)
    charts.step(clock(now()))
    assert Compared.objects.count() == before


@pytest.mark.usefixtures("college")
def test_each_ballot_is_compared_once():
    case = settled((GRANT, KEEP), KEEP)
    charts.step(clock(case.verdict_at))
    moves = Compared.objects.count()
    assert charts.step(clock(case.verdict_at)) == 0
    assert Compared.objects.count() == moves


@pytest.mark.usefixtures("college")
def test_a_chart_is_shown_to_its_member_and_to_those_who_decide():
    (member,) = alarmed(1)
    draw_epoch(epochs.taking())
    alarm = Alarm.objects.get()
    (seat, *_others) = seats_called(alarm.case)
    judge = seat.place.member
    assert [chart.height for chart in own_charts(member)] == [2]
    (shown,) = charts_to_judge(judge)
    assert (shown.case, shown.height) == (alarm.case, 2)
    assert len(shown.points) == 1
    assert charts_to_judge(member) == []
    vote_all(alarm.case, (Choice.KEEP, ""))
    assert charts_to_judge(judge) == []
