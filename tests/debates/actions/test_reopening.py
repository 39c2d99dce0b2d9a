"""A debate that is opened again: its dates, its room, its delegates' share in seeds."""

from datetime import timedelta

import pytest
from django.db import transaction

from college.committees.models import Contributor
from college.debates.actions import speaking
from college.debates.actions.claims import add_claim
from college.debates.actions.locking import locked
from college.debates.actions.stages import reopen
from college.debates.models import Delegate
from college.debates.queries import budgets
from college.debates.rules.stages import Stage
from college.ground.act import Act
from college.record.models import Entry
from tests.factories.colleges import make_college
from tests.factories.debates import Stand, add_delegate, make_debate

pytestmark = pytest.mark.django_db


@pytest.fixture
def stand() -> Stand:
    make_college()
    stand = make_debate(Stage.FRAMING)
    add_delegate(stand, stand.viewpoints[0])
    stand.wait(days=15)
    add_claim(stand.act(stand.holders[0]), stand.debate, form="factual", text="The ferry is full.")
    stand.wait(days=28)
    stand.wait(days=8)
    assert stand.debate.stage == Stage.CLOSED
    return stand


def _reopened(stand: Stand) -> None:
    with transaction.atomic():
        reopen(Act(actor="clock", at=stand.at), locked(stand.debate))
    stand.fresh()


def test_it_is_open_and_closing_for_their_whole_times(stand: Stand) -> None:
    opened = stand.debate.open_at
    _reopened(stand)
    debate = stand.debate
    assert debate.stage == Stage.OPEN
    assert debate.open_at == opened
    assert debate.closing_at == stand.at + timedelta(days=28)
    assert debate.closed_at == debate.closing_at + timedelta(days=7)
    assert Entry.objects.filter(kind="debates.stage.begun").latest("id").subject == debate.public_id


def test_each_side_has_its_whole_budget_anew(stand: Stand) -> None:
    before = {side.viewpoint.letter: side.used for side in budgets.table(stand.debate)[0].sides[:2]}
    assert before == {"A": 4, "B": 0}
    _reopened(stand)
    assert not any(side.used for side in budgets.table(stand.debate)[0].sides)
    add_claim(stand.act(stand.holders[0]), stand.debate, form="factual", text="It is full at noon.")
    used = {side.viewpoint.letter: side.used for side in budgets.table(stand.debate)[0].sides[:2]}
    assert used == {"A": 5, "B": 0}


def test_what_was_said_before_is_not_charged_to_the_new_budget(stand: Stand) -> None:
    _reopened(stand)
    with transaction.atomic():
        begun = speaking.begin(stand.act(stand.holders[0]), stand.debate.pk)
        assert speaking.used(begun).total == 0


def test_its_delegates_give_to_seeds_again(stand: Stand) -> None:
    member = Delegate.objects.get(viewpoint=stand.viewpoints[0]).member
    own = Contributor.objects.filter(member=member)
    assert not own.filter(left_at=None).exists()
    _reopened(stand)
    assert own.filter(left_at=None).count() == 1
