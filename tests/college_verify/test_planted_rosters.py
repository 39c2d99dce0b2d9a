"""Faults planted in rosters, pools, charters and holds are found and named."""

import pytest

from tests.college_verify.planting import Copy, resealed
from tests.college_verify.worlds import HELD, Plant, planted


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


FAULTS: dict[str, tuple[Plant, str, str]] = {
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


@pytest.mark.parametrize(("plant", "check", "words"), FAULTS.values(), ids=FAULTS)
def test_a_planted_fault_is_found_and_named(world, tmp_path, plant, check, words):
    found = planted(world, tmp_path, plant)
    assert any(one.startswith(f"{check}: ") and words in one for one in found), found
