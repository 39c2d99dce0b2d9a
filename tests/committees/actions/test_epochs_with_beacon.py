"""Epochs with a beacon: a round named beforehand, asked for later, and what holds when it does not come."""

from datetime import timedelta

import pytest

from college.committees.actions.epochs import step
from college.committees.models import Epoch
from college.committees.queries import epochs
from college.committees.rules import beacons
from college.committees.rules.epochs import Phase, VoidGround
from college.ground.charter import Preset
from college.record import signing
from college.record.models import Entry
from tests.factories import colleges
from tests.factories.epochs import clock, tick
from tests.factories.relays import relaying
from tests.factories.vectors import vectors

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
ENDS = beacons.out_at(1000)
OPENED = ENDS - 4 * MINUTE
DAY = timedelta(days=1)


@pytest.fixture
def relay():
    with relaying() as running:
        yield running


@pytest.fixture
def epoch(db, settings, tmp_path, monkeypatch, relay) -> Epoch:
    """The first epoch of a class whose beacon's round 1000 is named."""
    settings.LOG_ORIGIN = colleges.ORIGIN
    settings.KEYS = tmp_path / "keys"
    settings.BEACON, settings.BEACON_ADDRESS = "quicknet", relay.address
    monkeypatch.setattr(colleges, "MOMENT", OPENED)
    signing.create()
    colleges.make_college(Preset.CLASS)
    tick(OPENED)
    found = epochs.taking()
    assert (found.round, found.chain) == (1000, beacons.CHAIN)
    return found


def after(epoch: Epoch, *moments) -> Epoch:
    for moment in moments:
        tick(moment)
    epoch.refresh_from_db()
    return epoch


def test_the_named_round_goes_into_the_seed(epoch, relay):
    relay.has(1000)
    after(epoch, epoch.seals_at, ENDS)
    assert (epoch.phase, epoch.drawn_round) == (Phase.DRAWN, 1000)
    assert epoch.signature == vectors("drand-quicknet")["beacons"][1]["signature"]
    assert not epochs.is_demonstration(epoch)


def test_it_is_asked_for_again_but_not_at_every_tick(epoch, relay):
    after(epoch, epoch.seals_at, ENDS, ENDS + MINUTE / 12, ENDS + MINUTE / 6)
    assert epoch.phase is Phase.REVEALING
    assert len(relay.asked) == 1
    relay.has(1000)
    after(epoch, ENDS + MINUTE)
    assert epoch.phase is Phase.DRAWN
    assert len(relay.asked) == 2


def test_nothing_is_asked_before_the_sealing_is_covered(epoch, relay):
    after(epoch, epoch.seals_at)
    assert relay.asked == []


def test_a_day_later_the_round_of_that_moment_stands_in(epoch, relay, monkeypatch):
    # The round a day after 1000 is not among the vectors: 1001 stands in here after three seconds.
    monkeypatch.setattr(beacons, "stand_in", lambda round_: round_ + 1)
    after(epoch, epoch.seals_at, ENDS)
    relay.has(1001)
    after(epoch, ENDS + MINUTE)
    assert (epoch.phase, epoch.drawn_round) == (Phase.DRAWN, 1001)


def test_if_neither_comes_the_epoch_is_void(epoch):
    after(epoch, epoch.seals_at, ENDS, ENDS + DAY, ENDS + DAY + DAY - MINUTE)
    assert epoch.phase is Phase.REVEALING
    after(epoch, ENDS + 2 * DAY + MINUTE)
    assert (epoch.phase, epoch.ground) == (Phase.VOIDED, VoidGround.NO_BEACON)


def test_sealed_late_another_round_is_named(epoch):
    after(epoch, ENDS + DAY)
    assert epoch.sealed_at == ENDS + DAY
    assert beacons.out_at(epoch.round) >= ENDS + DAY + MINUTE


def test_a_round_that_was_out_before_the_checkpoint_is_not_used(epoch, relay):
    relay.has(1000)
    step(clock(epoch.seals_at))
    after(epoch, ENDS + MINUTE, ENDS + MINUTE)
    assert epoch.phase is Phase.SEALED
    assert beacons.out_at(epoch.round) >= ENDS + 2 * MINUTE
    assert Entry.objects.filter(kind="committees.epoch.postponed").count() == 1
