"""Seeds as the verifier sees them: the vectors, and a short log with one thing wrong at a time."""

import copy
import json
from hashlib import sha256

import pytest

from college_verify import beacons, shares
from college_verify.canonical import encode
from college_verify.entries import read
from college_verify.findings import Findings
from college_verify.seeds import Seeds
from tests.college_verify.writing import canonical, vectors

VECTORS = vectors("seeds")
DRAND = vectors("drand-quicknet")
SERVER, EPOCH = "0" * 13, "1" * 13
SECRET = "5e" * 32
POOL, CASES = "aa" * 32, "bb" * 32
TIMES = {"seals_at": "2023-08-23T15:50:00.000Z", "ends_at": "2023-08-23T15:59:24.000Z"}
ROUND = DRAND["beacons"][1]


@pytest.mark.parametrize("case", VECTORS["shares"], ids=lambda c: str(c["holders"]))
def test_any_shares_of_the_vectors_give_the_secret(case):
    dealt = {place: bytes.fromhex(s) for place, s in enumerate(case["shares"], 1)}
    for first in range(case["holders"] - case["threshold"] + 1):
        chosen = sorted(dealt)[first : first + case["threshold"]]
        assert shares.secret({p: dealt[p] for p in chosen}).hex() == case["secret"]


def test_a_digest_is_that_of_the_vectors():
    box = VECTORS["box"]
    found = shares.digest(box["share"], box["epoch"], box["dealer"], box["holder"])
    assert found == box["digest"]


@pytest.mark.parametrize("drawn", DRAND["beacons"], ids=lambda b: str(b["round"]))
def test_real_rounds_hold(drawn):
    assert beacons.holds(drawn["round"], drawn["signature"]) is True
    assert beacons.randomness(drawn["signature"]) == drawn["randomness"]
    assert beacons.out_at(drawn["round"]).timestamp() == drawn["time_unix"]


@pytest.mark.parametrize("drawn", DRAND["must_fail"], ids=lambda b: b["why"])
def test_others_do_not(drawn):
    assert beacons.holds(drawn["round"], drawn["signature"]) is False


def seed(beacon=None, secrets=(SECRET,)):
    told = {"beacon": beacon, "cases": CASES, "epoch": EPOCH, "pool": POOL}
    document = {**told, "secrets": sorted(secrets), "v": "college-seed-v1"}
    return sha256(encode(document)).hexdigest()


def log(chain="", round_=0):
    """The server's epoch from opening to seed: (kind, data) in order."""
    drawn = {"epoch": EPOCH, "round": round_, "signature": ROUND["signature"] if round_ else ""}
    beacon = round_ and {"chain": chain, "round": round_, "randomness": ROUND["randomness"]}
    return [
        ("contributor.enrolled", {"contributor": SERVER, "member": "", "calling": "server"}),
        ("contributor.keyed", {"contributor": SERVER, "key": "cc" * 32}),
        (
            "epoch.opened",
            {
                **TIMES,
                "epoch": EPOCH,
                "number": 1,
                "pool": POOL,
                "contributors": [SERVER],
                "threshold": 1,
                "chain": chain,
                "round": round_,
            },
        ),
        (
            "epoch.committed",
            {
                "epoch": EPOCH,
                "contributor": SERVER,
                "secret": sha256(bytes.fromhex(SECRET)).hexdigest(),
            },
        ),
        (
            "epoch.sealed",
            {
                "epoch": EPOCH,
                "cases": CASES,
                "counted": [SERVER],
                "ends_at": TIMES["ends_at"],
                "round": round_,
            },
        ),
        ("epoch.revealed", {"epoch": EPOCH, "contributor": SERVER, "secret": SECRET}),
        ("epoch.drawn", {**drawn, "seed": seed(beacon or None)}),
    ]


def checked(told, at="2023-08-23T15:30:00.000Z"):
    findings = Findings()
    seeds = Seeds(findings)
    for index, (kind, data) in enumerate(told):
        entry = {
            "actor": "clock",
            "at": at,
            "data": data,
            "kind": f"committees.{kind}",
            "v": 1,
        }
        seeds.follow(index, read(canonical(entry)))
    seeds.conclude()
    return findings, seeds


def failures(told, **how):
    findings, _seeds = checked(told, **how)
    return [f"{f.place}: {f.sentence}" for f in findings.found if f.outcome == "failed"]


def test_a_right_log_holds_and_gives_its_seed():
    findings, seeds = checked(log())
    assert findings.intact()
    assert seeds.drawn[EPOCH].seed == seed()
    assert any("demonstration" in f.sentence for f in findings.found)


def test_a_seed_with_a_beacon_is_no_demonstration():
    findings, seeds = checked(log(beacons.CHAIN, 1000))
    assert failures(log(beacons.CHAIN, 1000)) == []
    assert EPOCH in seeds.drawn
    assert not any("demonstration" in f.sentence for f in findings.found)


def test_without_the_extra_the_beacon_is_said_to_be_unchecked(monkeypatch):
    monkeypatch.setattr(beacons, "bls", None)
    findings, _seeds = checked(log(beacons.CHAIN, 1000))
    assert findings.intact()
    assert any("py_arkworks_bls12381" in f.sentence for f in findings.found)


def changed(index, /, **members):
    told = copy.deepcopy(log())
    told[index][1].update(members)
    return told


FAULTS = {
    "a wrong seed": (changed(6, seed="00" * 32), "entry 6", "does not follow"),
    "another secret": (changed(5, secret="00" * 32), "entry 5", "not the one"),
    "another number": (changed(2, number=2), "entry 2", "number is 2"),
    "a lower threshold": (changed(2, threshold=2), "entry 2", "threshold"),
    "a stranger among them": (
        changed(2, contributors=[SERVER, "2" * 13], threshold=2),
        "entry 2",
        "contributors are not",
    ),
    "counted without shares": (changed(4, counted=["2" * 13]), "entry 4", "does not"),
    "other cases": (changed(4, cases="00" * 32), "entry 6", "does not follow"),
    "another pool": (changed(2, pool="00" * 32), "entry 6", "does not follow"),
    "a beacon nobody named": (changed(6, round=7), "entry 6", "no beacon was named"),
    "an unknown chain": (changed(2, chain="00" * 32, round=7), "entry 2", "beacon"),
    "a round without a chain": (changed(4, round=7), "entry 4", "none"),
    "another epoch": (changed(3, epoch="2" * 13), "entry 3", "never opened"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_named(fault):
    told, place, words = FAULTS[fault]
    found = failures(told)
    assert found, fault
    assert found[0].startswith(place)
    assert words in found[0]


def test_a_secret_revealed_before_the_sealing_is_named():
    told = log()
    told[4], told[5] = told[5], told[4]
    found = failures(told)
    assert found[0].startswith("entry 4")
    assert "too early" in found[0]


def test_a_round_named_when_it_was_out_is_named():
    found = failures(log(beacons.CHAIN, 1000), at="2023-08-23T16:00:00.000Z")
    assert "was out before" in found[0]


def test_another_round_than_the_named_one_is_named():
    told = log(beacons.CHAIN, 1000)
    told[6][1]["round"] = 1001
    assert "named was 1000" in failures(told)[0]


def test_a_false_signature_of_the_round_is_named():
    told = log(beacons.CHAIN, 1000)
    told[6][1]["signature"] = DRAND["must_fail"][0]["signature"]
    assert "not that of round 1000" in failures(told)[0]


@pytest.mark.parametrize("number", [0, 2, 3, 5, 6])
def test_what_is_told_twice_is_named(number):
    told = log()
    told.insert(number, copy.deepcopy(told[number]))
    assert failures(told), json.dumps(told[number])


def test_a_seed_without_the_secret_is_named():
    told = log()
    del told[5]
    assert "missing" in failures(told)[0]
