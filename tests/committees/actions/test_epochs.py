"""Epochs from opening to seed: on time and late, whole and with people missing."""

import json
from datetime import timedelta

import pytest

from college.committees import server
from college.committees.actions.epochs import step
from college.committees.due import due
from college.committees.models import Contributor as Row
from college.committees.models import Epoch
from college.committees.queries import epochs
from college.committees.rules.epochs import ContributorGround, Phase, VoidGround
from college.committees.rules.seeds import seed
from college.ground.refusals import Refusal
from college.record.models import Entry
from tests.factories.acts import MOMENT
from tests.factories.epochs import Contributor, clock, go_on_until, lodged_by, open_epoch, tick

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
SECONDS = timedelta(seconds=1)


def kinds(epoch: Epoch) -> list[str]:
    rows = Entry.objects.filter(subject=epoch.public_id).order_by("id")
    return [kind.rpartition(".")[2] for kind in rows.values_list("kind", flat=True)]


def told(epoch: Epoch, verb: str) -> dict:
    entry = Entry.objects.get(subject=epoch.public_id, kind=f"committees.epoch.{verb}")
    return json.loads(bytes(entry.body))["data"]


def sealed(epoch: Epoch) -> Epoch:
    tick(epoch.seals_at)
    epoch.refresh_from_db()
    return epoch


def test_nothing_happens_before_a_college_is_founded(db):
    assert due(MOMENT) == 0


def test_the_server_alone_makes_a_seed_for_demonstration(college):
    first = open_epoch()
    assert (first.number, first.contributors, first.threshold) == (1, 1, 1)
    assert first.ends_at == MOMENT + 4 * MINUTE
    assert first.seals_at == MOMENT + 3 * MINUTE
    sealed(first)
    assert epochs.taking().number == 2
    go_on_until(first.seals_at, first.ends_at, 5 * SECONDS)
    first.refresh_from_db()
    assert first.phase is Phase.DRAWN
    assert epochs.is_demonstration(first)
    assert kinds(first) == ["opened", "committed", "sealed", "revealed", "drawn"]
    secret = server.load().secret(first.public_id)
    assert first.seed == seed(
        epoch=first.public_id, pool=first.pool, cases=first.cases, secrets=[secret], beacon=None
    )


def test_five_contributors_make_a_seed_that_nobody_chooses(college):
    people = [Contributor() for _ in range(4)]
    first = open_epoch()
    assert (first.contributors, first.threshold) == (5, 3)
    lodged_by(people, first, MOMENT + MINUTE)
    sealed(first)
    assert first.counted == 5
    tick(first.ends_at)
    for one in people:
        one.reveal(first, first.ends_at)
    tick(first.ends_at + SECONDS)
    first.refresh_from_db()
    assert first.phase is Phase.DRAWN
    assert not epochs.is_demonstration(first)
    ids = told(first, "opened")["contributors"]
    assert set(ids) >= {one.id for one in people}
    assert told(first, "sealed")["counted"] == ids


def test_a_missing_secret_is_put_together_from_shares(college):
    people = [Contributor() for _ in range(4)]
    first = open_epoch()
    lodged_by(people, first, MOMENT + MINUTE)
    sealed(first)
    tick(first.ends_at)
    for one in people[1:]:
        one.reveal(first, first.ends_at)
    with pytest.raises(Refusal, match="too-early"):
        people[1].open_shares(first, first.ends_at)
    half = first.ends_at + MINUTE / 2
    tick(half)
    people[1].open_shares(first, half)
    tick(half + SECONDS)
    first.refresh_from_db()
    assert first.phase is Phase.REVEALING, "two of three shares are too few"
    people[2].open_shares(first, half)
    tick(half + 2 * SECONDS)
    first.refresh_from_db()
    assert first.phase is Phase.DRAWN
    assert told(first, "recovered")["secret"] == people[0].secrets[first.public_id].hex()


def test_a_withheld_secret_voids_the_epoch_and_leaves_its_dealer_out(college):
    people = [Contributor() for _ in range(4)]
    first = open_epoch()
    lodged_by(people, first, MOMENT + MINUTE)
    sealed(first)
    second = epochs.taking()
    lodged_by(people, second, first.seals_at)
    tick(first.ends_at)
    for one in people[1:]:
        one.reveal(first, first.ends_at)
    go_on_until(first.ends_at, first.ends_at + MINUTE, 5 * SECONDS)
    first.refresh_from_db()
    assert (first.phase, first.ground) == (Phase.VOIDED, VoidGround.WITHHELD)
    assert told(first, "voided")["dealers"] == [people[0].id]
    sealed(second)
    assert people[0].id not in told(second, "sealed")["counted"]
    third = told(epochs.taking(), "opened")["contributors"]
    assert people[0].id not in third
    assert people[1].id in third


def test_shares_of_another_secret_void_the_epoch_and_name_the_dealer(college):
    people = [Contributor() for _ in range(4)]
    first = open_epoch()
    people[0].commit(first, MOMENT)
    people[0].lodge(first, MOMENT, other_secret=True)
    lodged_by(people[1:], first, MOMENT + MINUTE)
    sealed(first)
    assert people[0].id in told(first, "sealed")["counted"], "every share fits its digest"
    tick(first.ends_at)
    for one in people[1:]:
        one.reveal(first, first.ends_at)
    half = first.ends_at + MINUTE / 2
    tick(half)
    for one in people[1:]:
        one.open_shares(first, half)
    go_on_until(half, half + MINUTE, 5 * SECONDS)
    first.refresh_from_db()
    assert (first.phase, first.ground) == (Phase.VOIDED, VoidGround.FALSE_SHARES)
    assert told(first, "voided")["dealers"] == [people[0].id]


def test_a_dealer_whose_shares_too_few_hold_does_not_count(college):
    people = [Contributor() for _ in range(4)]
    first = open_epoch()
    people[0].commit(first, MOMENT)
    lodged_by(people[1:], first, MOMENT + MINUTE)
    sealed(first)
    assert people[0].id not in told(first, "sealed")["counted"]
    assert first.counted == 4
    assert epochs.is_demonstration(first), "fewer than five secrets"


def test_three_epochs_missed_and_one_is_waited_for_no_longer(college):
    absent = Contributor()
    epoch = open_epoch()
    for _ in range(3):
        epoch = sealed(epoch)
        epoch = epochs.taking()
    row = Row.objects.get(pk=absent.row.pk)
    assert row.ground == ContributorGround.ABSENT
    assert absent.id not in told(epoch, "opened")["contributors"]


def test_secrets_are_not_revealed_before_a_signed_checkpoint_holds_the_sealing(college):
    first = open_epoch()
    step(clock(first.seals_at))
    step(clock(first.ends_at + MINUTE))
    first.refresh_from_db()
    assert first.phase is Phase.SEALED
    assert "revealed" not in kinds(first)
    tick(first.ends_at + MINUTE)
    tick(first.ends_at + MINUTE)
    assert kinds(first)[-2:] == ["revealed", "drawn"]


def test_a_clock_that_stood_still_for_a_week_seals_late_and_skips_nothing(college):
    people = [Contributor() for _ in range(4)]
    first = open_epoch()
    lodged_by(people, first, MOMENT + MINUTE)
    back = MOMENT + timedelta(days=7)
    tick(back)
    first.refresh_from_db()
    assert (first.phase, first.sealed_at) == (Phase.SEALED, back)
    assert first.ends_at == back + MINUTE, "as long for checkpoints as after a sealing in time"
    second = epochs.taking()
    assert second.number == 2
    assert back + 2 * MINUTE <= second.seals_at <= back + 6 * MINUTE
    assert (second.seals_at - first.seals_at) % (4 * MINUTE) == timedelta(0), "the hour stays"
    tick(first.ends_at)
    for one in people:
        one.reveal(first, first.ends_at)
    tick(first.ends_at)
    first.refresh_from_db()
    assert first.phase is Phase.DRAWN


def test_a_clock_that_stands_still_while_secrets_are_revealed_takes_no_time_from_anybody(college):
    people = [Contributor() for _ in range(4)]
    first = open_epoch()
    lodged_by(people, first, MOMENT + MINUTE)
    sealed(first)
    tick(first.ends_at)
    back = first.ends_at + timedelta(days=7)
    tick(back)
    first.refresh_from_db()
    assert first.phase is Phase.REVEALING
    for one in people:
        one.reveal(first, back)
    tick(back + SECONDS)
    first.refresh_from_db()
    assert first.phase is Phase.DRAWN


def test_every_step_can_be_repeated(college):
    first = open_epoch()
    for at in (MOMENT, first.seals_at, first.ends_at):
        tick(at)
        before = Entry.objects.count()
        assert tick(at) + tick(at) == 0 or at == first.ends_at
        assert Entry.objects.count() >= before
    assert Epoch.objects.count() == 2
    assert kinds(first).count("drawn") == 1


def test_a_member_who_left_contributes_no_more(college):
    one = Contributor()
    one.member.standing = "resigned"
    one.member.save()
    first = open_epoch()
    assert one.id not in told(first, "opened")["contributors"]


def test_the_servers_secret_is_in_no_table_before_the_reveal(college):
    first = open_epoch()
    secret = server.load().secret(first.public_id)
    for entry in Entry.objects.all():
        assert secret.hex().encode() not in bytes(entry.body)
    assert set(first.contributions.values_list("secret", flat=True)) == {""}
