"""Keys of panel members and the signatures they make over a ballot's text (spec/ballots.md)."""

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_der_public_key,
)

from college.record.rules.canonical import NotCanonical, parse

KEY_VERSION = "college-key-v1"
#: Bytes of what a browser sends; far more than any of them does.
_MOST_CLIENT, _MOST_AUTHENTICATOR, _MOST_SIGNATURE, _MOST_KEY = 2048, 1024, 512, 1024
_RSA_BITS = range(2048, 4097)
_RSA_EXPONENT = 65537
_PLAIN_AUTHENTICATOR = 37
_PRESENT, _VERIFIED, _MORE = 0x01, 0x04, 0xC0
_COMMITMENT = re.compile(r"[0-9a-f]{64}")
_HOST = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_ORIGIN = re.compile(r"https?://[a-z0-9]+(?:[.-][a-z0-9]+)*(?::[1-9][0-9]{0,4})?")
_MOST_ORIGINS = 8
_Loaded = ec.EllipticCurvePublicKey | rsa.RSAPublicKey | Ed25519PublicKey


class NotAKey(ValueError):
    """The document is no key of a panel member; says what is wrong."""


class NotASignature(ValueError):
    """The document is no signature of a ballot; says what is wrong."""


class NotSigned(ValueError):
    """The signature does not hold for this ballot and key; says what is wrong."""


class SignatureKind(StrEnum):
    """Where a key lives."""

    PASSKEY = "passkey"  # in the person's authenticator, which makes sure who it is
    DEVICE = "device"  # in one browser, which does not give it out
    SOFTWARE = "software"  # with the College itself: people of a sample only


class Algorithm(StrEnum):
    ES256 = "ES256"
    RS256 = "RS256"
    ED25519 = "Ed25519"


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A key as the record commits to it. ``public`` is its SubjectPublicKeyInfo in DER.

    ``rp`` and ``origins`` (passkeys only) are the addresses under which its signatures are made; they
    stand with the key, so that old ballots hold when the College moves.
    """

    kind: SignatureKind
    algorithm: Algorithm
    public: bytes
    rp: str = ""
    origins: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _load(self.algorithm, self.public)
        if self.kind is not SignatureKind.PASSKEY:
            if self.algorithm is not Algorithm.ED25519 or self.rp or self.origins:
                raise NotAKey("a key of a device or of the software is Ed25519, without addresses")
        elif not (
            _HOST.fullmatch(self.rp)
            and 1 <= len(self.origins) <= _MOST_ORIGINS
            and all(_ORIGIN.fullmatch(origin) for origin in self.origins)
        ):
            raise NotAKey("a passkey names the host and the origins it signs for")

    def document(self) -> dict[str, object]:
        """The canonical document that is committed to when the key is enrolled."""
        plain: dict[str, object] = {
            "v": KEY_VERSION,
            "kind": self.kind.value,
            "alg": self.algorithm.value,
            "public": encode64(self.public),
        }
        if self.kind is SignatureKind.PASSKEY:
            plain |= {"rp": self.rp, "origins": list(self.origins)}
        return plain

    @classmethod
    def from_document(cls, document: Mapping[str, object]) -> Self:
        given = dict(document)
        try:
            if given.pop("v") != KEY_VERSION:
                raise NotAKey(f"not of version {KEY_VERSION}")
            kind, algorithm = (
                SignatureKind(str(given.pop("kind"))),
                Algorithm(str(given.pop("alg"))),
            )
            public = decode64(given.pop("public"), _MOST_KEY)
            if kind is not SignatureKind.PASSKEY:
                rp: object = ""
                origins: object = []
            else:
                rp, origins = given.pop("rp"), given.pop("origins")
        except (KeyError, ValueError) as error:
            raise NotAKey(str(error)) from error
        if given or not isinstance(rp, str) or not isinstance(origins, list):
            raise NotAKey("not the members of a key")
        if not all(isinstance(origin, str) for origin in origins):
            raise NotAKey("origins are texts")
        return cls(kind, algorithm, public, rp, tuple(origins))


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature over a ballot's text. ``key`` is the commitment of the key's document.

    ``authenticator`` and ``client`` (passkeys only) are WebAuthn's authenticatorData and clientDataJSON.
    """

    kind: SignatureKind
    key: str
    signature: bytes
    authenticator: bytes = b""
    client: bytes = b""

    def document(self) -> dict[str, object]:
        plain: dict[str, object] = {
            "kind": self.kind.value,
            "key": self.key,
            "signature": encode64(self.signature),
        }
        if self.kind is SignatureKind.PASSKEY:
            plain["authenticator"] = encode64(self.authenticator)
            plain["client"] = encode64(self.client)
        return plain

    @classmethod
    def from_document(cls, document: object) -> Self:
        """Read strictly; ``NotASignature``."""
        if not isinstance(document, Mapping):
            raise NotASignature("a signature is an object")
        given = dict(document)
        try:
            kind, key = SignatureKind(str(given.pop("kind"))), given.pop("key")
            signature = decode64(given.pop("signature"), _MOST_SIGNATURE)
            authenticator = client = b""
            if kind is SignatureKind.PASSKEY:
                authenticator = decode64(given.pop("authenticator"), _MOST_AUTHENTICATOR)
                client = decode64(given.pop("client"), _MOST_CLIENT)
        except (KeyError, ValueError) as error:
            raise NotASignature(str(error)) from error
        if given or not isinstance(key, str) or not _COMMITMENT.fullmatch(key):
            raise NotASignature("not the members of a signature")
        return cls(kind, key, signature, authenticator, client)


def verify(ballot: bytes, signature: Signature, key: PublicKey) -> None:
    """Nothing, if ``key`` signed this ballot's text; else ``NotSigned``.

    Whose key it is, and whether it was in force, is for the caller to know.
    """
    if signature.kind is not key.kind:
        raise NotSigned("the key is of another kind")
    message = ballot
    if key.kind is SignatureKind.PASSKEY:
        _check_client(signature.client, ballot, key.origins)
        _check_authenticator(signature.authenticator, key.rp)
        message = signature.authenticator + hashlib.sha256(signature.client).digest()
    public = _load(key.algorithm, key.public)
    try:
        if isinstance(public, ec.EllipticCurvePublicKey):
            public.verify(signature.signature, message, ec.ECDSA(SHA256()))
        elif isinstance(public, rsa.RSAPublicKey):
            public.verify(signature.signature, message, padding.PKCS1v15(), SHA256())
        else:
            public.verify(signature.signature, message)
    except InvalidSignature as error:
        raise NotSigned("it is not signed with this key") from error


def _check_client(client: bytes, ballot: bytes, origins: tuple[str, ...]) -> None:
    try:
        told = parse(client)
    except NotCanonical as error:
        raise NotSigned(f"client data: {error}") from error
    if not isinstance(told, dict) or not all(isinstance(v, str | bool) for v in told.values()):
        raise NotSigned("client data is an object of texts and flags")
    if told.get("type") != "webauthn.get":
        raise NotSigned("client data of another ceremony")
    if told.get("challenge") != encode64(hashlib.sha256(ballot).digest()):
        raise NotSigned("another text was signed")
    if told.get("origin") not in origins:
        raise NotSigned("signed at another address")
    if told.get("crossOrigin", False) is not False or "topOrigin" in told:
        raise NotSigned("signed inside of a page of others")


def _check_authenticator(data: bytes, rp: str) -> None:
    if len(data) < _PLAIN_AUTHENTICATOR or data[:32] != hashlib.sha256(rp.encode()).digest():
        raise NotSigned("authenticator data for another host")
    flags = data[32]
    if not flags & _PRESENT or not flags & _VERIFIED:
        raise NotSigned("the authenticator did not make sure who it was")
    if (len(data) > _PLAIN_AUTHENTICATOR) != bool(flags & _MORE):
        raise NotSigned("authenticator data of another length than it says")


def _load(algorithm: Algorithm, public: bytes) -> _Loaded:
    try:
        key = load_der_public_key(public)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise NotAKey("no SubjectPublicKeyInfo") from error
    spelled = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    if spelled != public:
        raise NotAKey("not the one spelling of its key")
    if _is_of(key, algorithm):
        return key  # type: ignore[return-value]  # _is_of has looked
    raise NotAKey(f"no key of {algorithm}")


def _is_of(key: object, algorithm: Algorithm) -> bool:
    match key:
        case Ed25519PublicKey():
            return algorithm is Algorithm.ED25519
        case ec.EllipticCurvePublicKey():
            return algorithm is Algorithm.ES256 and isinstance(key.curve, ec.SECP256R1)
        case rsa.RSAPublicKey():
            usual = key.key_size in _RSA_BITS and key.public_numbers().e == _RSA_EXPONENT
            return algorithm is Algorithm.RS256 and usual
    return False


def encode64(data: bytes) -> str:
    """base64url without padding, as WebAuthn writes it."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decode64(text: object, most: int) -> bytes:
    """The 1 to ``most`` bytes of a base64url text in its one spelling; ``ValueError``."""
    if not isinstance(text, str) or not 1 <= len(text) <= most * 4 // 3 + 2 or not text.isascii():
        raise ValueError("base64url of the wrong length")
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if encode64(data) != text or len(data) > most:
        raise ValueError("base64url in another spelling")
    return data
