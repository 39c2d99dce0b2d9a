"""Shares under lock: opened by their holder alone, and only as what they were locked as."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    derive_private_key,
    generate_private_key,
)

from college.committees.rules import boxes
from tests.factories.vectors import vectors

ABOUT = {"epoch": "0" * 13, "dealer": "1" * 13, "holder": "2" * 13}


def test_a_box_is_that_of_the_vectors():
    box = vectors("seeds")["box"]
    about = {name: box[name] for name in ABOUT}
    once = derive_private_key(int(box["once_private"], 16), SECP256R1())
    holder = derive_private_key(int(box["holder_private"], 16), SECP256R1())
    assert boxes.point(holder).hex() == box["holder_key"]
    locked = boxes.lock(
        bytes.fromhex(box["share"]),
        box["holder_key"],
        **about,
        once=once,
        nonce=bytes.fromhex(box["nonce"]),
    )
    assert locked.hex() == box["box"]
    assert boxes.unlock(locked, holder, **about).hex() == box["share"]


@pytest.fixture
def holder():
    return generate_private_key(SECP256R1())


@pytest.fixture
def locked(holder):
    key = boxes.point(holder).hex()
    once = generate_private_key(SECP256R1())
    return boxes.lock(b"s" * 32, key, **ABOUT, once=once, nonce=bytes(12))


def test_a_box_opens_for_its_holder(locked, holder):
    assert len(locked) == boxes.BOX_LENGTH
    assert boxes.unlock(locked, holder, **ABOUT) == b"s" * 32


def test_a_box_opens_for_nobody_else(locked):
    with pytest.raises(boxes.NotABox):
        boxes.unlock(locked, generate_private_key(SECP256R1()), **ABOUT)


@pytest.mark.parametrize("name", sorted(ABOUT))
def test_a_box_for_another_epoch_dealer_or_holder_does_not_open(locked, holder, name):
    with pytest.raises(boxes.NotABox):
        boxes.unlock(locked, holder, **ABOUT | {name: "3" * 13})


@pytest.mark.parametrize("at", [0, 1, 40, 64, 65, 76, 77, 100, 124])
def test_a_changed_box_does_not_open(locked, holder, at):
    changed = bytearray(locked)
    changed[at] ^= 1
    with pytest.raises(boxes.NotABox):
        boxes.unlock(bytes(changed), holder, **ABOUT)


@pytest.mark.parametrize("size", [0, 64, 124, 126])
def test_a_box_of_another_size_is_none(holder, size):
    with pytest.raises(boxes.NotABox):
        boxes.unlock(bytes(size), holder, **ABOUT)


@pytest.mark.parametrize("text", ["", "04", "zz" * 65, "04" + "00" * 64, "02" + "11" * 64])
def test_what_is_no_point_is_no_key(text):
    with pytest.raises(boxes.NotABox):
        boxes.public_key(text)


def test_a_key_has_one_spelling(holder):
    with pytest.raises(boxes.NotABox):
        boxes.public_key(boxes.point(holder).hex().upper())
