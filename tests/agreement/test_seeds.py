"""Seeds of the College, checked by the verifier from the entries alone; then with one thing falsified."""

import copy
import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.committees.queries import epochs
from college.committees.rules import shares as house_shares
from college.ground.charter import Preset
from college.record import signing
from college.record.models import Entry
from college_verify import shares as verifier_shares
from college_verify.canonical import encode
from college_verify.entries import read
from college_verify.findings import Findings
from college_verify.seeds import Seeds
from tests.factories.acts import MOMENT
from tests.factories.colleges import ORIGIN, make_college
from tests.factories.epochs import Contributor, go_on_until, lodged_by, open_epoch, tick

MINUTE = timedelta(minutes=1)
Entries = list[dict]


@given(
    st.binary(min_size=32, max_size=32),
    st.integers(1, 9),
    st.integers(0, 5),
    st.binary(min_size=32 * 9, max_size=32 * 9),
)
def test_both_put_the_same_secret_together(secret, threshold, more, chance):
    split = house_shares.split(
        secret,
        threshold=threshold,
        holders=threshold + more,
        chance=chance[: 32 * (threshold - 1)],
    )
    last = dict(list(enumerate(split, 1))[-threshold:])
    assert verifier_shares.secret(last) == house_shares.combine(last) == secret


@given(st.binary(min_size=32, max_size=32))
def test_both_digest_a_share_alike(share):
    about = ("0" * 13, "1" * 13, "2" * 13)
    house = house_shares.digest(share, epoch=about[0], dealer=about[1], holder=about[2])
    assert verifier_shares.digest(share.hex(), *about) == house


@pytest.fixture
def course(db, settings, tmp_path) -> Entries:
    """A College's entries: an epoch with a recovered secret, a voided one, a demonstration, one going on."""
    settings.LOG_ORIGIN = ORIGIN
    settings.KEYS = tmp_path / "keys"
    signing.create()
    make_college(Preset.CLASS)
    people = [Contributor() for _ in range(4)]
    first = open_epoch()
    lodged_by(people, first, MOMENT + MINUTE)
    tick(first.seals_at)
    second = epochs.taking()
    lodged_by(people, second, first.seals_at)
    tick(first.ends_at)
    for one in people[1:]:
        one.reveal(first, first.ends_at)
    tick(first.ends_at + MINUTE / 2)
    for one in people[1:]:
        one.open_shares(first, first.ends_at + MINUTE / 2)
    tick(first.ends_at + MINUTE / 2)
    tick(second.seals_at)
    for one in people[1:]:
        go_on_until(second.ends_at, second.ends_at, MINUTE)
        one.reveal(second, second.ends_at)
    go_on_until(second.ends_at, second.ends_at + 14 * MINUTE, MINUTE / 6)
    found = [json.loads(bytes(e.body)) for e in Entry.objects.order_by("id")]
    return [e for e in found if e["kind"].startswith("committees.")]


def checked(entries: Entries) -> tuple[list[str], Seeds]:
    findings = Findings()
    seeds = Seeds(findings)
    for index, entry in enumerate(entries):
        seeds.follow(index, read(encode(entry)))
    seeds.conclude()
    failed = [f"{f.place}: {f.sentence}" for f in findings.found if f.outcome == "failed"]
    return failed, seeds


def test_every_seed_of_a_college_holds(course):
    failed, seeds = checked(course)
    assert failed == []
    told = {e["kind"].removeprefix("committees.") for e in course}
    assert told >= {
        *("epoch.drawn", "epoch.voided", "epoch.recovered", "share.opened", "contributor.left"),
    }
    drawn = {e.public_id: e.seed for e in epochs.of_page(0) if e.seed}
    assert {name: seed.seed for name, seed in seeds.drawn.items()} == drawn
    assert len(drawn) >= 2


def nth(entries: Entries, kind: str, number: int = 0) -> int:
    at = [i for i, e in enumerate(entries) if e["kind"] == f"committees.{kind}"]
    return at[number]


def _changed(kind: str, which: int = 0, /, **members: object) -> Callable[[Entries], int]:
    def change(entries: Entries) -> int:
        at = nth(entries, kind, which)
        entries[at]["data"].update(members)
        return at

    return change


def _revealed_early(entries: Entries) -> int:
    at, sealed = nth(entries, "epoch.revealed"), nth(entries, "epoch.sealed")
    entries.insert(sealed, entries.pop(at))
    return sealed


def _acknowledged_by_fewer(entries: Entries) -> int:
    """Nobody holds what the sealed entry counts."""
    for entry in entries[: nth(entries, "epoch.sealed")]:
        if entry["kind"] == "committees.epoch.acknowledged":
            entry["data"]["dealers"] = entry["data"]["dealers"][1:]
    return nth(entries, "epoch.sealed")


def _left_out(entries: Entries) -> int:
    at = nth(entries, "epoch.opened", 1)
    entries[at]["data"]["contributors"].pop()
    return at


def _honest_one_blamed(entries: Entries) -> int:
    at = nth(entries, "epoch.voided")
    known = [
        e["data"]["contributor"]
        for e in entries[:at]
        if e["kind"] == "committees.epoch.revealed"
        and e["data"]["epoch"] == entries[at]["data"]["epoch"]
    ]
    entries[at]["data"]["dealers"] = known[:1]
    return at


def _too_few_shares(entries: Entries) -> int:
    del entries[nth(entries, "share.opened")]
    del entries[nth(entries, "share.opened")]
    return nth(entries, "epoch.recovered")


FAULTS = {
    "a seed revealed early": (_revealed_early, "too early"),
    "a wrong seed": (_changed("epoch.drawn", seed="00" * 32), "does not follow"),
    "another secret": (_changed("epoch.revealed", secret="00" * 32), "not the one"),
    "a false share": (_changed("share.opened", share="00" * 32), "not the one"),
    "a false recovery": (_changed("epoch.recovered", secret="00" * 32), "not the one"),
    "a secret out of too few shares": (_too_few_shares, "shares of"),
    "shares that too few hold": (_acknowledged_by_fewer, "counts"),
    "a contributor left out": (_left_out, "contributors are not"),
    "other cases after the seed": (_changed("epoch.sealed", cases="00" * 32), "does not follow"),
    "another pool after the seed": (_changed("epoch.opened", pool="00" * 32), "does not follow"),
    "an honest dealer blamed": (_honest_one_blamed, "whose secret is known"),
    "an epoch that never was": (_changed("epoch.opened", 2, number=9), "number is 9"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_falsified_record_is_found_and_named(course, fault):
    falsify, words = FAULTS[fault]
    entries = copy.deepcopy(course)
    falsify(entries)
    failed, _seeds = checked(entries)
    assert any(words in line for line in failed), failed
