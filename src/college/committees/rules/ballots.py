"""The ballot as it is signed: one canonical text, read strictly (spec/ballots.md)."""

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass

from college.committees.rules.signatures import Signature
from college.committees.rules.tally import Choice
from college.ground.ids import is_public_id
from college.record.rules.canonical import NotCanonical, decode_entry, encode_entry
from college.record.rules.commitment import SALT_LENGTH

VERSION = "college-ballot-v1"
#: Bytes. The longest ballot that can be is shorter.
LONGEST = 1024
LONGEST_GROUND = 40
_MEMBERS = {"case", "choice", "ground", "nonce", "reason", "seat", "v"}
_HEX = re.compile(r"[0-9a-f]{64}")
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class NotABallot(ValueError):
    """The bytes are no ballot; says what is wrong."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """One seat's answer. ``case`` and ``seat`` are public ids; ``ground`` is a word, empty unless granted.

    ``reason`` commits to the sentence of reason; ``nonce`` was given for this seat alone: 64 hex digits each.
    """

    case: str
    seat: str
    choice: Choice
    ground: str
    reason: str
    nonce: str

    @property
    def text(self) -> bytes:
        """What is signed: canonical JSON."""
        return encode_entry(
            {
                "v": VERSION,
                "case": self.case,
                "seat": self.seat,
                "choice": self.choice.value,
                "ground": self.ground,
                "reason": self.reason,
                "nonce": self.nonce,
            }
        )


def parse(data: bytes) -> Ballot:
    """The ballot of its canonical text; ``NotABallot`` for any other bytes."""
    if len(data) > LONGEST:
        raise NotABallot(f"longer than {LONGEST} bytes")
    try:
        found = decode_entry(data)
    except NotCanonical as error:
        raise NotABallot(str(error)) from error
    if not isinstance(found, dict) or set(found) != _MEMBERS:
        raise NotABallot("not the members of a ballot")
    plain = {name: value for name, value in found.items() if isinstance(value, str)}
    if len(plain) != len(found) or plain.pop("v") != VERSION:
        raise NotABallot(f"not of version {VERSION}")
    if not (is_public_id(plain["case"]) and is_public_id(plain["seat"])):
        raise NotABallot("case and seat are public ids")
    if not (_HEX.fullmatch(plain["nonce"]) and _HEX.fullmatch(plain["reason"])):
        raise NotABallot("nonce and reason are 64 hex digits")
    if plain["choice"] not in {c.value for c in Choice}:
        raise NotABallot("the choice is grant or keep")
    choice, ground = Choice(plain.pop("choice")), plain.pop("ground")
    if choice is Choice.KEEP and ground:
        raise NotABallot("a ballot that keeps names no ground")
    if choice is Choice.GRANT and not (len(ground) <= LONGEST_GROUND and _WORD.fullmatch(ground)):
        raise NotABallot("a ballot that grants names a ground, in a word")
    return Ballot(choice=choice, ground=ground, **plain)


def fault(ballot: Ballot, *, case: str, seat: str, nonce: str, grounds: Collection[str]) -> str:
    """The code of the refusal of a ballot that is not this seat's, or ``""``.

    ``grounds``: those that a ballot in this case may name.
    """
    if ballot.case != case:
        return "committees.ballot.other-case"
    if ballot.seat != seat:
        return "committees.ballot.other-seat"
    if ballot.nonce != nonce:
        return "committees.ballot.stale"
    if ballot.choice is Choice.GRANT and ballot.ground not in grounds:
        return "committees.ballot.ground-unknown"
    return ""


def sealed(ballot: bytes, signature: Signature) -> bytes:
    """What the seal of a ballot commits to: the ballot and who signed it, canonical JSON."""
    return encode_entry({"ballot": ballot.decode("ascii"), "signature": signature.document()})


def digest(salt: bytes, ballot: bytes, signature: Signature) -> str:
    """The seal in the record: hex of sha256(salt ‖ ``sealed``); the salt is 32 random bytes."""
    if len(salt) != SALT_LENGTH:
        raise ValueError("a salt is 32 bytes")
    return hashlib.sha256(salt + sealed(ballot, signature)).hexdigest()
