import copy
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college_verify import entries, kinds
from college_verify.fields import HOLDS
from college_verify.findings import Broken
from tests.college_verify.writing import AT, MEMBER, canonical

COMMITMENT = "ab" * 32
GOOD = {
    "actor": MEMBER,
    "at": AT,
    "data": {
        "commitment": COMMITMENT,
        "ground": "court-order",
        "case": "",
        "until": "2027-01-01T00:00:00.000Z",
    },
    "kind": "record.text.withheld",
    "v": 1,
}


def changed(**members):
    return canonical({**copy.deepcopy(GOOD), **members})


def with_data(**members):
    return changed(data={**GOOD["data"], **members})


def test_an_entry_of_the_specification_is_read():
    entry = entries.read(canonical(GOOD))
    assert (entry.kind, entry.at, entry.actor) == (GOOD["kind"], AT, MEMBER)
    assert entry.commitments() == [COMMITMENT]


@pytest.mark.parametrize("actor", ["clock", "import", "steward"])
def test_offices_act_too(actor):
    assert entries.read(changed(actor=actor)).actor == actor


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not JSON"),
        (b"[]", "exactly actor, at, data, kind and v"),
        (b"null", "exactly actor"),
        (changed(more=1), "exactly actor"),
        (canonical({k: v for k, v in GOOD.items() if k != "at"}), "exactly actor"),
        (changed(v=2), "version"),
        (changed(v=True), "version"),
        (changed(v="1"), "version"),
        (canonical(GOOD).replace(b'"v":1', b'"v":1.5'), "version"),
        (canonical(GOOD).replace(b'"v":1', b'"v":1.0'), "canonical"),
        (canonical(GOOD) + b"\n", "canonical"),
        (changed(actor="somebody"), "actor"),
        (changed(actor="7h2m9k4qx0c5l"), "actor"),
        (changed(actor="7h2m9k4qx0c5t\n"), "actor"),
        (changed(actor=None), "actor"),
        (changed(actor=["clock"]), "actor"),
        (changed(at="2026-02-30T00:00:00.000Z"), "moment"),
        (changed(at="2026-03-01T09:30:00Z"), "moment"),
        (changed(at="2026-03-01T24:00:00.000Z"), "moment"),
        (changed(at="2026-03-01T09:30:60.000Z"), "moment"),
        (changed(at="0000-03-01T09:30:00.000Z"), "moment"),
        (changed(at="٢026-03-01T09:30:00.000Z"), "moment"),
        (changed(at="2026-03-01t09:30:00.000Z"), "moment"),
        (changed(at=0), "moment"),
        (changed(kind="record.text.vanished"), "unknown"),
        (changed(kind=["record.text.withheld"]), "unknown"),
        (changed(kind=None), "unknown"),
        (changed(data=[]), "exactly the fields"),
        (changed(data=None), "exactly the fields"),
        (with_data(name="Eve"), "exactly the fields"),
        (changed(data={"commitment": COMMITMENT}), "exactly the fields"),
        (with_data(commitment=COMMITMENT.upper()), "no commitment"),
        (with_data(commitment=""), "no commitment"),
        (with_data(ground="A long reason"), "no word"),
        (with_data(ground=""), "no word"),
        (with_data(ground=["a"]), "no word"),
        (with_data(case="x"), "no id?"),
        (with_data(until="tomorrow"), "no moment?"),
    ],
)
def test_what_is_not_of_the_specification_is_refused_in_words(data, words):
    with pytest.raises(Broken, match=words.replace("?", r"\?")):
        entries.read(data)


@given(st.binary(max_size=200))
def test_no_bytes_at_all_break_the_reader(data):
    with pytest.raises(Broken):
        entries.read(data)


@given(st.integers(0, len(canonical(GOOD)) - 1), st.integers(0, 255))
def test_one_changed_byte_is_read_or_refused_and_never_crashes(at, byte):
    data = bytearray(canonical(GOOD))
    data[at] = byte
    with suppress(Broken):
        assert entries.read(bytes(data)).kind in kinds.KINDS


def test_every_type_in_the_table_of_kinds_is_known():
    for kind in kinds.KINDS:
        assert set(kinds.fields(kind).values()) <= HOLDS.keys(), kind


@pytest.mark.parametrize(
    ("type_", "good", "bad"),
    [
        ("id", [MEMBER], ["", MEMBER + "0", MEMBER[:-1] + "u", 7]),
        ("id?", [MEMBER, ""], [None, " "]),
        ("ids", [[], [MEMBER, MEMBER]], ["", MEMBER, [""], None]),
        ("commitment?", [COMMITMENT, ""], ["0", None]),
        ("commitments", [[], [COMMITMENT]], [COMMITMENT, [""]]),
        ("moment?", [AT, ""], [None, "now"]),
        ("word", ["a", "a-1", "9"], ["A", "a b", "-", "a-", "é", "a\n", None, "a" * 101]),
        ("words", [[], ["a"]], ["a", [None]]),
        ("slug", ["night-buses-2026"], ["Night", "", "a--b"]),
        ("number", [0, 2**53 - 1], [-1, True, 1.0, "1", None]),
        ("flag", [True, False], [0, 1, "true", None]),
        ("origin", ["log.example.org/x"], ["", "a\nb", None, "a" * 256]),
    ],
)
def test_a_type_holds_for_its_values_only(type_, good, bad):
    assert all(HOLDS[type_](value) for value in good)
    assert not any(HOLDS[type_](value) for value in bad)
