"""A published text against its commitment and its state: ``spec/record.md`` section 2."""

import re
import unicodedata
from hashlib import sha256

from college_verify.canonical import decode, encode
from college_verify.findings import Broken, shown
from college_verify.states import State

#: Passages are kept one by one; only a table (a pool, ballots) may be long. Read, it swells tenfold.
LARGEST_TEXT = 16 << 20
_SALT = re.compile(r"[0-9a-f]{64}")
_MEMBERS = {
    "withheld": {"commitment", "state", "ground", "case", "until"},
    "tombstone": {"commitment", "state", "ground", "at"},
}


def path(commitment: str) -> str:
    """Where the text of a commitment is published, below the log."""
    return f"texts/{commitment[:2]}/{commitment}.json"


def check(data: bytes, commitment: str, state: State) -> None:
    """Raise ``Broken`` unless the file ``data`` holds for ``commitment`` in the state entries left it in."""
    value = decode(data)
    if not isinstance(value, dict):
        raise Broken("it is no JSON object")
    if not isinstance(value.get("commitment"), str):
        raise Broken("it has no member commitment that says which text it is")
    if value["commitment"] != commitment:
        raise Broken(f"it is about the commitment {shown(value['commitment'])}")
    if value.get("state") != state.name:
        raise Broken(
            f"its state is {shown(value.get('state'))}, while by the entries it is {state.name}"
        )
    if state.name == "open":
        _check_open(value, commitment)
    else:
        _check_closed(value, state)


def _check_open(value: dict[str, object], commitment: str) -> None:
    words = value.keys() & {"text", "document"}
    if len(words) != 1 or value.keys() != words | {"commitment", "state", "salt"}:
        raise Broken("it has not exactly commitment, state, salt and either text or document")
    salt = value["salt"]
    if not isinstance(salt, str) or not _SALT.fullmatch(salt):
        raise Broken("its salt is not 32 bytes in lower-case hex")
    packed = encode(value["document"]) if "document" in value else _text_bytes(value["text"])
    if sha256(bytes.fromhex(salt) + packed).hexdigest() != commitment:
        raise Broken("what it holds is not what was committed")


def _text_bytes(text: object) -> bytes:
    if not isinstance(text, str):
        raise Broken("its text is no string")
    if "\r" in text or not unicodedata.is_normalized("NFC", text):
        raise Broken("its text is not in the form NFC with LF line ends")
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise Broken("its text holds half of a surrogate pair") from None


def _check_closed(value: dict[str, object], state: State) -> None:
    if value.keys() != _MEMBERS[state.name]:
        names = ", ".join(sorted(_MEMBERS[state.name]))
        raise Broken(f"it has not exactly the members of a {state.name} text: {names}")
    for name in _MEMBERS[state.name] - {"commitment", "state"}:
        if value[name] != getattr(state, name):
            told = shown(getattr(state, name))
            raise Broken(f"its {name} is {shown(value[name])}, while the entry says {told}")
