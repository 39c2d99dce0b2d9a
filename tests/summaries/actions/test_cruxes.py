"""Naming what a debate turns on, and saying what would change a mind."""

import pytest

from college.ground.refusals import Refusal
from college.record.models import Entry
from college.summaries.actions.cruxes import drop_crux, name_crux, tell_mind
from college.summaries.models import MindChange
from college.summaries.queries import cruxes
from tests.factories.acts import MOMENT
from tests.factories.colleges import make_college
from tests.factories.debates import make_debate
from tests.factories.people import make_member
from tests.factories.turning import Turning, make_turning

pytestmark = pytest.mark.django_db


@pytest.fixture
def turning() -> Turning:
    make_college()
    return make_turning()


def refused(code: str):
    return pytest.raises(Refusal, match=code)


def test_a_crux_pins_the_wording_of_its_claim_and_tells_both_delegates(turning: Turning) -> None:
    crux = turning.crux()
    assert crux.pinned.number == 1
    assert {crux.first, crux.second} == set(turning.stand.viewpoints)
    assert Entry.objects.filter(kind="summaries.crux.named").count() == 1
    for member in turning.delegates:
        assert member.notices.filter(code="summaries.crux.named").exists()


def test_the_order_in_which_the_two_are_given_does_not_matter(turning: Turning) -> None:
    first, second = turning.stand.viewpoints
    act = turning.stand.act(turning.editor)
    crux = name_crux(act, turning.summary, turning.claim, between=(second, first))
    assert (crux.first, crux.second) == (first, second)
    with refused("summaries.crux.already"):
        name_crux(act, turning.summary, turning.claim, between=(first, second))


def test_one_viewpoint_alone_parts_with_nobody(turning: Turning) -> None:
    one = turning.stand.viewpoints[0]
    with refused("summaries.crux.same"):
        name_crux(
            turning.stand.act(turning.editor), turning.summary, turning.claim, between=(one, one)
        )


def test_a_viewpoint_or_a_claim_of_another_debate_is_refused(turning: Turning) -> None:
    other = make_debate(wording="Should the pier be lit at night?", at=MOMENT)
    first, _second = turning.stand.viewpoints
    act = turning.stand.act(turning.editor)
    with refused("summaries.crux.viewpoint"):
        between = (first, other.viewpoints[0])
        name_crux(act, turning.summary, turning.claim, between=between)


def test_what_would_change_a_mind_can_be_said_anew(turning: Turning) -> None:
    crux = turning.crux()
    delegate = turning.delegates[1]
    tell_mind(turning.stand.act(delegate), crux, text="A count in summer.")
    tell_mind(turning.stand.act(delegate, hours=1), crux, text="A count in winter.")
    (named,) = cruxes.of_summary(turning.summary)
    said = {side.viewpoint.letter: side.mind and side.mind.text.words for side in named.sides}
    assert said == {"A": None, "B": "A count in winter."}
    assert MindChange.objects.count() == 2
    assert Entry.objects.filter(kind="summaries.mind.told").count() == 2


def test_a_dropped_crux_is_named_no_longer(turning: Turning) -> None:
    crux = turning.crux()
    drop_crux(turning.stand.act(turning.editor), crux)
    drop_crux(turning.stand.act(turning.editor), crux)
    assert cruxes.of_summary(turning.summary) == []
    assert Entry.objects.filter(kind="summaries.crux.dropped").count() == 1
    with refused("summaries.permission.may-not"):
        tell_mind(turning.stand.act(turning.delegates[0]), crux, text="A count.")


def test_somebody_who_speaks_for_neither_says_nothing(turning: Turning) -> None:
    with refused("summaries.permission.may-not"):
        tell_mind(turning.stand.act(make_member()), turning.crux(), text="A count.")


def test_a_newer_wording_of_the_claim_is_seen(turning: Turning, django_assert_num_queries) -> None:
    turning.crux()
    assert not cruxes.of_summary(turning.summary)[0].is_stale
    turning.claim.head = 2
    turning.claim.save(update_fields=["head"])
    with django_assert_num_queries(3):
        assert cruxes.of_summary(turning.summary)[0].is_stale
