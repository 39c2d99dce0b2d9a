"""Items as the house puts them to panels and follows them, published, and what the verifier says; stewards
decide the cases."""

from datetime import timedelta

import pytest
from django.test import override_settings

from college.ground.act import Act, Door
from college.quizzes.actions.flags import flag
from college.quizzes.actions.items import make_draft, submit
from college.quizzes.due import due
from college.quizzes.events.tallies import TallyPublished
from college.quizzes.models import Item, Quiz, Tally
from college.quizzes.queries.quizzes import live, of_debate
from college.quizzes.rules.flags import Finding
from college.quizzes.rules.life import ItemKind, ItemState
from college.record import signing
from college.record.actions.entries import append
from college.record.actions.files import write_log
from college.record.actions.sequence import sequence
from college.record.actions.texts import commit_document, erase
from college.record.models import Text
from college.summaries.models import Version
from college.summaries.rules.life import SummaryState
from tests.college_verify import verifying
from tests.factories.certifying import GRANT, KEEP, judge, make_version, newest, vote
from tests.factories.colleges import ORIGIN, make_college
from tests.factories.quizzes import make_content
from tests.factories.summaries import Desk

pytestmark = pytest.mark.django_db

CHECKS = ("quizzes", "effects", "entries", "texts", "summaries", "certificates")


@pytest.fixture
def desk(tmp_path) -> Desk:
    with override_settings(LOG_ORIGIN=ORIGIN, KEYS=tmp_path / "keys"):
        signing.create()
        make_college()
        made, _version = make_version(SummaryState.CERTIFYING)
        judge(made)
        yield made


def ask(desk: Desk, version: Version, number: int) -> Item:
    """One more item, about viewpoints in turns."""
    side = desk.stand.viewpoints[number % 2]
    kind = ItemKind.WHO if number < 2 else ItemKind.TRUE_FALSE
    content = make_content(version, kind, side, number=number // 2)
    act = desk.act(desk.reader, hours=number)
    return submit(act, make_draft(act, desk.debate, content))


def tick(desk: Desk) -> None:
    desk.wait(days=1)
    due(desk.at)


def verified(desk: Desk, folder) -> tuple[list[str], str]:
    """What fails, and what is said of quizzes."""
    sequence(desk.at)
    write_log(folder / "log", at=desk.at)
    findings, _ = verifying.verify(folder)
    failed = [f.sentence for f in findings.found if f.outcome == "failed" and f.check in CHECKS]
    held = [f.sentence for f in findings.found if (f.check, f.outcome) == ("quizzes", "held")]
    return failed, " ".join(held)


def released(desk: Desk) -> tuple[Quiz, list[Item]]:
    """A quiz of five items; a sixth was dropped."""
    version = newest(desk)
    items = [ask(desk, version, number) for number in range(6)]
    for item in items:
        vote(desk, item.case, KEEP if item == items[-1] else GRANT)
    tick(desk)
    quiz = of_debate(desk.debate)
    assert quiz is not None
    assert quiz.released_at is not None
    return quiz, items


def published(act: Act, quiz: Quiz) -> Tally:
    """A tally whose documents say nothing: they are tried in tests of their own."""
    tally = Tally.objects.create(
        quiz=quiz,
        number=1,
        made_at=act.at,
        takers=900,
        uncounted=0,
        answers=commit_document({}),
        figures=commit_document({}),
    )
    event = TallyPublished(
        tally=tally.public_id,
        quiz=quiz.public_id,
        number=1,
        takers=900,
        uncounted=0,
        answers=tally.answers_id,
        figures=tally.figures_id,
    )
    append(act, event, subject=quiz.public_id)
    return tally


def test_items_that_panels_confirmed_and_one_that_they_dropped(desk, tmp_path):
    quiz, items = released(desk)
    assert live(quiz) == items[:5]
    failed, held = verified(desk, tmp_path)
    assert failed == []
    assert held.startswith("The keys of 6 items were in the record")
    assert "1 quizzes were released" in held


def test_an_item_whose_sentence_is_erased_half_way(desk, tmp_path):
    _quiz, items = released(desk)
    text = Text.objects.get(pk=items[0].content["sources"][0]["text"])
    erase(Act("steward", desk.at, Door.CLOCK), text, ground="law")
    tick(desk)
    assert Item.objects.get(pk=items[0].pk).state == ItemState.STALE
    failed, held = verified(desk, tmp_path)
    assert failed == []
    assert held


@pytest.mark.parametrize("choice", [GRANT, KEEP])
def test_a_flagged_item_that_panels_looked_at(desk, tmp_path, choice):
    quiz, items = released(desk)
    clock = Act("clock", desk.at + timedelta(hours=1), Door.CLOCK)
    found = Finding(items[1].public_id, desk.stand.viewpoints[0].public_id, True, 1700)
    [row] = flag(clock, published(clock, quiz), [found])
    vote(desk, row.case, choice)
    tick(desk)
    failed, _held = verified(desk, tmp_path)
    assert failed == []
