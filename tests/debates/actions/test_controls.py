"""Control cases of a debate: who offers them, with whose labels they are mixed in."""

from dataclasses import replace
from datetime import timedelta

import pytest

from college.committees.actions import controls as committees
from college.committees.actions import retrials
from college.committees.actions.cases import open_case
from college.committees.models import Case, Control
from college.committees.queries import epochs
from college.committees.rules.areas import Procedure
from college.committees.rules.tally import Choice
from college.debates.actions import controls
from college.debates.models import Holding
from college.debates.queries.labels import labels_at, viewpoints_of
from college.debates.rules.stages import Stage
from college.ground.refusals import Refusal
from college.record.actions.charters import put_in_force
from college.record.actions.texts import commit
from tests.factories.acts import MOMENT, make_act
from tests.factories.colleges import make_college
from tests.factories.committees import CLOCK, draw_epoch, make_roster, vote_all
from tests.factories.debates import add_holder, make_debate
from tests.factories.people import make_member, make_steward

pytestmark = pytest.mark.django_db
GRANT = (Choice.GRANT, "insult")


@pytest.fixture
def stand():
    """A College with a roster, whose every case brings a control along, and an open debate."""
    charter = make_college()
    put_in_force(CLOCK, replace(charter, audit=replace(charter.audit, controls=100)))
    make_roster(120)
    return make_debate(Stage.OPEN)


def offer(stand, by, *, sides=1) -> list[Control]:
    return controls.offer_control(
        make_act(by.public_id, at=epochs.taking().opened_at),
        stand.debate,
        words="You are all fools.",
        rule="insult",
        answer=Choice.GRANT,
        sides=stand.viewpoints[:sides],
    )


def test_only_a_steward_offers(stand):
    with pytest.raises(Refusal) as refused:
        offer(stand, stand.holders[0])
    assert refused.value.params == {"permission": "may_offer_control"}


def test_panels_of_all_viewpoints_certify_it(stand):
    (control,) = offer(stand, make_steward())
    case = control.certificate
    assert (case.procedure, case.own_side) == (Procedure.CERTIFY, "")
    assert case.viewpoints == sorted(viewpoints_of(stand.debate))
    assert control.own_side == stand.viewpoints[0].public_id


def test_a_pair_is_mixed_in_at_the_next_report_with_the_labels_of_the_epochs_opening(stand):
    rows = offer(stand, make_steward(), sides=2)
    draw_epoch(epochs.taking())
    vote_all(rows[0].certificate, GRANT)
    late = replace(CLOCK, at=epochs.taking().opened_at)
    committees.step(late)
    open_case(late, procedure=Procedure.CONDUCT, rule="insult", shown=[commit("A text.")])
    draw_epoch(epochs.taking())
    taking = epochs.taking()
    retrials.step(replace(late, at=taking.opened_at))
    before = labels_at(stand.debate, taking.opened_at)
    Holding.objects.create(
        debate=stand.debate,
        member=make_member(),
        viewpoint=stand.viewpoints[1],
        began_at=taking.opened_at + timedelta(hours=1),
    )
    assert controls.step(replace(late, at=taking.seals_at)) == 2
    used = list(Case.objects.filter(control__isnull=False).order_by("id"))
    assert [case.own_side for case in used] == [v.public_id for v in stand.viewpoints[:2]]
    assert [case.labels for case in used] == [before, before]
    assert controls.step(replace(late, at=taking.seals_at)) == 0


def test_labels_are_those_of_a_moment(stand):
    member = add_holder(stand, stand.viewpoints[0])
    assert labels_at(stand.debate, MOMENT - timedelta(days=999)) == {}
    held = labels_at(stand.debate, MOMENT + timedelta(days=999))
    assert held[member.public_id] == stand.viewpoints[0].public_id
