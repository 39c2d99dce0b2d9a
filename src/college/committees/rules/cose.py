"""A passkey's public key: from COSE (RFC 9053), as authenticators give it, to SubjectPublicKeyInfo."""

from collections.abc import Mapping

from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from college.committees.rules.signatures import Algorithm, NotAKey

_KIND, _ALGORITHM = 1, 3
_ES256, _ED25519, _RS256 = -7, -8, -257
_OKP, _EC2, _RSA = 1, 2, 3
_P256, _CURVE25519 = 1, 6


def public_key(cose: Mapping[int, object]) -> tuple[Algorithm, bytes]:
    """The algorithm and the DER of a COSE map; ``NotAKey`` for what signs no ballots here."""
    try:
        return _public_key(cose)
    except (KeyError, TypeError, ValueError) as error:
        raise NotAKey(f"no key of a passkey: {error}") from error


def _public_key(cose: Mapping[int, object]) -> tuple[Algorithm, bytes]:
    shape = (cose[_KIND], cose[_ALGORITHM])
    key: ec.EllipticCurvePublicKey | rsa.RSAPublicKey | Ed25519PublicKey
    if shape == (_EC2, _ES256) and cose[-1] == _P256:
        numbers = ec.EllipticCurvePublicNumbers(
            _number(cose[-2]), _number(cose[-3]), ec.SECP256R1()
        )
        algorithm, key = Algorithm.ES256, numbers.public_key()
    elif shape == (_OKP, _ED25519) and cose[-1] == _CURVE25519:
        algorithm, key = Algorithm.ED25519, Ed25519PublicKey.from_public_bytes(_bytes(cose[-2]))
    elif shape == (_RSA, _RS256):
        key = rsa.RSAPublicNumbers(_number(cose[-2]), _number(cose[-1])).public_key()
        algorithm = Algorithm.RS256
    else:
        raise NotAKey("its algorithm is none of ES256, RS256 and Ed25519")
    return algorithm, key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _bytes(value: object) -> bytes:
    if not isinstance(value, bytes):
        raise TypeError("a coordinate is bytes")
    return value


def _number(value: object) -> int:
    return int.from_bytes(_bytes(value), "big")
