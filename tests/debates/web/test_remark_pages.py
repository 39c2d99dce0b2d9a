"""A comment is withdrawn or claimed by who wrote it."""

import pytest
from django.core import mail

from tests.debates.web.standing import page_of_remark, sign_in
from tests.factories.briefs import make_brief, make_remark
from tests.factories.people import make_member

pytestmark = pytest.mark.django_db


@pytest.mark.django_db(transaction=True)
def test_comment_is_withdrawn_without_an_account(client, stand):
    own = make_remark("r1", address="heron@quay.example")
    remark = make_brief(stand, own).remarks.get()
    sent = {"reason": "I wrote it that evening myself.", "address": "heron@quay.example"}
    answer = client.post(f"{page_of_remark(stand, remark)}withdraw/", sent)
    code = mail.outbox[-1].body.split("this code there: ")[1].split()[0]
    assert code not in client.get(answer.url).content.decode()
    client.post(answer.url, {"code": code})
    body = client.get(page_of_remark(stand, remark)).content.decode()
    assert "The author has withdrawn this text." in body
    assert "Heron" not in body


def test_wrong_address_keeps_what_was_typed(client, stand, brief):
    page = f"{page_of_remark(stand, brief.remarks.get(key='r1'))}withdraw/"
    answer = client.post(page, {"reason": "I wrote it that evening myself.", "address": "heron"})
    assert answer.status_code == 422
    assert "I wrote it that evening myself." in answer.content.decode()


def test_member_claims_a_comment(client, stand, brief):
    member = sign_in(client, make_member("Heron of the quay"))
    remark = brief.remarks.get(key="r1")
    client.post(
        f"{page_of_remark(stand, remark)}claim/", {"reason": "I wrote it that evening myself."}
    )
    body = client.get(page_of_remark(stand, remark)).content.decode()
    assert "Heron of the quay" in body
    assert remark.claims.get().member == member
