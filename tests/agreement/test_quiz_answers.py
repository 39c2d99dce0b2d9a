"""Answers as the house publishes them hold for the verifier: of every shape, and through its own actions."""

import json
import random
from collections import Counter
from datetime import timedelta

import pytest
from django.db import transaction
from django.test import override_settings
from hypothesis import given, settings

from college.ground.act import Act, Door
from college.quizzes.actions.tallies import step
from college.quizzes.events.items import ItemAccepted, ItemAsked
from college.quizzes.events.quizzes import QuizMade, QuizReleased
from college.quizzes.models import Flag, Tally
from college.quizzes.rules import tallies
from college.quizzes.rules.life import ItemKind
from college.record import signing
from college.record.actions.entries import append
from college.record.actions.files import write_log
from college.record.actions.sequence import sequence
from college_verify.quiz_answers import Answers
from tests.college_verify import verifying
from tests.factories.colleges import ORIGIN, make_college
from tests.factories.quizzes import make_live_quiz
from tests.factories.takers import make_takers
from tests.quizzes.rules.tallied import HEAD, QUIZ, answered, documents, heard

LIMITS = {"trial": 4, "spread": 2, "batch": 10}
KINDS = (ItemKind.WHO, ItemKind.ESTIMATE, ItemKind.MATCH, ItemKind.EVIDENCE)


@settings(max_examples=150)
@given(answered())
def test_answers_of_every_shape_hold(case):
    items, taken, viewpoints = case
    taken = [one for one in taken if one.cells]
    readings = [heard(12, 5, 0, 0)] if viewpoints else []
    told = tallies.document(
        HEAD, items, taken, viewpoints=viewpoints, heard=readings, trial=4, spread=2
    )
    entry = {"quiz": QUIZ, "number": 2, "takers": len(taken)}
    found = Answers(json.loads(json.dumps(told)), entry, documents(items))
    found.check_items()
    found.check_strata(LIMITS)
    found.check_retellings(None, 10)
    assert Counter(found.patterns()) == Counter(frozenset(one.cells.items()) for one in taken)


@pytest.fixture
def bank(tmp_path):
    with override_settings(LOG_ORIGIN=ORIGIN, KEYS=tmp_path / "keys"):
        signing.create()
        make_college()
        yield make_live_quiz(items=8, kinds=KINDS)


def told(bank, *events):
    act = Act("clock", bank.at, Door.CLOCK)
    with transaction.atomic():
        for event in events:
            append(act, event, subject=bank.debate.public_id)


def released(bank):
    """The entries that factories leave out: an item's are its key and that panels confirmed it."""
    quiz, debate = bank.quiz.public_id, bank.debate.public_id
    told(bank, QuizMade(quiz=quiz, summary=bank.quiz.summary.public_id, debate=debate))
    for item in bank.items:
        about = {"item": item.public_id, "quiz": quiz, "case": item.case.public_id}
        asked = ItemAsked(
            **about,
            version=bank.version.public_id,
            viewpoint=item.viewpoint.public_id,
            document=item.document_id,
        )
        told(bank, asked, ItemAccepted(**about))
    items = tuple(item.public_id for item in bank.items)
    told(bank, QuizReleased(quiz=quiz, debate=debate, items=items))


@pytest.mark.django_db
def test_what_the_house_counts_holds_for_the_verifier(bank, tmp_path):
    released(bank)
    chance = random.Random(3)
    for day, number in ((1, 400), (2, 120), (3, 15), (92, 20)):
        for at, side in enumerate([*(one.public_id for one in bank.viewpoints), "undecided", ""]):
            make_takers(
                bank.quiz,
                number,
                declared=side,
                on=(bank.at + timedelta(days=day - 1)).date(),
                items=[bank.items[0], *chance.sample(bank.items[1:], 5)],
                answered=5,
                knows=lambda taker, item, at=at: (
                    chance.random() < (0.2 if at == 0 and item == bank.items[0] else 0.65)
                ),
            )
        assert step(Act("clock", bank.at + timedelta(days=day), Door.CLOCK)) > 0
    windows = [json.loads(one.answers.words)["since"] for one in Tally.objects.order_by("number")]
    assert windows == [1, 1, 1, 3]
    assert Flag.objects.get().item == bank.items[0]
    sequence(bank.at + timedelta(days=93))
    write_log(tmp_path / "out" / "log", at=bank.at + timedelta(days=93))
    findings, _ = verifying.verify(tmp_path / "out")
    about = [one for one in findings.found if one.check in {"answers", "figures"}]
    assert [(one.check, one.outcome) for one in about] == [("answers", "held"), ("figures", "held")]
    assert "4 tallies" in about[0].sentence
