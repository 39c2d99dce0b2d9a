"""Ballots: the text a panel member signed, and the seal that stood in the log before (spec/ballots.md)."""

import re
from dataclasses import dataclass
from hashlib import sha256

from college_verify import canonical
from college_verify.findings import Broken, shown

_LONGEST = 1024
_ID = "[0123456789abcdefghjkmnpqrstvwxyz]{13}"
_GROUND = "[a-z0-9]+(?:-[a-z0-9]+)*"
_HASH = "[0-9a-f]{64}"
#: In the order of canonical JSON: the whole text follows from these seven.
_MEMBERS = {
    "case": _ID,
    "choice": "grant|keep",
    "ground": f"|{_GROUND}",
    "nonce": _HASH,
    "reason": _HASH,
    "seat": _ID,
    "v": "college-ballot-v1",
}


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one seat said. ``ground`` is empty exactly when it keeps."""

    case: str
    choice: str
    ground: str
    nonce: str
    reason: str
    seat: str


def read(data: bytes) -> Ballot:
    """The ballot that ``data`` is. Raises ``Broken``."""
    if len(data) > _LONGEST:
        raise Broken("the ballot is longer than a ballot can be")
    value = canonical.decode_canonical(data)
    if not isinstance(value, dict) or sorted(value) != sorted(_MEMBERS):
        raise Broken("the ballot does not have exactly the members of a ballot")
    for name, pattern in _MEMBERS.items():
        given = value[name]
        if not isinstance(given, str) or not re.fullmatch(pattern, given, re.ASCII):
            raise Broken(f"the ballot's {name} is {shown(given)}")
    del value["v"]
    ballot = Ballot(**value)
    if (ballot.choice == "grant") != bool(ballot.ground) or len(ballot.ground) > 40:
        raise Broken("the ballot names a ground where it keeps, or none where it grants")
    return ballot


def seal(salt: bytes, text: str, signature: object) -> str:
    """The digest under which a signed ballot was sealed: ``text`` as signed, ``signature`` as published."""
    document = {"ballot": text, "signature": signature}
    return sha256(salt + canonical.encode(document)).hexdigest()
