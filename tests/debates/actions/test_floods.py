"""Nobody fills the record by going to and fro: what has no limit of its own has one for all of it."""

import pytest

from college.debates.actions.delegates import offer_delegate, step_down
from college.debates.actions.holdings import hold
from college.debates.actions.objections import object_to_viewpoint, withdraw_objection
from college.ground.charter import Preset, load
from college.record.models import Entry
from tests.factories.acts import refused
from tests.factories.colleges import make_college
from tests.factories.debates import add_holder, add_viewpoint, make_debate
from tests.factories.people import make_member

pytestmark = pytest.mark.django_db
HASTE = "people.member.too-often"
MOST = load(Preset.ASSEMBLY).limits.acts_per_hour


@pytest.fixture
def stand():
    make_college()
    return make_debate()


def _often(stand, member, *acts):
    """Do them in turn until one is refused; gives how many entries that made, all in one moment."""
    before = Entry.objects.filter(actor=member.public_id).count()
    with refused(HASTE):
        for turn in range(2 * MOST):
            acts[turn % len(acts)]()
    return Entry.objects.filter(actor=member.public_id).count() - before


def test_changing_sides_has_an_end(stand):
    member = make_member(at=stand.at)
    one, other = (
        lambda v=v: hold(stand.act(member), stand.debate, viewpoint=v) for v in stand.viewpoints
    )
    assert _often(stand, member, one, other) <= MOST + 2
    assert hold(stand.act(member, hours=2), stand.debate, viewpoint=None)


def test_offering_and_stepping_down_has_an_end(stand):
    member = add_holder(stand, stand.viewpoints[0])
    offers = []

    def offer():
        offers.append(offer_delegate(stand.act(member), stand.viewpoints[0]))

    assert _often(stand, member, offer, lambda: step_down(stand.act(member), offers[-1]))


def test_objecting_and_taking_it_back_has_an_end(stand):
    late, member = add_viewpoint(stand, "One more way across"), make_member(at=stand.at)
    made = []

    def object_():
        reason = "This is about another ferry altogether."
        made.append(object_to_viewpoint(stand.act(member), late, reason=reason))

    _often(stand, member, object_, lambda: withdraw_objection(stand.act(member), made[-1]))


def test_one_may_always_leave(stand):
    """Nobody is kept in an office or a part by having been hasty."""
    member = add_holder(stand, stand.viewpoints[0])
    offer = offer_delegate(stand.act(member), stand.viewpoints[0])
    one, other = (
        lambda v=v: hold(stand.act(member), stand.debate, viewpoint=v)
        for v in (None, *stand.viewpoints[1:])
    )
    _often(stand, member, one, other)
    offer.refresh_from_db()
    assert offer.ended_at is not None
