"""Ids of this room lead somewhere."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from college.summaries.models import Draft, Editor
from college.summaries.queries.addresses import all_addresses
from college.summaries.queries.named import named
from college.summaries.rules.life import CommentState
from college.web.record.things import known
from tests.factories.colleges import make_college
from tests.factories.readings import attest, make_comment, make_shelf, make_version

pytestmark = pytest.mark.django_db


def test_ids_of_a_summary_and_of_all_that_belongs_to_it_lead_to_their_pages() -> None:
    make_college()
    shelf = make_shelf()
    stand = shelf.stand
    first, second = make_version(shelf), make_version(shelf)
    statement = shelf.rows(first)[0]
    statement_again = shelf.rows(second)[0]
    statement_again.statement = statement.statement
    statement_again.save()
    draft = Draft.objects.create(summary=shelf.summary, round=1, side=2, begun_at=stand.at)
    editor = Editor.objects.create(
        summary=shelf.summary, side=1, member=stand.holders[0], began_at=stand.at
    )
    said = attest(first, stand.viewpoints[0], stand.holders[0])
    comment = make_comment(first, stand.proposer, None, on=statement.statement)
    restricted = make_comment(first, stand.proposer, None, state=CommentState.RESTRICTED)
    rows = (shelf.summary, first, draft, editor, said, comment, restricted)
    ids = [*(row.public_id for row in rows), statement.statement]
    with CaptureQueriesContext(connection) as queries:
        found = named(ids)
    assert len(queries) == 2
    assert [found[one].path for one in ids] == [
        shelf.path,
        f"{shelf.path}v/1/",
        f"{shelf.path}drafts/",
        shelf.path,
        f"{shelf.path}v/1/#a-{said.public_id}",
        f"{shelf.path}comments/{comment.public_id}/",
        f"{shelf.path}comments/{restricted.public_id}/",
        f"{shelf.path}v/2/#s-{statement.statement}",
    ]
    assert found[comment.public_id].words.startswith("This says less")
    assert found[restricted.public_id].words == ""
    assert all(thing.words for thing in known(ids).values())


def test_every_version_and_comment_has_an_address_that_is_published() -> None:
    make_college()
    shelf = make_shelf()
    make_version(shelf)
    version = make_version(shelf)
    comment = make_comment(version, shelf.stand.proposer, None)
    found = set(all_addresses())
    assert {f"{shelf.path}v/1/", f"{shelf.path}v/2/changes/"} <= found
    assert f"{shelf.path}comments/{comment.public_id}/" in found
    for path in sorted(found):
        assert Client().get(path).status_code == 200, path
