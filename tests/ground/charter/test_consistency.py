"""Numbers that cannot work together are refused, each at its setting and with its reason."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.committees.rules.areas import WAYS
from college.committees.rules.feasibility import size_of
from college.committees.rules.tally import Choice, Vote, ruling
from college.ground.charter import CharterError, Fault, Preset, amended, check, load
from college.ground.charter.consistency import AREA_SIZES
from college.ground.charter.sections import Areas, Size

CHARTER = load(Preset.ASSEMBLY)


@pytest.mark.parametrize(
    ("lines", "setting", "fault"),
    [
        ("roster.share = 101", "roster.share", Fault.NOT_A_SHARE),
        ("audit.controls = 200", "audit.controls", Fault.NOT_A_SHARE),
        ('clocks.epoch = "4 hours"', "clocks.lodging", Fault.EPOCH_TOO_SHORT),
        ('clocks.voting = "23 hours"', "clocks.voting", Fault.VOTING_TOO_SHORT),
        ('clocks.term = "4 days"', "clocks.term", Fault.TERM_TOO_SHORT),
        ('clocks.duty = "91 days"', "clocks.duty", Fault.DUTY_TOO_LONG),
        ("limits.newcomer_per_hour = 31", "limits.newcomer_per_hour", Fault.NEWCOMERS_FIRST),
        (
            "limits.newcomer_reports_per_day = 21",
            "limits.newcomer_reports_per_day",
            Fault.NEWCOMERS_FIRST,
        ),
        ("sizes.standard.panels = 1", "sizes.standard.panels", Fault.ONE_PANEL),
        ("sizes.standard.threshold = 6", "sizes.standard.threshold", Fault.OUT_OF_REACH),
        ("sizes.standard.threshold = 2", "sizes.standard.threshold", Fault.TWO_COULD_REACH),
        ("sizes.small.review_threshold = 16", "sizes.small.review_threshold", Fault.OUT_OF_REACH),
        ("sizes.small.review_threshold = 7", "sizes.small.review_threshold", Fault.TWO_COULD_REACH),
        ("sizes.labels.cap = 4", "sizes.labels.cap", Fault.CAP_OF_NO_USE),
        ("sizes.standard.review_cap = 2", "sizes.standard.review_cap", Fault.CAP_TOO_LOW),
        (
            "sizes.small = {review_seats = 3, review_threshold = 2, review_cap = 2}",
            "sizes.small.review_seats",
            Fault.REVIEW_TOO_SMALL,
        ),
        ("sizes.standard.pool = 40", "sizes.standard.pool", Fault.PANELS_OVERLAP),
        ("sizes.standard.pool = 81", "sizes.standard.pool", Fault.NO_RESERVES),
        ("areas.membership = true\nroster.most = 111", "areas.membership", Fault.NOT_SEATED),
        ("areas.appeals = false", "areas.agenda", Fault.NO_SECOND_LOOK),
        ("audit.alarm = 2", "audit.alarm", Fault.ALARM_TOO_LOW),
        ("audit.breaker_least = 2", "audit.breaker_least", Fault.BREAKER_AT_ONCE),
    ],
)
def test_a_charter_that_cannot_work_is_refused(lines, setting, fault):
    with pytest.raises(CharterError) as wrong:
        amended(CHARTER, lines)
    assert (wrong.value.setting, wrong.value.fault) == (setting, fault)


@pytest.mark.parametrize(
    "lines",
    [
        "roster.share = 100",
        'clocks.voting = "24 hours"',
        "sizes.standard.threshold = 5",
        "areas.membership = true\nroster.most = 112",
        "audit.breaker_least = 3",
        "roster.most = 82",  # enough for the areas that are switched on
    ],
)
def test_what_just_works_is_taken(lines):
    check(amended(CHARTER, lines))


def test_an_area_is_seated_with_the_sizes_of_its_procedures():
    """``ground`` cannot look up the ladder, so the two tables are held equal here."""
    for area in {way.area for way in WAYS.values()}:
        needed = AREA_SIZES.get(area.value, ("standard", "small"))
        ways = {way.sizes for way in WAYS.values() if way.area is area}
        assert needed in ways
        pools = [min(size_of(CHARTER, name).pool for name in sizes) for sizes in ways]
        assert min(getattr(CHARTER.sizes, name).pool for name in needed) == max(pools)
    assert {*AREA_SIZES} <= set(Areas.__dataclass_fields__)


SIZES = st.builds(Size, *[st.integers(1, 45) for _ in Size.__dataclass_fields__])


@given(SIZES, st.data())
def test_no_size_that_is_taken_lets_two_grounds_win(size, data):
    try:
        check(replace(CHARTER, sizes=replace(CHARTER.sizes, standard=size)))
    except CharterError:
        return
    cast = data.draw(st.lists(st.sampled_from("ab"), min_size=size.seats, max_size=size.seats))
    votes = [Vote(Choice.GRANT, ground) for ground in cast]
    reached = [g for g in "ab" if cast.count(g) >= size.threshold]
    assert len(reached) <= 1
    assert ruling(votes, size.threshold).ground == "".join(reached)


def test_every_default_is_consistent():
    for preset in Preset:
        check(load(preset))
    assert CHARTER.clocks.epoch > timedelta(0)
