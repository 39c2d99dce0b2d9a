"""Both drafts side by side, what each team takes, and who sits on the teams."""

import pytest

from college.summaries.models import Draft, Editor, SectionSignature
from college.summaries.rules.life import Side, SummaryState
from tests.factories.people import make_member
from tests.factories.summaries import Desk, make_summary

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("college")]


def url(desk: Desk, end: str = "") -> str:
    return f"/debates/{desk.debate.slug}/summary/{end}"


def shown(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def settling() -> Desk:
    return make_summary(SummaryState.SETTLING)


def test_drafts_are_hidden_until_both_are_in(client) -> None:
    desk = make_summary()
    row = desk.write(Side.FIRST, "A sentence that nobody else may read yet.")
    page = shown(client.get(url(desk, "drafts/")))
    assert "Neither draft is in yet." in page
    desk.hand_in(Side.FIRST)
    page = shown(client.get(url(desk, "drafts/")))
    assert "One of the two drafts is in." in page
    assert "nobody else may read" not in page
    assert row.statement not in page


def test_opened_drafts_stand_side_by_side_for_everybody(settling: Desk, client) -> None:
    page = shown(client.get(url(settling, "drafts/")))
    for side in (1, 2):
        assert f"Of disputed 1 team {side} says what was said." in page
    assert "Both rest on one and the same contribution." in page
    assert "<del>1</del>" in page


def test_each_team_signs_and_a_section_is_settled(settling: Desk, signed_in) -> None:
    one, two = (signed_in(settling.teams[side][0]) for side in (1, 2))
    one.post(url(settling, "settle/disputed/"), {"take": "first"})
    assert "the other team takes: the first team’s text" in shown(two.get(url(settling, "settle/")))
    answer = two.post(url(settling, "settle/disputed/"), {"take": "first"}, follow=True)
    assert "Settled: the first team’s text" in shown(answer)
    again = one.post(url(settling, "settle/disputed/"), {"take": "second"})
    assert again.status_code == 422


def test_third_text_begins_with_a_draft_and_needs_both_signatures(
    settling: Desk, signed_in
) -> None:
    one, two = (signed_in(settling.teams[side][0]) for side in (1, 2))
    assert 'value="third"' not in shown(one.get(url(settling, "settle/")))
    one.post(url(settling, "settle/terms/copy/"), {"side": "2"})
    joint = Draft.objects.get(side=Side.JOINT)
    row = joint.statements.get()
    assert 'value="third"' in shown(one.get(url(settling, "settle/")))
    one.post(url(settling, "settle/terms/"), {"take": "third"})
    changed = {"words": "Of terms both say what was said.", "base": str(row.head)}
    two.post(url(settling, f"desk/terms/{row.statement}/reword/"), changed)
    page = shown(one.get(url(settling, "settle/")))
    assert "The third text that your team signed was changed since" in page
    for client in (one, two):
        client.post(url(settling, "settle/terms/"), {"take": "third"})
    assert "Settled: a third text" in shown(one.get(url(settling, "settle/")))


def test_what_cannot_be_taken_is_not_found(settling: Desk, signed_in) -> None:
    client = signed_in(settling.teams[1][0])
    assert client.post(url(settling, "settle/terms/"), {"take": "neither"}).status_code == 404
    assert client.post(url(settling, "settle/nothing/"), {"take": "first"}).status_code == 404
    assert client.post(url(settling, "settle/terms/copy/"), {"side": "3"}).status_code == 404


def test_nobody_else_signs(settling: Desk, signed_in) -> None:
    for member in (settling.reader, settling.delegates[0], make_member()):
        answer = signed_in(member).post(url(settling, "settle/terms/"), {"take": "first"})
        assert answer.status_code == 403
    assert not SectionSignature.objects.exists()


def test_settling_waits_for_both_drafts(signed_in) -> None:
    desk = make_summary()
    assert signed_in(desk.teams[1][0]).get(url(desk, "settle/")).status_code == 403


def test_seat_is_taken_and_left(signed_in, client) -> None:
    desk = make_summary()
    member = desk.undecided
    mine = signed_in(member)
    assert "Take a seat on the first team" in shown(mine.get(url(desk, "team/")))
    assert mine.post(url(desk, "team/take/"), {"side": "1"}).url == url(desk, "desk/")
    assert Editor.objects.filter(member=member, side=1, ended_at=None).exists()
    assert member.public_name in shown(client.get(url(desk, "team/")))
    mine.post(url(desk, "team/leave/"))
    assert not Editor.objects.filter(member=member, ended_at=None).exists()
    refused = mine.post(url(desk, "team/take/"), {"side": "2"})
    assert refused.status_code == 422


def test_team_page_offers_no_seat_to_those_who_may_not(signed_in, client) -> None:
    desk = make_summary()
    for browser in (client, signed_in(desk.delegates[0]), signed_in(desk.teams[1][0])):
        assert "Take a seat" not in shown(browser.get(url(desk, "team/")))
    assert signed_in(make_member()).post(url(desk, "team/take/"), {"side": "1"}).status_code == 403
    assert signed_in(desk.reader).post(url(desk, "team/leave/")).status_code == 403
    assert client.post(url(desk, "team/take/"), {"side": "1"}).url == "/accounts/login/"
