"""Both hands spell every value alike and refuse the same bytes."""

import math
import struct

import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from college.record.rules import canonical as house
from college_verify import canonical as verifier
from college_verify.findings import Broken

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT
)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner), max_leaves=20
)
SPELLINGS = st.sampled_from(
    [b'{"a":1,"b":[true,null,-0.5,1e+30]}', b'{"\xc3\xa9":"\\n\\u001f","z":{}}', b"[1,2,[3,[]]]"]
)


def by_the_house(data):
    try:
        return house.decode(data)
    except house.NotCanonical:
        return Broken


def by_the_verifier(data):
    try:
        return verifier.decode_canonical(data)
    except Broken:
        return Broken


@given(VALUES)
def test_both_spell_every_value_alike(value):
    spelt = verifier.encode(value)
    assert spelt == house.encode(value)
    assert by_the_verifier(spelt) == by_the_house(spelt)


@settings(max_examples=500)
@given(st.integers(0, 2**64 - 1))
def test_both_spell_every_double_as_a_third_hand_does(bits):
    (value,) = struct.unpack(">d", bits.to_bytes(8, "big"))
    if math.isfinite(value):
        assert verifier.number(value).encode() == house.encode(value) == rfc8785.dumps(value)


@settings(max_examples=500)
@given(SPELLINGS, st.data())
def test_both_judge_changed_bytes_alike(data, draw):
    changed = bytearray(data)
    for _ in range(draw.draw(st.integers(1, 3))):
        at = draw.draw(st.integers(0, len(changed) - 1))
        changed[at : at + draw.draw(st.integers(0, 1))] = draw.draw(st.binary(max_size=2))
        changed = changed or bytearray(b"0")
    assert by_the_verifier(bytes(changed)) == by_the_house(bytes(changed))


@given(st.text(alphabet='0123456789.-+eE"\\u/{}[],:tn ', max_size=12))
def test_both_judge_scraps_of_json_alike(scrap):
    data = scrap.encode()
    mine, theirs = by_the_verifier(data), by_the_house(data)
    assert mine == theirs
    assert type(mine) is type(theirs)
