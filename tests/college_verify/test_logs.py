"""A whole published log holds as written; of many faults the first are told."""

import base64

import pytest

from college_verify import checks, notes, walk
from college_verify.checks import Wishes
from college_verify.findings import SHOWN_PER_CHECK, Findings
from college_verify.sources import Directory
from tests.college_verify import writing
from tests.college_verify.verifying import failures, verify
from tests.college_verify.writing import college, vectors


def test_a_log_as_written_holds_in_every_respect(written):
    findings, opened = verify(written)
    held = {f.check for f in findings.found if f.outcome == "held"}
    assert findings.intact()
    record = {"key", "signature", "tree", "tiles", "leftovers", "entries", "texts"}
    assert held == {*record, "charters"}
    assert opened is not None
    assert opened.checkpoint.size == 300
    (told,) = [f.sentence for f in findings.found if f.check == "texts" and f.outcome == "held"]
    assert "41 committed texts" in told
    assert "39 open" in told
    assert "1 withheld, 1 erased" in told


def test_a_pinned_key_needs_no_warning(written):
    warned, _ = verify(written)
    pinned, _ = verify(written, vkey=writing.vkey())
    assert any("only" in f.sentence for f in warned.found if f.check == "key")
    assert not any(f.outcome == "note" for f in pinned.found if f.check == "key")


@pytest.mark.parametrize("size", [0, 1, 2, 255, 256, 257, 511, 512, 513])
def test_logs_at_the_borders_of_tiles_hold(tmp_path, size):
    log = writing.Log()
    log.say(
        "record.college.founded", origin=writing.ORIGIN, preset="a", charter=log.commit(text="")
    )
    for number in range(1, size):
        log.say("record.text.released", commitment=log.commit(text=f"{number}"))
    log.entries = log.entries[:size]
    log.texts = log.texts if size else {}
    assert not failures(log.publish(tmp_path, *range(0, size, 97)))


def test_the_complete_log_of_the_reference_holds_as_a_tree(tmp_path):
    case = vectors("complete-log-300")
    for name, data in case["files_base64"].items():
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(base64.b64decode(data))
    source, findings = Directory(tmp_path), Findings()
    (tmp_path / "vkey").write_text(case["vkey"])
    wishes = Wishes(vkey=case["vkey"], seers=[notes.parse_key(case["witness_vkey"])])
    opened = checks.open_log(source, wishes, findings)
    entries = []
    assert walk.check_tree(
        source, opened.checkpoint, findings, each=lambda first, bundle: entries.extend(bundle)
    )
    assert findings.intact()
    assert entries == [b"entry %d\n" % i for i in range(300)]
    assert opened.checkpoint.root.hex() == case["root_hex"]
    assert {f.check for f in findings.found if f.outcome == "held"} == {
        *("key", "signature", "witnesses", "tree", "tiles", "leftovers")
    }


def test_a_college_founded_under_another_origin_is_found(tmp_path):
    log = college()
    charter = log.commit(text="x")
    log.say("record.college.founded", origin="elsewhere", preset="class", charter=charter)
    assert [check for check, _, _ in failures(log.publish(tmp_path))] == ["entries"]


def test_of_many_failures_the_first_are_told_and_the_rest_counted(tmp_path):
    log = writing.Log(entries=[b"entry %d" % i for i in range(50)])
    findings, _ = verify(log.publish(tmp_path))
    assert sum(f.outcome == "failed" for f in findings.found) == SHOWN_PER_CHECK
    assert findings.unshown() == {"entries": 50 - SHOWN_PER_CHECK}
