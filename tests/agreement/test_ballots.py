"""The house and the verifier take the same ballots, keys and signatures, and refuse the same."""

import base64
import copy
import json

import pytest
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_der_public_key,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from college.committees.rules import ballots as house
from college.committees.rules import signatures as house_signatures
from college.committees.rules.signatures import Algorithm, SignatureKind
from college.committees.rules.tally import Choice
from college.ground.ids import ALPHABET
from college_verify import ballots, signatures
from college_verify.findings import Broken
from tests.factories.ballots import Signer, make_ballot
from tests.factories.vectors import vectors

CASES = vectors("ballots")["cases"]
_id = st.text(alphabet=ALPHABET, min_size=13, max_size=13)
_hash = st.text(alphabet="0123456789abcdef", min_size=64, max_size=64)
_ballots = st.builds(
    make_ballot,
    case=_id,
    seat=_id,
    reason=_hash,
    nonce=_hash,
    ground=st.sampled_from(["spam", "off-topic"]),
)


def house_reads(text: bytes) -> object:
    try:
        return house.parse(text).text
    except house.NotABallot:
        return None


def verifier_reads(text: bytes) -> object:
    try:
        ballots.read(text)
    except Broken:
        return None
    return text


def house_holds(case: dict) -> bool:
    try:
        key = house_signatures.PublicKey.from_document(case["key"])
        signature = house_signatures.Signature.from_document(case["signature"])
        house_signatures.verify(case["ballot"].encode(), signature, key)
    except (house_signatures.NotAKey, house_signatures.NotASignature, house_signatures.NotSigned):
        return False
    return True


def verifier_holds(case: dict) -> bool:
    try:
        signatures.check(
            case["ballot"].encode(), case["signature"], signatures.read_key(case["key"])
        )
    except Broken:
        return False
    return True


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_both_hold_the_golden_ballots_and_their_seals(case):
    text = case["ballot"].encode()
    assert house_reads(text) == verifier_reads(text) == text
    assert house_holds(case)
    assert verifier_holds(case)
    salt = bytes.fromhex(case["salt"])
    signature = house_signatures.Signature.from_document(case["signature"])
    assert house.digest(salt, text, signature) == case["seal"]
    assert ballots.seal(salt, case["ballot"], case["signature"]) == case["seal"]


def _flipped(value: str) -> list[str]:
    """Other texts of the same length, changed at both ends and in the middle."""
    places = {0, len(value) // 2, max(len(value) - 1, 0)}
    return [
        value[:at] + ("B" if value[at] != "B" else "C") + value[at + 1 :] for at in places if value
    ]


def _other(value: object) -> list[object]:
    """What may stand in a member's place instead."""
    changed: list[object] = [None, 1, [], {}, "", "x" * 5000]
    if isinstance(value, str):
        changed += [*_flipped(value), value + "=", value + "A", value + " ", value.upper()]
    if isinstance(value, list):
        changed += [[value[-1]], [None], value * 9]
    return [other for other in changed if other != value]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
@pytest.mark.parametrize("part", ["key", "signature"])
def test_every_member_of_key_and_signature_that_is_changed_is_refused_by_both(case, part):
    # Which key signed, and which origins it may sign at besides, is not bound by the signature itself.
    unbound = {("signature", "key"), ("key", "origins")}
    for name in case[part]:
        for other in _other(case[part][name]):
            changed = copy.deepcopy(case)
            changed[part][name] = other
            held = house_holds(changed)
            assert held == verifier_holds(changed), (name, other)
            assert not held or (part, name) in unbound, (name, other)
        less = copy.deepcopy(case)
        del less[part][name]
        assert not house_holds(less)
        assert not verifier_holds(less)
    more = copy.deepcopy(case)
    more[part]["extra"] = "1"
    assert not house_holds(more)
    assert not verifier_holds(more)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_member_of_the_ballot_that_is_changed_is_refused_by_both(case):
    told = json.loads(case["ballot"])
    for name in told:
        for other in _flipped(told[name]) or ["spam"]:
            changed = json.dumps(told | {name: other}, sort_keys=True, separators=(",", ":"))
            forged = case | {"ballot": changed}
            assert not house_holds(forged)
            assert not verifier_holds(forged)


@pytest.mark.parametrize("one", CASES, ids=lambda case: case["name"])
def test_nobody_else_s_key_or_signature_serves(one):
    for other in CASES:
        for part in ("key", "signature"):
            mixed = one | {part: other[part]}
            assert house_holds(mixed) == verifier_holds(mixed)
            assert not house_holds(mixed) or mixed[part] == one[part]


@given(_ballots, st.booleans())
def test_both_read_every_ballot_the_house_writes(ballot, keeps):
    text = (make_ballot(choice=Choice.KEEP, ground="") if keeps else ballot).text
    assert house_reads(text) == verifier_reads(text) == text


@settings(max_examples=400)
@given(st.data())
def test_both_judge_a_changed_ballot_alike(draw):
    data = bytearray(make_ballot(ground=draw.draw(st.sampled_from(["spam", "a" * 40]))).text)
    for _ in range(draw.draw(st.integers(1, 2))):
        at = draw.draw(st.integers(0, len(data) - 1))
        piece = st.sampled_from(
            [
                b"",
                b" ",
                b"\n",
                b'"',
                b"0",
                b"a",
                b"A",
                b"-",
                b"\\u0061",
                b",",
                b"\x00",
                b"\xc3\xa9",
                b"\xff",
            ]
        )
        data[at : at + draw.draw(st.integers(0, 1))] = draw.draw(piece)
    assert house_reads(bytes(data)) == verifier_reads(bytes(data))


@pytest.mark.parametrize(
    "changes",
    [
        {"choice": "maybe"},
        {"choice": "keep"},
        {"ground": ""},
        {"ground": "Not a word"},
        {"ground": "a" * 41},
        {"ground": "threat-"},
        {"case": "7h2m9k4qx0c5"},
        {"case": "ih2m9k4qx0c5t"},
        {"nonce": "AB" * 32},
        {"nonce": "ab" * 31},
        {"reason": None},
        {"v": "college-ballot-v2"},
        {"extra": ""},
        {"seat": 1},
    ],
)
def test_both_refuse_what_is_no_ballot(changes):
    told = json.loads(make_ballot().text) | changes
    text = json.dumps(told, sort_keys=True, separators=(",", ":")).encode()
    assert house_reads(text) is None
    assert verifier_reads(text) is None


@pytest.mark.parametrize(
    "wrongly",
    [
        {"client": {"type": "webauthn.create"}},
        {"client": {"challenge": "AAAA"}},
        {"client": {"origin": "http://evil.example"}},
        {"client": {"crossOrigin": True}},
        {"client": {"topOrigin": "http://localhost:8000"}},
        {"client": {"tokenBinding": {"status": "supported"}}},
        {"client": {"crossOrigin": None}},
        {"client": {"crossOrigin": 0}},
        {"client": {"more": 1e999}},
        {"rp": "evil.example"},
        {"flags": 0x01},
        {"flags": 0x04},
        {"flags": 0x00},
        {"flags": 0x45},
        {"flags": 0x85},
    ],
)
@pytest.mark.parametrize("algorithm", [Algorithm.ES256, Algorithm.ED25519])
def test_both_refuse_an_assertion_made_otherwise_than_a_ballot_is(algorithm, wrongly):
    signer = Signer(SignatureKind.PASSKEY, algorithm, **wrongly)
    assert not _both(signer)


@pytest.mark.parametrize(
    "otherwise",
    [{}, {"client": {"other": "é\ud800"}}, {"origin": "https://college.example"}, {"flags": 0x05}],
)
def test_both_take_what_only_looks_otherwise(otherwise):
    assert _both(Signer(SignatureKind.PASSKEY, Algorithm.ED25519, **otherwise))


def _both(signer: Signer) -> bool:
    text = make_ballot().text
    case = {
        "key": signer.key.document(),
        "ballot": text.decode(),
        "signature": signer.sign(text).document(),
    }
    assert house_holds(case) == verifier_holds(case)
    return house_holds(case)


def test_both_refuse_a_key_in_another_spelling():
    public = Signer(SignatureKind.PASSKEY, Algorithm.ES256).secret.public_key()
    whole = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    # The same point, compressed: a DER that loads as the same key.
    point = public.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
    head = bytes.fromhex("3039301306072a8648ce3d020106082a8648ce3d030107032200")
    assert load_der_public_key(head + point) == load_der_public_key(whole)
    document = Signer(SignatureKind.PASSKEY, Algorithm.ES256).key.document()
    for der, fine in ((whole, True), (head + point, False), (whole + b"\x00", False)):
        document["public"] = house_signatures.encode64(der)
        assert _is_key(house_signatures.PublicKey.from_document, document) == fine
        assert _is_key(signatures.read_key, document) == fine


def _is_key(read, document: dict) -> bool:
    try:
        read(document)
    except (house_signatures.NotAKey, Broken):
        return False
    return True


@given(st.text(alphabet="AQgw-_=+/ \né", max_size=10))
def test_both_judge_base64url_alike(text):
    def house_bytes():
        try:
            return house_signatures.decode64(text, 6)
        except ValueError:
            return None

    def verifier_bytes():
        try:
            return signatures._bytes(text, 6)
        except Broken:
            return None

    assert house_bytes() == verifier_bytes()


def test_both_refuse_a_client_that_names_something_twice():
    signer = Signer(SignatureKind.PASSKEY)
    text = make_ballot().text
    signature = signer.sign(text)
    client = signature.client[:-1] + b', "type": "webauthn.get"}'
    twice = signature.document() | {"client": base64.urlsafe_b64encode(client).decode().rstrip("=")}
    case = {"key": signer.key.document(), "ballot": text.decode(), "signature": twice}
    with pytest.raises(house_signatures.NotSigned, match="twice"):
        house_signatures.verify(text, house_signatures.Signature.from_document(twice), signer.key)
    assert not verifier_holds(case)
    with pytest.raises(Broken, match="two members"):
        signatures.check(text, twice, signatures.read_key(case["key"]))
