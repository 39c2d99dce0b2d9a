"""An honest College verifies; faults planted in seats, ballots, verdicts and effects are found and named."""

import json

import pytest

from tests.college_verify import verifying
from tests.college_verify.planting import Copy, resealed
from tests.college_verify.worlds import HELD, RESTRICTED, REVIEWED, Plant, failures, planted


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


FAULTS: dict[str, tuple[Plant, str, str]] = {
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
}


@pytest.mark.parametrize(("plant", "check", "words"), FAULTS.values(), ids=FAULTS)
def test_a_planted_fault_is_found_and_named(world, tmp_path, plant, check, words):
    found = planted(world, tmp_path, plant)
    assert any(one.startswith(f"{check}: ") and words in one for one in found), found


def test_an_entry_rewritten_in_the_database_is_found(world):
    assert any(one.startswith("tree: ") for one in failures(world.rewritten))


def test_a_vote_changed_in_the_database_is_found(world):
    (found,) = failures(world.recounted)
    assert found.startswith("ballots: ")
    assert "ruled, and its second wave had not voted" in found
