"""Queries of the frame say how many they are, whether there is one thing or three."""

import pytest
from django.test import Client

from college.debates.actions.drafts import add_draft
from college.debates.actions.questions import add_turn
from college.debates.queries import drafts, objections, questions, viewpoints
from college.debates.rules.stages import Stage
from tests.factories.colleges import make_college
from tests.factories.debates import add_delegate, make_debate
from tests.factories.people import act_by, make_member

pytestmark = pytest.mark.django_db
WORDINGS = [
    f"Should {thing} be rebuilt?" for thing in ("the market hall", "the harbour", "the mill")
]
REASON = "What is built there decides how many people cross."


@pytest.fixture(autouse=True)
def charter():
    return make_college()


@pytest.mark.parametrize("count", [1, 3])
def test_viewpoints_shown_are_two_queries(django_assert_num_queries, count):
    stand = make_debate(Stage.FRAMING, viewpoints=count)
    for viewpoint in stand.viewpoints:
        add_delegate(stand, viewpoint)
    stand.wait(days=7)
    with django_assert_num_queries(2):
        found = viewpoints.shown(stand.debate)
        assert all(one.delegate.member.public_name and one.wording.name.words for one in found)
    assert len(found) == count


@pytest.mark.parametrize("count", [1, 3])
def test_list_of_debates_is_one_query(django_assert_num_queries, count):
    for wording in WORDINGS[:count]:
        make_debate(Stage.PROPOSED, wording=wording)
    with django_assert_num_queries(1):
        rows = questions.page()
        assert all(row.text.words and row.debate.proposed_by.public_name for row in rows)
    assert len(rows) == count


@pytest.mark.parametrize("count", [1, 3])
def test_turns_are_two_queries(django_assert_num_queries, count):
    stand = make_debate(Stage.PROPOSED)
    for wording in WORDINGS[:count]:
        on = make_debate(Stage.REGISTERED, wording=wording).debate
        add_turn(act_by(make_member()), stand.debate, on=on, reason=REASON)
    with django_assert_num_queries(2):
        lines = questions.turns_on(stand.debate)
        assert all(line.wording.text.words and line.turn.reason.rendered for line in lines)
    assert [line.wording.text.words for line in lines] == WORDINGS[:count]


def test_drafts_are_two_queries(django_assert_num_queries):
    stand = make_debate(Stage.FRAMING)
    for holder in stand.holders:
        names = ["By ferry", "By bridge", "Not at all"]
        add_draft(stand.act(holder), stand.debate, wording=WORDINGS[0], viewpoints_listed=names)
    with django_assert_num_queries(2):
        found = drafts.readable(stand.debate, None)
        assert [row.text.words for row in found[0].viewpoints.all()] == names


def test_objections_are_one_query(django_assert_num_queries):
    stand = make_debate(Stage.PROPOSED)
    with django_assert_num_queries(1):
        assert list(objections.about(stand.debate)) == []


@pytest.mark.parametrize("count", [2, 3])
def test_page_of_a_debate_makes_as_many_queries_for_three_viewpoints_as_for_two(
    django_assert_max_num_queries, count
):
    stand = make_debate(Stage.OPEN, viewpoints=count)
    with django_assert_max_num_queries(21):
        assert Client().get(f"/debates/{stand.debate.slug}/").status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_front_page_makes_five_queries(django_assert_num_queries, count):
    for wording in WORDINGS[:count]:
        make_debate(Stage.PROPOSED, wording=wording)
    # One of them asks how far the record is, for the cache of public pages.
    with django_assert_num_queries(5):
        assert Client().get("/").status_code == 200


def test_pages_of_the_list_lead_on_without_gap_or_overlap(monkeypatch):
    monkeypatch.setattr(questions, "PAGE", 2)
    for wording in WORDINGS:
        make_debate(Stage.PROPOSED, wording=wording)
    first = questions.page()
    assert len(first) == 3
    second = questions.page(before=first[1].debate)
    assert [row.text.words for row in (*first[:2], *second)] == WORDINGS[::-1]


def test_list_leads_on_to_older_debates_from_every_page(monkeypatch):
    monkeypatch.setattr(questions, "PAGE", 1)
    for wording in WORDINGS:
        make_debate(Stage.PROPOSED, wording=wording)
    path, seen = "/debates/", []
    while path:
        page = Client().get(path)
        seen += [row.text.words for row in page.context["debates"]]
        path = page.context.get("older_url", "")
    assert seen == WORDINGS[::-1]
