"""The tables of the simulation say what the production rules say, for every count of ballots."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from college.committees.rules.charts import found_by_others
from college.committees.rules.ladder import first_wave, verdict
from college.committees.rules.simulation import rulebook
from college.committees.rules.simulation.rulebook import (
    ALL_GRANT,
    ALL_KEEP,
    DIFFER,
    FOUND_GRANT,
    FOUND_KEEP,
    FOUND_NOTHING,
)
from college.committees.rules.tally import KEPT, Choice, Ruling, Vote, ruling, settled

_SEATS = st.integers(1, 41)


def _votes(grant: int, keep: int) -> list[Vote]:
    return [Vote(Choice.GRANT, "insult")] * grant + [Vote(Choice.KEEP)] * keep


@given(_SEATS, st.data())
def test_a_panel_grants_where_the_tally_does(seats: int, data: st.DataObject) -> None:
    threshold = data.draw(st.integers(1, seats))
    grant = data.draw(st.integers(0, seats))
    granted = ruling(_votes(grant, seats - grant), threshold).choice is Choice.GRANT
    assert bool(rulebook.grants(seats, threshold)[grant]) is granted
    assert bool(rulebook.errs(seats, threshold, abusive=False)[grant]) is granted
    # On an abusive text the wrong ballots are those that keep.
    assert bool(rulebook.errs(seats, threshold, abusive=True)[seats - grant]) is not granted


@given(st.integers(1, 4), st.data())
def test_panels_come_together_where_the_ladder_says(panels: int, data: st.DataObject) -> None:
    grant = data.draw(st.integers(0, panels))
    found = verdict([Ruling(Choice.GRANT, "insult")] * grant + [KEPT] * (panels - grant))
    word = int(rulebook.together(panels)[grant])
    assert word == (DIFFER if found is None else ALL_KEEP if found == KEPT else ALL_GRANT)


@given(st.integers(1, 5), st.data())
def test_a_wave_settles_what_the_tally_calls_settled(seats: int, data: st.DataObject) -> None:
    threshold = data.draw(st.integers(1, seats))
    first, settles = rulebook.wave(seats, threshold)
    assert first == first_wave(seats, threshold)
    grant = data.draw(st.integers(0, first))
    found = settled(_votes(grant, first - grant), threshold=threshold, outstanding=seats - first)
    assert bool(settles[grant]) is (found is not None)


@given(st.integers(28, 41), st.data())
def test_a_voters_others_find_what_they_do_in_the_audit(seats: int, data: st.DataObject) -> None:
    threshold = data.draw(st.integers(1, seats))
    grant = data.draw(st.integers(0, seats))
    cast = _votes(grant, seats - grant)
    own = data.draw(st.sampled_from(cast))
    found = found_by_others(own, Counter(cast), threshold)
    word = int(rulebook.others_found(seats, threshold)[grant, int(own.choice is Choice.GRANT)])
    words = {None: FOUND_NOTHING, Choice.GRANT: FOUND_GRANT, Choice.KEEP: FOUND_KEEP}
    assert word == words[found]
