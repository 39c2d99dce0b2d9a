"""Summaries as the verifier sees them: an honest record holds, refusals and withheld words in it too."""

import pytest

from tests.college_verify import verifying
from tests.college_verify.summarising import (
    AT,
    DEBATE,
    ONE,
    SUMMARY,
    TWO,
    B,
    Told,
    case,
    change,
    coverage,
    document,
    found,
    made,
    section,
    statement,
)

#: (section, viewpoint) of the part that is changed.
_OTHER = ("holds", B)


@pytest.fixture
def log() -> Told:
    return made()


def test_the_honest_record_holds(log, tmp_path):
    assert found(log, tmp_path) == []
    findings, _ = verifying.verify(tmp_path)
    held = {f.check: f.sentence for f in findings.found if f.outcome == "held"}
    assert "by 10 links" in held["summaries"]
    assert "2 versions" in held["coverage"]
    assert held["certificates"].startswith("1 versions were certified")


def reserved(log: Told) -> None:
    """B refuses its section a second time, and the version is certified without it."""
    log.entries[log.find("summaries.certificate.granted", case=case(3))[0]]["kind"] = (
        "summaries.certificate.refused"
    )
    reason = log.commit(text="It is not what we say.")
    log.data("summaries.certificate.refused", case=case(3))["reason"] = reason
    log.data("committees.verdict.given", case=case(3)).update(verdict="keep", ground="none")
    log.data("summaries.version.certified")["reserved"] = [case(3)]


def test_a_section_that_was_refused_twice_is_reserved(log, tmp_path):
    reserved(log)
    assert found(log, tmp_path) == []


def test_a_side_that_was_admitted_later_comments_too(log, tmp_path):
    late = "0vewp00000009"
    log.say("debates.viewpoint.admitted", viewpoint=late, debate=DEBATE, letter="c")
    note = {"comment": "0cmmen0000009", "version": ONE, "viewpoint": late, "words": 2}
    log.say("summaries.comment.made", **note, text=log.commit(text="And us?"), start=28, end=71)
    assert found(log, tmp_path) == []


def _unsaid(log: Told) -> None:
    """The first refusal never was."""
    del log.texts[log.data("summaries.certificate.refused", case=case(1))["reason"]]
    log.drop("summaries.certificate.refused", case=case(1))


def test_one_refusal_with_reasons_reserves_nothing(log, tmp_path):
    reserved(log)
    _unsaid(log)
    assert any("has no certificate" in line for line in found(log, tmp_path))


def test_a_refusal_without_a_reason_keeps_nothing_back(log, tmp_path):
    """Law 4: nobody's refusal without a reason counts."""
    reserved(log)
    _unsaid(log)
    unsaid = log.data("summaries.certificate.refused", case=case(3))["reason"]
    del log.texts[unsaid]
    log.data("summaries.certificate.refused", case=case(3))["reason"] = ""
    assert found(log, tmp_path) == []


def test_words_may_have_been_told_with_an_opened_draft(log, tmp_path):
    at = log.find("summaries.version.worded", version=TWO)[0]
    texts = log.entries.pop(at)["data"]["texts"]
    told = {"kind": "summaries.draft.worded", "data": {"draft": "0drft00000000", "texts": texts}}
    opened = {
        "draft": "0drft00000000",
        "summary": SUMMARY,
        "side": 1,
        "document": document(log, ONE),
    }
    envelope = {"actor": "clock", "at": AT, "v": 1}
    log.entries.insert(at, envelope | {"kind": "summaries.draft.opened", "data": opened})
    assert any("commits to the words" in line for line in found(log, tmp_path / "without"))
    log.entries.insert(at, envelope | told)
    assert found(log, tmp_path / "with") == []


def test_what_was_refused_twice_and_is_not_reserved_is_missed(log, tmp_path):
    reserved(log)
    log.data("summaries.version.certified")["reserved"] = []
    assert any("has no certificate" in line for line in found(log, tmp_path))


def test_a_sentence_that_is_withheld_leaves_its_length_unchecked(log, tmp_path):
    text = section(log.document(document(log, ONE)), _OTHER)[0]["text"]
    told = {"ground": "law", "case": "", "until": "2030-01-01T00:00:00.000Z"}
    log.say("record.text.withheld", "steward", commitment=text, **told)
    log.texts[text] = {"commitment": text, "state": "withheld", **told}
    change(log, coverage(log, ONE), lambda told: told["viewpoints"][1].update(space=[99, 1]))
    assert found(log, tmp_path) == []
    findings, _ = verifying.verify(tmp_path)
    notes = [f.sentence for f in findings.found if (f.check, f.outcome) == ("summaries", "note")]
    assert notes == ["Of 2 versions not all words are published: their length was not checked."]


def test_other_counts_are_checked_all_the_same(log, tmp_path):
    test_a_sentence_that_is_withheld_leaves_its_length_unchecked(log, tmp_path)
    change(log, coverage(log, ONE), lambda told: told["viewpoints"][1].update(main=0))
    assert any("main of the viewpoint" in line for line in found(log, tmp_path))


@pytest.mark.parametrize(
    "malformed",
    [
        lambda told: told.update(sections=None),
        lambda told: told.update(sections=[1]),
        lambda told: told["sections"][0].update(statements={}),
        lambda told: told["sections"][0].update(statements=[[]]),
        lambda told: told["sections"][0]["statements"].append({"statement": 1}),
        lambda told: told["sections"][0]["statements"].append(statement(0, "no commitment")),
        lambda told: told.pop("question"),
        lambda told: told.update(question=7),
        lambda told: told.update(number=True),
        lambda told: told.update(v="college-summary-v2"),
    ],
)
def test_a_malformed_document_is_a_finding_and_no_crash(log, tmp_path, malformed):
    change(log, document(log, ONE), malformed)
    assert any(line.startswith("summaries: Version 1") for line in found(log, tmp_path))


@pytest.mark.parametrize(
    "malformed",
    [
        lambda told: told.update(viewpoints=None),
        lambda told: told.update(viewpoints=[1, 2]),
        lambda told: told["viewpoints"].reverse(),
        lambda told: told.update(omissions="none"),
        lambda told: told.pop("grounded"),
        lambda told: told["viewpoints"][0].pop("space"),
    ],
)
def test_a_malformed_coverage_is_a_finding_and_no_crash(log, tmp_path, malformed):
    change(log, coverage(log, ONE), malformed)
    assert any(line.startswith("coverage: Version 1") for line in found(log, tmp_path))
