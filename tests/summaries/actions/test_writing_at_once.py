"""Two editors at the same moment: nothing that either typed is lost, and nothing is there twice."""

import pytest

from college.summaries.actions.drafting import add_statement, hand_in
from college.summaries.actions.editors import take_seat
from college.summaries.actions.settling import sign_section
from college.summaries.actions.wordings import reword
from college.summaries.models import DraftStatement, Editor, SettledSection, Version
from college.summaries.queries import drafts
from college.summaries.rules.life import SummaryState, Take
from college.summaries.rules.sections import Section, SectionKind
from tests.debates.actions.said import entries
from tests.factories.at_once import at_once
from tests.factories.colleges import make_college
from tests.factories.summaries import make_summary

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

DISPUTED = Section(SectionKind.DISPUTED)
BASE = "The ferry runs every day in winter, say those who want to keep it."


def test_reworded_at_once_keeps_every_word():
    make_college()
    desk = make_summary()
    row = desk.write(1, BASE)
    words = [f"A{BASE[3:]}", BASE.replace("want", "mean"), BASE.replace("every day", "seldom")]
    editors = [*desk.teams[1], desk.teams[1][0]]
    results = at_once(
        [
            lambda w=w, e=e: reword(desk.act(e), row, words=w, base=1).number
            for w, e in zip(words, editors, strict=True)
        ]
    )
    assert sorted(results) == [2, 3, 4], results
    (head,) = [
        line.words for part in drafts.board(desk.draft(1), now=desk.at).parts for line in part.lines
    ]
    assert head == "A ferry runs seldom in winter, say those who mean to keep it."


def test_same_words_at_once_clash_and_both_are_kept():
    make_college()
    desk = make_summary()
    row = desk.write(1, BASE)
    words = [BASE.replace("every day", "daily"), BASE.replace("every day", "seldom")]
    results = at_once(
        [
            lambda w=w, e=e: reword(desk.act(e), row, words=w, base=1).beside
            for w, e in zip(words, desk.teams[1], strict=True)
        ]
    )
    assert sorted(results) == [False, True], results
    assert {one.words for one in drafts.wordings(row)} == {BASE, *words}


def test_added_at_once_both_stand_in_an_order():
    make_college()
    desk = make_summary()
    draft = desk.draft(1)
    results = at_once(
        [
            lambda e=e, n=n: (
                add_statement(desk.act(e), draft, section=DISPUTED, words=f"Number {n}.").pk
            )
            for n, e in enumerate(desk.teams[1])
        ]
    )
    assert len(set(results)) == 2, results
    assert sorted(DraftStatement.objects.values_list("order", flat=True)) == [1, 2]


def test_form_sent_twice_at_once_arrives_once():
    make_college()
    desk = make_summary()
    draft, act = desk.draft(1), desk.act(desk.teams[1][0])
    given = {"section": DISPUTED, "words": "Once.", "token": "t"}
    results = at_once([lambda: add_statement(act, draft, **given).pk] * 3)
    assert len(set(results)) == 1, results


def test_handed_in_at_once_are_opened_once():
    make_college()
    desk = make_summary()
    for side in (1, 2):
        desk.write(side)
    found = [desk.draft(side) for side in (1, 2)]
    at_once(
        [lambda d=d, s=s: hand_in(desk.act(desk.teams[s][0]), d) for s, d in enumerate(found, 1)]
    )
    assert desk.summary.state == SummaryState.SETTLING
    assert len(entries("summaries.draft.opened")) == 2


def test_last_signatures_at_once_make_one_version():
    make_college()
    desk = make_summary(SummaryState.SETTLING)
    desk.sign(Take.FIRST, *[one for one in desk.sections if one != DISPUTED])
    summary = desk.summary
    results = at_once(
        [
            lambda t=t: (
                sign_section(desk.act(t[0]), summary, section=DISPUTED, take=Take.FIRST).side
            )
            for t in desk.teams.values()
        ]
    )
    assert sorted(results) == [1, 2], results
    assert Version.objects.count() == 1
    assert SettledSection.objects.count() == len(desk.sections)


def test_one_seat_of_a_viewpoint_taken_at_once_is_taken_by_one():
    make_college()
    desk = make_summary(seated=False)
    people = [desk.teams[1][0], desk.teams[2][0], desk.reader]
    results = at_once(
        [lambda m=m: take_seat(desk.act(m), desk.debate, side=1).side for m in people]
    )
    assert sorted(map(str, results)) == ["1"] + ["summaries.editor.viewpoint-there"] * 2, results
    assert Editor.objects.count() == 1
