"""Versions as the house certifies them, published, and what the verifier says; stewards decide the cases."""

import pytest
from django.test import override_settings

from college.record import signing
from college.record.actions.files import write_log
from college.record.actions.sequence import sequence
from college.summaries.queries import versions
from college.summaries.rules.life import SummaryState, Take
from college.summaries.rules.sections import Section, SectionKind
from tests.college_verify import verifying
from tests.factories.certifying import GRANT, KEEP, certificate, judge, make_version, newest, vote
from tests.factories.colleges import ORIGIN, make_college
from tests.factories.summaries import Desk
from tests.factories.verdicts import decide

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(tmp_path) -> Desk:
    with override_settings(LOG_ORIGIN=ORIGIN, KEYS=tmp_path / "keys"):
        signing.create()
        make_college()
        made, _version = make_version(SummaryState.CERTIFYING)
        yield made


def verified(desk: Desk, folder) -> tuple[list[str], dict[str, str]]:
    sequence(desk.at)
    write_log(folder / "log", at=desk.at)
    findings, _ = verifying.verify(folder)
    failed = [
        f"{f.check}: {f.place}: {f.sentence}" for f in findings.found if f.outcome == "failed"
    ]
    return failed, {f.check: f.sentence for f in findings.found if f.outcome == "held"}


def again(desk: Desk, *sections: Section) -> None:
    """What was sent back is signed anew and goes to its panels."""
    desk.sign(Take.THIRD, *sections)
    desk.over()


def test_a_version_that_every_panel_granted(desk, tmp_path):
    judge(desk)
    assert versions.newest_certified(desk.debate) == newest(desk)
    failed, held = verified(desk, tmp_path)
    assert failed == []
    assert held["certificates"].startswith("1 versions were certified")


def test_a_section_that_was_sent_back_while_the_others_kept_their_certificates(desk, tmp_path):
    judge(desk, {1: KEEP})
    desk.write(3, "The main reason is told now.", section=desk.holds(1), links=[desk.claims[1]])
    again(desk, desk.holds(1))
    judge(desk)
    assert versions.newest_certified(desk.debate).number == 2
    failed, held = verified(desk, tmp_path)
    assert failed == []
    assert "2 versions" in held["coverage"]


def test_a_section_that_stands_although_it_was_refused_twice(desk, tmp_path):
    judge(desk, {1: KEEP})
    desk.write(3, "The main reason is told now.", section=desk.holds(1), links=[desk.claims[1]])
    again(desk, desk.holds(1))
    judge(desk, {1: KEEP, None: KEEP})
    desk.write(3, "One more on the terms.", section=Section(SectionKind.TERMS))
    again(desk, *desk.sections)
    judge(desk)
    assert desk.summary.state == SummaryState.CERTIFIED
    assert certificate(desk, 1).reserved
    assert verified(desk, tmp_path)[0] == []


def test_a_section_against_which_nobody_said_a_word(desk, tmp_path):
    """Its verdict is made up, without ballots: only what summaries promise can be checked of it."""
    vote(desk, certificate(desk, 0).case, GRANT)
    vote(desk, certificate(desk).case, GRANT)
    decide(certificate(desk, 1).case, KEEP, at=desk.at)
    desk.wait(hours=1)
    assert desk.summary.state == SummaryState.CERTIFIED
    failed, held = verified(desk, tmp_path)
    assert [line for line in failed if not line.startswith("verdicts")] == []
    assert "certificates" in held


def test_a_certificate_that_fell_and_came_back(desk, tmp_path):
    judge(desk)
    case = certificate(desk, 0).case
    for choice, ground in ((KEEP, ""), (GRANT, "own-section")):
        decide(case, choice, at=desk.at)
        case.steward_votes.update(choice=choice, ground=ground)
        desk.wait(hours=1)
    again(desk, desk.holds(0))
    assert versions.newest_certified(desk.debate).number == 2
    failed, _held = verified(desk, tmp_path)
    assert [line for line in failed if not line.startswith("verdicts")] == []
