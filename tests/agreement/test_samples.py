"""What a seed chooses for the audit: by the house, checked by the verifier; then with one thing falsified."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.committees.rules.areas import Procedure
from college.committees.rules.retrials import Sample, retrial_share, sampled
from college.ground.charter import Preset, load
from college_verify.canonical import encode
from college_verify.entries import read
from college_verify.findings import Findings
from college_verify.samples import Samples
from college_verify.seeds import Seed, Seeds
from college_verify.sources import Directory
from college_verify.texts import path

EPOCH = "7h2m9k4qx0c5t"
CHARTER = load(Preset.ASSEMBLY)
COMMITMENT = "ab" * 32
_AT = "2026-11-22T10:00:00.000Z"


@pytest.fixture(scope="module")
def source(tmp_path_factory) -> Directory:
    """A published log that holds the charter and nothing else."""
    root: Path = tmp_path_factory.mktemp("log")
    file = root / path(COMMITMENT)
    file.parent.mkdir(parents=True)
    value = {"commitment": COMMITMENT, "document": CHARTER.document(), "salt": "00" * 32}
    file.write_text(json.dumps({**value, "state": "open"}))
    return Directory(root)


def entry(kind: str, **data: object) -> dict[str, object]:
    return {"v": 1, "kind": kind, "at": _AT, "actor": "clock", "data": data}


def told(seed: bytes, procedures: dict[str, Procedure], **changes: object) -> list[dict]:
    """The entries of a College in which these cases were settled, and the seed chose among them."""
    shares = {case: retrial_share(p, CHARTER.audit) for case, p in procedures.items()}
    sample = {
        "epoch": EPOCH,
        "sample": "retrial",
        "considered": sorted(procedures),
        "chosen": sampled(seed, Sample.RETRIAL, EPOCH, shares.items()),
    }
    filed = [
        entry(
            "committees.case.filed", case=case, procedure=p.value, rule="spam", scope="", shown=[]
        )
        for case, p in procedures.items()
    ]
    verdict = {"step": "first", "verdict": "keep", "ground": "none", "provisional": False}
    given_out = [
        entry("committees.verdict.given", case=case, due=_AT, **verdict) for case in procedures
    ]
    founded = entry(
        "record.college.founded", origin="a.example/log", preset="assembly", charter=COMMITMENT
    )
    return [founded, *filed, *given_out, entry("committees.sample.drawn", **sample | changes)]


def failures(source: Directory, seed: bytes, entries: list[dict]) -> list[str]:
    findings = Findings()
    seeds = Seeds(findings)
    seeds.drawn[EPOCH] = Seed(1, "", "", seed.hex())
    samples = Samples(findings, seeds)
    for index, one in enumerate(entries):
        samples.follow(index, read(encode(one)))
    samples.conclude(source)
    return [f.sentence for f in findings.found if f.outcome == "failed"]


CASES = {f"{n:013d}": list(Procedure)[n % len(Procedure)] for n in range(300)}
SEED = hashlib.sha256(b"a seed").digest()


@given(
    st.binary(min_size=32, max_size=32),
    st.dictionaries(
        st.integers(0, 10**12).map("{:013d}".format), st.sampled_from(Procedure), max_size=12
    ),
)
def test_both_choose_alike(source, seed, procedures):
    assert failures(source, seed, told(seed, procedures)) == []


def test_a_case_that_was_not_drawn_is_found():
    chosen = told(SEED, CASES)[-1]["data"]["chosen"]
    assert 5 < len(chosen) < 40


def falsified(which: str) -> list[dict]:
    chosen = list(told(SEED, CASES)[-1]["data"]["chosen"])
    another = next(case for case in CASES if case not in chosen)
    if which == "swapped in":
        return told(SEED, CASES, chosen=[another, *chosen[1:]])
    if which == "left out":
        return told(SEED, CASES, chosen=chosen[1:])
    if which == "another order":
        return told(SEED, CASES, chosen=chosen[::-1])
    if which == "never filed":
        return told(SEED, CASES, considered=[*sorted(CASES), "z" * 13])
    if which == "not settled":
        return [e for e in told(SEED, CASES) if e["kind"] != "committees.verdict.given"]
    if which == "twice":
        entries = told(SEED, CASES)
        return [*entries, entries[-1]]
    return told(SEED, CASES, epoch="0" * 13)


@pytest.mark.parametrize(
    ("which", "sentence"),
    [
        ("swapped in", "not those told"),
        ("left out", "not those told"),
        ("another order", "not those told"),
        ("never filed", "was never filed"),
        ("not settled", "is not settled"),
        ("twice", "a second time"),
        ("no seed", "has no seed yet"),
    ],
)
def test_one_false_thing_is_found(source, which, sentence):
    (found,) = failures(source, SEED, falsified(which))
    assert sentence in found


def test_a_charter_that_is_not_published_is_said(tmp_path):
    (found,) = failures(Directory(tmp_path), SEED, told(SEED, CASES))
    assert "charter in force is not published" in found
