"""What readers and members see of an article and of what was said about it."""

import pytest

from college.debates.actions.positions import mark_position
from college.debates.rules.briefs import Rights
from tests.debates.web.standing import page_of, page_of_remark, sign_in
from tests.factories.briefs import ARTICLE, make_brief, make_remark

pytestmark = pytest.mark.django_db


def test_reader_sees_comments_and_no_passage_under_quotation_rights(client, stand, brief):
    body = client.get(page_of(stand, brief)).content.decode()
    assert brief.remarks.first().text.words in body
    assert ARTICLE[0] not in body
    assert body.count("not shown.") == 1
    assert f"{len(ARTICLE)} passages are not shown." in body
    assert "unnamed" in body


def test_quoted_passage_is_shown_to_everybody(client, stand, brief):
    mark_position(stand.act(stand.proposer), brief, exact="Close it in winter", label="Close it")
    body = client.get(page_of(stand, brief)).content.decode()
    assert ARTICLE[1] in body
    assert ARTICLE[0] not in body


def test_full_rights_show_the_article(client, stand):
    body = client.get(page_of(stand, make_brief(stand, rights=Rights.FULL))).content.decode()
    assert all(words in body for words in ARTICLE)


def test_member_sees_the_article_and_the_ways_to_quote(client, stand, brief):
    sign_in(client, stand.holders[0])
    body = client.get(page_of(stand, brief)).content.decode()
    passage = brief.passages.first()
    assert ARTICLE[0] in body
    assert f"/quote/{passage.public_id}/?quote={passage.public_id},0,{len(ARTICLE[0])}" in body
    assert body.count("Use these words") == len(ARTICLE) + brief.remarks.count()


def test_long_comment_sections_are_split_by_path(client, stand):
    brief = make_brief(stand, *(make_remark(f"k{n}") for n in range(101)))
    first, second = client.get(page_of(stand, brief)), client.get(f"{page_of(stand, brief)}page/2/")
    assert f'href="{page_of(stand, brief)}page/2/"' in first.content.decode()
    assert "since k100 was" in second.content.decode()
    assert client.get(f"{page_of(stand, brief)}page/3/").status_code == 404


def test_words_are_escaped(client, stand):
    nasty = make_remark("r1", pseudonym="<b>Heron</b>", words="<script>alert(1)</script> & more")
    brief = make_brief(stand, nasty)
    for path in (page_of(stand, brief), page_of_remark(stand, brief.remarks.get())):
        body = client.get(path).content.decode()
        assert "<script>alert" not in body
        assert "<b>Heron" not in body
