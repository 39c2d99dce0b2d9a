"""Signed notes against the reference library's verdicts, and against what it must not let through."""

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from college.record.rules import notes
from college.record.rules.checkpoints import Head, parse_text
from college.record.rules.notes import LogKey, NotANote, Note, NotSigned, Signature
from tests.factories.vectors import vectors

_NOTES = vectors("notes-checkpoints")
_KEY = notes.log_key(_NOTES["log_key"]["vkey"])
_GOOD = _NOTES["checkpoints"][-1]["note"]


def test_key_of_the_reference() -> None:
    case = _NOTES["log_key"]
    private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(case["ed25519_seed_hex"]))
    key = LogKey(case["name"], private.public_key().public_bytes_raw())
    assert (key.key_id.hex(), key.vkey) == (case["key_id_hex"], case["vkey"])
    assert key == _KEY


@pytest.mark.parametrize("case", _NOTES["checkpoints"], ids=lambda c: str(c["size"]))
def test_a_signer_gives_the_bytes_of_the_reference(case: dict) -> None:
    seed = bytes.fromhex(_NOTES["log_key"]["ed25519_seed_hex"])
    head = Head(_KEY.name, case["size"], bytes.fromhex(case["root_hex"]))
    signature = Ed25519PrivateKey.from_private_bytes(seed).sign(head.text.encode())
    note = Note(head.text, (Signature(_KEY.name, _KEY.key_id, signature),))
    assert (note.text, str(note)) == (case["text"], case["note"])
    assert parse_text(notes.open_note(case["note"], [_KEY]).text) == head


@pytest.mark.parametrize("case", _NOTES["open_cases"], ids=lambda c: c["case"])
def test_open_as_the_reference_does(case: dict) -> None:
    data = base64.b64decode(case["note_base64"])
    if case["reference_result"] == "accepted":
        note = notes.open_note(data, [_KEY])
        assert [s.key_id for s in note.signatures] == [_KEY.key_id]
        return
    malformed = case["reference_error"] == "malformed note"
    with pytest.raises(NotANote if malformed else NotSigned):
        notes.open_note(data, [_KEY])


def test_example_of_the_specification() -> None:
    example = _NOTES["spec_example"]
    note = notes.open_note(example["note"], [notes.log_key(example["vkey"])])
    assert note.text == "This is an example message.\n"


def test_two_keys_of_one_name_are_two_keys() -> None:
    other = notes.log_key(_NOTES["other_key_same_name"]["vkey"])
    data = base64.b64decode(_NOTES["open_cases"][2]["note_base64"])
    assert [s.key_id for s in notes.open_note(data, [_KEY, other]).signatures] == [
        other.key_id,
        _KEY.key_id,
    ]


def test_a_signature_given_twice_counts_once() -> None:
    line = notes.parse(_GOOD).signatures[0].line
    assert len(notes.open_note(_GOOD + line, [_KEY]).signatures) == 1


def _with_line(line: str) -> str:
    return _GOOD + line


def _unpadded() -> str:
    return _GOOD.rstrip("=\n") + "\n"


def _second_spelling() -> str:
    """The last character of the base64 carries unused bits; other bits are the same bytes."""
    data = _GOOD.removesuffix("\n")
    at = len(data) - data.count("=", -3) - 1
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    other = alphabet[alphabet.index(data[at]) ^ 1]
    return data[:at] + other + data[at + 1 :] + "\n"


@pytest.mark.parametrize(
    "note",
    [
        "",
        "\n",
        "\n\n",
        "text\n\n",
        _with_line("\u2014 name+plus AAAAAAA=\n"),
        _with_line("\u2014 two words AAAAAAA=\n"),
        _with_line("\u2014 nbsp\u00a0name AAAAAAA=\n"),
        _with_line("\u2014  AAAAAAA=\n"),
        _with_line("\u2014 short AAAA\n"),
        _with_line("\u2014 idonly AAAAAA==\n"),
        _with_line("\u2014 name AAAAA\tAA=\n"),
        _with_line("\u2014 nosignature\n"),
        _with_line("\u2014 name AAAAAAA= \n"),
        _unpadded(),
        _second_spelling(),
        _GOOD + notes.parse(_GOOD).signatures[0].line * 100,
    ],
)
def test_parse_refuses(note: str) -> None:
    with pytest.raises(NotANote):
        notes.parse(note)


def test_parse_reads_a_hundred_signatures() -> None:
    assert len(notes.parse(_GOOD + notes.parse(_GOOD).signatures[0].line * 99).signatures) == 100


_NAMES = st.text(st.characters(categories=["L", "N", "P"], exclude_characters="+"), min_size=1)
_TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"))


@given(_TEXTS, _NAMES, st.binary(min_size=4, max_size=4), st.binary(min_size=1, max_size=80))
def test_a_note_there_and_back(text: str, name: str, key_id: bytes, signature: bytes) -> None:
    note = Note(text + "\n", (Signature(name, key_id, signature),))
    assert notes.parse(str(note)) == note
    assert notes.parse(str(note).encode()) == note


@given(_NAMES, st.binary(min_size=32, max_size=32))
def test_a_vkey_there_and_back(name: str, key: bytes) -> None:
    assert notes.log_key(LogKey(name, key).vkey) == LogKey(name, key)


@pytest.mark.parametrize(
    "vkey",
    [
        "",
        "name",
        "name+2fccb582",
        _KEY.vkey.replace("2fccb582", "2fccb583"),
        _KEY.vkey.replace("2fccb582", "2FCCB582"),
        _KEY.vkey.replace("college", "collage"),
        _KEY.vkey + "\n",
        _KEY.vkey[:-1],
        notes.format_vkey(_KEY.name, notes.ED25519, _KEY.key[:31]),
        vectors("cosignature")["witnesses"][0]["vkey"],
    ],
)
def test_log_key_refuses(vkey: str) -> None:
    with pytest.raises(NotANote):
        notes.log_key(vkey)
