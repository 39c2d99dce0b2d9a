"""Receipts: one file that holds, and none that almost does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.record.rules import cosignatures, notes, proofs, tree
from college.record.rules.notes import NotANote, NotSigned
from college.record.rules.proofs import Receipt
from tests.factories.vectors import large_entry, vectors
from tests.record.rules.test_tree import reader

_CASE = vectors("cosignature")
_LOG = notes.log_key(_CASE["log_vkey"])
_LEAVES = [tree.leaf_hash(large_entry(i)) for i in range(300)]


def _receipt(index: int) -> Receipt:
    hashes = tree.proof(tree.covers(tree.inclusion_ranges(index, 300)), reader(_LEAVES))
    return Receipt(large_entry(index), index, tuple(hashes), _CASE["cosigned_note"])


@pytest.mark.parametrize("index", [0, 1, 255, 256, 299])
def test_check_holds(index: int) -> None:
    witness = cosignatures.witness(_CASE["witnesses"][0]["vkey"])
    receipt = proofs.parse(str(_receipt(index)))
    assert receipt == _receipt(index)
    assert proofs.check(receipt, _LOG, [witness]).size == 300


def test_layout() -> None:
    lines = str(_receipt(299)).split("\n")
    assert lines[0] == "c2sp.org/tlog-proof@v1"
    assert lines[1] == "extra ZW50cnkgMjk5Cg=="
    assert lines[2] == "index 299"
    end = lines.index("")
    assert [len(notes.decode64(line)) for line in lines[3:end]] == [32] * len(_receipt(299).hashes)
    assert "\n".join(lines[end + 1 :]) == _CASE["cosigned_note"]


@pytest.mark.parametrize(
    "change",
    [
        {"entry": large_entry(8)},
        {"index": 8},
        {"index": 300},
        {"hashes": ()},
        {"note": vectors("notes-checkpoints")["checkpoints"][1]["note"]},
    ],
    ids=str,
)
def test_check_refuses_what_does_not_hold(change: dict) -> None:
    good = _receipt(7)
    fields = {name: getattr(good, name) for name in ("entry", "index", "hashes", "note")}
    with pytest.raises(NotSigned):
        proofs.check(Receipt(**fields | change), _LOG)


def test_check_refuses_a_note_that_only_a_witness_signed() -> None:
    """The last of several signatures is a witness's: the log's own line is left out."""
    note = notes.parse(_CASE["cosigned_note"])
    others = notes.Note(note.text, tuple(s for s in note.signatures if s.name != _LOG.name))
    receipt = Receipt(large_entry(7), 7, _receipt(7).hashes, str(others))
    witnesses = [cosignatures.witness(w["vkey"]) for w in _CASE["witnesses"]]
    with pytest.raises(NotSigned):
        proofs.check(receipt, _LOG, witnesses)


_GOOD = str(_receipt(7))


@pytest.mark.parametrize(
    "text",
    [
        "",
        _GOOD.replace("@v1", "@v2"),
        _GOOD.replace("\n", "\r\n"),
        _GOOD.replace("extra", "Extra"),
        _GOOD.replace("index 7", "index 07"),
        _GOOD.replace("index 7", "index -7"),
        _GOOD.replace("index 7\n", ""),
        _GOOD.replace("index 7\n", "index 7\nAAAA\n"),
        _GOOD.replace("\n\n", "\n", 1),
        _GOOD[: _GOOD.index("\n\n") + 2],
        _GOOD.replace("index 7\n", "index 7\n" + f"{notes.encode64(bytes(32))}\n" * 64),
    ],
)
def test_parse_refuses(text: str) -> None:
    with pytest.raises(NotANote):
        proofs.parse(text)


@given(
    st.binary(max_size=200), st.integers(0, 10**18), st.lists(st.binary(min_size=32, max_size=32))
)
def test_a_receipt_there_and_back(entry: bytes, index: int, hashes: list[bytes]) -> None:
    receipt = Receipt(entry, index, tuple(hashes[:63]), _CASE["cosigned_note"])
    assert proofs.parse(str(receipt)) == receipt
