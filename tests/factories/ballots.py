"""Ballots, and keys that sign them: what a person's passkey or browser does, done here."""

import base64
import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from college.committees.rules.ballots import Ballot
from college.committees.rules.signatures import Algorithm, PublicKey, Signature, SignatureKind
from college.committees.rules.tally import Choice

RP = "localhost"
ORIGIN = "http://localhost:8000"
COMMITMENT = "c0" * 32


def make_ballot(**changes: Any) -> Ballot:
    given = {
        "case": "7h2m9k4qx0c5t",
        "seat": "0123456789abc",
        "choice": Choice.GRANT,
        "ground": "private-data",
        "reason": "ab" * 32,
        "nonce": "01" * 32,
    }
    return Ballot(**(given | changes))


def make_secret(algorithm: Algorithm) -> Any:
    match algorithm:
        case Algorithm.ES256:
            return ec.generate_private_key(ec.SECP256R1())
        case Algorithm.RS256:
            return rsa.generate_private_key(65537, 2048)
    return Ed25519PrivateKey.generate()


@dataclass
class Signer:
    """A key with its secret. ``client`` and ``flags`` may be changed to sign wrongly on purpose."""

    kind: SignatureKind
    algorithm: Algorithm = Algorithm.ED25519
    secret: Any = None
    commitment: str = COMMITMENT
    rp: str = RP
    origin: str = ORIGIN
    client: dict[str, object] = field(default_factory=dict)
    flags: int = 0x1D

    def __post_init__(self) -> None:
        self.secret = self.secret or make_secret(self.algorithm)

    @property
    def key(self) -> PublicKey:
        public = self.secret.public_key()
        der = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        if self.kind is SignatureKind.PASSKEY:
            return PublicKey(
                self.kind, self.algorithm, der, RP, (ORIGIN, "https://college.example")
            )
        return PublicKey(self.kind, self.algorithm, der)

    def sign(self, ballot: bytes) -> Signature:
        if self.kind is not SignatureKind.PASSKEY:
            return Signature(self.kind, self.commitment, self.secret.sign(ballot))
        challenge = base64.urlsafe_b64encode(hashlib.sha256(ballot).digest()).rstrip(b"=").decode()
        told = {
            "type": "webauthn.get",
            "challenge": challenge,
            "origin": self.origin,
            "crossOrigin": False,
        }
        client = json.dumps(told | self.client).encode()
        rp = hashlib.sha256(self.rp.encode()).digest()
        authenticator = rp + bytes([self.flags]) + bytes(4)
        made = self._made(authenticator + hashlib.sha256(client).digest())
        return Signature(self.kind, self.commitment, made, authenticator, client)

    def _made(self, message: bytes) -> bytes:
        match self.algorithm:
            case Algorithm.ES256:
                return bytes(self.secret.sign(message, ec.ECDSA(SHA256())))
            case Algorithm.RS256:
                return bytes(self.secret.sign(message, padding.PKCS1v15(), SHA256()))
        return bytes(self.secret.sign(message))
