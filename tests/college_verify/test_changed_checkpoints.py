"""No change to the key or the checkpoint of a published log goes unseen."""

import shutil

import pytest

from college_verify import notes
from tests.college_verify import writing
from tests.college_verify.verifying import failures
from tests.college_verify.writing import college


@pytest.mark.parametrize("name", ["vkey", "checkpoint"])
def test_every_flipped_bit_of_key_and_checkpoint_is_found(log, name):
    whole = (log / name).read_bytes()
    # The last newline of the key's line may be missing; nothing else may differ.
    for at in range(len(whole) - (name == "vkey")):
        data = bytearray(whole)
        data[at] ^= 2
        (log / name).write_bytes(data)
        assert failures(log), at


def test_without_a_key_or_a_believable_checkpoint_nothing_else_is_read(log):
    (log / "vkey").unlink()
    shutil.rmtree(log / "tile")
    assert [check for check, _, _ in failures(log)] == ["key"]


def test_another_key_than_the_pinned_one_is_found(log):
    other = writing.Ed25519PrivateKey.from_private_bytes(b"\x22" * 32)
    hit = failures(log, vkey=writing.vkey(other))
    assert {check for check, _, _ in hit} == {"key", "signature"}


def test_a_name_that_is_not_the_origin_and_extension_lines_are_found(log):
    root = writing.root(college(300).entries)
    for text in (
        writing.checkpoint_text(300, root, "log.example.org/other"),
        writing.checkpoint_text(300, root) + "more\n",
    ):
        (log / "checkpoint").write_bytes(f"{text}\n{writing.signature(text)}".encode())
        assert next(check for check, _, _ in failures(log)) == "signature"


def test_a_witness_asked_for_must_have_signed(written):
    other = writing.Ed25519PrivateKey.from_private_bytes(b"\x22" * 32)
    key = notes.parse_key(writing.vkey(other, "witness.example.org", notes.COSIGNATURE))
    hit = failures(written, seers=[key])
    assert [(check, "did not sign" in told) for check, _, told in hit] == [("witnesses", True)]
