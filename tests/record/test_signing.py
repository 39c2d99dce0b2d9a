"""The key: made once, read by its owner only, of this log only, and never forgetful."""

from pathlib import Path

import pytest

from college.ground.refusals import Refusal
from college.record import signing
from college.record.rules import notes
from college.record.rules.checkpoints import Head, parse_text
from college.record.rules.notes import LogKey
from tests.factories.vectors import vectors

_CASE = vectors("notes-checkpoints")["log_key"]


@pytest.fixture
def keys(tmp_path: Path, settings: object) -> Path:
    settings.KEYS = tmp_path / "keys"
    return settings.KEYS


def _code(work) -> str:
    with pytest.raises(Refusal) as refused:
        work()
    return refused.value.code


def test_create_makes_a_private_key_and_a_public_file(keys: Path, settings: object) -> None:
    key = signing.create()
    assert key.name == settings.LOG_ORIGIN
    assert (keys / "log.vkey").read_text() == f"{key.vkey}\n"
    assert (keys / "log.key").stat().st_mode & 0o777 == 0o600
    assert keys.stat().st_mode & 0o777 == 0o700
    assert (keys / "log.key").read_text().startswith(f"PRIVATE+KEY+{key.name}+{key.key_id.hex()}+")
    assert signing.load().public == signing.verifier() == key
    note = signing.load().sign(5, b"r" * 32)
    assert parse_text(notes.open_note(note, [key]).text) == Head(key.name, 5, b"r" * 32)


def test_create_again_keeps_the_key(keys: Path) -> None:
    key = signing.create()
    (keys / "log.vkey").unlink()
    assert signing.create() == key
    assert signing.verifier() == key


def test_the_text_form_of_the_go_tools(keys: Path, settings: object) -> None:
    settings.LOG_ORIGIN = _CASE["name"]
    keys.mkdir()
    (keys / "log.key").touch(mode=0o600)
    (keys / "log.key").write_text(_CASE["skey"] + "\n")
    assert signing.load().public.vkey == _CASE["vkey"]
    for case in vectors("notes-checkpoints")["checkpoints"]:
        assert signing.load().sign(case["size"], bytes.fromhex(case["root_hex"])) == case["note"]


def test_load_refuses_the_key_of_another_log(log_key: LogKey, settings: object) -> None:
    settings.LOG_ORIGIN = "elsewhere.example/log"
    assert _code(signing.load) == "record.key.other-log"
    assert _code(signing.create) == "record.key.other-log"


def test_load_refuses_a_key_that_others_can_read(log_key: LogKey, settings: object) -> None:
    (settings.KEYS / "log.key").chmod(0o640)
    assert _code(signing.load) == "record.key.readable"


def test_load_refuses_without_a_key(keys: Path) -> None:
    assert _code(signing.load) == "record.key.missing"
    assert _code(signing.verifier) == "record.key.missing"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "PRIVATE+KEY+",
        _CASE["skey"].replace("PRIVATE+KEY+", ""),
        _CASE["skey"].replace("2fccb582", "2fccb583"),
        _CASE["skey"][:-4],
        _CASE["skey"].replace("+AQAB", "+BAAB"),
        "PRIVATE+KEY+name+id+!!!!",
    ],
)
def test_load_refuses_a_damaged_key_and_prints_nothing_of_it(
    keys: Path, settings: object, text: str
) -> None:
    settings.LOG_ORIGIN = _CASE["name"]
    keys.mkdir()
    (keys / "log.key").touch(mode=0o600)
    (keys / "log.key").write_text(text)
    with pytest.raises(Refusal) as refused:
        signing.load()
    assert refused.value.code == "record.key.damaged"
    assert refused.value.__cause__ is None
    assert "AQABAgME" not in repr(refused.value)


def test_the_key_remembers_the_largest_head(log_key: LogKey) -> None:
    assert signing.last_signed() is None
    signer = signing.load()
    signer.sign(5, b"r" * 32)
    signer.sign(9, b"s" * 32)
    signer.sign(5, b"r" * 32)
    assert signing.last_signed() == Head(log_key.name, 9, b"s" * 32)
