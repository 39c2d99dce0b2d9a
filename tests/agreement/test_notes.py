"""What the house signs the verifier reads; what one refuses the other refuses."""

import base64

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from college.record.rules import checkpoints as house_checkpoints
from college.record.rules import cosignatures as house_cosignatures
from college.record.rules import notes as house
from college.record.rules import proofs as house_proofs
from college_verify import notes, receipts, witnesses
from college_verify.findings import Broken
from tests.college_verify import writing
from tests.college_verify.writing import vectors

SECRET = Ed25519PrivateKey.from_private_bytes(b"\x33" * 32)
KEY = house.LogKey("log.example.org/a", SECRET.public_key().public_bytes_raw())
MINE = notes.parse_key(KEY.vkey)


def signed(text):
    signature = house.Signature(KEY.name, KEY.key_id, SECRET.sign(text.encode()))
    return str(house.Note(text, (signature,)))


def test_both_read_a_key_alike():
    assert (MINE.name, MINE.identity, MINE.public) == (KEY.name, KEY.key_id, KEY.key)


@given(st.integers(0, 2**63 - 1), st.binary(min_size=32, max_size=32))
def test_the_verifier_reads_every_checkpoint_the_house_signs(size, root):
    head = house_checkpoints.Head(KEY.name, size, root)
    text, _ = notes.open_note(signed(head.text).encode(), MINE)
    checkpoint = notes.parse_checkpoint(text)
    assert (checkpoint.origin, checkpoint.size, checkpoint.root) == (KEY.name, size, root)


def house_opens(data):
    try:
        return house.open_note(data, [KEY]).text
    except (house.NotANote, house.NotSigned):
        return None


def verifier_opens(data):
    try:
        return notes.open_note(data, MINE)[0]
    except Broken:
        return None


HEAD = house_checkpoints.Head(KEY.name, 300, bytes(range(32)))
NOTE = signed(HEAD.text).encode()


@settings(max_examples=400)
@given(st.data())
def test_both_judge_a_changed_note_alike(draw):
    data = bytearray(NOTE)
    for _ in range(draw.draw(st.integers(1, 2))):
        at = draw.draw(st.integers(0, len(data) - 1))
        piece = st.sampled_from([b"", b"\n", b"\n\n", b" ", b"=", b"A", b"\r", b"\t", b"\xc2\xa0"])
        data[at : at + draw.draw(st.integers(0, 1))] = draw.draw(piece)
    assert verifier_opens(bytes(data)) == house_opens(bytes(data))


@given(st.text(alphabet="a0+9=\n -\u0663", max_size=20))
def test_both_judge_a_size_alike(size):
    text = f"{KEY.name}\n{size}\n{base64.b64encode(bytes(32)).decode()}\n"
    try:
        theirs = house_checkpoints.parse_text(text).size
    except ValueError:
        theirs = None
    try:
        checkpoint = notes.parse_checkpoint(text)
        mine = None if checkpoint.extensions else checkpoint.size
    except Broken:
        mine = None
    assert mine == theirs


@given(st.text(max_size=12))
def test_both_judge_names_of_keys_alike(name):
    assert notes.is_name(name) == house.is_key_name(name)


@given(st.text(alphabet="AQ=+/ \n-_é", max_size=12))
def test_both_judge_base64_alike(text):
    try:
        theirs = house.decode64(text)
    except ValueError:
        theirs = None
    try:
        mine = notes.decode_base64(text)
    except Broken:
        mine = None
    assert mine == theirs


def test_both_read_the_witnesses_alike():
    for name in ("cosignature", "cosignature-mldsa44"):
        case = vectors(name)
        note = case.get("cosigned_note") or case["checkpoint_text"] + "\n" + case["signature_line"]
        text, signatures = notes.split((note.rstrip("\n") + "\n").encode())
        told = case.get("witnesses") or [case]
        for witness in told:
            theirs = house_cosignatures.witness(witness["vkey"])
            key = notes.parse_key(witness["vkey"])
            (own,) = notes.by_key(signatures, key)
            assert theirs.key_id == key.identity
            checkpoint = notes.parse_checkpoint(text)
            for at in (0, 7, 8, len(own.value) - 1, None):
                value = bytearray(own.value)
                if at is not None:
                    value[at] ^= 1
                changed = notes.Signature(own.name, own.identity, bytes(value))
                try:
                    witnesses.cosigned_at(text, checkpoint, [changed], key)
                    holds = True
                except Broken:
                    holds = False
                assert theirs.holds(text, bytes(value)) == holds == (at is None)


@given(st.integers(1, 40), st.data())
def test_the_verifier_reads_every_receipt_the_house_writes(size, data):
    index = data.draw(st.integers(0, size - 1))
    entries = [b"%d" % i for i in range(size)]
    note = writing.checkpoint(entries)
    hashes = tuple(writing.inclusion(index, entries))
    written = house_proofs.Receipt(entries[index], index, hashes, note.decode())
    assert str(written).encode() == writing.receipt(index, entries)
    read = receipts.parse(str(written).encode())
    assert (read.entry, read.index, tuple(read.proof), read.note) == (
        *(entries[index], index, hashes, note),
    )


RECEIPT = writing.receipt(2, [b"%d" % i for i in range(5)])


@settings(max_examples=300)
@given(st.data())
def test_both_judge_the_form_of_a_changed_receipt_alike(draw):
    data = bytearray(RECEIPT)
    at = draw.draw(st.integers(0, RECEIPT.index(b"\n\n")))
    piece = st.sampled_from([b"", b"\n", b" ", b"0", b"=", b"A", b"\r", b"9" * 30])
    data[at : at + draw.draw(st.integers(0, 1))] = draw.draw(piece)
    try:
        read = house_proofs.parse(data.decode())
        theirs = (read.entry, read.index, read.hashes, read.note)
    except ValueError:
        theirs = None
    try:
        mine_ = receipts.parse(bytes(data))
        mine = (mine_.entry, mine_.index, tuple(mine_.proof), mine_.note.decode())
    except Broken:
        mine = None
    assert mine == theirs
