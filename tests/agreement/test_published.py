"""What the house really publishes, the verifier finds to hold; and what it erases stays erased."""

from datetime import timedelta

import pytest
from django.db import transaction

from college.record import signing
from college.record.actions import texts
from college.record.actions.entries import append
from college.record.actions.files import write_log
from college.record.events import CollegeFounded, TextReleased
from college.record.models import Entry
from college.record.queries import receipt
from college_verify import checks
from college_verify.checks import Wishes
from college_verify.findings import Findings
from college_verify.sources import find

pytestmark = pytest.mark.django_db(transaction=True)


def verify(folder, **wishes):
    findings = Findings()
    checks.check_log(find(str(folder)), Wishes(**wishes), findings)
    return [f for f in findings.found if f.outcome == "failed"]


@transaction.atomic
def say(act, count):
    origin = signing.verifier().name
    kept = []
    for number in range(count):
        words = (
            texts.commit_document({"days": number, "parts": ["é", None, True]})
            if number % 3 == 0
            else texts.commit(f"Line {number}\r\n\r\nCafe\u0301")
        )
        append(act, CollegeFounded(origin=origin, preset="class", charter=words.commitment))
        kept.append(words)
    return kept


def test_what_the_house_publishes_the_verifier_finds_to_hold(act, log_key, tmp_path):
    remember = tmp_path / "seen.json"
    kept = []
    for count in (3, 253, 1, 60):
        kept += say(act, count)
        write_log(tmp_path / "log", at=act.at)
        assert not verify(tmp_path, vkey=log_key.vkey, remember=remember)
    texts.withhold(act, kept[0], ground="law", case="", until=act.at + timedelta(days=9))
    texts.withhold(act, kept[1], ground="law", case="", until=act.at + timedelta(days=9))
    texts.release(act, kept[1])
    texts.erase(act, kept[2], ground="withdrawn")
    write_log(tmp_path / "log", at=act.at)
    assert not verify(tmp_path, remember=remember)
    for entry in Entry.objects.order_by("position")[::50]:
        findings = Findings()
        data = receipt(entry).encode()
        checks.check_receipt(data, find(str(tmp_path)), Wishes(), findings)
        assert findings.intact()


def test_a_text_told_open_again_without_the_entry_is_found(act, log_key, tmp_path):
    (words, *_) = say(act, 3)
    write_log(tmp_path / "log", at=act.at)
    place = tmp_path / f"log/texts/{words.commitment[:2]}/{words.commitment}.json"
    before = place.read_bytes()
    texts.erase(act, words, ground="withdrawn")
    write_log(tmp_path / "log", at=act.at)
    assert not verify(tmp_path)
    place.write_bytes(before)
    (hit,) = verify(tmp_path)
    assert hit.check == "texts"
    with transaction.atomic():
        append(act, TextReleased(commitment=words.commitment))
    write_log(tmp_path / "log", at=act.at)
    assert {f.check for f in verify(tmp_path)} >= {"entries"}
