"""Who said what is kept: exact words are signed wherever they are shown."""

import pytest

from college.debates.actions.claims import add_claim
from college.debates.actions.positions import mark_position
from college.debates.actions.remarks import withdraw_remark
from college.debates.models import Remark
from college.debates.queries.quotations import of_contributions
from college.debates.rules.links import Span
from tests.debates.actions.said import make_room
from tests.factories.briefs import make_brief, make_remark

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(college):
    return make_room()


@pytest.fixture
def brief(room):
    return make_brief(room.stand, make_remark("r1"), make_remark("r2", pseudonym=""))


def quoting(room, source, words="It is so."):
    span = Span(source.public_id, 0, 10)
    act = room.act(room.one)
    return add_claim(act, room.debate, form="factual", text=words, quotes=[span])


def pages(client, room, claim):
    here = f"/debates/{room.debate.slug}/"
    return [
        client.get(address).content.decode()
        for address in (here, f"{here}c/{claim.public_id}/", f"{here}from/10000000/")
    ]


def test_comment_is_signed_with_its_name_and_day_and_leads_to_its_place(client, room, brief):
    remark = brief.remarks.get(key="r1")
    for page in pages(client, room, quoting(room, remark)):
        signature = page.split("&mdash; ")[1].split("</a>")[0]
        assert f'href="/debates/{room.debate.slug}/remarks/{remark.public_id}/"' in signature
        assert "Heron" in signature
        assert "comment" in signature
        assert "1 March 2026" in signature


def test_unnamed_comment_says_so(client, room, brief):
    page = pages(client, room, quoting(room, brief.remarks.get(key="r2")))[1]
    assert "unnamed, comment" in page


def test_comment_that_a_member_claimed_is_signed_with_the_member(room, brief):
    remark = brief.remarks.get(key="r1")
    Remark.objects.filter(pk=remark.pk).update(claimed_by=room.two)
    claim = quoting(room, remark)
    assert of_contributions([claim.pk])[claim.pk][0].name == room.two.public_name


def test_passage_is_signed_with_title_and_author(client, room, brief):
    passage = brief.passages.first()
    page = pages(client, room, quoting(room, passage))[1]
    signature = page.split("&mdash; ")[1].split("</a>")[0]
    assert f"/passages/{passage.public_id}/" in signature
    assert "The ferry we cannot afford to lose" in signature
    assert "Ines Waterhouse" in signature


def test_withdrawn_comment_leaves_a_tombstone_and_no_name(client, room, brief):
    remark = brief.remarks.get(key="r1")
    claim = quoting(room, remark)
    words = remark.text.words[:10]
    Remark.objects.filter(pk=remark.pk).update(claimed_by=room.two)
    withdraw_remark(room.act(room.two), Remark.objects.get(pk=remark.pk))
    for page in pages(client, room, claim):
        assert words not in page
        assert "Heron" not in page
        assert "The author has withdrawn these words." in page


def test_form_shows_whose_words_it_carries(signed_in, room, brief):
    remark = brief.remarks.get(key="r1")
    claim = room.claim(room.two)
    quote = f"?quote={remark.public_id},0,10"
    for address in (
        f"/debates/{room.debate.slug}/c/{claim.public_id}/ask/{quote}",
        f"/debates/{room.debate.slug}/quote/{remark.public_id}/{quote}",
    ):
        page = signed_in(room.one).get(address).content.decode()
        signature = page.split("&mdash; ")[1].split("</a>")[0]
        assert "Heron" in signature
        assert "The ferry we cannot afford to lose" not in signature


def test_quotations_are_one_query_however_many(room, brief, django_assert_num_queries):
    sources = [*brief.remarks.all(), *brief.passages.all()]
    claims = [quoting(room, source, f"It is so {n}.") for n, source in enumerate(sources)]
    with django_assert_num_queries(1):
        found = of_contributions([claim.pk for claim in claims])
    assert len(found) == len(claims)


def test_position_is_signed(client, room, brief):
    remark = brief.remarks.get(key="r1")
    exact = remark.text.words[:10]
    mark_position(room.act(room.one), brief, exact=exact, label="The ferry stays")
    page = client.get(f"/debates/{room.debate.slug}/positions/").content.decode()
    assert "Heron" in page.split("&mdash; ")[1].split("</a>")[0]
