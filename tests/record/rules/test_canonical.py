"""RFC 8785, both ways."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.record.rules import canonical
from college.record.rules.canonical import NotCanonical
from tests.factories.vectors import vectors

_ENTRY_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-canonical.SAFE, canonical.SAFE) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(max_codepoint=127)), inner, max_size=4)
    ),
    max_leaves=12,
)
_JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-canonical.SAFE, canonical.SAFE)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize("case", vectors("jcs")["cases"], ids=lambda c: c["name"])
def test_encode_published_pairs(case: dict[str, str]) -> None:
    data = canonical.encode(canonical.parse(case["input_json"].encode()))
    assert data.hex() == case["canonical_hex"]
    assert canonical.decode(data) == canonical.parse(case["input_json"].encode())


@pytest.mark.parametrize("case", vectors("jcs")["numbers"], ids=lambda c: c["ieee754_hex"])
def test_encode_numbers_as_ecmascript_prints_them(case: dict[str, str]) -> None:
    (number,) = struct.unpack(">d", bytes.fromhex(case["ieee754_hex"]))
    assert canonical.encode(number) == case["canonical"].encode()


@pytest.mark.parametrize("case", vectors("jcs")["numbers_rejected"], ids=lambda c: c["value"])
def test_encode_refuses_what_is_no_number(case: dict[str, str]) -> None:
    (number,) = struct.unpack(">d", bytes.fromhex(case["ieee754_hex"]))
    with pytest.raises(NotCanonical):
        canonical.encode(number)


@pytest.mark.parametrize("case", vectors("jcs")["must_be_rejected"], ids=lambda c: c["why"][:20])
def test_decode_refuses_what_has_no_canonical_form(case: dict[str, str]) -> None:
    with pytest.raises(NotCanonical):
        canonical.decode(case["input_json"].encode())


@given(_JSON_VALUES)
def test_decode_gives_back_what_was_encoded(value: object) -> None:
    data = canonical.encode(value)
    assert canonical.encode(canonical.decode(data)) == data
    assert canonical.decode(data) == value


@given(_ENTRY_VALUES)
def test_encode_entry_equals_the_general_encoder(value: object) -> None:
    try:
        data = canonical.encode_entry(value)
    except NotCanonical:
        # Lone surrogates are no text; neither encoder writes them.
        with pytest.raises(NotCanonical):
            canonical.encode(value)
        return
    assert data == canonical.encode(value)
    assert canonical.decode_entry(data) == value


@pytest.mark.parametrize(
    "data",
    [
        b'{"a": 1}',
        b'{"b":1,"a":2}',
        b"1.0",
        b"-0",
        b"1E3",
        b'"\\u0041"',
        b'"\\/"',
        b"[1]\n",
        b" [1]",
        b"\xef\xbb\xbf[1]",
        b'"\xff"',
        b"",
        b"[1,]",
        b"[" * 65 + b"]" * 65,
        b"[" * 200_000,
        b"1" * 5_000,
    ],
)
def test_decode_refuses_bytes_that_are_not_canonical(data: bytes) -> None:
    with pytest.raises(NotCanonical):
        canonical.decode(data)


def test_decode_at_the_deepest() -> None:
    data = b"[" * canonical.DEEPEST + b"]" * canonical.DEEPEST
    assert canonical.encode(canonical.decode(data)) == data


def test_decode_counts_no_brackets_inside_strings() -> None:
    value = ["[" * 100 + '\\"[', "]" * 100]
    assert canonical.decode(canonical.encode(value)) == value


@pytest.mark.parametrize(
    "value",
    [1.5, {"é": 1}, {1: "a"}, [{"a": [2**53]}], {"a": {"b": 1.0}}, object()],
)
def test_encode_entry_refuses_what_leaves_the_profile(value: object) -> None:
    with pytest.raises(NotCanonical):
        canonical.encode_entry(value)


@pytest.mark.parametrize("data", [b"1.5", '{"é":1}'.encode()])
def test_decode_entry_refuses_what_leaves_the_profile(data: bytes) -> None:
    canonical.decode(data)
    with pytest.raises(NotCanonical):
        canonical.decode_entry(data)
