"""Shares under lock: each is encrypted to its holder's public key (spec/draw.md §1).

ECDH on P-256 with a key made for this box alone, HKDF-SHA-256 without salt, AES-256-GCM. A box is that
key's public point (65 bytes), the nonce (12), the encrypted share and its tag (48). ``WebCrypto`` does the
very same in the browser.
"""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDH,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
)
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from college.committees.rules.seeds import SECRET_LENGTH
from college.committees.rules.shares import VERSION
from college.record.rules.canonical import encode_entry

POINT_LENGTH = 65
NONCE_LENGTH = 12
BOX_LENGTH = POINT_LENGTH + NONCE_LENGTH + SECRET_LENGTH + 16


class NotABox(ValueError):
    """The bytes are no box for this holder: malformed, locked for somebody else, or changed."""


def public_key(hex_point: str) -> EllipticCurvePublicKey:
    """The key of an uncompressed point in lower-case hex. ``NotABox``: it is none."""
    try:
        point = bytes.fromhex(hex_point)
        if len(point) != POINT_LENGTH or point.hex() != hex_point:
            raise NotABox("not an uncompressed point in lower-case hex")
        return EllipticCurvePublicKey.from_encoded_point(SECP256R1(), point)
    except ValueError as error:
        raise NotABox("no point of P-256") from error


def point(key: EllipticCurvePrivateKey) -> bytes:
    """The public half of a key, uncompressed."""
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def lock(
    share: bytes,
    holder_key: str,
    *,
    epoch: str,
    dealer: str,
    holder: str,
    once: EllipticCurvePrivateKey,
    nonce: bytes,
) -> bytes:
    """A share in a box that only ``holder_key`` opens. ``once`` and ``nonce`` are fresh for each box."""
    about = _about(epoch, dealer, holder)
    key = _key(once, public_key(holder_key), about)
    return point(once) + nonce + AESGCM(key).encrypt(nonce, share, about)


def unlock(
    box: bytes, key: EllipticCurvePrivateKey, *, epoch: str, dealer: str, holder: str
) -> bytes:
    """The share in a box. ``NotABox``: it does not open, or holds something else than 32 bytes."""
    if len(box) != BOX_LENGTH:
        raise NotABox("a box has another length")
    about = _about(epoch, dealer, holder)
    once, nonce = box[:POINT_LENGTH], box[POINT_LENGTH : POINT_LENGTH + NONCE_LENGTH]
    shared = _key(key, public_key(once.hex()), about)
    try:
        return AESGCM(shared).decrypt(nonce, box[POINT_LENGTH + NONCE_LENGTH :], about)
    except InvalidTag as error:
        raise NotABox("it was locked for another, or changed") from error


def _about(epoch: str, dealer: str, holder: str) -> bytes:
    return encode_entry({"dealer": dealer, "epoch": epoch, "holder": holder, "v": VERSION})


def _key(own: EllipticCurvePrivateKey, other: EllipticCurvePublicKey, about: bytes) -> bytes:
    shared = own.exchange(ECDH(), other)
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=about).derive(shared)
