"""Keys as authenticators give them, and what a key may be; signatures are in ``tests/agreement``."""

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from fido2.cose import ES256, RS256, CoseKey, EdDSA

from college.committees.rules import cose
from college.committees.rules.signatures import (
    Algorithm,
    NotAKey,
    NotASignature,
    NotSigned,
    PublicKey,
    Signature,
    SignatureKind,
    verify,
)
from tests.factories.ballots import ORIGIN, RP, Signer, make_ballot

EDWARDS = Ed25519PrivateKey.generate().public_key()
KEYS = [
    (ES256, Algorithm.ES256, ec.generate_private_key(ec.SECP256R1()).public_key()),
    (RS256, Algorithm.RS256, rsa.generate_private_key(65537, 2048).public_key()),
    (EdDSA, Algorithm.ED25519, EDWARDS),
]


def der(key):
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


@pytest.mark.parametrize(("form", "algorithm", "key"), KEYS, ids=[k[1] for k in KEYS])
def test_a_passkey_s_key_is_taken_over_as_it_is(form, algorithm, key):
    assert cose.public_key(form.from_cryptography_key(key)) == (algorithm, der(key))


@pytest.mark.parametrize("name", [1, 3, -1, -2])
@pytest.mark.parametrize(("form", "algorithm", "key"), KEYS, ids=[k[1] for k in KEYS])
def test_a_passkey_s_key_that_is_not_whole_is_none(form, algorithm, key, name):
    whole = form.from_cryptography_key(key)
    for other in (None, "text", 99, b""):
        with pytest.raises(NotAKey):
            cose.public_key(CoseKey(whole | {name: other}))
    with pytest.raises(NotAKey):
        cose.public_key({n: v for n, v in whole.items() if n != name})


@pytest.mark.parametrize(("form", "algorithm", "key"), KEYS, ids=[k[1] for k in KEYS])
def test_only_a_passkey_may_be_of_any_algorithm(form, algorithm, key):
    PublicKey(SignatureKind.PASSKEY, algorithm, der(key), RP, (ORIGIN,))
    for kind in (SignatureKind.DEVICE, SignatureKind.SOFTWARE):
        if algorithm is Algorithm.ED25519:
            PublicKey(kind, algorithm, der(key))
        else:
            with pytest.raises(NotAKey):
                PublicKey(kind, algorithm, der(key))
    for another in set(Algorithm) - {algorithm}:
        with pytest.raises(NotAKey):
            PublicKey(SignatureKind.PASSKEY, another, der(key), RP, (ORIGIN,))


@pytest.mark.parametrize(
    ("algorithm", "key"),
    [
        (Algorithm.ES256, ec.generate_private_key(ec.SECP384R1()).public_key()),
        (Algorithm.RS256, rsa.generate_private_key(65537, 1024).public_key()),
        (Algorithm.RS256, rsa.generate_private_key(3, 2048).public_key()),
    ],
)
def test_a_weak_or_strange_key_is_refused(algorithm, key):
    with pytest.raises(NotAKey):
        PublicKey(SignatureKind.PASSKEY, algorithm, der(key), RP, (ORIGIN,))


@pytest.mark.parametrize(
    ("rp", "origins"),
    [
        ("", (ORIGIN,)),
        ("Local host", (ORIGIN,)),
        (RP, ()),
        (RP, ("localhost",)),
        (RP, (ORIGIN + "/",)),
        (RP, (ORIGIN,) * 9),
    ],
)
def test_a_passkey_names_its_host_and_origins(rp, origins):
    with pytest.raises(NotAKey):
        PublicKey(SignatureKind.PASSKEY, Algorithm.ED25519, der(EDWARDS), rp, origins)


def test_a_device_s_key_names_no_address():
    with pytest.raises(NotAKey):
        PublicKey(SignatureKind.DEVICE, Algorithm.ED25519, der(EDWARDS), RP, (ORIGIN,))


@pytest.mark.parametrize("kind", list(SignatureKind))
def test_keys_and_signatures_are_read_back(kind):
    signer = Signer(kind)
    signature = signer.sign(make_ballot().text)
    assert PublicKey.from_document(signer.key.document()) == signer.key
    assert Signature.from_document(signature.document()) == signature


@pytest.mark.parametrize("document", [None, [], "text", {}, {"kind": []}, {"kind": "passkey"}])
def test_what_is_no_signature_is_said_so(document):
    with pytest.raises(NotASignature):
        Signature.from_document(document)


def test_a_signature_of_another_kind_than_the_key_does_not_hold():
    device = Signer(SignatureKind.DEVICE)
    software = Signer(SignatureKind.SOFTWARE, secret=device.secret)
    text = make_ballot().text
    verify(text, device.sign(text), device.key)
    with pytest.raises(NotSigned, match="another kind"):
        verify(text, software.sign(text), device.key)
