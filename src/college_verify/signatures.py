"""Who signed a ballot: keys as the log commits to them, WebAuthn assertions and plain Ed25519."""

import base64
import re
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa

from college_verify import canonical
from college_verify.findings import Broken, shown

_HOST = r"[a-z0-9]+(?:[.-][a-z0-9]+)*"
_ORIGIN = rf"https?://{_HOST}(?::[1-9][0-9]{{0,4}})?"
#: Flags of authenticatorData: somebody was there, it was made sure who, and what may follow.
_UP, _UV, _AT, _ED = 0x01, 0x04, 0x40, 0x80
_Public = ec.EllipticCurvePublicKey | ed25519.Ed25519PublicKey | rsa.RSAPublicKey


@dataclass(frozen=True, slots=True)
class Key:
    """A panel member's key: ``kind`` is passkey, device or software."""

    kind: str
    public: _Public
    rp: str
    origins: tuple[str, ...]


def read_key(document: object) -> Key:
    """The key a committed document holds. Raises ``Broken``."""
    if not isinstance(document, dict) or document.get("v") != "college-key-v1":
        raise Broken("it is no key of version college-key-v1")
    kind = document.get("kind")
    names = {"alg", "kind", "public", "v"}
    if kind == "passkey":
        names |= {"origins", "rp"}
    elif kind not in ("device", "software"):
        raise Broken(f"a key of kind {shown(kind)} is unknown")
    if set(document) != names:
        raise Broken("the key does not have exactly the members of its kind")
    algorithm = document["alg"]
    if kind != "passkey" and algorithm != "Ed25519":
        raise Broken("only a passkey may use another algorithm than Ed25519")
    public = _public(algorithm, _bytes(document["public"], 1024))
    if kind != "passkey":
        return Key(kind, public, "", ())
    rp, origins = document["rp"], document["origins"]
    if not isinstance(rp, str) or not re.fullmatch(_HOST, rp):
        raise Broken("the key's host is no host")
    if not isinstance(origins, list) or not 1 <= len(origins) <= 8:
        raise Broken("the key names no origin, or too many")
    if not all(isinstance(o, str) and re.fullmatch(_ORIGIN, o) for o in origins):
        raise Broken("the key names an origin that is none")
    return Key(kind, public, rp, tuple(origins))


def check(ballot: bytes, signature: object, key: Key) -> None:
    """Nothing, if ``signature``, as published, is one of ``key`` over ``ballot``. Raises ``Broken``."""
    if not isinstance(signature, dict) or signature.get("kind") != key.kind:
        raise Broken("the signature is of another kind than the key")
    names = {"key", "kind", "signature"}
    if key.kind == "passkey":
        names |= {"authenticator", "client"}
    if set(signature) != names or not _is_commitment(signature["key"]):
        raise Broken("the signature does not have exactly the members of its kind")
    value = _bytes(signature["signature"], 512)
    signed = ballot
    if key.kind == "passkey":
        authenticator = _bytes(signature["authenticator"], 1024)
        client = _bytes(signature["client"], 2048)
        _check_client(client, ballot, key)
        _check_authenticator(authenticator, key)
        signed = authenticator + sha256(client).digest()
    if not _holds(key.public, value, signed):
        raise Broken("the ballot is not signed with the key of its seat")


def _check_client(data: bytes, ballot: bytes, key: Key) -> None:
    client = canonical.decode(data)
    if not isinstance(client, dict):
        raise Broken("the client data is no object")
    if any(not isinstance(value, bool | str) for value in client.values()):
        raise Broken("the client data holds more than texts and flags")
    wanted = base64.urlsafe_b64encode(sha256(ballot).digest()).decode().rstrip("=")
    if client.get("type") != "webauthn.get" or client.get("challenge") != wanted:
        raise Broken("the passkey signed something else than this ballot")
    if client.get("origin") not in key.origins:
        raise Broken(f"the passkey signed at {shown(client.get('origin'))}, no address of the key")
    if client.get("crossOrigin") not in (None, False) or "topOrigin" in client:
        raise Broken("the passkey signed inside of a page of others")


def _check_authenticator(data: bytes, key: Key) -> None:
    host, rest = data[:32], data[32:]
    if host != sha256(key.rp.encode()).digest() or len(rest) < 5:
        raise Broken("the passkey signed for another host")
    if rest[0] & (_UP | _UV) != _UP | _UV:
        raise Broken("the passkey did not make sure who it was")
    if bool(rest[0] & (_AT | _ED)) is (len(rest) == 5):
        raise Broken("the authenticator data is of another length than its flags say")


def _holds(public: _Public, signature: bytes, message: bytes) -> bool:
    try:
        match public:
            case ec.EllipticCurvePublicKey():
                public.verify(signature, message, ec.ECDSA(hashes.SHA256()))
            case rsa.RSAPublicKey():
                public.verify(signature, message, padding.PKCS1v15(), hashes.SHA256())
            case _:
                public.verify(signature, message)
    except InvalidSignature:
        return False
    return True


def _public(algorithm: object, der: bytes) -> _Public:
    try:
        key = serialization.load_der_public_key(der)
    except (ValueError, UnsupportedAlgorithm):
        raise Broken("the key is no public key in DER") from None
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    if key.public_bytes(serialization.Encoding.DER, form) != der:
        raise Broken("the key is not in the one spelling of its DER")
    match key:
        case ed25519.Ed25519PublicKey() if algorithm == "Ed25519":
            return key
        case ec.EllipticCurvePublicKey() if algorithm == "ES256" and key.curve.name == "secp256r1":
            return key
        case rsa.RSAPublicKey() if algorithm == "RS256":
            if 2048 <= key.key_size <= 4096 and key.public_numbers().e == 65537:
                return key
    raise Broken(f"the key is none of {shown(algorithm)}")


def _is_commitment(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch("[0-9a-f]{64}", value) is not None


def _bytes(text: object, most: int) -> bytes:
    """What base64url without padding stands for, in its one spelling."""
    if not isinstance(text, str) or not text or not re.fullmatch(r"[A-Za-z0-9_-]+", text):
        raise Broken("base64url is malformed")
    if len(text) % 4 == 1 or len(text) > 4 * most:
        raise Broken("base64url is of no possible length")
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if len(data) > most or base64.urlsafe_b64encode(data).decode().rstrip("=") != text:
        raise Broken("base64url is not in its one spelling, or too long")
    return data
