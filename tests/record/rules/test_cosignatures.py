"""What witnesses sign, of both types, and what a log reads of it."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from college.record.rules import cosignatures, notes, tree
from college.record.rules.checkpoints import parse_text
from college.record.rules.notes import NotANote, NotSigned
from tests.factories.vectors import vectors

_CASE = vectors("cosignature")
_PQ = vectors("cosignature-mldsa44")
_LOG = notes.log_key(_CASE["log_vkey"])
_WITNESSES = [cosignatures.witness(w["vkey"]) for w in _CASE["witnesses"]]
_REQUESTS = vectors("witness-add-checkpoint")


def test_cosigned_checkpoint_of_the_reference() -> None:
    note = notes.open_note(_CASE["cosigned_note"], [_LOG, *_WITNESSES])
    assert note.text == _CASE["checkpoint_text"]
    times = {s.name: cosignatures.time_of(s) for s in note.signatures if s.name != _LOG.name}
    assert times == {w["name"]: w["timestamp"] for w in _CASE["witnesses"]}


@pytest.mark.parametrize("case", _CASE["witnesses"], ids=lambda c: c["name"])
def test_a_witness_signs_these_bytes(case: dict) -> None:
    private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(case["ed25519_seed_hex"]))
    witness = cosignatures.witness(case["vkey"])
    assert witness.key.hex() == case["public_key_hex"]
    assert (witness.key_id.hex(), witness.vkey) == (case["key_id_hex"], case["vkey"])
    message = f"cosignature/v1\ntime {case['timestamp']}\n{_CASE['checkpoint_text']}"
    signature = case["timestamp"].to_bytes(8, "big") + private.sign(message.encode())
    assert witness.holds(_CASE["checkpoint_text"], signature)
    if case is _CASE["witnesses"][0]:
        assert message == _CASE["signed_message_w1"]
        assert signature.hex() == _CASE["timestamped_signature_w1_hex"]


def test_a_cosignature_holds_at_its_time_and_text_only() -> None:
    good = bytes.fromhex(_CASE["timestamped_signature_w1_hex"])
    text, witness = _CASE["checkpoint_text"], _WITNESSES[0]
    assert witness.holds(text, good)
    assert not witness.holds(text, (1).to_bytes(8, "big") + good[8:])
    assert not witness.holds(text.replace("300", "301"), good)
    assert not witness.holds(text, good + b"\0")
    assert not witness.holds(text, good[:-1])
    assert not _WITNESSES[1].holds(text, good)


@pytest.mark.parametrize("time", [0, 2**63])
def test_a_cosignature_without_a_lawful_time(time: int) -> None:
    """Signed for real, so that only the time is wrong."""
    case = _CASE["witnesses"][0]
    private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(case["ed25519_seed_hex"]))
    message = f"cosignature/v1\ntime {time}\n{_CASE['checkpoint_text']}"
    signature = time.to_bytes(8, "big") + private.sign(message.encode())
    assert not _WITNESSES[0].holds(_CASE["checkpoint_text"], signature)


def test_a_bad_cosignature_of_a_known_witness_spoils_the_note() -> None:
    note = notes.parse(_CASE["cosigned_note"])
    bad = _CASE["cosigned_note"].replace(note.text, note.text.replace("300", "301"))
    with pytest.raises(NotSigned):
        notes.open_note(bad, [*_WITNESSES])


def test_ml_dsa_44() -> None:
    witness = cosignatures.witness(_PQ["vkey"])
    (signature,) = notes.parse(_PQ["checkpoint_text"] + "\n" + _PQ["signature_line"]).signatures
    assert (signature.name, signature.key_id) == (witness.name, witness.key_id)
    assert cosignatures.time_of(signature) == _PQ["timestamp"]
    assert witness.holds(_PQ["checkpoint_text"], signature.signature)
    assert not witness.holds(_PQ["checkpoint_text"].replace("300", "301"), signature.signature)
    changed = signature.signature[:-1] + bytes([signature.signature[-1] ^ 1])
    assert not witness.holds(_PQ["checkpoint_text"], changed)


@pytest.mark.parametrize("vkey", [_CASE["log_vkey"], notes.format_vkey("w", 0x06, b"k" * 32)])
def test_witness_refuses_what_is_no_witness_key(vkey: str) -> None:
    with pytest.raises(NotANote):
        cosignatures.witness(vkey)


def _is_signed(note: str) -> bool:
    try:
        notes.open_note(note, [notes.log_key(_REQUESTS["log_vkey"])])
    except NotSigned:
        return False
    return True


@pytest.mark.parametrize("case", _REQUESTS["cases"], ids=lambda c: c["case"])
def test_requests_to_a_witness_read_as_the_reference_says(case: dict) -> None:
    """The College is no witness, but its checkpoints and proofs go through this door."""
    head, _empty, note = case["body"].partition("\n\n")
    first, *lines = head.split("\n")
    old = int(first.removeprefix("old "))
    checkpoint = parse_text(notes.parse(note).text)
    known = checkpoint.origin == _LOG.name
    assert (case["status"] == 404) == (not known)
    assert not known or (case["status"] == 403) == (not _is_signed(note))
    assert (case["status"] == 400) == (old > checkpoint.size)
    if case["status"] == 200:
        assert tree.extends(
            old,
            bytes.fromhex(case["witness_has_root_hex"]),
            size=checkpoint.size,
            hashes=[notes.decode64(line) for line in lines],
            root=checkpoint.root,
        )
    if case["status"] == 422:
        assert not tree.extends(
            old,
            bytes.fromhex(case["witness_has_root_hex"]),
            size=checkpoint.size,
            hashes=[notes.decode64(line) for line in lines],
            root=checkpoint.root,
        )
