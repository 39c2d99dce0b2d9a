"""Canonical JSON, the whole of RFC 8785: exactly one spelling for every value.

Values are ``None``, ``bool``, ``int``, ``float``, ``str``, ``list`` and ``dict`` with ``str`` keys.
"""

import json
import math
from collections.abc import Iterable

from college_verify.findings import Broken

#: I-JSON, RFC 7493 section 2.2: beyond these an integer is not safe in a double.
SAFE = 2**53 - 1
_SAFE_DIGITS = len(str(SAFE)) + 1


def decode(data: bytes) -> object:
    """The value of a JSON text. Raises ``Broken``: no JSON, twice the same name, a number out of range."""
    try:
        text = data.decode("utf-8")
        return _DECODER.decode(text)
    except UnicodeDecodeError as error:
        raise Broken(f"it is not UTF-8 at byte {error.start}") from None
    except RecursionError:
        raise Broken("it is nested too deeply to read") from None
    except json.JSONDecodeError as error:
        raise Broken(f"it is not JSON at line {error.lineno}, column {error.colno}") from None


def encode(value: object) -> bytes:
    """The canonical bytes. Raises ``Broken`` for what RFC 8785 cannot spell."""
    try:
        return _spell(value).encode("utf-8")
    except UnicodeEncodeError:
        raise Broken("it holds half of a surrogate pair") from None
    except RecursionError:
        raise Broken("it is nested too deeply to spell") from None


def decode_canonical(data: bytes) -> object:
    """The value of ``data``, which must be its only canonical spelling. Raises ``Broken``."""
    value = decode(data)
    if encode(value) != data:
        raise Broken("it is JSON, but not in its canonical form (RFC 8785)")
    return value


def _members(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    pairs = list(pairs)
    members = dict(pairs)
    if len(members) != len(pairs):
        raise Broken("an object has two members of one name")
    return members


def _integer(digits: str) -> int | float:
    if len(digits) <= _SAFE_DIGITS and abs(whole := int(digits)) <= SAFE:
        return whole
    # A double of that size is spelt without a point too; any other spelling would lose digits.
    double = _double(digits)
    if number(double) != digits:
        raise Broken("it holds an integer beyond 2^53 - 1")
    return double


def _double(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise Broken("it holds a number too large for a double")
    return number


def _constant(name: str) -> object:
    raise Broken(f"{name} is not JSON")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_members,
    parse_int=_integer,
    parse_float=_double,
    parse_constant=_constant,
)
_quote = json.JSONEncoder(ensure_ascii=False).encode


def _spell(value: object) -> str:
    if isinstance(value, str):
        # Without ASCII-only output, json escapes exactly what RFC 8785 section 3.2.2.2 asks for.
        return _quote(value)
    if value is True:
        return "true"
    if value is False:
        return "false"
    if value is None:
        return "null"
    if isinstance(value, int):
        if abs(value) > SAFE:
            raise Broken("it holds an integer beyond 2^53 - 1")
        return str(value)
    if isinstance(value, float):
        return number(value)
    if isinstance(value, list):
        return "[" + ",".join([_spell(v) for v in value]) + "]"
    if isinstance(value, dict):
        return "{" + ",".join([_member(k, value[k]) for k in sorted(value, key=_units)]) + "}"
    raise Broken(f"a {type(value).__name__} is no JSON value")


def _member(name: object, value: object) -> str:
    if not isinstance(name, str):
        raise Broken("a member's name is no string")
    return _quote(name) + ":" + _spell(value)


def _units(name: str) -> bytes:
    """Section 3.2.3: names sort by UTF-16 code units, which big-endian bytes order alike."""
    return name.encode("utf-16-be")


def number(value: float) -> str:
    """A double as ECMAScript prints it (ECMA-262, Number::toString; RFC 8785 section 3.2.2.3)."""
    if math.isnan(value) or math.isinf(value):
        raise Broken("NaN and infinities are not JSON")
    if value == 0:
        return "0"
    sign, digits, point = _shortest(value)
    if len(digits) <= point <= 21:
        return sign + digits + "0" * (point - len(digits))
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    power = f"e{point - 1:+d}"
    return sign + digits[0] + ("." + digits[1:] if len(digits) > 1 else "") + power


def _shortest(value: float) -> tuple[str, str, int]:
    """Sign, the fewest digits that round-trip, and where the point stands: 0.digits × 10^point."""
    sign = "-" if value < 0 else ""
    mantissa, _, power = repr(abs(value)).partition("e")
    whole, _, rest = mantissa.partition(".")
    point = len(whole) + int(power or 0)
    digits = whole + rest
    leading = len(digits) - len(digits.lstrip("0"))
    return sign, digits.strip("0"), point - leading
