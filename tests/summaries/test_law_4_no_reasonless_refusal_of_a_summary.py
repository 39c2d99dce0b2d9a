"""Law 4: nothing of a summary is refused, sent back or called unfair without its reason."""

import json

import pytest
from django.db import IntegrityError, transaction

from college.record.models import Entry, Text
from college.summaries.models import Attestation, Certificate
from college.summaries.rules.life import CertificateState, Fairness, SummaryState
from tests.factories.certifying import KEEP, REASON, certificate, judge, make_version
from tests.factories.colleges import make_college

pytestmark = pytest.mark.django_db


def told(kind):
    rows = Entry.objects.filter(kind=f"summaries.{kind}").order_by("id")
    return [json.loads(bytes(entry.body))["data"] for entry in rows]


def test_law_4_no_reasonless_action_a_refused_section_is_told_with_rule_case_and_reason():
    make_college()
    desk, version = make_version(SummaryState.CERTIFYING)
    judge(desk, {0: KEEP})
    (refused,) = told("certificate.refused")
    assert refused["version"] == version.public_id
    row = certificate(desk, 0)
    assert row.case.rule == "own-section"
    assert refused["case"] == row.case.public_id
    assert REASON in Text.objects.get(pk=refused["reason"]).words
    (returned,) = told("version.returned")
    assert returned["ground"] == "refused"


def test_law_4_no_reasonless_action_the_database_holds_it():
    make_college()
    desk, _version = make_version(SummaryState.CERTIFYING)
    row = certificate(desk, 0)
    with pytest.raises(IntegrityError), transaction.atomic():
        Certificate.objects.filter(pk=row.pk).update(state=CertificateState.REFUSED)
    for fairness in (Fairness.NOT_FAIR, Fairness.FAIR_WITH_COMMENT):
        with pytest.raises(IntegrityError), transaction.atomic():
            Attestation.objects.create(
                version=row.version,
                viewpoint=desk.stand.viewpoints[0],
                fairness=fairness,
                by=desk.delegates[0],
                at=desk.at,
            )
