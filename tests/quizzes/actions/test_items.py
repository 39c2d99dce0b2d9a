"""A draft is its writer's own until it goes to panels; then its words and its key are in the record."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from college.committees.actions.stewards import vote_as_steward
from college.committees.models import Case
from college.committees.rules.areas import Procedure
from college.committees.rules.tally import Choice
from college.ground.refusals import Refusal
from college.quizzes.actions.items import make_draft, remove_draft, save_draft, submit, word_anew
from college.quizzes.due import due
from college.quizzes.models import Item, Quiz
from college.quizzes.rules.content import Content, from_plain
from college.quizzes.rules.life import ItemKind, ItemState
from college.record.models import Entry
from college.summaries.rules.life import VersionState
from tests.debates.actions.said import told
from tests.factories.colleges import make_college
from tests.factories.people import act_by, make_member, make_steward
from tests.factories.quizzes import Bank, make_content, make_item, make_quiz
from tests.factories.readings import make_shelf, make_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def bank() -> Bank:
    make_college()
    return make_quiz()


@pytest.fixture
def writer(bank: Bank):
    return make_member()


def refused(code: str):
    return pytest.raises(Refusal, check=lambda refusal: refusal.code == code)


def content(bank: Bank, side: int = 0, *, number: int = 0, kind=ItemKind.WHO) -> Content:
    return make_content(bank.version, kind, bank.viewpoints[side], number=number)


def drafted(bank: Bank, writer, side: int = 0, **which: int) -> Item:
    return make_draft(act_by(writer, bank.at), bank.debate, content(bank, side, **which))


def submitted(bank: Bank, writer, side: int = 0, **which: int) -> Item:
    return submit(act_by(writer, bank.at), drafted(bank, writer, side, **which))


def test_a_draft_is_told_to_nobody_and_its_quiz_is_made_with_it():
    make_college()
    shelf = make_shelf()
    make_version(shelf)
    member = make_member()
    words = make_content(shelf.versions[0], ItemKind.WHO, shelf.stand.viewpoints[0])
    before = set(Entry.objects.values_list("pk", flat=True))
    item = make_draft(act_by(member, shelf.stand.at), shelf.stand.debate, words)
    assert item.quiz == Quiz.objects.get()
    assert item.state == ItemState.DRAFT
    told_of = Entry.objects.exclude(pk__in=before)
    assert [entry.kind for entry in told_of] == ["quizzes.quiz.made"]
    assert member.public_id not in bytes(told_of[0].body).decode()


def test_texts_are_kept_on_one_line(bank, writer):
    rough = replace(content(bank), stem="  Who\n said \u202e it?  ")
    item = make_draft(act_by(writer, bank.at), bank.debate, rough)
    assert item.content["stem"] == "Who said it?"


def test_without_a_certified_version_there_is_nothing_to_ask_about():
    make_college()
    shelf = make_shelf()
    make_version(shelf, state=VersionState.CANDIDATE)
    words = make_content(shelf.versions[0], ItemKind.WHO, shelf.stand.viewpoints[0])
    with refused("quizzes.permission.may-not"):
        make_draft(act_by(make_member(), shelf.stand.at), shelf.stand.debate, words)


def test_a_member_has_so_many_waiting_and_no_more(bank, writer):
    for number in range(20):
        make_item(
            bank.quiz, viewpoint=bank.viewpoints[number % 2], state=ItemState.DRAFT, by=writer
        )
    with refused("quizzes.item.too-many-waiting"):
        drafted(bank, writer)


def test_what_another_page_saved_is_not_overwritten(bank, writer):
    item = drafted(bank, writer)
    act = act_by(writer, bank.at)
    saved = save_draft(act, item, content(bank, 1), edition=1)
    assert (saved.edition, saved.viewpoint) == (2, bank.viewpoints[1])
    with refused("quizzes.item.stale"):
        save_draft(act, item, content(bank, 0), edition=1)
    assert Item.objects.get().viewpoint == bank.viewpoints[1]


def test_nobody_else_saves_or_sends_or_removes_a_draft(bank, writer):
    item, other = drafted(bank, writer), act_by(make_member(), bank.at)
    with refused("quizzes.permission.may-not"):
        save_draft(other, item, content(bank), edition=1)
    with refused("quizzes.permission.may-not"):
        submit(other, item)
    with refused("quizzes.permission.may-not"):
        remove_draft(other, item)


def test_panels_read_the_item_with_its_key_and_the_record_has_both(bank, writer):
    item = submitted(bank, writer)
    case = Case.objects.get(procedure=Procedure.KEY)
    assert case.rule == "key-stands"
    assert case.viewpoints == sorted(v.public_id for v in bank.viewpoints)
    shown = case.shown.get().text.words
    asked = from_plain(item.content)
    assert asked.stem in shown
    assert f"“{asked.sources[0].exact}”" in shown
    assert f"✓ {asked.options[0].words}" in shown
    (party,) = case.parties.all()
    assert party.member_id == writer.pk
    (entry,) = Entry.objects.filter(kind="quizzes.item.asked")
    assert told(entry) == {
        "item": item.public_id,
        "quiz": bank.quiz.public_id,
        "version": bank.version.public_id,
        "viewpoint": bank.viewpoints[0].public_id,
        "document": item.document_id,
        "case": case.public_id,
    }
    document = json.loads(item.document.words)
    assert document["key"] == [0]
    assert from_plain(document) == asked


def test_an_item_is_put_to_panels_once(bank, writer):
    item = submitted(bank, writer)
    with refused("quizzes.permission.may-not"):
        submit(act_by(writer, bank.at), item)


def test_no_viewpoint_gets_two_items_ahead(bank, writer):
    submitted(bank, writer, 0)
    with refused("quizzes.item.unbalanced"):
        submitted(bank, writer, 0, number=1)
    submitted(bank, writer, 1)
    assert submitted(bank, writer, 0, number=1).state == ItemState.ASKED


def test_what_cannot_be_is_not_put_to_panels(bank, writer):
    rough = replace(content(bank), key=())
    item = make_draft(act_by(writer, bank.at), bank.debate, rough)
    with refused("quizzes.item.no-key"):
        submit(act_by(writer, bank.at), item)
    assert not Case.objects.filter(procedure=Procedure.KEY).exists()


def test_words_of_an_older_version_go_to_no_panel(bank, writer):
    item = drafted(bank, writer)
    make_version(bank.shelf)
    with refused("quizzes.item.source-gone"):
        submit(act_by(writer, bank.at), item)


def test_a_removed_draft_is_gone(bank, writer):
    item = drafted(bank, writer)
    remove_draft(act_by(writer, bank.at), item)
    assert not Item.objects.exists()
    with refused("quizzes.item.removed"):
        save_draft(act_by(writer, bank.at), item, content(bank), edition=1)


@pytest.mark.parametrize("state", [ItemState.DROPPED, ItemState.STALE, ItemState.RETIRED])
def test_what_is_over_is_worded_anew_by_anybody(bank, writer, state):
    over = make_item(bank.quiz, viewpoint=bank.viewpoints[0], state=state)
    anew = word_anew(act_by(writer, bank.at), over)
    assert (anew.after, anew.state, anew.by) == (over, ItemState.DRAFT, writer)
    assert anew.content == over.content


def test_what_panels_dropped_goes_to_none_as_it_was(bank, writer):
    stewards = [make_steward(), make_steward()]
    over, later = submitted(bank, writer), bank.at + timedelta(days=40)
    for one in stewards:
        vote_as_steward(
            act_by(one, later), over.case, choice=Choice.KEEP, ground="", reason="Two are right."
        )
    due(later)
    anew = word_anew(act_by(writer, later), over)
    with refused("quizzes.item.dropped-before"):
        submit(act_by(writer, later), anew)
    said = replace(content(bank), explanation="Its own section says so, and no other.")
    anew = save_draft(act_by(writer, later), anew, said, edition=anew.edition)
    assert submit(act_by(writer, later), anew).state == ItemState.ASKED


def test_of_words_that_changed_no_source_is_left_in_a_new_draft(bank, writer):
    over = make_item(bank.quiz, viewpoint=bank.viewpoints[0], state=ItemState.STALE)
    make_version(bank.shelf)
    anew = word_anew(act_by(writer, bank.at), over)
    assert anew.content["sources"] == []
    assert anew.content["stem"] == over.content["stem"]


def test_what_is_in_the_quiz_is_not_worded_anew(bank, writer):
    live = make_item(bank.quiz, viewpoint=bank.viewpoints[0])
    with refused("quizzes.item.still-stands"):
        word_anew(act_by(writer, bank.at), live)
