"""Retellings that are reported, heard by panels, and give way, come back or stay."""

from datetime import timedelta

import pytest

from college.committees.models import Case
from college.committees.rules.tally import Choice
from college.debates.models import Report
from college.people.models import Notice
from college.quizzes.actions.retelling_hearings import (
    appeal_retelling,
    enact,
    report_unmarked,
)
from college.quizzes.actions.retellings import withdraw_retelling
from college.quizzes.models import Retelling, RetellingHearing
from college.quizzes.queries.retellings import own, sitting
from college.quizzes.rules.life import RetellingState
from college.record.models import Entry
from tests.debates.actions.said import entries, told
from tests.factories import verdicts
from tests.factories.acts import refused
from tests.factories.colleges import make_college
from tests.factories.committees import make_roster
from tests.factories.people import act_by
from tests.factories.retellings import Hall, make_hall

pytestmark = pytest.mark.django_db
REASON = "It calls those who hold this viewpoint names."


@pytest.fixture
def hall() -> Hall:
    make_college()
    hall = make_hall()
    make_roster(at=hall.stand.at)
    return hall


@pytest.fixture
def made(hall: Hall) -> Retelling:
    return hall.write()


def report(hall: Hall, text: Retelling | None, by: int = 0, ground: str = "insult") -> None:
    reader = hall.readers[by]
    mark = hall.mark(reader, text)
    report_unmarked(hall.act(reader, hours=1), hall.viewpoint, mark, ground=ground, reason=REASON)


def decide(hall: Hall, choice: Choice, *, days: int = 1) -> RetellingHearing:
    at = hall.stand.at + timedelta(days=days)
    hearing = RetellingHearing.objects.select_related("case").latest("pk")
    verdicts.decide(hearing.case, choice, at=at)
    hearing.case.draws.update(decided_at=at)
    enact(act_by(hall.readers[0], at + timedelta(days=1)), Case.objects.get(pk=hearing.case_id))
    hearing.refresh_from_db()
    return hearing


def codes() -> list[str]:
    rows = Notice.objects.filter(code__startswith="quizzes.").order_by("id")
    return [code.removeprefix("quizzes.retelling.") for code in rows.values_list("code", flat=True)]


def test_reported_one_stays_with_its_readers_and_says_that_it_is_heard(
    hall: Hall, made: Retelling
) -> None:
    report(hall, made)
    hearing = RetellingHearing.objects.select_related("text", "case").get()
    assert [one.heard for one in sitting(hall.readers[1], hall.viewpoint)].count(True) == 1
    assert [row.text for row in hearing.case.shown.all()] == [hearing.text]
    grounds = hearing.case.parties.values_list("ground", flat=True)
    assert sorted(grounds) == ["author", "reported"]
    assert hearing.case.own_side == hall.stand.viewpoints[1].public_id
    assert codes() == ["reported"]


def test_its_words_are_published_to_nobody_and_nobody_is_named(hall: Hall, made: Retelling) -> None:
    before = Entry.objects.count()
    report(hall, made)
    hearing = RetellingHearing.objects.select_related("text", "case").get()
    assert hearing.text.state == "withheld"
    assert hearing.text.words == ""
    entry = told(entries("quizzes.retelling.reported")[0])
    assert entry == {
        "case": hearing.case.public_id,
        "debate": hall.stand.debate.public_id,
        "ground": "insult",
    }
    withdraw_retelling(hall.act(hall.writer), made)
    later = Entry.objects.order_by("pk")[before:]
    bodies = b"".join(bytes(row.body) for row in later).decode()
    people = (hall.writer, hall.readers[0])
    assert not any(one.public_id in bodies for one in (*people, made))


def test_law_4_no_reasonless_action_it_gives_way_by_rule_reason_and_case(
    hall: Hall, made: Retelling
) -> None:
    report(hall, made)
    hearing = decide(hall, Choice.GRANT)
    made.refresh_from_db()
    assert made.state == RetellingState.RESTRICTED
    assert sitting(hall.readers[1], hall.viewpoint) == []
    assert hearing.reason is not None
    entry = told(entries("quizzes.retelling.restricted")[0])
    assert entry["reason"] == hearing.reason_id
    [heard] = own(hall.writer, hall.stand.debate)[0].heard
    assert (heard.settled, heard.at is not None) == ("granted", True)
    assert codes() == ["reported", "restricted"]


def test_second_look_brings_it_back(hall: Hall, made: Retelling) -> None:
    report(hall, made)
    hearing = decide(hall, Choice.GRANT)
    with refused("quizzes.permission.may-not"):
        appeal_retelling(hall.act(hall.readers[0]), hearing)
    appeal_retelling(hall.act(hall.writer, days=3), hearing)
    decide(hall, Choice.KEEP, days=9)
    made.refresh_from_db()
    assert made.state == RetellingState.WAITING
    assert told(entries("quizzes.retelling.restored")[0]) == {"case": hearing.case.public_id}
    assert codes() == ["reported", "restricted", "restored"]


def test_kept_one_is_not_heard_again_on_that_ground(hall: Hall, made: Retelling) -> None:
    report(hall, made)
    with refused("quizzes.report.heard"):
        report(hall, made, by=1)
    decide(hall, Choice.KEEP)
    made.refresh_from_db()
    assert made.state == RetellingState.WAITING
    with refused("quizzes.report.kept"):
        report(hall, made, by=1)
    report(hall, made, by=1, ground="spam")
    made.refresh_from_db()
    assert made.state == RetellingState.HEARD
    assert codes() == ["reported", "kept", "reported"]


def test_taken_back_meanwhile_panels_decide_and_nothing_follows(
    hall: Hall, made: Retelling
) -> None:
    report(hall, made)
    withdraw_retelling(hall.act(hall.writer), made)
    hearing = decide(hall, Choice.GRANT)
    assert (hearing.retelling, hearing.settled) == (None, "granted")
    assert Case.objects.get(pk=hearing.case_id).enacted_at is not None
    assert codes() == ["reported"]
    hearing.text.refresh_from_db()
    assert hearing.text.state == "tombstone"


def test_what_stands_in_the_debate_is_reported_there(hall: Hall, made: Retelling) -> None:
    report(hall, None)
    assert Report.objects.get().by == hall.readers[0]
    assert not RetellingHearing.objects.exists()


def test_mark_that_leads_nowhere_is_refused_calmly(hall: Hall, made: Retelling) -> None:
    with refused("quizzes.retelling.gone"):
        report_unmarked(
            hall.act(hall.readers[0]), hall.viewpoint, "0" * 24, ground="insult", reason=REASON
        )
