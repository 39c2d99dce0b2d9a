"""Which keys a member can sign with here, as the page and its script need them."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings

from college.committees.queries import keys
from college.committees.rules import cose
from college.committees.rules.signatures import (
    NotAKey,
    PublicKey,
    SignatureKind,
    encode64,
)
from college.ground.refusals import Refusal
from college.people.queries import passkeys_of

if TYPE_CHECKING:
    from college.committees.models import Place
    from college.people.models import Member
    from college.people.queries import Passkey


@dataclass(frozen=True, slots=True)
class Signer:
    """A key in force. ``public`` names a device's key on that device; ``credential`` a passkey, if known."""

    kind: SignatureKind
    commitment: str
    public: str
    rp: str = ""
    credential: str = ""

    @property
    def is_software(self) -> bool:
        return self.kind is SignatureKind.SOFTWARE

    def for_script(self) -> Mapping[str, str]:
        return {
            "kind": self.kind.value,
            "key": self.commitment,
            "public": self.public,
            "rp": self.rp,
            "credential": self.credential,
        }


def signers(place: "Place", member: "Member | None") -> list[Signer]:
    """The keys that may sign for a place, the newest first. Two queries."""
    known = {}
    for passkey in passkeys_of(member) if member else []:
        try:
            known[cose.public_key(passkey.cose)[1]] = encode64(passkey.credential)
        except NotAKey:
            continue
    found = []
    for row in reversed(keys.in_force(place)):
        key = keys.public_key(row)
        found.append(
            Signer(
                kind=key.kind,
                commitment=row.document_id,
                public=encode64(key.public),
                rp=key.rp,
                credential=known.get(key.public, ""),
            )
        )
    return found


def key_of_passkey(passkey: "Passkey") -> PublicKey:
    """A passkey as a key for ballots, signed at this College's address; refuses one made elsewhere."""
    url = urlsplit(settings.COLLEGE_URL)
    host = url.hostname or ""
    if passkey.host != sha256(host.encode()).digest():
        raise Refusal("committees.key.elsewhere")
    try:
        algorithm, public = cose.public_key(passkey.cose)
        origin = f"{url.scheme}://{url.netloc}"
        return PublicKey(SignatureKind.PASSKEY, algorithm, public, host, (origin,))
    except NotAKey as error:
        raise Refusal("committees.key.not-a-key") from error
