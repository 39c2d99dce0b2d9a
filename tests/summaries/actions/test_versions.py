"""Versions: made of what both teams settled, with everything they rest on."""

import json

import pytest

from college.debates.actions.withdrawals import withdraw
from college.debates.models import EvidenceLabel
from college.ground.refusals import Refusal
from college.people.models import Notice
from college.record.models import Entry, Text
from college.summaries.models import StatementLink, Version
from college.summaries.queries import versions
from college.summaries.rules.life import SummaryState, Take, VersionState
from college.summaries.rules.sections import Section, SectionKind
from tests.factories.colleges import make_college
from tests.factories.settled import make_settled
from tests.factories.summaries import make_summary

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def charter():
    return make_college()


def told(kind):
    return [
        json.loads(bytes(entry.body))["data"]
        for entry in Entry.objects.filter(kind=kind).order_by("id")
    ]


def of_newest(desk):
    version = versions.newest(desk.summary)
    return version, {
        section.key: [(row.statement, row.text.words) for row in rows]
        for section, rows in versions.sections_of(version)
    }


def test_version_holds_every_section_in_order_and_commits_to_what_it_rests_on():
    desk = make_summary(SummaryState.ATTESTING)
    version = versions.newest(desk.summary)
    document = versions.document_of(version)
    keys = [Section(SectionKind(s["section"]), s["viewpoint"]).key for s in document["sections"]]
    assert keys == [section.key for section in desk.sections]
    statements = [one for section in document["sections"] for one in section["statements"]]
    assert [one["statement"] for one in statements] == list(
        version.statements.order_by("order").values_list("statement", flat=True)
    )
    claims = {claim.public_id: claim.revisions.get().text_id for claim in desk.claims}
    for one in statements:
        for link in one["links"]:
            assert claims[link["contribution"]] == link["text"]
    assert Text.objects.filter(pk__in=[one["text"] for one in statements]).count() == len(
        statements
    )
    assert version.state == VersionState.CANDIDATE
    assert versions.newest_certified(desk.debate) is None


def test_version_is_told_with_its_documents_after_the_words_that_no_entry_named():
    desk = make_summary(SummaryState.ATTESTING)
    version = versions.newest(desk.summary)
    (made,) = told("summaries.version.made")
    assert made == {
        "version": version.public_id,
        "summary": desk.summary.public_id,
        "debate": desk.debate.public_id,
        "number": 1,
        "document": version.document_id,
        "coverage": version.coverage_id,
    }
    named = {
        c
        for kind in ("version", "draft")
        for e in told(f"summaries.{kind}.worded")
        for c in e["texts"]
    }
    assert {row.text_id for row in version.statements.all()} <= named
    assert json.loads(version.coverage.words)["statements"] == version.statements.count()


def test_delegates_are_asked_to_attest_and_the_date_is_the_charters(charter):
    desk = make_summary(SummaryState.ATTESTING)
    assert desk.summary.until == desk.at + charter.clocks.attesting
    asked = Notice.objects.filter(code="summaries.version.to-attest")
    assert {notice.member for notice in asked} == set(desk.delegates)
    assert {notice.path for notice in asked} == {f"/debates/{desk.debate.slug}/summary/attest/"}


def test_both_texts_stand_one_after_the_other_and_the_third_as_it_was_signed():
    desk = make_summary(SummaryState.SETTLING)
    disputed, turns = Section(SectionKind.DISPUTED), Section(SectionKind.TURNS)
    third = desk.write(3, "Both teams wrote this one together.", section=turns)
    desk.sign(Take.BOTH, disputed)
    desk.sign(Take.THIRD, turns)
    desk.sign(Take.SECOND, *(s for s in desk.sections if s not in {disputed, turns}))
    _version, sections = of_newest(desk)
    assert [words.split("team ")[1][0] for _id, words in sections["disputed"]] == ["1", "2"]
    assert sections["turns"] == [(third.statement, "Both teams wrote this one together.")]
    assert all("team 2" in words for _id, words in sections["terms"])


def test_link_to_what_was_withdrawn_meanwhile_is_dropped_and_an_ungrounded_statement_left_out():
    desk = make_summary(SummaryState.SETTLING)
    first, second = desk.claims
    desk.write(3, "One rests on both.", section=Section(SectionKind.TERMS), links=[first, second])
    desk.write(3, "One rests on the second.", section=Section(SectionKind.TURNS), links=[second])
    withdraw(desk.act(desk.stand.holders[1]), second, reason="I was wrong about the bridge.")
    both = [Section(SectionKind.TERMS), Section(SectionKind.TURNS)]
    desk.sign(Take.THIRD, *both)
    desk.sign(Take.FIRST, *(s for s in desk.sections if s not in both))
    version, sections = of_newest(desk)
    assert [words for _id, words in sections["terms"]] == ["One rests on both."]
    assert sections["turns"] == sections[desk.holds(1).key] == []
    assert not StatementLink.objects.filter(row__version=version, contribution=second).exists()
    editors = {member for team in desk.teams.values() for member in team}
    left_out = Notice.objects.filter(code="summaries.version.left-out")
    assert {notice.member for notice in left_out} <= editors
    assert left_out.count() >= len(editors) - 1  # whoever signed last was told by the page


def test_evidence_that_was_retracted_by_verdict_carries_no_statement():
    desk = make_summary(SummaryState.SETTLING)
    first, second = desk.claims
    desk.write(3, "One rests on both.", section=Section(SectionKind.TERMS), links=[first, second])
    desk.write(3, "One rests on the second.", section=Section(SectionKind.TURNS), links=[second])
    text = second.revisions.get().text
    for word in ("quotation-altered", "source-retracted"):
        case = make_settled(1, granted=1)[0]
        EvidenceLabel.objects.create(
            case=case,
            evidence=second,
            word=word,
            by=desk.stand.proposer,
            reason=text,
            at=desk.at,
            settled="granted",
            settled_at=desk.at,
            answer=text,
        )
    both = [Section(SectionKind.TERMS), Section(SectionKind.TURNS)]
    desk.sign(Take.THIRD, *both)
    desk.sign(Take.FIRST, *(s for s in desk.sections if s not in both))
    version, sections = of_newest(desk)
    assert [words for _id, words in sections["terms"]] == ["One rests on both."]
    assert sections["turns"] == []
    assert not StatementLink.objects.filter(row__version=version, contribution=second).exists()


def test_version_without_any_statement_is_refused_to_a_member_and_settled_anew_by_the_clock():
    desk = make_summary(SummaryState.SETTLING)
    for holder, claim in zip(desk.stand.holders, desk.claims, strict=True):
        withdraw(desk.act(holder), claim, reason="It does not hold any more.")
    *most, last = desk.sections
    desk.sign(Take.FIRST, *most)
    with pytest.raises(Refusal) as refused:
        desk.sign(Take.FIRST, last)
    assert refused.value.code == "summaries.version.empty"
    desk.over()
    assert desk.summary.state == SummaryState.SETTLING
    assert not Version.objects.exists()


def test_nothing_is_made_twice_of_the_same_sections():
    desk = make_summary(SummaryState.ATTESTING)
    assert desk.wait() == 0
    assert Version.objects.count() == 1
