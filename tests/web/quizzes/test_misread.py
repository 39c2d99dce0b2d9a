"""What readers misread is a task for the editors, with a link to the sentence."""

import pytest
from django.utils import timezone

from college.quizzes.models import Tally
from college.quizzes.queries.misreading import misleading
from college.record.actions.texts import commit_document
from tests.factories.colleges import make_college
from tests.factories.quizzes import make_live_quiz

pytestmark = pytest.mark.django_db


@pytest.fixture
def bank():
    make_college()
    return make_live_quiz(items=4)


def tally(bank, *rows):
    """The newest tally: of each item how many were right, wrong, and did not know."""
    figures = {
        "thresholds": {"least_takers": 30},
        "items": [
            {"item": item.public_id, "takers": r + w + u, "right": r, "unknown": u}
            for item, (r, w, u) in zip(bank.items, rows, strict=True)
        ],
    }
    return Tally.objects.create(
        quiz=bank.quiz,
        number=1 + Tally.objects.count(),
        made_at=timezone.now(),
        takers=40,
        uncounted=0,
        answers=commit_document({}),
        figures=commit_document(figures),
    )


def test_the_sentence_of_an_item_that_most_get_wrong_is_named(bank, client):
    tally(bank, (40, 0, 0), (10, 30, 0), (40, 0, 0), (10, 5, 25))
    [found] = misleading(bank.debate)
    source = bank.items[1].content["sources"][0]
    assert found.words.startswith(source["exact"])
    assert (found.takers, found.wrong) == (40, 30)
    assert found.path == f"/debates/{bank.debate.slug}/summary/v/1/#s-{source['statement']}"
    told = client.get(f"/debates/{bank.debate.slug}/summary/team/").content.decode()
    assert "Sentences that readers misread" in told
    assert found.path in told
    assert "they are not the public" in told
    assert client.get(found.path.split("#")[0]).status_code == 200


def test_without_a_tally_there_is_no_task(bank, client):
    told = client.get(f"/debates/{bank.debate.slug}/summary/team/").content.decode()
    assert "Who writes the summary" in told
    assert "misread" not in told


def test_the_newest_tally_counts_and_what_left_the_quiz_is_no_task(bank):
    tally(bank, (10, 30, 0), (10, 30, 0), (40, 0, 0), (40, 0, 0))
    bank.items[0].state = "stale"
    bank.items[0].save()
    assert [one.item for one in misleading(bank.debate)] == [bank.items[1].public_id]
    tally(bank, *[(40, 0, 0)] * 4)
    assert misleading(bank.debate) == []
