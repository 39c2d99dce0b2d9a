"""The table a dry run prints."""

import json

from college.exchange.report import report
from tests.exchange.files import read_fixture


def test_report_counts_what_a_brief_holds():
    table = report(read_fixture("nested.txt"))
    assert table.sections == ("Who cuts what",)
    assert table.captions == (("The path in May.", "Lior Castellane/The Borough Letter"),)
    assert (table.paragraphs, table.items, table.notes) == (2, 0, 1)
    assert (table.comments, table.announced, table.threads, table.replies) == (5, 1004, 3, 2)
    assert (table.depth, table.unnamed, table.undated) == (3, 1, 1)


def test_report_as_dict_is_json_with_moments_in_rfc_3339():
    plain = json.loads(json.dumps(report(read_fixture("nested.txt")).as_dict()))
    assert (plain["first"], plain["last"]) == ("2022-05-05T07:15:00Z", "2022-05-05T08:30:00Z")
    assert plain["unplaced"][0] == {"line": 1, "words": "Menu", "reason": "before-article"}


def test_report_of_an_article_without_comments_has_no_dates():
    table = report(read_fixture("no-comments.txt"))
    assert (table.comments, table.depth, table.first, table.last) == (0, 0, None, None)
