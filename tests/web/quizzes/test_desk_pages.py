"""The item desk by page alone: suggestions taken, drafts sent and thrown away, questions of files."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from college.committees.models import Case
from college.committees.rules.areas import Procedure
from college.quizzes.models import Item
from college.quizzes.rules.life import ItemKind, ItemState
from tests.factories.colleges import make_college
from tests.factories.people import make_member
from tests.factories.quizzes import make_content, make_item, make_quiz
from tests.web.quizzes.item_desk import desk, draft, fields, html

pytestmark = pytest.mark.django_db


def test_readers_are_sent_to_sign_in(bank, client):
    page = client.get(desk(bank))
    assert page.status_code == 302
    assert page["Location"].startswith("/accounts/login/")


def test_without_a_certified_version_nobody_writes(signed_in):
    make_college()
    bank = make_quiz()
    bank.shelf.versions[0].__class__.objects.update(state="candidate")
    page = signed_in(make_member()).get(desk(bank))
    assert page.status_code == 403
    assert "once a version of the debate" in page.content.decode()


def test_a_suggestion_becomes_a_draft_with_one_button_and_is_not_suggested_again(bank, browser):
    page = html(browser.get(desk(bank)))
    key = re.search(r'name="key" value="(who\.[^"]+)"', page)[1]
    taken = browser.post(f"{desk(bank)}take/", {"key": key})
    item = Item.objects.get()
    assert taken["Location"] == f"{desk(bank)}{item.public_id}/"
    assert item.content["sources"][0]["statement"] == key.removeprefix("who.")
    assert f'value="{key}"' not in html(browser.get(desk(bank)))
    again = browser.post(f"{desk(bank)}take/", {"key": key}, follow=True)
    assert "taken already" in again.content.decode()
    assert Item.objects.count() == 1


def test_a_suggestion_goes_to_panels_without_a_word_changed(bank, browser):
    page = html(browser.get(desk(bank)))
    key = re.search(r'name="key" value="(who\.[^"]+)"', page)[1]
    browser.post(f"{desk(bank)}take/", {"key": key})
    item = Item.objects.get()
    there = f"{desk(bank)}{item.public_id}/"
    sent = {**fields(html(browser.get(there))), "then": "send"}
    assert browser.post(there, sent)["Location"] == f"{there}send/"
    last = html(browser.get(f"{there}send/"))
    edition = re.search(r'name="edition" value="(\d+)"', last)[1]
    assert browser.post(f"{there}send/", {"edition": edition}).status_code == 302
    item.refresh_from_db()
    assert item.state == ItemState.ASKED
    assert Case.objects.filter(procedure=Procedure.KEY).count() == 1
    assert "Before panels" in html(browser.get(desk(bank)))
    assert "Every act on this item" in html(browser.get(there))


def test_others_drafts_are_nowhere(bank, signed_in):
    item = draft(bank, make_member())
    other = signed_in(make_member())
    assert item.content["stem"] not in html(other.get(desk(bank)))
    for path in ("", "send/"):
        assert other.get(f"{desk(bank)}{item.public_id}/{path}").status_code == 404
    assert other.post(f"{desk(bank)}{item.public_id}/remove/").status_code == 404
    assert Item.objects.count() == 1


def test_what_is_in_the_way_stands_before_sending(bank, writer, browser):
    make_item(bank.quiz, viewpoint=bank.viewpoints[0])
    item = draft(bank, writer, number=1)
    page = html(browser.get(f"{desk(bank)}{item.public_id}/send/"))
    assert "balanced by viewpoint" in page
    assert 'name="edition"' not in page
    sent = browser.post(f"{desk(bank)}{item.public_id}/send/", {"edition": "1"})
    assert sent.status_code == 422


def test_all_that_is_in_the_way_stands_there_at_once(bank, writer, browser):
    item = draft(bank, writer)
    there = f"{desk(bank)}{item.public_id}/"
    bare = {"explanation": "", "source-0": "", "exact-0": ""}
    assert browser.post(there, {**fields(html(browser.get(there))), **bare}).status_code == 302
    page = html(browser.get(f"{there}send/"))
    assert "Add an explanation" in page
    assert "Choose the sentence of the summary" in page


def test_a_page_of_an_older_edition_sends_nothing(bank, writer, browser):
    item = draft(bank, writer)
    page = browser.post(f"{desk(bank)}{item.public_id}/send/", {"edition": "0"})
    assert page.status_code == 409
    assert Item.objects.get().state == ItemState.DRAFT


def test_dropped_items_stand_with_the_reason_and_are_worded_anew(bank, browser):
    over = make_item(bank.quiz, viewpoint=bank.viewpoints[0], state=ItemState.DROPPED)
    page = html(browser.get(desk(bank)))
    assert "Two of its answers are right." in page
    assert "Word it anew" in html(browser.get(f"{desk(bank)}{over.public_id}/"))
    begun = browser.post(f"{desk(bank)}{over.public_id}/anew/")
    assert "Two of its answers are right." in html(browser.get(begun["Location"]))


def test_the_desk_shows_the_balance_and_warns(bank, writer, browser):
    for number in range(4):
        make_item(
            bank.quiz,
            kind=ItemKind.EVIDENCE,
            viewpoint=bank.viewpoints[number % 2],
            number=number // 2,
        )
    page = html(browser.get(desk(bank)))
    assert page.count("<td>2</td>") == 2
    assert "right answer is the longest one" in page


def test_a_draft_is_thrown_away(bank, writer, browser):
    item = draft(bank, writer)
    assert browser.post(f"{desk(bank)}{item.public_id}/remove/").status_code == 302
    assert not Item.objects.exists()


def test_one_item_and_ten_ask_the_database_as_often(
    bank, writer, browser, django_assert_max_num_queries
):
    draft(bank, writer)
    make_item(bank.quiz, viewpoint=bank.viewpoints[0])
    browser.get(desk(bank))
    with django_assert_max_num_queries(25) as asked:
        browser.get(desk(bank))
    one = len(asked)
    for number in range(5):
        draft(bank, writer, number=number)
        make_item(bank.quiz, viewpoint=bank.viewpoints[0], state=ItemState.DROPPED)
    with django_assert_max_num_queries(one):
        browser.get(desk(bank))


GIFT = b"""// a comment
::one::Who argued it? {=Us ~Them ~Nobody}

::two::Tell us about it. {}

::three::True it is. {T}
"""


def test_questions_of_a_file_become_drafts_and_what_cannot_is_listed(bank, browser):
    page = html(
        browser.post(f"{desk(bank)}import/", {"file": SimpleUploadedFile("own.gift", GIFT)})
    )
    assert Item.objects.filter(state=ItemState.DRAFT).count() == 2
    assert "Left out, and why" in page
    assert "two" in page
    assert "No sentence of the summary is chosen yet." in html(browser.get(desk(bank)))


def test_a_file_of_more_questions_than_may_wait_leaves_the_rest_out(bank, browser):
    many = b"\n\n".join(b"::q%d::Is it so, %d? {=Yes ~No}" % (n, n) for n in range(25))
    page = html(browser.post(f"{desk(bank)}import/", {"file": SimpleUploadedFile("m.gift", many)}))
    assert Item.objects.count() == 20
    assert page.count("You have 20 items waiting") == 5


@pytest.mark.parametrize("content", [b"\x00\x01\x02", b"<quiz><question", b"nothing here"])
def test_of_a_file_that_is_none_nothing_is_made_and_the_page_says_so(bank, browser, content):
    page = browser.post(f"{desk(bank)}import/", {"file": SimpleUploadedFile("x.xml", content)})
    assert page.status_code in {200, 422}
    assert ("Left out, and why" in page.content.decode()) == (page.status_code == 200)
    assert not Item.objects.exists()


def test_an_item_of_another_debate_is_not_found_here(bank, browser, writer):
    other = make_quiz(wording="Should the town build a bridge over the river?")
    item = draft(bank, writer)
    assert browser.get(f"{desk(other)}{item.public_id}/").status_code == 404


def test_what_a_whole_item_says_is_seen_before_it_is_sent(bank, writer, browser):
    item = draft(bank, writer)
    content = make_content(bank.version, ItemKind.WHO, bank.viewpoints[0])
    page = html(browser.get(f"{desk(bank)}{item.public_id}/send/"))
    assert content.stem in page
    assert "✓ right" in page
    assert content.sources[0].exact in page


def test_drafts_are_found_from_the_members_own_desk_and_the_desk_from_the_summary(
    bank, writer, browser
):
    item = draft(bank, writer)
    assert f"{desk(bank)}{item.public_id}/" in html(browser.get("/desk/"))
    assert desk(bank) in html(browser.get(f"/debates/{bank.debate.slug}/summary/"))
