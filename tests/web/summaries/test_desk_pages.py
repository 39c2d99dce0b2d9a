"""The editor's desk in requests: who may sit at it, and what each form does there."""

import re

import pytest

from college.summaries.models import DraftStatement
from college.summaries.rules.life import Side, SummaryState
from college.summaries.rules.sections import Section, SectionKind
from tests.factories.people import make_member
from tests.factories.summaries import Desk, make_summary
from tests.web.summaries.desks import SENTENCE, of, shown, url

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("college")]
AWAY = "summary.permission"


@pytest.fixture
def desk() -> Desk:
    return make_summary()


def token_of(page: bytes) -> str:
    found = re.search(rb'name="token" value="([^"]+)"', page)
    assert found
    return found[1].decode()


def test_every_section_opens_and_is_listed(desk: Desk, signed_in) -> None:
    client = signed_in(desk.teams[1][0])
    page = shown(client.get(url(desk, "desk/")))
    for section in desk.sections:
        assert f'href="{url(desk, f"desk/{section.key}/")}"' in page
        assert client.get(url(desk, f"desk/{section.key}/")).status_code == 200


def test_reader_is_sent_to_sign_in(desk: Desk, client) -> None:
    answer = client.get(url(desk, "desk/"))
    assert answer.url == f"/accounts/login/?next={url(desk, 'desk/')}"


@pytest.mark.parametrize("who", ["reader", "delegate", "moderator", "stranger"])
def test_others_get_a_calm_refusal(desk: Desk, signed_in, who: str) -> None:
    members = {
        "reader": desk.reader,
        "delegate": desk.delegates[0],
        "moderator": desk.undecided,
        "stranger": make_member(),
    }
    client = signed_in(members[who])
    row = desk.write(Side.FIRST)
    for end in ("desk/", "desk/disputed/", f"desk/disputed/{row.statement}/wordings/", "settle/"):
        answer = client.get(url(desk, end))
        assert answer.status_code == 403
        assert row.statement not in shown(answer)
    answer = client.post(of(desk, row, "reword"), {"words": "Nothing.", "base": "1"})
    assert answer.status_code == 403
    assert "What an editor writes" not in shown(answer)
    row.refresh_from_db()
    assert row.head == 1


def test_other_team_neither_sees_nor_changes_a_draft(desk: Desk, signed_in) -> None:
    row = desk.write(Side.FIRST, SENTENCE)
    client = signed_in(desk.teams[Side.SECOND][0])
    assert SENTENCE not in shown(client.get(url(desk, "desk/")))
    assert SENTENCE not in shown(client.get(url(desk, "desk/disputed/")))
    for way in ("reword", "remove", "restore", "move", "link"):
        sent = {"words": "Nothing.", "base": "1", "link": desk.claims[1].public_id}
        assert client.post(of(desk, row, way), sent).status_code == 404
    assert client.get(of(desk, row, "wordings")).status_code == 404


def test_sentence_rests_on_what_was_picked_and_is_added_once(desk: Desk, signed_in) -> None:
    client = signed_in(desk.teams[1][0])
    here = url(desk, "desk/disputed/")
    sent = {
        "token": token_of(client.get(here).content),
        "words": SENTENCE,
        "link": [claim.public_id for claim in desk.claims],
    }
    first, second = client.post(here, sent), client.post(here, sent)
    assert first.url == second.url
    row = DraftStatement.objects.get()
    assert first.url == f"{here}#s-{row.statement}"
    assert [link.contribution for link in row.links.order_by("order")] == desk.claims
    page = shown(client.get(here))
    assert SENTENCE in page
    assert "Cannot be certified" not in page


def test_sentence_without_a_source_says_that_it_cannot_be_certified(desk: Desk, signed_in) -> None:
    desk.write(Side.FIRST, links=[])
    client = signed_in(desk.teams[1][0])
    assert "Cannot be certified without a source" in shown(client.get(url(desk, "desk/disputed/")))
    assert "One without a source" in shown(client.get(url(desk, "desk/")))


def test_refused_sentence_keeps_words_and_picks(desk: Desk, signed_in) -> None:
    client = signed_in(desk.teams[1][0])
    typed = "Words without end. " * 200
    sent = {"token": "t", "words": typed, "link": desk.claims[1].public_id}
    answer = client.post(url(desk, "desk/disputed/"), sent)
    assert answer.status_code == 422
    assert typed.strip() in shown(answer)
    assert re.search(f'value="{desk.claims[1].public_id}" checked', shown(answer))


def test_search_keeps_words_and_picks_and_finds(desk: Desk, signed_in) -> None:
    client = signed_in(desk.teams[1][0])
    sent = {
        "token": "t",
        "words": SENTENCE,
        "find": "bridge weather",
        "search": "1",
        "link": desk.claims[0].public_id,
    }
    page = shown(client.post(url(desk, "desk/evidence/"), sent))
    assert SENTENCE in page
    assert f'value="{desk.claims[0].public_id}" checked' in page
    assert f'value="{desk.claims[1].public_id}">' in page
    assert not DraftStatement.objects.exists()


def test_fragment_finds_without_the_rest_of_the_page(desk: Desk, signed_in) -> None:
    client = signed_in(desk.teams[1][0])
    answer = client.get(url(desk, "desk/evidence/find/"), {"find": "ferry"})
    assert desk.claims[0].public_id in shown(answer)
    assert "<html" not in shown(answer)
    assert "holds all of these words" in shown(
        client.get(url(desk, "desk/evidence/find/"), {"find": "submarine"})
    )


def test_sentence_is_moved_removed_and_put_back(desk: Desk, signed_in) -> None:
    first, second = desk.write(Side.FIRST, SENTENCE), desk.write(Side.FIRST, "A bridge stands.")
    client = signed_in(desk.teams[1][0])
    client.post(of(desk, second, "move"), {"after": ""})
    first.refresh_from_db()
    second.refresh_from_db()
    assert second.order < first.order
    client.post(of(desk, first, "move"), {"after": "section:evidence"})
    first.refresh_from_db()
    assert first.section == "evidence"
    client.post(of(desk, first, "remove", "evidence"))
    assert "One removed sentence" in shown(client.get(url(desk, "desk/evidence/")))
    client.post(of(desk, first, "restore", "evidence"))
    first.refresh_from_db()
    assert first.removed_at is None


def test_draft_is_handed_in_read_and_taken_back(desk: Desk, signed_in) -> None:
    row = desk.write(Side.FIRST, SENTENCE)
    client = signed_in(desk.teams[1][0])
    client.post(url(desk, "desk/hand-in/"))
    page = shown(client.get(url(desk, "desk/disputed/")))
    assert "This draft is handed in" in page
    assert "<textarea" not in page
    refused = client.post(of(desk, row, "reword"), {"words": "Other.", "base": "1"})
    assert refused.status_code == 403
    client.post(url(desk, "desk/take-back/"))
    assert "<textarea" in shown(client.get(url(desk, "desk/disputed/")))


def test_unknown_sections_sentences_and_wordings_are_not_found(desk: Desk, signed_in) -> None:
    row = desk.write(Side.FIRST, SENTENCE)
    client = signed_in(desk.teams[1][0])
    assert client.get(url(desk, "desk/nothing/")).status_code == 404
    assert client.get(url(desk, "desk/disputed/1234567890abc/wordings/")).status_code == 404
    assert client.get(of(desk, row, "wordings/page/9")).status_code == 404
    assert client.post(of(desk, row, "take/99")).status_code == 404
    assert client.post(of(desk, row, "unlink/1234567890abc")).status_code == 404


def test_what_is_missing_is_offered_and_labelled(desk: Desk, signed_in) -> None:
    holds = Section(SectionKind.HOLDS, desk.stand.viewpoints[0].public_id)
    desk.write(Side.FIRST, "Something else altogether stands here.", section=holds, links=[])
    page = shown(signed_in(desk.teams[1][0]).get(url(desk, f"desk/{holds.key}/")))
    assert "Suggestion, by likeness of words" in page
    assert "No sentence of this section holds words like these" in page


def test_queries_do_not_grow_with_the_draft(
    desk: Desk, signed_in, django_assert_max_num_queries
) -> None:
    for n in range(12):
        desk.write(Side.FIRST, f"{SENTENCE} {n}", links=desk.claims)
    client = signed_in(desk.teams[1][0])
    client.get(url(desk, "desk/disputed/"))
    with django_assert_max_num_queries(75):
        client.get(url(desk, "desk/disputed/"))


def test_joint_draft_is_written_while_the_drafts_are_settled(signed_in) -> None:
    desk = make_summary(SummaryState.SETTLING)
    client = signed_in(desk.teams[2][0])
    here = url(desk, "desk/disputed/")
    page = client.get(here)
    assert "The third text, of both teams" in shown(page)
    client.post(here, {"token": "t", "words": SENTENCE, "link": desk.claims[0].public_id})
    assert SENTENCE in shown(signed_in(desk.teams[1][0]).get(here))


@pytest.mark.parametrize("ugly", ["\x00", "no id", "7h2m9k4qx0c5t", "²"])
def test_ugly_fields_break_nothing(desk: Desk, signed_in, ugly: str) -> None:
    row = desk.write(Side.FIRST, SENTENCE)
    client = signed_in(desk.teams[1][0])
    sent = {"words": ugly, "base": ugly, "link": ugly, "after": ugly, "find": ugly, "token": ugly}
    for way in ("reword", "move", "link", f"unlink/{ugly.replace(chr(0), 'x')}"):
        assert client.post(of(desk, row, way), sent).status_code < 500
    for more in ({}, {"search": "1"}):
        assert client.post(url(desk, "desk/disputed/"), sent | more).status_code < 500
    assert client.get(url(desk, "desk/disputed/find/"), {"find": ugly}).status_code in {200, 404}
