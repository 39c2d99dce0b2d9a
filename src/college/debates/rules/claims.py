"""Claims to remarks: how an address is recognised without being kept, and which code proves one."""

import hashlib
import hmac
import re
from collections.abc import Iterable
from enum import StrEnum

from college.ground.ids import ALPHABET
from college.ground.refusals import Refusal

#: Claims that one address may make in a day, for each sends it a mail; and one member, of comments that
#: did not come with their address, for each asks others to look at it.
MOST_A_DAY = 5
_CODE_LENGTH = 10
_ADDRESS = re.compile(r"[^@\s<>\"]{1,64}@[^@\s<>\"]{1,180}\.[^@\s<>\".]{2,60}")
#: Characters of a remark by which a row of leftovers is known to be about it.
_TELLING = 40


class ClaimGround(StrEnum):
    """Why a claim was granted."""

    ADDRESS = "address"
    NOTICE = "notice"


class ClaimEnding(StrEnum):
    """Why a claim ended without effect."""

    TAKEN_BACK = "taken-back"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"


def address_digest(secret: str, address: str) -> str:
    """64 hex digits by which the owner of an address is recognised; empty without an address.

    Keyed, so that nobody without the College's secret can try addresses out.
    """
    plain = address.strip().casefold()
    if "@" not in plain:
        return ""
    return _keyed(secret, "remark-address", plain).hex()


def is_address_of(digest: str, secret: str, address: str) -> bool:
    """Whether a remark came with this address."""
    own = address_digest(secret, address)
    return bool(own) and hmac.compare_digest(own, digest)


def mail_address(given: str) -> str:
    """An address as it is kept until the claim is decided, or a refusal."""
    kept = given.strip()
    if len(kept) > 254 or not _ADDRESS.fullmatch(kept):
        raise Refusal("debates.remark.address")
    return kept


def without(
    unplaced: Iterable[dict[str, object]], pseudonym: str, words: str
) -> list[dict[str, object]]:
    """The leftovers of a brief without those that repeat a withdrawn remark or its pseudonym."""
    telling = [part for part in (pseudonym, words[:_TELLING].strip()) if part]
    return [row for row in unplaced if not any(part in str(row["words"]) for part in telling)]


def code(secret: str, claim: str) -> str:
    """The code that is mailed for a claim, e.g. ``7h2m9k4qx0``: 50 bits that follow from the secret."""
    return "".join(
        ALPHABET[byte & 31] for byte in _keyed(secret, "remark-code", claim)[:_CODE_LENGTH]
    )


def is_code(given: str, secret: str, claim: str) -> bool:
    """Whether this is the code of a claim, whatever spaces and capitals it was typed with."""
    typed = "".join(given.split()).lower()
    return hmac.compare_digest(typed.encode(), code(secret, claim).encode())


def _keyed(secret: str, purpose: str, text: str) -> bytes:
    return hmac.new(secret.encode(), f"{purpose}\x1f{text}".encode(), hashlib.sha256).digest()
