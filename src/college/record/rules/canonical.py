"""One value, one byte string: RFC 8785, and the narrower profile that entries keep to (spec/record.md)."""

import json
import re

import rfc8785

#: RFC 8785 section 3.2.2.3: integers outside ±(2^53 − 1) do not survive every reader.
SAFE = 2**53 - 1
#: Nothing here nests deeper; unbounded nesting would exhaust the stack of whoever reads it.
DEEPEST = 64
_MOST_DIGITS = 17
_PLAIN = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)


class NotCanonical(ValueError):
    """The value has no canonical form, or leaves the profile of entries; says where."""


def encode(value: object) -> bytes:
    """RFC 8785 bytes of any JSON value."""
    try:
        return rfc8785.dumps(value)  # type: ignore[arg-type]
    except (rfc8785.CanonicalizationError, RecursionError, UnicodeError) as error:
        raise NotCanonical(str(error)) from error


def encode_entry(value: object) -> bytes:
    """The same, for an entry: no floats, ASCII keys, integers within ±(2^53 − 1).

    Within that profile RFC 8785 is plain sorted JSON, which the interpreter writes twenty times faster.
    """
    _check(value, "")
    try:
        return _PLAIN.encode(value).encode()
    except (RecursionError, UnicodeError) as error:
        raise NotCanonical(str(error)) from error


def parse(data: bytes) -> object:
    """The value of a JSON text in whatever form.

    Refuses duplicate names, NaN, numbers out of range and nesting deeper than ``DEEPEST``.
    """
    try:
        text = data.decode("utf-8")
        _check_depth(text)
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_double,
            parse_constant=_no_constant,
        )
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise NotCanonical(str(error)) from error


def decode(data: bytes) -> object:
    """The value of RFC 8785 bytes; bytes that are not their value's canonical form are refused."""
    value = parse(data)
    if encode(value) != data:
        raise NotCanonical("the bytes are not in canonical form")
    return value


def decode_entry(data: bytes) -> object:
    """The same, within the profile of entries."""
    value = decode(data)
    _check(value, "")
    return value


def _check_depth(text: str) -> None:
    depth = 0
    for match in _BRACKETS.finditer(text):
        depth += (match[0] in "[{") - (match[0] in "]}")
        if depth > DEEPEST:
            raise NotCanonical(f"nested deeper than {DEEPEST}")


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotCanonical("an object with the same name twice")
    return found


def _integer(digits: str) -> int | float:
    if len(digits) <= _MOST_DIGITS and abs(int(digits)) <= SAFE:
        return int(digits)
    number = _double(digits)
    # ECMAScript prints doubles below 1e21 without a point; anything else would be rounded in silence.
    if encode(number) != digits.encode():
        raise NotCanonical("integer beyond 2^53 - 1")
    return number


def _double(digits: str) -> float:
    number = float(digits)
    if number in (float("inf"), float("-inf")):
        raise NotCanonical("number beyond a double")
    return number


def _no_constant(name: str) -> object:
    raise NotCanonical(f"{name} is not JSON")


def _check(value: object, where: str) -> None:
    if value is None or isinstance(value, bool | str):
        return
    if isinstance(value, int):
        if abs(value) > SAFE:
            raise NotCanonical(f"{where or 'value'}: integer beyond 2^53 - 1")
        return
    if isinstance(value, list | tuple):
        for i, item in enumerate(value):
            _check(item, f"{where}[{i}]")
        return
    if isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str) or not key.isascii():
                raise NotCanonical(f"{where or 'value'}: key {key!r} is not ASCII text")
            _check(item, f"{where}.{key}" if where else key)
        return
    raise NotCanonical(f"{where or 'value'}: {type(value).__name__} is not allowed in an entry")
