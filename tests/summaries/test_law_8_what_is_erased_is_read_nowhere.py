"""Law 8: words of a statement that are erased or withheld are in no draft, no version and before no panel."""

import pytest
from django.test import Client

from college.ground.act import Act
from college.record.actions.texts import erase, release, withhold
from college.record.models import Text
from college.summaries.actions.copying import copy_section
from college.summaries.actions.wordings import reword, take_wording
from college.summaries.models import Draft, Statement
from college.summaries.queries import drafts
from college.summaries.rules import addresses
from college.summaries.rules.life import Side, SummaryState, Take
from college.summaries.rules.sections import Section, SectionKind
from tests.factories.acts import make_act, refused
from tests.factories.colleges import make_college
from tests.factories.summaries import Desk, make_summary

pytestmark = pytest.mark.django_db
TERMS = "Of terms 1 team 1 says what was said."
EVIDENCE = "Of evidence 1 team 1 says what was said."


@pytest.fixture
def desk() -> Desk:
    """Both drafts are opened; of the first one sentence is erased and one withheld."""
    make_college()
    desk = make_summary(SummaryState.SETTLING)
    erase(stewards(desk), text(TERMS), ground="law")
    withhold(stewards(desk), text(EVIDENCE), ground="unlawful", case="c", until=None)
    desk.wait(minutes=2)
    return desk


def stewards(desk: Desk) -> Act:
    return make_act("steward", at=desk.at)


def words_of(draft: Draft) -> list[str]:
    return [line.words for part in drafts.parts_of([draft])[draft.pk] for line in part.lines]


def text(words: str) -> Text:
    [found] = [one for one in Text.objects.exclude(body=None) if bytes(one.body).decode() == words]
    return found


def test_drafts_show_it_to_nobody(desk: Desk) -> None:
    page = Client().get(addresses.drafts(desk.debate.slug)).content.decode()
    assert "Of question 1 team 1" in page
    assert TERMS not in page
    assert EVIDENCE not in page
    assert page.count("These words are withheld or erased.") == 2
    for row in desk.draft(1).statements.filter(section__in=["terms", "evidence"]):
        assert [one.words for one in drafts.wordings(row)] == [""]
    release(stewards(desk), text(EVIDENCE))
    assert EVIDENCE in Client().get(addresses.drafts(desk.debate.slug)).content.decode()


def test_it_comes_into_no_version(desk: Desk) -> None:
    desk.sign(Take.FIRST)
    said = {row.text.words for row in Statement.objects.select_related("text")}
    assert len(said) == len(desk.sections) - 2
    assert not said & {"", TERMS, EVIDENCE}


def test_words_written_since_are_others(desk: Desk) -> None:
    joint, terms = desk.draft(Side.JOINT), Section(SectionKind.TERMS)
    editor = desk.act(desk.teams[1][0])
    [row] = copy_section(editor, joint, section=terms, side=1)
    assert words_of(joint) == [""]
    reword(editor, row, words="Said anew.", base=1)
    assert words_of(joint) == ["Said anew."]


def test_no_editor_takes_them_up_again() -> None:
    make_college()
    desk = make_summary(SummaryState.SETTLING)
    joint, terms = desk.draft(Side.JOINT), Section(SectionKind.TERMS)
    editor = desk.act(desk.teams[1][0])
    [row] = copy_section(editor, joint, section=terms, side=1)
    reword(editor, row, words="Said anew.", base=1)
    first = drafts.wording(row, 1)
    erase(stewards(desk), text(TERMS), ground="law")
    with refused("summaries.statement.no-such-wording"):
        take_wording(editor, first)


def test_no_panel_is_shown_what_is_withheld() -> None:
    make_college()
    desk = make_summary(SummaryState.ATTESTING)
    withhold(stewards(desk), text(EVIDENCE), ground="unlawful", case="c", until=None)
    desk.over()
    assert desk.summary.state == SummaryState.CERTIFYING
    shown = [one.words for one in Text.objects.filter(state="open")]
    assert any("Of question 1 team 1" in words for words in shown)
    assert not any(EVIDENCE in words for words in shown)
