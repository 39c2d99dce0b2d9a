"""Drafts of items edited on their page, without script: nothing typed is lost, nothing hostile breaks it."""

import pytest

from college.quizzes.models import Item
from college.quizzes.rules.content import from_plain
from college.quizzes.rules.life import ItemKind
from college.quizzes.rules.shapes import tidied
from tests.factories.readings import make_version
from tests.web.quizzes.item_desk import desk, draft, fields, html

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", ItemKind)
def test_an_empty_draft_of_every_kind_is_begun_and_saved_as_it_stands(bank, browser, kind):
    begun = browser.post(f"{desk(bank)}begin/", {"kind": kind.value})
    item = Item.objects.get()
    before = item.content
    saved = browser.post(begun["Location"], fields(html(browser.get(begun["Location"]))))
    assert saved.status_code == 302
    item.refresh_from_db()
    assert item.content == before
    assert "Not yet" in html(browser.get(f"{begun['Location']}send/"))


@pytest.mark.parametrize("kind", ItemKind)
def test_a_whole_draft_of_every_kind_is_saved_as_it_stands(bank, writer, browser, kind):
    side = None if kind is ItemKind.MATCH else bank.viewpoints[1]
    item = draft(bank, writer, kind=kind, viewpoint=side)
    there = f"{desk(bank)}{item.public_id}/"
    assert browser.post(there, fields(html(browser.get(there)))).status_code == 302
    saved = Item.objects.get()
    assert saved.edition == 2
    assert saved.content == tidied(from_plain(item.content)).plain()


def test_one_more_answer_keeps_everything_typed(bank, writer, browser):
    item = draft(bank, writer, kind=ItemKind.EVIDENCE)
    there = f"{desk(bank)}{item.public_id}/"
    typed = {**fields(html(browser.get(there))), "option-1": "Typed just now", "more": "options"}
    page = html(browser.post(there, typed))
    assert 'value="Typed just now"' in page
    assert 'name="option-3"' in page
    assert fields(page)["edition"] == "2"
    more = html(browser.post(there, {**fields(page), "option-3": "A fourth", "more": "sources"}))
    assert 'name="source-1"' in more
    assert [o["words"] for o in Item.objects.get().content["options"]][3] == "A fourth"


def test_an_emptied_answer_is_taken_out_and_the_key_follows(bank, writer, browser):
    item = draft(bank, writer, kind=ItemKind.EVIDENCE)
    there = f"{desk(bank)}{item.public_id}/"
    browser.post(there, {**fields(html(browser.get(there))), "option-0": " ", "right": ["1", "2"]})
    content = Item.objects.get().content
    assert (len(content["options"]), content["key"]) == (2, [0, 1])


def test_words_within_a_sentence_are_quoted_with_what_stands_around_them(bank, writer, browser):
    item = draft(bank, writer)
    there = f"{desk(bank)}{item.public_id}/"
    browser.post(there, {**fields(html(browser.get(there))), "exact-0": "in plain  words"})
    (source,) = Item.objects.get().content["sources"]
    assert source["exact"] == "in plain words"
    assert source["prefix"].endswith("says ")
    assert source["suffix"].startswith(" what")


def test_a_stale_page_overwrites_nothing_and_keeps_what_was_typed(bank, writer, browser):
    item = draft(bank, writer)
    there = f"{desk(bank)}{item.public_id}/"
    old = fields(html(browser.get(there)))
    browser.post(there, {**old, "stem": "Saved on another page?"})
    page = browser.post(there, {**old, "stem": "Typed on the old page?"})
    words = page.content.decode()
    assert page.status_code == 409
    assert "Typed on the old page?" in words
    assert "Saved on another page?" in words
    assert Item.objects.get().content["stem"] == "Saved on another page?"
    browser.post(there, fields(words))
    assert Item.objects.get().content["stem"] == "Typed on the old page?"


def test_what_is_far_too_long_is_refused_and_kept_on_the_page(bank, writer, browser):
    item = draft(bank, writer)
    there = f"{desk(bank)}{item.public_id}/"
    page = browser.post(there, {**fields(html(browser.get(there))), "stem": "long " * 500})
    assert page.status_code == 422
    assert "long long" in page.content.decode()


@pytest.mark.parametrize(
    "hostile",
    [
        {"kind": "no-such"},
        {"viewpoint": "nobody"},
        {"option-of-0": "x" * 500},
        {"right": ["99", "-1", "٣", "1" * 40]},
        {"match-0": "x"},
        {"source-0": "\x00' OR 1=1"},
        {"edition": "9" * 30},
        {"edition": "²"},
        {"value": "NaN", "tolerance": "1e99"},
        {"stem": "<script>alert(1)</script>\u202e"},
    ],
)
def test_whatever_is_sent_breaks_nothing(bank, writer, browser, hostile):
    item = draft(bank, writer)
    there = f"{desk(bank)}{item.public_id}/"
    page = browser.post(there, {**fields(html(browser.get(there))), **hostile})
    assert page.status_code in {302, 409, 422}
    assert "<script>alert" not in html(browser.get(there))
    assert browser.get(f"{there}send/").status_code == 200


def test_a_draft_of_words_that_changed_says_so(bank, writer, browser):
    item = draft(bank, writer)
    make_version(bank.shelf)
    assert "not in the newest version any more" in html(
        browser.get(f"{desk(bank)}{item.public_id}/")
    )


@pytest.mark.parametrize("name", ["viewpoint", "option-of-0", "source-0"])
def test_no_field_of_a_draft_takes_a_nul(bank, writer, browser, name):
    item = draft(bank, writer)
    here = f"{desk(bank)}{item.public_id}/"
    given = fields(html(browser.get(here)))
    sent = browser.post(here, {**given, name: f"\0{given[name]}"})
    assert sent.status_code == 302
    item.refresh_from_db()
    assert r"\x00" not in str(item.content)


def test_an_edition_that_no_page_has_is_another_page_s(bank, writer, browser):
    item = draft(bank, writer)
    here = f"{desk(bank)}{item.public_id}/"
    given = fields(html(browser.get(here)))
    assert browser.post(here, {**given, "edition": "9" * 5000}).status_code == 409
