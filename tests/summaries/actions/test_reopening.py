"""New evidence on a crux opens a debate again, unless somebody objects and is found right."""

import pytest

from college.committees.models import Case
from college.committees.rules.tally import Choice
from college.debates.models import Contribution
from college.debates.rules.kinds import Kind
from college.debates.rules.stages import Stage
from college.ground.act import Act, Door
from college.ground.refusals import Refusal
from college.people.actions.membership import resign
from college.people.models import Member
from college.record.actions.texts import erase
from college.record.models import Entry
from college.summaries.actions.reopening import (
    appeal_reopening,
    enact,
    object_to_reopening,
    propose_reopening,
)
from college.summaries.models import Reopening
from college.summaries.rules.life import ReopeningState
from tests.factories.colleges import make_college
from tests.factories.turning import QUOTATION, REASON, SOURCE, Turning, make_turning
from tests.factories.verdicts import decide

pytestmark = pytest.mark.django_db


@pytest.fixture
def turning() -> Turning:
    make_college()
    return make_turning()


@pytest.fixture
def bringer(turning: Turning) -> Member:
    return turning.stand.holders[1]


def propose(turning: Turning, by: Member, **other: object) -> Reopening:
    given = {"form": "context", "source": SOURCE, "quotation": QUOTATION, "reason": REASON}
    return propose_reopening(turning.stand.act(by), turning.crux(), **(given | other))


def refused(code: str):
    return pytest.raises(Refusal, match=code)


def test_after_its_notice_the_debate_is_open_and_the_evidence_stands_in_it(
    turning: Turning, bringer: Member
) -> None:
    row = propose(turning, bringer)
    assert turning.wait(days=2) == 0
    assert turning.wait(days=2) >= 1
    row.refresh_from_db()
    assert row.state == ReopeningState.DONE
    assert turning.stand.debate.stage == Stage.CLOSED  # read before the clock opened it
    turning.stand.fresh()
    assert turning.stand.debate.stage == Stage.OPEN
    evidence = Contribution.objects.get(kind=Kind.EVIDENCE)
    assert (evidence.author, evidence.form) == (bringer, "context")
    assert evidence.links.get().target == turning.claim
    told = Entry.objects.get(kind="summaries.reopening.done")
    assert evidence.public_id.encode() in bytes(told.body)


def test_two_are_not_proposed_at_once(turning: Turning, bringer: Member) -> None:
    row = propose(turning, bringer)
    with refused("summaries.reopening.another"):
        propose_reopening(
            turning.stand.act(turning.stand.holders[0]),
            row.crux,
            form="for",
            source=SOURCE,
            quotation=QUOTATION,
            reason=REASON,
        )


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"reason": " "}, "debates"),
        ({"quotation": ""}, "debates.evidence.no-quotation"),
        ({"form": "proof"}, "debates.contribution.form"),
    ],
)
def test_what_cannot_be_looked_up_is_refused(
    turning: Turning, bringer: Member, given: dict[str, str], code: str
) -> None:
    with refused(code):
        propose(turning, bringer, **given)
    assert not Reopening.objects.exists()


def test_while_a_debate_is_open_evidence_goes_into_it(turning: Turning, bringer: Member) -> None:
    row = propose(turning, bringer)
    turning.wait(days=4)
    with refused("summaries.permission.may-not"):
        propose_reopening(
            turning.stand.act(bringer),
            row.crux,
            form="for",
            source=SOURCE,
            quotation=QUOTATION,
            reason=REASON,
        )


def test_of_somebody_who_left_the_evidence_stays_on_its_own_page(
    turning: Turning, bringer: Member
) -> None:
    row = propose(turning, bringer)
    resign(turning.stand.act(bringer))
    turning.wait(days=4)
    row.refresh_from_db()
    assert row.state == ReopeningState.DONE
    assert not Contribution.objects.filter(kind=Kind.EVIDENCE).exists()


def objected(turning: Turning, bringer: Member) -> Reopening:
    row = propose(turning, bringer)
    return object_to_reopening(
        turning.stand.act(turning.stand.holders[0], hours=1), row, reason="It is about summer."
    )


def test_an_objection_stops_the_clock_and_is_heard(turning: Turning, bringer: Member) -> None:
    row = objected(turning, bringer)
    case = Case.objects.get()
    assert (row.case, case.rule) == (case, "no-new-evidence")
    assert case.shown.get(order=1).text.words == "The ferry is full."
    turning.wait(days=10)
    turning.stand.fresh()
    assert turning.stand.debate.stage == Stage.CLOSED


def clock(turning: Turning) -> Act:
    return Act(actor="clock", at=turning.stand.at, door=Door.CLOCK)


def test_an_objection_that_is_upheld_stops_it_with_reasons(
    turning: Turning, bringer: Member
) -> None:
    row = objected(turning, bringer)
    decide(row.case, Choice.GRANT, at=turning.stand.at)
    enact(clock(turning), Case.objects.get())
    row.refresh_from_db()
    assert row.state == ReopeningState.STOPPED
    assert row.answer is not None
    assert row.answer.words
    assert bringer.notices.filter(code="summaries.reopening.stopped").exists()
    with refused("summaries.permission.may-not"):
        appeal_reopening(turning.stand.act(turning.editor), row)


def test_an_objection_that_is_not_upheld_opens_the_debate(
    turning: Turning, bringer: Member
) -> None:
    row = objected(turning, bringer)
    decide(row.case, Choice.KEEP, at=turning.stand.at)
    enact(clock(turning), Case.objects.get())
    row.refresh_from_db()
    turning.stand.fresh()
    assert row.state == ReopeningState.DONE
    assert turning.stand.debate.stage == Stage.OPEN


def test_a_second_look_that_turns_it_opens_the_debate(turning: Turning, bringer: Member) -> None:
    row = objected(turning, bringer)
    decide(row.case, Choice.GRANT, at=turning.stand.at)
    enact(clock(turning), Case.objects.get())
    decide(row.case, Choice.KEEP, at=turning.stand.at)
    enact(clock(turning), Case.objects.get())
    row.refresh_from_db()
    assert row.state == ReopeningState.DONE


def test_ones_own_proposal_is_not_objected_to(turning: Turning, bringer: Member) -> None:
    row = propose(turning, bringer)
    with refused("summaries.permission.may-not"):
        object_to_reopening(turning.stand.act(bringer), row, reason="I was wrong.")
    with refused("people.member.none"):
        object_to_reopening(clock(turning), row, reason="By nobody.")


def test_evidence_whose_source_was_erased_meanwhile_stops_no_clock(
    turning: Turning, bringer: Member
) -> None:
    row = propose(turning, bringer)
    erase(turning.stand.act(bringer), row.source, ground="law")
    turning.wait(days=4)
    row.refresh_from_db()
    assert row.state == ReopeningState.DONE
    assert not Contribution.objects.filter(kind=Kind.EVIDENCE).exists()
