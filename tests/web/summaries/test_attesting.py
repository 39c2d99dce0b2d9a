"""The pages where delegates say whether a summary is fair, and editors answer, in requests."""

import pytest

from college.summaries.models import Attestation, AttestationAnswer
from college.summaries.queries import versions
from college.summaries.rules.life import Fairness, SummaryState
from tests.factories.summaries import make_summary

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("college")]


@pytest.fixture
def desk():
    return make_summary(SummaryState.ATTESTING)


def url(desk, end=""):
    return f"/debates/{desk.debate.slug}/summary/attest/{end}"


def one_statement(desk):
    return versions.newest(desk.summary).statements.order_by("order").first()


def test_delegate_says_of_a_sentence_that_it_is_fair_by_one_button(desk, signed_in):
    client = signed_in(desk.delegates[0])
    row = one_statement(desk)
    page = client.get(url(desk)).content.decode()
    assert row.text.words in page
    assert f'action="{row.statement}/"' in page
    sent = client.post(url(desk, f"{row.statement}/"), {"fairness": "fair", "comment": ""})
    assert (sent.status_code, sent.url) == (302, url(desk, f"#s-{row.statement}"))
    assert Attestation.objects.get().fairness == Fairness.FAIR
    assert "finds it fair" in client.get(url(desk)).content.decode()


def test_what_was_typed_is_kept_when_it_is_refused(desk, signed_in):
    client = signed_in(desk.delegates[0])
    form = client.get(url(desk, "whole/?fairness=not-fair")).content.decode()
    assert 'value="not-fair" required id="id_fairness_2" checked' in form
    refused = client.post(url(desk, "whole/"), {"fairness": "not-fair", "comment": ""})
    assert refused.status_code == 422
    assert "Say in your comment what is not fair" in refused.content.decode()
    long = "word " * 121
    refused = client.post(url(desk, "whole/"), {"fairness": "not-fair", "comment": long})
    assert "at most 120 are possible" in refused.content.decode()
    assert "word word word" in refused.content.decode()


def test_editor_answers_and_both_stand_on_the_page_for_every_member(desk, signed_in):
    row = one_statement(desk)
    given = {"fairness": "not-fair", "comment": "We never said daily."}
    signed_in(desk.delegates[1]).post(url(desk, f"{row.statement}/"), given)
    made = Attestation.objects.get()
    editor = signed_in(desk.teams[1][0])
    assert f'href="answer/{made.public_id}/"' in editor.get(url(desk)).content.decode()
    sent = editor.post(url(desk, f"answer/{made.public_id}/"), {"text": "It is in your claim."})
    assert sent.status_code == 302
    assert AttestationAnswer.objects.get().by == desk.teams[1][0]
    page = signed_in(desk.undecided).get(url(desk)).content.decode()
    assert "We never said daily." in page
    assert "It is in your claim." in page
    assert f'href="answer/{made.public_id}/"' not in page
    assert f'action="{row.statement}/"' not in page


def test_others_may_not_open_the_forms_and_readers_are_sent_to_sign_in(desk, signed_in, client):
    assert signed_in(desk.reader).get(url(desk, "whole/")).status_code == 403
    for end in ("", "whole/"):
        answer = client.get(url(desk, end))
        assert answer.status_code == 302
        assert answer.url.startswith("/accounts/login/")
    assert signed_in(desk.delegates[0]).get(url(desk, "nobodyshere00/")).status_code == 404
    assert signed_in(desk.delegates[0]).get(url(desk, "answer/nobodyshere00/")).status_code == 404


def test_there_is_nothing_to_attest_while_drafts_are_written(signed_in):
    drafting = make_summary(seated=False)
    assert signed_in(drafting.delegates[0]).get(url(drafting)).status_code == 404


def test_page_asks_as_much_for_many_sentences_as_for_few(
    desk, signed_in, django_assert_max_num_queries
):
    client = signed_in(desk.delegates[0])
    with django_assert_max_num_queries(45):
        assert client.get(url(desk)).status_code == 200
