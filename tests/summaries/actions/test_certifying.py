"""Certificates: asked of each side's own panel and a mixed one, enacted, followed when a verdict turns."""

import json
from collections import Counter

import pytest
from django.db import IntegrityError, transaction

from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.debates.actions.withdrawals import withdraw
from college.debates.rules.kinds import State
from college.debates.rules.stages import Stage
from college.people.models import Notice
from college.record.models import Entry
from college.summaries.actions import certifying
from college.summaries.models import Certificate, SettledSection, Version
from college.summaries.queries import certificates, versions
from college.summaries.rules.life import CertificateState, Side, SummaryState, Take, VersionState
from college.summaries.rules.sections import Section, SectionKind
from tests.factories.certifying import (
    GRANT,
    KEEP,
    REASON,
    certificate,
    judge,
    make_version,
    newest,
    vote,
)
from tests.factories.colleges import make_college
from tests.factories.verdicts import decide

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def charter():
    return make_college()


def told(kind):
    rows = Entry.objects.filter(kind=f"summaries.{kind}").order_by("id")
    return [json.loads(bytes(entry.body))["data"] for entry in rows]


def sign_again(desk, *sections):
    """Both teams sign the joint text of sections; the version that comes of it goes to its panels."""
    desk.sign(Take.THIRD, *sections)
    desk.over()


def test_each_side_is_asked_of_its_own_section_and_a_mixed_panel_of_the_form():
    desk, version = make_version(SummaryState.CERTIFYING)
    assert desk.summary.until is None
    for number, viewpoint in enumerate(desk.stand.viewpoints):
        case = certificate(desk, number).case
        assert (case.procedure, case.own_side) == (Procedure.SECTION, viewpoint.public_id)
        assert case.viewpoints == [viewpoint.public_id]
        assert set(case.labels.values()) == {viewpoint.public_id}
    form = certificate(desk).case
    assert (form.procedure, form.own_side) == (Procedure.FORM, "")
    assert form.viewpoints == sorted(v.public_id for v in desk.stand.viewpoints)
    asked = told("certificate.asked")
    assert [one["section"] for one in asked] == ["holds", "holds", "form"]
    assert {one["version"] for one in asked} == {version.public_id}


def test_only_its_own_holders_and_those_of_none_may_sit_and_nobody_who_wrote_it_or_speaks():
    desk, _version = make_version(SummaryState.CERTIFYING)
    parties = {row.member: row.ground for row in certificate(desk, 0).case.parties.all()}
    editors = {member for team in desk.teams.values() for member in team}
    assert all(parties[member] == Party.AUTHOR for member in editors)
    assert all(parties[member] == Party.JUDGED for member in desk.delegates)
    others = {row.member for row in desk.stand.viewpoints[1].holdings.filter(ended_at=None)}
    assert others <= parties.keys()
    assert desk.undecided not in parties
    assert desk.reader not in parties
    assert desk.reader in {row.member for row in certificate(desk, 1).case.parties.all()}


def test_panel_reads_its_section_with_the_numbers_of_what_it_rests_on():
    desk, version = make_version(SummaryState.CERTIFYING)
    section, *sources = [row.text for row in certificate(desk, 1).case.shown.order_by("order")]
    own = version.statements.get(viewpoint=desk.stand.viewpoints[1])
    assert section.words == f"{own.text.words} [1]"
    assert [text.pk for text in sources] == [desk.claims[1].revisions.get().text_id]
    (whole,) = [row.text for row in certificate(desk).case.shown.all()]
    assert whole.words.count("\n\n") == version.statements.count() - 1


def test_version_is_certified_once_every_panel_has_granted():
    desk, version = make_version(SummaryState.CERTIFYING)
    vote(desk, certificate(desk, 0).case, GRANT, "It says what we say.")
    vote(desk, certificate(desk, 1).case, GRANT)
    desk.wait(hours=1)
    assert newest(desk).state == VersionState.CANDIDATE
    judge(desk)
    version.refresh_from_db()
    assert (version.state, version.certified_at) == (VersionState.CERTIFIED, desk.at)
    assert desk.summary.state == SummaryState.CERTIFIED
    assert desk.debate.stage == Stage.SUMMARISED
    assert versions.newest_certified(desk.debate) == version
    assert "It says what we say." in certificate(desk, 0).reason.words
    (certified,) = told("version.certified")
    assert certified["reserved"] == []
    assert desk.wait(days=1) == 0


def test_refused_section_goes_back_with_the_reasons_and_the_others_keep_their_certificates():
    desk, version = make_version(SummaryState.CERTIFYING)
    judge(desk, {1: KEEP})
    version.refresh_from_db()
    assert version.state == VersionState.RETURNED
    assert REASON in certificate(desk, 1).reason.words
    assert desk.summary.state == SummaryState.SETTLING
    joint = {row.statement for row in desk.draft(Side.JOINT).statements.filter(removed_at=None)}
    assert joint == set(version.statements.values_list("statement", flat=True))
    waiting = SettledSection.objects.filter(reopened_at__isnull=False)
    assert [(row.section, row.viewpoint) for row in waiting] == [
        ("holds", desk.stand.viewpoints[1])
    ]
    assert Notice.objects.filter(code="summaries.version.refused").exists()
    desk.write(3, "The main reason is told now.", section=desk.holds(1), links=[desk.claims[1]])
    sign_again(desk, desk.holds(1))
    second = newest(desk)
    assert second.number == 2
    carried = certificate(desk, 0)
    assert (carried.state, carried.case) == (CertificateState.GRANTED, None)
    assert carried.carried_from == certificate(desk, 0, of=version)
    assert certificate(desk, 1).state == certificate(desk).state == CertificateState.ASKED
    judge(desk)
    assert versions.newest_certified(desk.debate) == second


def test_refused_form_opens_every_section_again():
    desk, _version = make_version(SummaryState.CERTIFYING)
    judge(desk, {None: KEEP})
    assert desk.summary.state == SummaryState.SETTLING
    assert not SettledSection.objects.filter(reopened_at=None).exists()


def test_section_that_its_panels_refused_twice_stands_reserved_and_is_not_asked_for_again():
    desk, _version = make_version(SummaryState.CERTIFYING)
    judge(desk, {1: KEEP})
    desk.write(3, "The main reason is told now.", section=desk.holds(1), links=[desk.claims[1]])
    sign_again(desk, desk.holds(1))
    judge(desk, {1: KEEP, None: KEEP})
    assert certificate(desk, 1).reserved
    assert desk.summary.state == SummaryState.SETTLING  # the form was refused once
    desk.write(3, "One more on the terms.", section=Section(SectionKind.TERMS))
    sign_again(desk, *desk.sections)
    carried = certificate(desk, 1)
    assert (carried.state, carried.reserved) == (CertificateState.REFUSED, True)
    assert carried.reason is not None
    judge(desk)
    assert desk.summary.state == SummaryState.CERTIFIED
    (certified,) = told("version.certified")
    assert certified["reserved"] == [carried.carried_from.case.public_id]


def test_law_4_no_reasonless_action_what_nobody_said_a_word_against_does_not_go_back():
    desk, version = make_version(SummaryState.CERTIFYING)
    vote(desk, certificate(desk, 0).case, GRANT)
    vote(desk, certificate(desk).case, GRANT)
    decide(certificate(desk, 1).case, KEEP, at=desk.at)  # the stewards let it lapse
    desk.wait(hours=1)
    version.refresh_from_db()
    assert version.state == VersionState.CERTIFIED
    found = certificate(desk, 1)
    assert (found.state, found.reserved, found.reason) == (CertificateState.REFUSED, True, None)
    (certified,) = told("version.certified")
    assert certified["reserved"] == [found.case.public_id]
    with pytest.raises(IntegrityError), transaction.atomic():
        Certificate.objects.filter(pk=found.pk).update(reserved=False)


def test_source_that_was_withdrawn_while_it_was_read_sends_the_version_back():
    desk, version = make_version(SummaryState.CERTIFYING)
    withdraw(desk.act(desk.stand.holders[1]), desk.claims[1], reason="It was wrong.")
    judge(desk)
    version.refresh_from_db()
    assert version.state == VersionState.RETURNED
    (returned,) = told("version.returned")
    assert returned["ground"] == "sources"
    waiting = SettledSection.objects.filter(reopened_at__isnull=False)
    assert [row.viewpoint for row in waiting] == [desk.stand.viewpoints[1]]
    assert Notice.objects.filter(code="summaries.version.sources").exists()


def test_source_that_was_restricted_sends_the_version_back_though_its_words_can_be_read():
    desk, version = make_version()
    desk.claims[0].state = State.RESTRICTED
    desk.claims[0].save(update_fields=["state"])
    desk.over()
    version.refresh_from_db()
    assert version.state == VersionState.RETURNED


def test_source_that_was_withdrawn_before_the_panels_were_asked_asks_nobody():
    desk, version = make_version()
    withdraw(desk.act(desk.stand.holders[1]), desk.claims[1], reason="It was wrong.")
    desk.over()
    version.refresh_from_db()
    assert version.state == VersionState.RETURNED
    assert not Certificate.objects.exists()


def test_newer_wording_of_a_source_does_not_hold_a_version_up():
    desk, version = make_version(SummaryState.CERTIFYING)
    claim = desk.claims[0]
    claim.head = 2
    claim.save(update_fields=["head"])
    judge(desk)
    assert versions.newest_certified(desk.debate) == version


def test_verdict_that_a_second_look_turns_is_followed_and_the_version_is_read_on():
    desk, version = make_version(SummaryState.CERTIFYING)
    judge(desk)
    case = certificate(desk, 0).case
    decide(case, KEEP, at=desk.at)  # a re-trial; the stewards' sentences were for it
    case.steward_votes.update(choice=KEEP, ground="")
    desk.wait(hours=1)
    found = certificate(desk, 0)
    assert (found.state, found.reserved) == (CertificateState.REFUSED, False)
    assert versions.newest_certified(desk.debate) == version
    assert desk.summary.state == SummaryState.SETTLING
    assert desk.debate.stage == Stage.SUMMARISED
    decide(case, GRANT, at=desk.at)
    case.steward_votes.update(choice=GRANT, ground="own-section")
    desk.wait(hours=1)
    assert certificate(desk, 0).state == CertificateState.GRANTED
    sign_again(desk, desk.holds(0))
    assert [row.carried_from is None for row in certificates.of_version(newest(desk))] == [
        False
    ] * 3
    assert versions.newest_certified(desk.debate) == newest(desk) != version


def test_enacting_is_safe_to_repeat():
    desk, version = make_version(SummaryState.CERTIFYING)
    case = certificate(desk, 0).case
    vote(desk, case, GRANT)
    desk.wait(hours=1)
    before = Counter(Entry.objects.values_list("kind", flat=True))
    assert desk.wait(hours=1) == 0
    assert not certifying.ask(desk.act(desk.reader), version)
    assert Counter(Entry.objects.values_list("kind", flat=True)) == before
    assert not certifying.enact(desk.act(desk.reader), desk_case_of_nobody(desk))


def desk_case_of_nobody(desk):
    """A case that this room did not ask."""
    row = certificate(desk, 1)
    case = row.case
    row.delete()
    return case


def test_debate_that_was_opened_again_keeps_its_summary_and_its_stage():
    desk, version = make_version(SummaryState.CERTIFYING)
    desk.debate.stage = Stage.OPEN
    desk.debate.save(update_fields=["stage"])
    judge(desk)
    assert desk.debate.stage != Stage.SUMMARISED
    assert versions.newest_certified(desk.debate) == version
    assert Version.objects.count() == 1


def test_version_from_before_the_debate_was_opened_again_does_not_end_it():
    desk, version = make_version(SummaryState.CERTIFYING)
    desk.debate.closed_at = desk.at
    desk.debate.save(update_fields=["closed_at"])
    judge(desk)
    assert versions.newest_certified(desk.debate) == version
    assert desk.debate.stage == Stage.CLOSED
    desk.wait(minutes=1)
    assert (desk.summary.round, desk.summary.state) == (2, SummaryState.DRAFTING)
