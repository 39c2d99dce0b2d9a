"""What two stewards decide holds, and is named where there were not two of them."""

from datetime import timedelta

import pytest

from college.committees.actions.stewards import vote_as_steward
from college.committees.rules.tally import Choice
from college.debates.actions import holdings
from college.debates.rules.grounds import Ground
from college.record import signing
from tests.college_verify.planting import Copy, read
from tests.college_verify.verifying import failures
from tests.debates.actions.said import make_room
from tests.factories.colleges import ORIGIN, make_college
from tests.factories.committees import seats_called
from tests.factories.courts import HOUR, REASON, Court, panels
from tests.factories.people import act_by, make_member, make_steward


@pytest.fixture
def published(db, settings, tmp_path) -> Copy:
    """One text, restricted by two stewards, since nobody serves yet; and one that they let lie."""
    settings.LOG_ORIGIN, settings.KEYS = ORIGIN, tmp_path / "keys"
    signing.create()
    make_college()
    room = make_room()
    court = Court(room, room.stand.at)
    court.tick()
    pair = [make_steward(at=court.at) for _ in range(2)]
    case = court.report(room.claim(room.one, "You are a fool."), Ground.INSULT).hearing.case
    court.report(room.claim(room.one, "And another one."), Ground.INSULT)
    for steward in pair:
        act = act_by(steward, court.at)
        vote_as_steward(act, case, choice=Choice.GRANT, ground="insult", reason=REASON)
    court.go(court.at + 60 * HOUR)
    return read(court.publish(tmp_path / "honest"))


def test_it_holds(published, tmp_path):
    assert len(published.find("committees.verdict.given", provisional=True)) == 2
    assert failures(published.publish(tmp_path / "copy")) == []


def test_a_case_from_before_the_first_epoch_is_drawn_for_by_what_was_held_when_it_was_filed(
    db, settings, tmp_path
):
    settings.LOG_ORIGIN, settings.KEYS = ORIGIN, tmp_path / "keys"
    signing.create()
    make_college()
    room = make_room()
    for number in range(56):
        member = make_member(at=room.stand.at - timedelta(days=200))
        side = room.stand.viewpoints[number % 2]
        holdings.hold(act_by(member, room.stand.at), room.debate, viewpoint=side)
    court = Court(room, room.stand.at)
    pair = [make_steward(at=court.at) for _ in range(2)]
    case = court.report(room.claim(room.one, "You are a fool."), Ground.INSULT).hearing.case
    for steward in pair:
        act = act_by(steward, court.at)
        vote_as_steward(act, case, choice=Choice.GRANT, ground="insult", reason=REASON)
    court.tick()
    while not seats_called(case):
        court.wait_for_draw()
    court.hear(case, panels(Choice.KEEP, Choice.KEEP))
    court.go(court.at + HOUR)
    copy = read(court.publish(tmp_path / "honest"))
    assert len(copy.find("committees.verdict.given", case=case.public_id)) == 2
    assert failures(copy.publish(tmp_path / "copy")) == []


def _one_vote_less(log: Copy) -> None:
    del log.entries[log.find("committees.steward.voted")[1]]


def _one_steward_twice(log: Copy) -> None:
    log.data("committees.steward.voted", 1)["steward"] = log.data("committees.steward.voted")[
        "steward"
    ]


def _no_steward(log: Copy) -> None:
    log.drop("people.term.begun", member=log.data("committees.steward.voted")["steward"])


def _other_votes(log: Copy) -> None:
    log.data("committees.steward.voted").update(choice="keep", ground="none")


@pytest.mark.parametrize(
    ("plant", "words"),
    [
        (_one_vote_less, "two stewards had not voted"),
        (_one_steward_twice, "voted twice"),
        (_no_steward, "was none then"),
        (_other_votes, "come to keep, and grant is told"),
    ],
)
def test_a_fault_is_named(published, tmp_path, plant, words):
    plant(published)
    found = failures(published.publish(tmp_path / "copy"))
    assert any(check == "verdicts" and words in sentence for check, _place, sentence in found), (
        found
    )
