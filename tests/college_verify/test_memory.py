import pytest

from college_verify import checks
from college_verify.checks import Wishes
from college_verify.findings import BadInput, Findings
from college_verify.sources import find
from tests.college_verify import writing
from tests.college_verify.writing import Log, college


def verify(folder, file):
    findings = Findings()
    checks.check_log(find(str(folder)), Wishes(remember=file), findings)
    return findings


def told(findings):
    return [(f.outcome, f.sentence) for f in findings.found if f.check == "memory"]


def published(folder, log, size):
    some = Log(entries=log.entries[:size], texts=log.texts)
    return some.publish(folder / str(size))


@pytest.fixture
def file(tmp_path):
    return tmp_path / "seen.json"


@pytest.mark.parametrize(
    "sizes", [(0, 1), (1, 256), (255, 256), (256, 300), (257, 300), (300, 300)]
)
def test_a_log_that_grew_still_begins_with_what_was_seen(tmp_path, file, sizes):
    old, new = sizes
    log = college(300)
    first = verify(published(tmp_path / "a", log, old), file)
    second = verify(published(tmp_path / "b", log, new), file)
    assert [outcome for outcome, _ in told(first)] == ["note"]
    assert [outcome for outcome, _ in told(second)] == ["held"]
    assert f"\\n{new}\\n" in file.read_text()


def test_a_rollback_is_found_and_the_larger_tree_stays_remembered(tmp_path, file):
    log = college(300)
    verify(published(tmp_path, log, 300), file)
    kept = file.read_text()
    for _ in range(2):
        findings = verify(published(tmp_path, log, 256), file)
        assert [outcome for outcome, _ in told(findings)] == ["failed"]
        assert "rolled back" in told(findings)[0][1]
    assert file.read_text() == kept


@pytest.mark.parametrize("size", [40, 60])
def test_a_rewritten_log_is_found_though_it_holds_in_itself(tmp_path, file, size):
    verify(college(40).publish(tmp_path / "a"), file)
    other = Log()
    charter = other.commit(text="Another beginning")
    other.say("record.college.founded", origin=writing.ORIGIN, preset="b", charter=charter)
    for number in range(size - 1):
        other.say("record.text.released", commitment=other.commit(text=f"{number}"))
    findings = verify(other.publish(tmp_path / "b"), file)
    assert [outcome for outcome, _ in told(findings)] == ["failed"]
    assert "rewritten" in told(findings)[0][1]
    assert findings.intact("key", "signature", "tree", "tiles", "entries", "texts")


def test_another_key_of_the_same_origin_is_found(tmp_path, file, monkeypatch):
    verify(college(40).publish(tmp_path / "a"), file)
    kept = file.read_text()
    other = writing.Ed25519PrivateKey.from_private_bytes(b"\x22" * 32)
    monkeypatch.setattr(writing.signature, "__defaults__", (other, writing.ORIGIN))
    monkeypatch.setattr(writing.vkey, "__defaults__", (other, writing.ORIGIN, 1))
    findings = verify(college(40).publish(tmp_path / "b"), file)
    assert "failed" in [outcome for outcome, _ in told(findings)]
    assert file.read_text() == kept


def test_a_log_that_does_not_hold_is_not_remembered(tmp_path, file):
    folder = college(40).publish(tmp_path / "a")
    (folder / "log/tile/0/000.p/40").unlink()
    assert not verify(folder, file).intact()
    assert not file.exists()


@pytest.mark.parametrize(
    "words",
    ["", "[]", "{", '{"a":1}', '{"a":{"vkey":"x"}}', '{"a":{"vkey":1,"checkpoint":""}}', "\x00"],
)
def test_a_memory_that_is_none_is_bad_input_and_left_alone(tmp_path, file, words):
    folder = college(40).publish(tmp_path / "a")
    file.write_text(words)
    with pytest.raises(BadInput):
        verify(folder, file)
    assert file.read_text() == words


def test_a_damaged_memory_of_this_log_is_bad_input(tmp_path, file):
    folder = college(40).publish(tmp_path / "a")
    verify(folder, file)
    file.write_text(file.read_text().replace("\\n40\\n", "\\n41\\n"))
    with pytest.raises(BadInput, match="damaged"):
        verify(folder, file)


def test_a_memory_that_cannot_be_written_is_bad_input(tmp_path):
    folder = college(40).publish(tmp_path / "a")
    with pytest.raises(BadInput):
        verify(folder, tmp_path / "nowhere" / "seen.json")
