"""Figures as everybody reads them: with what they are made of, and never a word that all is well."""

import random
import re
from datetime import timedelta

import pytest
from django.test import Client

from college.ground.act import Act, Door
from college.quizzes.actions.tallies import step
from college.quizzes.queries.figures import newest
from college.quizzes.rules import addresses
from college.record.actions.texts import erase
from college.web.public_cache import PUBLIC
from tests.factories.colleges import make_college
from tests.factories.people import make_member
from tests.factories.quizzes import make_live_quiz
from tests.factories.takers import make_takers

pytestmark = pytest.mark.django_db


@pytest.fixture
def bank():
    make_college()
    return make_live_quiz(items=6)


def taken(bank, number, *, declared=True, unfair=False, days=1):
    """So many of each viewpoint, then the day's count."""
    chance = random.Random(5)
    for at, side in enumerate(bank.viewpoints):
        make_takers(
            bank.quiz,
            number,
            declared=side.public_id if declared else "",
            on=bank.at.date(),
            items=bank.items,
            knows=lambda taker, item, at=at: (
                chance.random() < (0.25 + 0.45 * at if unfair and item == bank.items[0] else 0.6)
            ),
        )
    assert step(Act("clock", bank.at + timedelta(days=days), Door.CLOCK)) > 0


def get(path):
    answer = Client().get(path)
    assert answer.status_code == 200
    assert hasattr(answer, PUBLIC)
    return answer.content.decode()


def pages(bank):
    slug = bank.debate.slug
    return [
        addresses.figures(slug),
        addresses.item_figures(slug, bank.items[0].public_id),
        addresses.knowledge(slug),
    ]


def test_the_door_leads_to_the_figures(bank):
    slug = bank.debate.slug
    door = Client().get(addresses.quiz(slug)).content.decode()
    assert f'href="{addresses.figures(slug)}"' in door
    assert f'href="{addresses.knowledge(slug)}"' in door


def test_an_item_at_the_desk_leads_to_its_figures_once_there_are_some(bank, signed_in):
    browser = signed_in(make_member())
    item, slug = bank.items[0].public_id, bank.debate.slug
    there = addresses.draft(slug, item)
    assert addresses.item_figures(slug, item) not in browser.get(there).content.decode()
    taken(bank, 10)
    assert addresses.item_figures(slug, item) in browser.get(there).content.decode()


def test_before_anybody_was_counted_the_pages_say_so(bank):
    slug = bank.debate.slug
    for path in (addresses.figures(slug), addresses.knowledge(slug)):
        assert "Nothing was counted yet" in get(path)
    assert Client().get(pages(bank)[1]).status_code == 404


def test_of_few_there_are_counts_and_no_figures(bank):
    taken(bank, 12, declared=False)
    index, one, known = map(get, pages(bank))
    assert index.count("Not enough answers: figures are shown from 30.") == 6
    assert index.count("Not enough answers to check fairness") == 6
    assert "Not enough answers" in one
    assert "Not enough answers: shares are shown from 30." not in known
    for html in (index, one, known):
        assert "they are not the public" in html


def test_no_page_says_that_an_item_is_fair(bank):
    taken(bank, 230)
    for html in map(get, pages(bank)):
        text = re.sub(r"<[^>]+>", " ", html).lower()
        for never in ("no bias", "unbiased", "is fair", "are fair", "fair to all"):
            assert never not in text


def test_an_item_has_everything_that_is_known_of_it(bank):
    taken(bank, 230, unfair=True)
    html = get(pages(bank)[1])
    found = newest(bank.quiz)
    row = found.row(bank.items[0].public_id)
    assert f"{row.told['right']} of {row.told['takers']}" in html
    assert "harder for A" in html
    assert "on trial" in html
    assert f"/committees/cases/{row.item.flags.get().case.public_id}/" in html
    assert "What was chosen" in html
    assert "Where it stands in version" in html
    assert row.content.explanation in html
    assert "Tally 1" in html


def test_the_list_says_in_a_line_for_whom_an_item_is_harder_and_that_panels_look_at_it(bank):
    taken(bank, 230, unfair=True)
    html = get(pages(bank)[0])
    first, second = html.split("<tbody>")[1].split("<tr>")[1:3]
    assert "<strong>large</strong>, harder for" in first
    assert "on trial: few answers" in first
    case = newest(bank.quiz).row(bank.items[0].public_id).flags[0].case_url
    assert f'href="{case}"' in first
    assert "too small, or too uncertain, to speak of</p>" in second


def test_viewpoints_stand_in_equal_columns(bank):
    taken(bank, 60)
    html = get(pages(bank)[2])
    assert html.count('class="viewpoint"') == 2
    for one in newest(bank.quiz).knowledge:
        assert one.viewpoint.name in html
        assert f"of {one.answers} answers were right" in html


def test_erased_words_stand_nowhere(bank):
    taken(bank, 60)
    item = bank.items[0]
    stem = item.content["stem"]
    slug = bank.debate.slug
    assert stem in get(addresses.item_figures(slug, item.public_id))
    erase(Act("steward", bank.at, Door.COMMAND), item.document, ground="law")
    for path in pages(bank):
        html = get(path)
        assert stem not in html
        assert item.content["explanation"] not in html


def test_what_is_not_there_is_not_found(bank):
    taken(bank, 12)
    slug = bank.debate.slug
    assert Client().get(addresses.item_figures(slug, "0000000000000")).status_code == 404
    bank.quiz.released_at = None
    bank.quiz.save()
    assert Client().get(addresses.figures(slug)).status_code == 404


def test_it_takes_as_many_queries_whatever_was_counted(bank, django_assert_num_queries):
    taken(bank, 12)
    with django_assert_num_queries(5):
        newest(bank.quiz)
    taken(bank, 60, days=2)
    with django_assert_num_queries(5):
        newest(bank.quiz)
