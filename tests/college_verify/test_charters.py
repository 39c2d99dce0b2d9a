"""Charters as the verifier sees them: granted, after their notice, the very document; or extended."""

import pytest

from tests.college_verify import writing
from tests.college_verify.verifying import failures

PROPOSAL, CASE = "1" * 13, "2" * 13
FIRST = {"clocks": {"charter_notice": 86_400, "legal_hold": 60}, "name": "Test"}
SECOND = {"clocks": {"charter_notice": 86_400, "legal_hold": 30}, "name": "Test"}
GRANTED, NEXT_DAY = "2026-03-01T09:30:00.000Z", "2026-03-02T09:30:00.000Z"


class Told(writing.Log):
    """A log whose entries have moments of their own."""

    def at(self, moment: str, kind: str, **data: object) -> None:
        entry = {"actor": "import", "at": moment, "data": data, "kind": kind, "v": 1}
        self.entries.append(writing.canonical(entry))


def found() -> Told:
    log = Told()
    charter = log.commit(document=FIRST)
    log.at(
        GRANTED, "record.college.founded", origin=writing.ORIGIN, preset="class", charter=charter
    )
    case = {"case": CASE}
    log.at(
        GRANTED,
        "committees.case.filed",
        procedure="charter",
        rule="change",
        scope="",
        shown=[],
        **case,
    )
    return log


def grant(log: Told, *, until: str = NEXT_DAY) -> None:
    told = {"case": CASE, "proposal": PROPOSAL, "charter": log.commit(document=SECOND)}
    log.at(GRANTED, "administration.charter.granted", in_force_at=until, **told)


def put(log: Told, document: object = SECOND, *, at: str = NEXT_DAY) -> None:
    told = {"proposal": PROPOSAL, "charter": log.commit(document=document), "number": 2}
    log.at(at, "administration.charter.put-in-force", **told)


def about_charters(log: Told, tmp_path) -> list[str]:
    found = failures(log.publish(tmp_path))
    return [sentence for check, _place, sentence in found if check == "charters"]


def test_a_granted_charter_is_put_in_force_though_committed_to_anew(tmp_path):
    log = found()
    grant(log)
    put(log)
    assert about_charters(log, tmp_path) == []


def test_another_charter_than_the_granted_one_is_named(tmp_path):
    log = found()
    grant(log)
    put(log, {**SECOND, "name": "Other"})
    (sentence,) = about_charters(log, tmp_path)
    assert "no verdict granted this one" in sentence


def test_a_charter_put_in_force_too_early_is_named(tmp_path):
    log = found()
    grant(log)
    put(log, at=GRANTED)
    (sentence,) = about_charters(log, tmp_path)
    assert "before its notice was over" in sentence


def test_a_notice_too_short_is_named(tmp_path):
    log = found()
    grant(log, until=GRANTED)
    (sentence,) = about_charters(log, tmp_path)
    assert "less notice" in sentence


def test_a_charter_that_was_ended_is_not_put_in_force(tmp_path):
    log = found()
    grant(log)
    log.at(
        GRANTED, "administration.charter.ended", proposal=PROPOSAL, case=CASE, ground="overturned"
    )
    put(log)
    (sentence,) = about_charters(log, tmp_path)
    assert "no verdict granted this one" in sentence


@pytest.mark.parametrize(
    ("document", "holds"),
    [({**FIRST, "more": 1}, True), ({**SECOND, "more": 1}, False), ({"name": "Test"}, False)],
)
def test_an_extension_adds_and_changes_nothing(tmp_path, document, holds):
    log = found()
    charter = log.commit(document=document)
    log.at(NEXT_DAY, "administration.charter.extended", charter=charter, added=1)
    assert (about_charters(log, tmp_path) == []) == holds
