"""The desk: what waits for whom."""

import pytest

from tests.factories.debates import make_debate
from tests.factories.people import make_member, make_steward

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("college")]


def test_steward_finds_dates_subjects_and_invitations(signed_in):
    stand = make_debate()
    page = signed_in(make_steward()).get("/desk/").content.decode()
    assert "Your work as a steward" in page
    assert 'href="/questions/subjects/"' in page
    assert f'href="/debates/{stand.debate.slug}/take-part/settings/"' in page
    assert f'href="/debates/{stand.debate.slug}/invitations/new/"' in page


def test_member_who_is_no_steward_sees_none_of_it(signed_in):
    make_debate()
    assert "Your work as a steward" not in signed_in(make_member()).get("/desk/").content.decode()
