"""An honest College verifies; each fault that is planted in a copy of it is found and named."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.test import override_settings

from college.committees.models import Ballot, Case
from college.committees.rules.tally import Choice
from college.debates.rules.grounds import Ground
from college.record import signing
from college.record.actions.files import write_log
from college.record.models import Entry
from tests.college_verify import verifying
from tests.college_verify.planting import Copy, read, resealed
from tests.factories.colleges import ORIGIN, make_college
from tests.factories.committees import seats_called
from tests.factories.courts import Court, heard, make_court

RESTRICTED, REVIEWED, HELD, APPEALED = range(4)


class World:
    """An honest College in files, with its cases; and two that were published after a hand in the tables."""

    def __init__(self, home: Path) -> None:
        make_college()
        court = make_court()
        self.cases = [case.public_id for case in heard(court)]
        self.honest = court.publish(home / "honest")
        self.copy = read(self.honest)
        self.rewritten = _with_rewritten_entry(court, home)
        self.recounted = _with_changed_vote(court, home)


def _with_rewritten_entry(court: Court, home: Path) -> Path:
    """Somebody changes a verdict in the table of entries, and publishes anew."""
    row = Entry.objects.filter(kind="committees.verdict.given").first()
    kept = bytes(row.body)
    body = kept.replace(b'"verdict":"grant"', b'"verdict":"keep"')
    with connection.cursor() as cursor:
        _allow_changes(cursor)
    Entry.objects.filter(pk=row.pk).update(body=body)
    write_log(home / "rewritten" / "log", at=court.at)
    Entry.objects.filter(pk=row.pk).update(body=kept)
    return home / "rewritten"


def _allow_changes(cursor: CursorWrapper) -> None:
    """What stands in the way of a hand in the tables goes first."""
    if connection.vendor == "postgresql":
        cursor.execute("ALTER TABLE record_entry DISABLE TRIGGER USER")
        return
    cursor.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'record_entry'"
    )
    for (name,) in cursor.fetchall():
        cursor.execute(f"DROP TRIGGER {name}")


def _with_changed_vote(court: Court, home: Path) -> Path:
    """Somebody changes a vote in the table of ballots before the panel rules."""
    case = court.report(court.room.claim(court.room.one, "One more."), Ground.SPAM).hearing.case
    court.wait_for_draw()
    seat = next(iter(seats_called(case)))
    court.vote(seat, Choice.KEEP)
    Ballot.objects.filter(seat=seat).update(choice=Choice.GRANT, ground="spam")
    court.hear(case, lambda seat: Choice.GRANT)
    assert Case.objects.get(pk=case.pk).verdict
    court.go(court.at.replace(minute=59))
    return court.publish(home / "recounted")


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    home = tmp_path_factory.mktemp("colleges")
    with (
        django_db_blocker.unblock(),
        override_settings(LOG_ORIGIN=ORIGIN, KEYS=home / "keys"),
        transaction.atomic(),
    ):
        signing.create()
        made = World(home)
        transaction.set_rollback(True)
    return made


def failures(folder: Path) -> list[str]:
    return [
        f"{check}: {place}: {sentence}" for check, place, sentence in verifying.failures(folder)
    ]


def test_the_honest_college_holds_in_every_respect(world):
    assert failures(world.honest) == []
    findings, _opened = verifying.verify(world.honest)
    assert {f.check for f in findings.found if f.outcome == "held"} >= {
        "seeds",
        "charters",
        "rosters",
        "draws",
        "ballots",
        "verdicts",
        "effects",
    }


def test_a_copy_signed_anew_holds_as_well(world, tmp_path):
    assert failures(world.copy.fresh().publish(tmp_path)) == []


def ballot_of(log: Copy, case: str, choice: str, story: int = 0) -> tuple[str, dict]:
    """A story's commitment, and a ballot in it with this choice."""
    commitment = log.story(case, story)
    for one in log.document(commitment)["ballots"]:
        if json.loads(one["document"]["ballot"])["choice"] == choice:
            return commitment, one
    raise AssertionError(choice)


def put_ballot(log: Copy, commitment: str, one: dict, document: dict) -> None:
    """Another ballot in the place of one, sealed and told as if it had always been."""
    old = resealed(one)
    one["document"] = document
    log.recommit(commitment)
    log.replace(old, resealed(one))


def forged_ballot(log: Copy, cases: list[str]) -> None:
    commitment, one = ballot_of(log, cases[RESTRICTED], "keep")
    told = json.loads(one["document"]["ballot"]) | {"choice": "grant", "ground": "insult"}
    text = json.dumps(told, sort_keys=True, separators=(",", ":"))
    put_ballot(log, commitment, one, one["document"] | {"ballot": text})


def replayed_signature(log: Copy, cases: list[str]) -> None:
    commitment, one = ballot_of(log, cases[REVIEWED], "keep", story=1)
    others = log.document(commitment)["ballots"]
    other = next(two for two in others if two["seat"] != one["seat"])
    put_ballot(log, commitment, one, other["document"])


def other_key(log: Copy, cases: list[str]) -> None:
    """A key that somebody else enrolled signs for a seat: its enrolment is told for another place."""
    _commitment, one = ballot_of(log, cases[RESTRICTED], "keep")
    key = one["document"]["signature"]["key"]
    told = log.data("committees.key.enrolled", key=key)
    told["place"] = next(
        d["place"] for d in (log.data("committees.key.enrolled", n) for n in range(9)) if d != told
    )


def revoked_key(log: Copy, cases: list[str]) -> None:
    _commitment, one = ballot_of(log, cases[RESTRICTED], "keep")
    key = one["document"]["signature"]["key"]
    (enrolled,) = log.find("committees.key.enrolled", key=key)
    entry = log.entries[enrolled]
    log.entries.insert(enrolled + 1, entry | {"kind": "committees.key.revoked"})


def swapped_seat(log: Copy, cases: list[str]) -> None:
    commitment = log.story(cases[HELD])
    seating = log.document(commitment)["seating"]
    old, rows = resealed(seating), seating["document"]["seats"]
    rows[0][3], rows[4][3] = rows[4][3], rows[0][3]
    log.recommit(commitment)
    log.replace(old, resealed(seating))


def another_successor(log: Copy, cases: list[str]) -> None:
    """Into a seat that was left comes somebody who was not next."""
    commitment = log.story(cases[RESTRICTED])
    story = log.document(commitment)
    change = story["changes"][0]
    old, taken = resealed(change), change["document"]["new_place"]
    pool = [place for place, _side in story["announcement"]["document"]["pool"]]
    seated = [row[3] for row in story["seating"]["document"]["seats"]]
    change["document"]["new_place"] = next(p for p in pool if p not in {*seated, taken})
    log.recommit(commitment)
    log.replace(old, resealed(change))


def wrong_tally(log: Copy, cases: list[str]) -> None:
    commitment = log.story(cases[HELD])
    log.document(commitment)["rulings"][0] = [0, "grant", "threat"]
    log.recommit(commitment)


def wrong_verdict(log: Copy, cases: list[str]) -> None:
    data = log.data("committees.verdict.given", case=cases[HELD])
    data |= {"verdict": "grant", "ground": "threat"}


def review_at_will(log: Copy, cases: list[str]) -> None:
    log.data("committees.verdict.given", case=cases[RESTRICTED])["step"] = "review"


def early_seed(log: Copy, cases: list[str]) -> None:
    (sealed,) = log.find(
        "committees.epoch.sealed", epoch=log.data("committees.epoch.opened", 2)["epoch"]
    )
    epoch = log.entries[sealed]["data"]["epoch"]
    (revealed,) = log.find("committees.epoch.revealed", epoch=epoch)
    log.move(revealed, sealed)


def not_enacted(log: Copy, cases: list[str]) -> None:
    log.drop("committees.verdict.enacted", case=cases[RESTRICTED])
    log.drop("debates.text.restricted", case=cases[RESTRICTED])


def enacted_without_effect(log: Copy, cases: list[str]) -> None:
    log.drop("debates.text.restricted", case=cases[RESTRICTED])


def effect_without_verdict(log: Copy, cases: list[str]) -> None:
    (at,) = log.find("debates.text.restricted", case=cases[RESTRICTED])
    entry = log.entries[at]
    log.entries.append(entry | {"data": entry["data"] | {"case": cases[HELD]}})


def effect_before_the_verdict(log: Copy, cases: list[str]) -> None:
    (at,) = log.find("debates.text.restricted", case=cases[RESTRICTED])
    (given,) = log.find("committees.verdict.given", case=cases[RESTRICTED])
    log.move(at, given)


def opened_early(log: Copy, cases: list[str]) -> None:
    (closed,) = log.find("committees.case.closed", case=cases[HELD])
    log.move(closed, log.find("committees.ballot.sealed", case=cases[HELD])[-1])


def late_ballot(log: Copy, cases: list[str]) -> None:
    (closed,) = log.find("committees.case.closed", case=cases[HELD])
    log.move(log.find("committees.ballot.sealed", case=cases[HELD])[-1], closed)


def second_ballot(log: Copy, cases: list[str]) -> None:
    at = log.find("committees.ballot.sealed", case=cases[HELD])[0]
    entry = log.entries[at]
    log.entries.insert(at + 1, entry | {"data": entry["data"] | {"ballot": "ab" * 32}})


def changed_roster(log: Copy, cases: list[str]) -> None:
    commitment = log.data("committees.roster.announced")["announcement"]
    log.document(commitment)["members"].pop()
    log.recommit(commitment)


def late_roster(log: Copy, cases: list[str]) -> None:
    (announced,) = log.find("committees.roster.announced")
    log.move(announced, log.find("committees.epoch.drawn")[0])


def place_too_many(log: Copy, cases: list[str]) -> None:
    commitment = log.data("committees.roster.begun")["places"]
    log.document(commitment)["places"].append(["z" * 13, "ab" * 32])
    log.recommit(commitment)


def not_a_member(log: Copy, cases: list[str]) -> None:
    commitment = log.data("committees.roster.announced")["announcement"]
    member = log.document(commitment)["members"][0]
    log.drop("people.member.admitted", member=member)


def changed_pool(log: Copy, cases: list[str]) -> None:
    """A draw is told over a pool from which somebody was taken."""
    commitment = log.story(cases[HELD])
    announcement = log.document(commitment)["announcement"]
    old = resealed(announcement)
    announcement["document"]["pool"].pop()
    log.recommit(commitment)
    log.replace(old, resealed(announcement))


def made_up_side(log: Copy, cases: list[str]) -> None:
    """Everybody without a viewpoint is told to hold one."""
    commitment = log.story(cases[HELD])
    announcement = log.document(commitment)["announcement"]
    old, document = resealed(announcement), announcement["document"]
    document["pool"] = [[place, side or document["own_side"]] for place, side in document["pool"]]
    log.recommit(commitment)
    log.replace(old, resealed(announcement))


def lower_threshold(log: Copy, cases: list[str]) -> None:
    commitment = log.data("record.college.founded")["charter"]
    log.document(commitment)["sizes"]["small"]["threshold"] = 1
    log.recommit(commitment)


def edited_charter(log: Copy, cases: list[str]) -> None:
    commitment = log.data("record.college.founded")["charter"]
    log.document(commitment)["sizes"]["small"]["threshold"] = 1


def ungranted_charter(log: Copy, cases: list[str]) -> None:
    entry = log.entries[0]
    data = {
        "charter": log.data("record.college.founded")["charter"],
        "number": 2,
        "proposal": "z" * 13,
    }
    kind = "administration.charter.put-in-force"
    log.entries.append(entry | {"kind": kind, "data": data})


def lasting_hold(log: Copy, cases: list[str]) -> None:
    data = log.data("record.text.withheld", case=cases[HELD])
    log.drop("record.text.released", commitment=data["commitment"])
    log.texts[data["commitment"]] = {"state": "withheld", **data}


def long_hold(log: Copy, cases: list[str]) -> None:
    data = log.data("debates.text.held", case=cases[HELD])
    log.replace(data["until"], "2099-01-01T00:00:00.000Z")


FAULTS: dict[str, tuple[Callable[[Copy, list[str]], None], str, str]] = {
    "a forged ballot": (forged_ballot, "ballots", "is forged"),
    "a replayed signature": (replayed_signature, "ballots", "was made for the seat"),
    "somebody else's key": (other_key, "ballots", "had not enrolled"),
    "a revoked key": (revoked_key, "ballots", "had revoked"),
    "a swapped seat": (swapped_seat, "draws", "by the seed, and"),
    "another successor": (another_successor, "draws", "comes by the order"),
    "a wrong tally": (wrong_tally, "ballots", "is told to have come to grant"),
    "a wrong verdict": (wrong_verdict, "verdicts", "the panels came to keep"),
    "a review at will": (review_at_will, "verdicts", "its panels had not differed"),
    "a seed revealed early": (early_seed, "seeds", "too early"),
    "a verdict not enacted": (not_enacted, "effects", "was never enacted"),
    "enacted without effect": (enacted_without_effect, "effects", "is not restricted"),
    "an effect without a verdict": (effect_without_verdict, "effects", "is keep, not grant"),
    "an effect before the verdict": (effect_before_the_verdict, "effects", "has no verdict"),
    "a ballot opened before closing": (opened_early, "ballots", "opened before it was sealed"),
    "a late ballot": (late_ballot, "ballots", "opened before it was sealed"),
    "a second ballot": (second_ballot, "ballots", "sealed 2 ballots"),
    "a roster changed after the seed": (changed_roster, "draws", "is not the list"),
    "a roster announced after the seed": (late_roster, "rosters", "in the epoch that took cases"),
    "a place too many": (place_too_many, "rosters", "43 places for 42"),
    "a stranger on the roster": (not_a_member, "rosters", "no entry before admits them"),
    "a changed pool": (changed_pool, "draws", "are not the places"),
    "a side made up": (made_up_side, "draws", "drawn members were"),
    "a lower threshold": (lower_threshold, "draws", "that the charter in force asks for"),
    "an edited charter": (edited_charter, "texts", "not what was committed"),
    "a charter nobody granted": (ungranted_charter, "charters", "no verdict granted this one"),
    "a hold that did not lapse": (lasting_hold, "effects", "did not lapse"),
    "a hold that is too long": (long_hold, "effects", "longer than the charter allows"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found_and_named(world, tmp_path, fault):
    plant, check, words = FAULTS[fault]
    log = world.copy.fresh()
    plant(log, world.cases)
    found = failures(log.publish(tmp_path))
    assert any(one.startswith(f"{check}: ") and words in one for one in found), found


def test_an_entry_rewritten_in_the_database_is_found(world):
    assert any(one.startswith("tree: ") for one in failures(world.rewritten))


def test_a_vote_changed_in_the_database_is_found(world):
    (found,) = failures(world.recounted)
    assert found.startswith("ballots: ")
    assert "ruled, and its second wave had not voted" in found
