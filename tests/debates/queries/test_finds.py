"""Questions, viewpoints, comments and public passages are found, and no longer when they are gone."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from college.debates.actions import briefs
from college.debates.actions.questions import reword_question
from college.debates.actions.viewpoints import propose_viewpoint, reword_viewpoint
from college.debates.models import Passage, Remark, Searched
from college.debates.queries.search import search
from college.debates.rules.briefs import Rights
from college.debates.rules.stages import Stage
from college.record.actions.texts import erase, withhold
from tests.factories.briefs import make_brief
from tests.factories.colleges import make_college
from tests.factories.debates import STATEMENT, make_debate

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def charter():
    return make_college()


def found(typed: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.subject) for hit in search(typed)]


def test_question_is_found_by_its_newest_wording_alone() -> None:
    stand = make_debate(Stage.PROPOSED, wording="Should the zeppelin be moored in winter?")
    assert found("zeppelins") == [("question", stand.debate.public_id)]
    reword_question(
        stand.act(stand.proposer),
        stand.debate,
        wording="Should the airship be moored in winter?",
        place="",
        period="",
        seen=1,
    )
    assert found("zeppelin") == []
    assert found("airship") == [("question", stand.debate.public_id)]


def test_viewpoint_is_found_by_name_and_statement_and_not_by_older_words() -> None:
    stand = make_debate(Stage.FRAMING, viewpoints=0)
    act = stand.act(stand.proposer)
    row = propose_viewpoint(
        act, stand.debate, name="Zeppelin now", statement=f"Moor the airship. {STATEMENT}"
    )
    key = ("viewpoint", row.public_id)
    assert found("zeppelin") == found("airships") == [key]
    later = stand.act(stand.proposer, minutes=5)
    reword_viewpoint(
        later, row, name="Balloon now", statement=f"Moor a balloon. {STATEMENT}", seen=1
    )
    assert found("zeppelin") == found("airship") == []
    assert set(found("balloon")) == {key}


def take_in(rights: Rights):
    stand = make_debate(Stage.PROPOSED)
    return stand, make_brief(stand, rights=rights)


def word_of(row: Passage | Remark) -> str:
    return max(row.text.words.replace(".", " ").split(), key=len)


def test_comments_and_public_passages_are_found_until_they_are_gone() -> None:
    stand, brief = take_in(Rights.FULL)
    act = stand.act(stand.proposer)
    remark, passage = Remark.objects.filter(brief=brief)[0], Passage.objects.filter(brief=brief)[0]
    assert ("remark", remark.public_id) in found(word_of(remark))
    assert ("passage", passage.public_id) in found(word_of(passage))
    said, shown = word_of(remark), word_of(passage)
    withhold(act, remark.text, ground="threat", case="", until=stand.act(stand.proposer, days=3).at)
    erase(act, passage.text, ground="law")
    assert ("remark", remark.public_id) not in found(said)
    assert ("passage", passage.public_id) not in found(shown)


def test_passage_that_may_only_be_quoted_is_found_once_it_is() -> None:
    stand, brief = take_in(Rights.QUOTE)
    passage = Passage.objects.filter(brief=brief)[0]
    key = ("passage", passage.public_id)
    assert key not in found(word_of(passage))
    briefs.show_quoted(stand.act(stand.proposer), passage)
    assert key in found(word_of(passage))


def test_migration_fills_the_index_with_what_was_there_before() -> None:
    take_in(Rights.FULL)
    make_debate(Stage.FRAMING, wording="Should the zeppelin be moored in winter?")
    before = {(row.kind, row.subject, row.text_id) for row in Searched.objects.all()}
    hits = set(found("ferry"))
    assert hits
    Searched.objects.all().delete()
    assert found("ferry") == []
    migration = import_module("college.debates.migrations.0006_search_more")
    editor = connection.schema_editor(atomic=False)
    for _again in range(2):
        migration.forwards(apps, editor)
    assert {(row.kind, row.subject, row.text_id) for row in Searched.objects.all()} == before
    assert set(found("ferry")) == hits
