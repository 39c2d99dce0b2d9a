"""A form that sends mail to any address is no engine for mail: a few an hour from one place."""

import pytest
from django.core import mail
from django.test import Client

from tests.factories.briefs import make_brief, make_remark
from tests.factories.debates import make_debate

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_place_sends_a_few_codes_an_hour_whatever_the_addresses(college):
    stand = make_debate()
    brief = make_brief(stand, *(make_remark(f"k{n}") for n in range(14)))
    answers = [
        Client().post(
            f"/debates/{stand.debate.slug}/remarks/{remark.public_id}/withdraw/",
            {"reason": "I wrote it that evening myself.", "address": f"victim+{n}@quay.example"},
            headers={"X-Forwarded-For": f"203.0.113.{n}"},
        )
        for n, remark in enumerate(brief.remarks.all())
    ]
    assert [answer.status_code for answer in answers] == [302] * 10 + [429] * 4
    assert len(mail.outbox) == 10
    assert b"I wrote it that evening myself." in answers[-1].content
