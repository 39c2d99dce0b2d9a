import json
import math
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college_verify import canonical
from college_verify.findings import Broken
from tests.college_verify.writing import vectors

JCS = vectors("jcs")
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner)
    ),
    max_leaves=20,
)


def test_every_published_pair_comes_out_byte_for_byte():
    assert len(JCS["cases"]) == 10
    for case in JCS["cases"]:
        value = canonical.decode(case["input_json"].encode())
        assert canonical.encode(value).hex() == case["canonical_hex"], case["name"]


def test_numbers_are_spelt_as_in_appendix_b():
    for case in JCS["numbers"]:
        (value,) = struct.unpack(">d", bytes.fromhex(case["ieee754_hex"]))
        assert canonical.encode(value).decode() == case["canonical"]


def test_numbers_that_are_none_are_refused():
    for case in JCS["numbers_rejected"]:
        (value,) = struct.unpack(">d", bytes.fromhex(case["ieee754_hex"]))
        with pytest.raises(Broken):
            canonical.encode(value)


def test_inputs_that_must_be_refused_are():
    for case in JCS["must_be_rejected"]:
        with pytest.raises(Broken):
            canonical.encode(canonical.decode(case["input_json"].encode()))


@given(VALUES)
def test_what_is_encoded_decodes_to_the_same_canonical_bytes(value):
    spelt = canonical.encode(value)
    assert canonical.encode(canonical.decode_canonical(spelt)) == spelt
    assert json.loads(spelt, parse_int=float) == value


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_round_trips(value):
    assert math.isclose(float(canonical.number(value)), value, rel_tol=0, abs_tol=0)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"\xef\xbb\xbf{}",
        b"[" * 5000 + b"]" * 5000,
        b"[" * 200_000,
        b'{"a":' * 5000,
        b"9" * 60_000,
        b"-" + b"9" * 17,
        b"1e999",
        b"Infinity",
        b'{"a":1,"\\u0061":2}',
        b'"\\ud800"',
        b'{"\\udfff":1}',
        b"[1,]",
        b'"\x01"',
        b"01",
    ],
)
def test_hostile_json_is_refused_in_words(data):
    with pytest.raises(Broken):
        canonical.encode(canonical.decode(data))


@pytest.mark.parametrize(
    "data", [b'{"b":1,"a":2}', b"[1, 2]", b"1.0", b"-0", b'"\\u0041"', b"[]\n", b"1E2", b'"\\/"']
)
def test_another_spelling_is_refused(data):
    with pytest.raises(Broken, match="canonical form"):
        canonical.decode_canonical(data)
