"""One value, one byte string: RFC 8785, and the narrower profile that entries keep to (spec/record.md)."""

import rfc8785

#: RFC 8785 section 3.2.2.3: integers outside ±(2^53 − 1) do not survive every reader.
SAFE = 2**53 - 1


class NotCanonical(ValueError):
    """The value has no canonical form, or leaves the profile of entries; says where."""


def encode(value: object) -> bytes:
    """RFC 8785 bytes of any JSON value."""
    try:
        return rfc8785.dumps(value)  # type: ignore[arg-type]
    except (rfc8785.CanonicalizationError, RecursionError, UnicodeError) as error:
        raise NotCanonical(str(error)) from error


def encode_entry(value: object) -> bytes:
    """The same, for an entry: no floats, ASCII keys, integers within ±(2^53 − 1)."""
    _check(value, "")
    return encode(value)


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
