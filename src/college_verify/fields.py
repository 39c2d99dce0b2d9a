"""The types of fields that ``spec/entries.md`` names, each as a test of a decoded JSON value."""

import re
from collections.abc import Callable
from datetime import datetime

PUBLIC_ID = re.compile(r"[0-9abcdefghjkmnpqrstvwxyz]{13}")
COMMITMENT = re.compile(r"[0-9a-f]{64}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HEX = re.compile(r"(?:[0-9a-f]{2})*")
_LONGEST_WORD = 100
_LONGEST_ORIGIN = 255


def _whole(pattern: re.Pattern[str]) -> Callable[[object], bool]:
    match = pattern.fullmatch
    return lambda value: isinstance(value, str) and match(value) is not None


def _or_empty(holds: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: value == "" or holds(value)


def _list_of(holds: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and all(map(holds, value))


def is_moment(value: object) -> bool:
    """RFC 3339 in Z with three decimals, at a moment that exists."""
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_word(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_WORD and bool(_WORD.fullmatch(value))


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_origin(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= _LONGEST_ORIGIN and value.isprintable()


is_id = _whole(PUBLIC_ID)
is_commitment = _whole(COMMITMENT)

#: Type, as ``spec/entries.md`` writes it: whether a value is of it.
HOLDS: dict[str, Callable[[object], bool]] = {
    "id": is_id,
    "id?": _or_empty(is_id),
    "ids": _list_of(is_id),
    "commitment": is_commitment,
    "commitment?": _or_empty(is_commitment),
    "commitments": _list_of(is_commitment),
    "digest": is_commitment,
    "digest?": _or_empty(is_commitment),
    "digests": _list_of(is_commitment),
    "hex": _whole(_HEX),
    "moment": is_moment,
    "moment?": _or_empty(is_moment),
    "word": _is_word,
    "words": _list_of(_is_word),
    "slug": _is_word,
    "number": _is_number,
    "flag": _is_flag,
    "origin": _is_origin,
}
