"""may_comment: any member, on the newest version that is certified or out for attestation."""

import pytest

from college.summaries.models import Summary, Version
from college.summaries.rules.life import SummaryState, VersionState
from tests.factories.comments import SENTENCES, write
from tests.summaries.permissions.comments import make_readers

pytestmark = pytest.mark.django_db
MEMBERS = {"author", "other", "undecided", "steward"}


def newest():
    return Version.objects.select_related("summary").order_by("-number").first()


def test_every_member_comments_the_newest_certified_version():
    readers = make_readers()
    assert readers.allowed("may_comment", newest()) == MEMBERS
    old = newest()
    write(readers.shelf, dict(SENTENCES))
    assert readers.allowed("may_comment", old) == set()
    assert readers.allowed("may_comment", newest()) == MEMBERS


def test_candidate_is_commented_while_it_is_out_for_attestation_only():
    readers = make_readers()
    write(readers.shelf, dict(SENTENCES), state=VersionState.CANDIDATE)
    for state in SummaryState:
        Summary.objects.update(state=state)
        expected = MEMBERS if state is SummaryState.ATTESTING else set()
        assert readers.allowed("may_comment", newest()) == expected, state


def test_version_that_was_sent_back_leaves_the_certified_one_to_comment():
    readers = make_readers()
    old = newest()
    write(readers.shelf, dict(SENTENCES), state=VersionState.RETURNED)
    assert readers.allowed("may_comment", old) == MEMBERS
    assert readers.allowed("may_comment", newest()) == set()
