import base64
import json

import pytest

from college_verify import checks, receipts
from college_verify.checks import Wishes
from college_verify.findings import BadInput, Broken, Findings
from college_verify.sources import find
from tests.college_verify import writing
from tests.college_verify.writing import Log, college

LOG = college(300)


VKEY = writing.vkey()


def check(data, source=None, vkey=VKEY):
    findings = Findings()
    checks.check_receipt(data, source, Wishes(vkey=vkey), findings)
    return findings


def hit(findings):
    return {f.check for f in findings.found if f.outcome == "failed"}


@pytest.mark.parametrize("index", [0, 1, 255, 256, 299])
def test_a_receipt_holds_with_the_key_alone(index):
    findings = check(writing.receipt(index, LOG.entries))
    assert findings.intact()
    assert any("record." in f.sentence for f in findings.found)


def test_a_receipt_of_a_tree_of_one_has_no_hashes():
    assert check(writing.receipt(0, LOG.entries[:1])).intact()


def test_every_changed_character_of_a_receipt_is_found():
    whole = writing.receipt(2, LOG.entries[:3])
    for at in range(len(whole)):
        data = bytearray(whole)
        data[at] ^= 2
        try:
            findings = check(bytes(data))
        except BadInput:
            continue
        assert hit(findings), (at, data[at])


def test_a_receipt_of_another_key_is_found():
    other = writing.Ed25519PrivateKey.from_private_bytes(b"\x22" * 32)
    findings = check(writing.receipt(0, LOG.entries), vkey=writing.vkey(other))
    assert hit(findings) == {"signature"}


def test_an_entry_that_was_not_logged_is_found():
    forged = [*LOG.entries[:5], LOG.entries[0], *LOG.entries[6:]]
    receipt = writing.receipt(5, forged).partition(b"\n\n")[0]
    assert hit(check(receipt + b"\n\n" + writing.checkpoint(LOG.entries))) == {"inclusion"}


def test_an_entry_of_no_known_kind_is_found_though_it_is_included():
    assert hit(check(writing.receipt(0, [b"entry 0\n"]))) == {"entries"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda t: b"", "empty line"),
        (lambda t: t.replace(b"@v1", b"@v2"), "line 1"),
        (lambda t: t.replace(b"extra ", b"Extra "), "line 2"),
        (lambda t: t.replace(b"extra ", b"extra !"), "line 2"),
        (lambda t: t.replace(b"index 2", b"index 02"), "line 3"),
        (lambda t: t.replace(b"index 2", b"index -2"), "line 3"),
        (lambda t: t.replace(b"index 2", b"index " + b"9" * 40), "line 3"),
        (lambda t: t.replace(b"index 2\n", b"index 2\nAAAA\n"), "line 4"),
        (lambda t: t.replace(b"index 2\n", b"index 2\n" + (b"A" * 43 + b"=\n") * 70), "63"),
        (lambda t: b"\xff" + t, "ASCII"),
        (lambda t: t.replace(b"\n", b"\r\n"), "empty line"),
    ],
)
def test_what_is_no_receipt_is_refused_with_its_line(change, words):
    with pytest.raises(Broken, match=words):
        receipts.parse(change(writing.receipt(2, LOG.entries[:3])))


def test_without_a_key_or_a_log_a_receipt_cannot_be_judged():
    with pytest.raises(BadInput, match="--vkey"):
        check(writing.receipt(0, LOG.entries), vkey=None)


@pytest.mark.parametrize("size", [3, 256, 299, 300])
def test_a_log_keeps_the_promise_of_a_receipt(tmp_path, size):
    source = find(str(LOG.publish(tmp_path)))
    findings = check(writing.receipt(2, LOG.entries[:size]), source, None)
    assert findings.intact()
    assert sum(f.check == "log" and f.outcome == "held" for f in findings.found) == 2


def test_a_log_that_lost_or_rewrote_the_receipts_entry_is_found(tmp_path):
    receipt = writing.receipt(39, LOG.entries[:256])
    shorter = Log(entries=LOG.entries[:100]).publish(tmp_path / "shorter")
    assert hit(check(receipt, find(str(shorter)))) == {"log"}
    forged = [*LOG.entries[:39], LOG.entries[0], *LOG.entries[40:]]
    rewritten = Log(entries=forged).publish(tmp_path / "rewritten")
    found = check(receipt, find(str(rewritten)))
    assert hit(found) == {"log"}
    assert any("rewritten" in f.sentence for f in found.found)


@pytest.mark.parametrize("change", ["entry", "cut", "gone"])
def test_a_log_whose_tiles_hold_but_not_its_bundle_is_found(tmp_path, change):
    receipt = writing.receipt(7, LOG.entries)
    bundle = LOG.publish(tmp_path) / "log/tile/entries/000"
    shown = [*LOG.entries[:7], LOG.entries[0], *LOG.entries[8:256]]
    bundle.write_bytes(writing.bundle(shown if change == "entry" else LOG.entries[:5]))
    if change == "gone":
        bundle.unlink()
    assert hit(check(receipt, find(str(tmp_path)))) == {"log"}


def test_a_log_of_another_origin_is_found(tmp_path, monkeypatch):
    receipt = writing.receipt(0, LOG.entries)
    monkeypatch.setattr(writing, "ORIGIN", "log.example.org/other")
    other = "log.example.org/other"
    monkeypatch.setattr(writing.signature, "__defaults__", (writing.KEY, other))
    monkeypatch.setattr(writing.vkey, "__defaults__", (writing.KEY, other, 1))
    monkeypatch.setattr(writing.checkpoint_text, "__defaults__", (other,))
    source = find(str(LOG.publish(tmp_path)))
    assert hit(check(receipt, source, None)) == {"signature"}


def test_the_entry_of_a_receipt_is_the_one_in_extra():
    data = writing.receipt(7, LOG.entries)
    receipt = receipts.parse(data)
    assert receipt.entry == LOG.entries[7]
    assert json.loads(base64.b64decode(data.split(b"\n")[1][6:]))["v"] == 1
