"""Law 1: no field, order or page ranks viewpoints, people or positions."""

import re

import pytest
from django.apps import apps
from django.db.models import DecimalField, FloatField, IntegerField, Model
from django.test import Client

from college.debates.actions.holdings import hold
from college.debates.queries import questions, viewpoints
from college.debates.rules.stages import Stage
from college.people.models import Member
from tests.factories.colleges import make_college
from tests.factories.debates import add_holder, make_debate
from tests.house.reading import SRC

#: Words of rankings. A column, field or sort key named so would have to justify itself here.
_RANKING = re.compile(
    r"(?:^|_)(?:rank|ranking|score|karma|votes?|upvotes?|downvotes?|likes?|popularity|rating|ratings"
    r"|winner|winning|weight|strength|quality|reputation|trust|points|best|top|trending|hot"
    r"|holders_count|supporters?|popular)(?:$|_)"
)
#: ``Link.POINTS_TO`` and such say where an answer points; ``places.top`` is the top of a reading order.
#: ``steward_votes`` are the open votes of two stewards on one case.
_HARMLESS = {"points_to", "steward_votes", "stewardvote"}
#: How alike the words are on which a comment stands in two versions: of places, not of comments.
_OF_PLACES = {"Anchor.score"}
#: DESIGN §2: the one exception. Unpublished, shown to the member and to the panel that decides.
_CHARTS = {"Chart.height", "Chart.ballots", "Chart.deviations"}
#: Numbers in rows that name a member, which are no figure about the member: a term's number, a count of
#: missed lodgings that ends a part in seeds, days of a suspension, places in an order, lengths of texts.
_NO_FIGURES = {
    *("Absence.until", "Contributor.missed", "Draft.side", "Debate.version", "Invitation.used"),
    "Sanction.days",
    *("Brief.announced_remarks", "Remark.order", "Remark.depth", "Position.start", "Position.end"),
    *("Contribution.words", "Contribution.head", "Revision.number", "Revision.words"),
    *("QuestionWording.number", "ViewpointWording.number", "ViewpointWording.words"),
    *("Comment.words", "DraftLink.order", "DraftWording.base", "DraftWording.number"),
    *("Editor.side", "SectionSignature.round", "SectionSignature.side", "Item.edition"),
}
_ROOMS = ("record", "people", "committees", "administration", "debates", "summaries", "quizzes")
_ORDERS = re.compile(r"""order_by\(([^)]*)\)""")


def _fields() -> list[str]:
    return [
        f"{model.__name__}.{field.name}"
        for model in _models()
        for field in model._meta.get_fields()
    ]


def _models() -> list[type[Model]]:
    return [m for room in _ROOMS for m in apps.get_app_config(room).get_models()]


def test_law_1_no_winner_no_stored_field_ranks():
    ranking = [name for name in _fields() if _RANKING.search(name.split(".")[1].lower())]
    harmful = {name for name in ranking if name.split(".")[1] not in _HARMLESS}
    assert harmful == _OF_PLACES


def test_law_1_no_winner_charts_are_the_one_working_figure_about_members():
    naming = [
        model
        for model in _models()
        if any(field.related_model is Member for field in model._meta.fields)
    ]
    numbers = {
        f"{model.__name__}.{field.name}"
        for model in naming
        for field in model._meta.fields
        if isinstance(field, IntegerField | FloatField | DecimalField) and not field.primary_key
    }
    assert numbers - _NO_FIGURES == _CHARTS


def test_law_1_no_winner_no_model_is_ordered_by_anything_but_its_place():
    orders = {
        key.lstrip("-")
        for model in apps.get_models()
        if model.__module__.startswith("college.")
        for key in model._meta.ordering
    }
    assert orders <= {"order"}


def test_law_1_no_winner_no_query_orders_by_a_figure_about_texts_or_people():
    """Aggregates may be counted for budgets; nothing is sorted by them."""
    found = []
    for room in ("committees", "debates", "summaries", "quizzes", "people", "web"):
        for path in (SRC / "college" / room).rglob("*.py"):
            for keys in _ORDERS.findall(path.read_text("utf-8")):
                for key in re.findall(r"""["']-?([a-z_]+)["']""", keys):
                    if re.search(r"count|(?:^|_)sum(?:$|_)|total|words$|votes|score|popular", key):
                        found.append(f"{path.name}: {key}")
    assert found == []


@pytest.mark.django_db
def test_law_1_no_winner_order_of_viewpoints_does_not_change_with_their_holders():
    make_college()
    stand = make_debate(Stage.OPEN, viewpoints=4)
    before = [one.viewpoint.pk for one in viewpoints.shown(stand.debate)]
    last = stand.viewpoints[[v.pk for v in stand.viewpoints].index(before[-1])]
    for _ in range(5):
        add_holder(stand, last)
    hold(stand.act(stand.holders[0]), stand.debate, viewpoint=None)
    assert [one.viewpoint.pk for one in viewpoints.shown(stand.debate)] == before


@pytest.mark.django_db
def test_law_1_no_winner_lists_of_debates_are_in_order_of_time():
    make_college()
    first = make_debate(Stage.OPEN, wording="Should the library open on Sundays?")
    second = make_debate(Stage.OPEN, wording="Should the market be roofed over?")
    for _ in range(3):
        add_holder(first, first.viewpoints[0])
    listed = [row.debate_id for row in questions.in_stages(Stage.OPEN, limit=9)]
    assert listed == [second.debate.pk, first.debate.pk]


@pytest.mark.django_db
@pytest.mark.urls("college.web.debates.urls")
def test_law_1_no_winner_page_of_a_debate_is_the_same_however_many_hold_a_viewpoint():
    make_college()
    stand = make_debate(Stage.OPEN)
    path = f"/debates/{stand.debate.slug}/"
    before = Client().get(path).content
    for _ in range(3):
        add_holder(stand, stand.viewpoints[0])
    assert Client().get(path).content == before
