"""Ids of this room lead somewhere; a draft's leads nowhere."""

import pytest

from college.quizzes.queries.named import named
from college.quizzes.rules.life import ItemState
from college.web.record.things import known
from tests.factories.colleges import make_college
from tests.factories.quizzes import make_item, make_quiz
from tests.quizzes.actions.test_flags import tally_of

pytestmark = pytest.mark.django_db


def test_ids_of_a_quiz_and_of_what_belongs_to_it_lead_to_it(django_assert_num_queries):
    make_college()
    bank = make_quiz()
    side = bank.viewpoints[0]
    draft, dropped, live = (
        make_item(bank.quiz, viewpoint=side, state=state)
        for state in (ItemState.DRAFT, ItemState.DROPPED, ItemState.LIVE)
    )
    tally = tally_of(bank, 7)
    ids = [row.public_id for row in (bank.quiz, dropped, live, tally)]
    with django_assert_num_queries(1):
        found = named([*ids, draft.public_id])
    assert found.keys() == set(ids)
    door = f"/debates/{bank.debate.slug}/quiz/"
    assert found[bank.quiz.public_id].path == door
    assert found[tally.public_id].path == f"{door}figures/"
    assert found[live.public_id].path == f"{door}figures/{live.public_id}/"
    assert found[dropped.public_id].path == door
    assert named([]) == {}
    words = known(ids)
    assert words[bank.quiz.public_id].words == "the quiz"
    assert words[tally.public_id].words == "tally 7 of the answers to the quiz"


def test_before_anything_is_counted_items_lead_to_the_door():
    make_college()
    bank = make_quiz()
    live = make_item(bank.quiz, viewpoint=bank.viewpoints[0], state=ItemState.LIVE)
    found = named([live.public_id])
    assert found[live.public_id].path == f"/debates/{bank.debate.slug}/quiz/"
