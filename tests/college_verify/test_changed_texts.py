"""No change to a text of a published log goes unseen, whatever became of the text."""

import pytest

from college_verify import texts
from college_verify.findings import Broken
from college_verify.sources import Directory
from college_verify.states import OPEN, State
from tests.college_verify import writing
from tests.college_verify.verifying import failures
from tests.college_verify.writing import college


def some_text(log, state):
    for file in sorted((log / "texts").rglob("*.json")):
        if f'"state":"{state}"' in file.read_text("utf-8"):
            return file
    raise AssertionError(state)


@pytest.mark.parametrize("state", ["open", "withheld", "tombstone"])
def test_a_text_changed_or_gone_is_found_in_every_state(log, state):
    file = some_text(log, state)
    whole = file.read_bytes()
    for at in range(len(whole)):
        data = bytearray(whole)
        data[at] ^= 1
        file.write_bytes(data)
        assert changed_text_is_found(Directory(log), file), at
    file.unlink()
    assert [(c, p) for c, p, _ in failures(log)] == [("texts", str(file.relative_to(log)))]


def changed_text_is_found(source, file):
    """As ``check_log`` would, but this one text only: three hundred whole checks take long."""
    told = {"ground": "court-order", "case": "", "until": "2027-01-01T00:00:00.000Z"}
    gone = State("tombstone", ground="privacy", at=writing.AT)
    data = source.read(texts.path(file.stem), texts.LARGEST_TEXT)
    for state in (OPEN, State("withheld", **told), gone):
        try:
            texts.check(data, file.stem, state)
        except Broken:
            continue
        return False
    return True


def test_a_text_no_entry_commits_to_is_found(log):
    stranger = "ab" * 32
    (log / "texts/ab").mkdir(exist_ok=True)
    (log / f"texts/ab/{stranger}.json").write_text("{}")
    assert [check for check, _, _ in failures(log)] == ["texts"]


def test_an_erased_text_that_is_still_published_is_found(tmp_path):
    log = college()
    gone = next(c for c, t in log.texts.items() if t["state"] == "tombstone")
    log.texts[gone] = log.texts[next(iter(log.texts))] | {"commitment": gone}
    (hit,) = failures(log.publish(tmp_path))
    assert "by the entries it is tombstone" in hit[2]


@pytest.mark.parametrize("kind", ["released", "erased", "withheld"])
def test_nothing_brings_an_erased_text_back(tmp_path, kind):
    log = college()
    gone = next(c for c, t in log.texts.items() if t["state"] == "tombstone")
    more = {
        "released": {},
        "erased": {"ground": "whim"},
        "withheld": {"ground": "whim", "case": "", "until": writing.AT},
    }[kind]
    log.say(f"record.text.{kind}", commitment=gone, **more)
    (hit,) = failures(log.publish(tmp_path))
    assert hit[:2] == ("entries", "entry 40")
