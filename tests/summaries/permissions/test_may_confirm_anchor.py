"""may_confirm_anchor: the author of a standing comment, of a place that was proposed."""

import pytest

from college.summaries.models import Anchor
from college.summaries.rules.life import AnchorHow, CommentState
from tests.factories.comments import comment
from tests.summaries.permissions.comments import make_readers

pytestmark = pytest.mark.django_db


def test_author_says_of_a_proposed_place_whether_it_is_right():
    readers = make_readers()
    made = comment(readers.shelf, readers.roles["author"])
    anchor = Anchor.objects.select_related("comment").get(comment=made)
    for how in AnchorHow:
        anchor.how = how
        expected = {"author"} if how is AnchorHow.PROPOSED else set()
        assert readers.allowed("may_confirm_anchor", anchor) == expected, how


def test_nobody_places_what_was_taken_back():
    readers = make_readers()
    made = comment(readers.shelf, readers.roles["author"])
    anchor = Anchor.objects.select_related("comment").get(comment=made)
    anchor.how, anchor.comment.state = AnchorHow.PROPOSED, CommentState.WITHDRAWN
    assert readers.allowed("may_confirm_anchor", anchor) == set()
