"""What a contributor may send, and when: wrong order, size, share or epoch is refused, and says why."""

import secrets
from datetime import timedelta

import pytest

from college.committees.actions import contributing
from college.committees.rules.boxes import BOX_LENGTH
from college.committees.rules.seeds import commitment
from college.ground.ids import new_public_id
from college.ground.refusals import Refusal
from tests.factories.acts import MOMENT
from tests.factories.epochs import Contributor, clock, lodged_by, open_epoch, tick
from tests.factories.people import act_by, make_member, suspend

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def refused(reason: str):
    return pytest.raises(Refusal, match=rf"^committees\.epoch\.{reason}$")


@pytest.fixture
def people(college):
    return [Contributor() for _ in range(4)]


@pytest.fixture
def epoch(people):
    return open_epoch()


@pytest.fixture
def revealing(epoch, people):
    """The same epoch, with everybody's secrets due to be revealed."""
    lodged_by(people, epoch, MOMENT)
    tick(epoch.seals_at)
    tick(epoch.ends_at)
    epoch.refresh_from_db()
    return epoch


def test_a_secret_is_committed_to_once(people, epoch):
    people[0].commit(epoch, MOMENT)
    with refused("already"):
        people[0].commit(epoch, MOMENT)


def test_nobody_commits_to_anothers_secret(people, epoch):
    people[0].commit(epoch, MOMENT)
    people[1].secrets[epoch.public_id] = people[0].secrets[epoch.public_id]
    with refused("same-secret"):
        people[1].commit(epoch, MOMENT)


@pytest.mark.parametrize("text", ["", "ab", "AB" * 32, "zz" * 32, "ab" * 33])
def test_a_commitment_has_one_form(people, epoch, text):
    with refused("wrong-size"):
        contributing.commit(people[0].act(MOMENT), epoch.public_id, secret=text)


def test_shares_are_lodged_after_committing(people, epoch):
    people[0].secrets[epoch.public_id] = bytes(32)
    with refused("uncommitted"):
        people[0].lodge(epoch, MOMENT)


def test_shares_are_lodged_once(people, epoch):
    people[0].commit(epoch, MOMENT)
    people[0].lodge(epoch, MOMENT)
    with refused("already"):
        people[0].lodge(epoch, MOMENT)


@pytest.mark.parametrize(
    ("digests", "boxes"),
    [(4, 5), (5, 4), (6, 5), (0, 0)],
)
def test_everybody_gets_a_share(people, epoch, digests, boxes):
    people[0].commit(epoch, MOMENT)
    with refused("wrong-size"):
        contributing.lodge(
            people[0].act(MOMENT),
            epoch.public_id,
            digests=["ab" * 32] * digests,
            boxes=["ab" * BOX_LENGTH] * boxes,
        )


@pytest.mark.parametrize("size", [0, BOX_LENGTH - 1, BOX_LENGTH + 1])
def test_a_box_has_its_size(people, epoch, size):
    people[0].commit(epoch, MOMENT)
    with refused("wrong-size"):
        contributing.lodge(
            people[0].act(MOMENT),
            epoch.public_id,
            digests=["ab" * 32] * 5,
            boxes=["ab" * size] * 5,
        )


def test_a_share_is_answered_for_once(people, epoch):
    people[0].commit(epoch, MOMENT)
    people[0].lodge(epoch, MOMENT)
    act = people[1].act(MOMENT)
    contributing.acknowledge(act, epoch.public_id, dealers=[people[0].id])
    with refused("no-share"):
        contributing.acknowledge(act, epoch.public_id, dealers=[], refused=[people[0].id])


def test_nobody_answers_for_what_was_not_lodged_or_is_their_own(people, epoch):
    people[0].commit(epoch, MOMENT)
    people[0].lodge(epoch, MOMENT)
    for who, dealer in ((people[0], people[0].id), (people[1], people[2].id), (people[1], "x")):
        with refused("no-share"):
            contributing.acknowledge(who.act(MOMENT), epoch.public_id, dealers=[dealer])


@pytest.mark.parametrize("twice", [True, False])
def test_an_answer_names_each_dealer_once(people, epoch, twice):
    people[0].commit(epoch, MOMENT)
    people[0].lodge(epoch, MOMENT)
    named = [people[0].id] if twice else []
    with refused("wrong-size"):
        contributing.acknowledge(
            people[1].act(MOMENT), epoch.public_id, dealers=named, refused=named
        )


def test_a_false_share_is_refused_by_its_holders_and_too_few_make_it_not_count(people, epoch):
    people[0].commit(epoch, MOMENT)
    people[0].lodge(epoch, MOMENT, false_for=people[1].id)
    people[1].answer(epoch, MOMENT)
    people[2].answer(epoch, MOMENT)
    held = epoch.contributions.get(contributor=people[0].row).dealt
    assert held.filter(refused_at__isnull=False).count() == 1
    assert held.filter(acknowledged_at__isnull=False).count() == 2


def test_the_server_refuses_a_false_share_too(people, epoch):
    row = epoch.contributions.get(place=epoch.contributors)
    assert row.contributor.member is None
    people[0].commit(epoch, MOMENT)
    people[0].lodge(epoch, MOMENT, false_for=row.contributor.public_id)
    tick(MOMENT + MINUTE)
    assert row.held.get(dealer__contributor=people[0].row).refused_at is not None


def test_after_the_sealing_it_is_too_late(people, epoch):
    people[0].commit(epoch, MOMENT)
    tick(epoch.seals_at)
    with refused("late"):
        people[1].commit(epoch, epoch.seals_at)
    with refused("late"):
        people[0].lodge(epoch, epoch.seals_at)
    with refused("late"):
        contributing.acknowledge(people[1].act(MOMENT), epoch.public_id, dealers=[people[0].id])


def test_before_the_reveal_it_is_too_early(people, epoch):
    lodged_by(people, epoch, MOMENT)
    with refused("too-early"):
        people[0].reveal(epoch, MOMENT)
    tick(epoch.seals_at)
    with refused("too-early"):
        people[0].reveal(epoch, epoch.seals_at)
    with refused("too-early"):
        people[0].open_shares(epoch, epoch.seals_at)


def test_another_secret_than_was_committed_to_is_refused(people, revealing):
    people[0].secrets[revealing.public_id] = secrets.token_bytes(32)
    with refused("other-secret"):
        people[0].reveal(revealing, revealing.ends_at)


def test_a_secret_is_revealed_once(people, revealing):
    people[0].reveal(revealing, revealing.ends_at)
    with refused("already"):
        people[0].reveal(revealing, revealing.ends_at)


def test_a_secret_that_does_not_count_stays_unknown(people, epoch):
    people[0].commit(epoch, MOMENT)
    lodged_by(people[1:], epoch, MOMENT)
    tick(epoch.seals_at)
    tick(epoch.ends_at)
    with refused("not-counted"):
        people[0].reveal(epoch, epoch.ends_at)


def test_a_false_share_is_not_opened(people, revealing):
    half = revealing.ends_at + MINUTE / 2
    tick(half)
    with refused("false-share"):
        contributing.open_shares(
            people[1].act(half), revealing.public_id, shares={people[0].id: "ab" * 32}
        )


def test_a_share_of_a_known_secret_is_not_asked_for(people, revealing):
    people[0].reveal(revealing, revealing.ends_at)
    half = revealing.ends_at + MINUTE / 2
    tick(half)
    with refused("not-missing"):
        contributing.open_shares(
            people[1].act(half), revealing.public_id, shares={people[0].id: "ab" * 32}
        )


def test_when_the_epoch_has_its_seed_it_is_too_late(people, revealing):
    for one in people:
        one.reveal(revealing, revealing.ends_at)
    tick(revealing.ends_at)
    with refused("late"):
        people[0].reveal(revealing, revealing.ends_at)


def test_whoever_came_after_the_opening_contributes_to_the_next(people, epoch):
    late = Contributor()
    with refused("not-yours"):
        late.commit(epoch, MOMENT)


def test_others_do_not_contribute(people, epoch):
    with refused("not-yours"):
        contributing.commit(act_by(make_member()), epoch.public_id, secret=commitment(bytes(32)))


def test_a_suspended_member_does_not_contribute(people, epoch):
    suspend(people[0].member)
    with pytest.raises(Refusal, match="may-not-act"):
        people[0].commit(epoch, MOMENT)


def test_there_is_no_such_epoch(people, epoch):
    with refused("not-found"):
        contributing.commit(clock(MOMENT), new_public_id(), secret="ab" * 32)
