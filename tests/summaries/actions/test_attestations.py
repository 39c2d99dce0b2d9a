"""What delegates say of a version and what editors answer: who, when, how long, and what stands."""

import json

import pytest
from django.db import IntegrityError, transaction

from college.ground.refusals import Refusal
from college.people.models import Notice
from college.record.models import Entry
from college.summaries.actions.attestations import answer, attest
from college.summaries.models import Attestation
from college.summaries.queries import attestations, versions
from college.summaries.rules.life import Fairness, SummaryState
from tests.factories.certifying import judge, make_version
from tests.factories.colleges import make_college

pytestmark = pytest.mark.django_db

FAIR, COMMENTED, NOT_FAIR = Fairness.FAIR, Fairness.FAIR_WITH_COMMENT, Fairness.NOT_FAIR
SAID = "We never said daily, only on working days."


@pytest.fixture
def charter():
    return make_college()


@pytest.fixture
def out(charter):
    return make_version()


def told(kind):
    rows = Entry.objects.filter(kind=f"summaries.{kind}").order_by("id")
    return [json.loads(bytes(entry.body))["data"] for entry in rows]


def code_of(refused):
    return refused.value.code


def test_delegate_attests_a_sentence_and_the_newest_word_stands(out):
    desk, version = out
    speaker = desk.delegates[0]
    row = version.statements.order_by("order").first()
    given = {"statement": row.statement, "fairness": FAIR}
    first = attest(desk.act(speaker), version, **given)
    assert attest(desk.act(speaker), version, **given) == first
    second = attest(
        desk.act(speaker), version, statement=row.statement, fairness=NOT_FAIR, comment=SAID
    )
    whole = attest(desk.act(speaker), version, statement="", fairness=FAIR)
    assert set(attestations.standing(version)) == {second, whole}
    asked = Notice.objects.filter(code="summaries.version.to-attest", read_at=None)
    assert [notice.member for notice in asked] == [desk.delegates[1]]
    assert attestations.of_version(version).count() == 3
    (_one, told_of_second, _whole) = told("attestation.given")
    assert told_of_second == {
        "attestation": second.public_id,
        "version": version.public_id,
        "viewpoint": desk.stand.viewpoints[0].public_id,
        "statement": row.statement,
        "fairness": "not-fair",
        "comment": second.comment_id,
    }


def test_law_3_mirror_each_side_says_the_same_of_the_same_at_the_same_length(out, charter):
    desk, version = out
    most = " ".join(["word"] * charter.lengths.attestation)
    for speaker in desk.delegates:
        row = attest(desk.act(speaker), version, statement="", fairness=COMMENTED, comment=most)
        with pytest.raises(Refusal) as refused:
            attest(
                desk.act(speaker), version, statement="", fairness=NOT_FAIR, comment=most + " more"
            )
        assert code_of(refused) == "summaries.attestation.too-long"
        editor = desk.teams[1][0]
        with pytest.raises(Refusal) as refused:
            answer(desk.act(editor), row, text=most + " more")
        assert code_of(refused) == "summaries.attestation.answer-too-long"
        assert answer(desk.act(editor), row, text=most)


def test_law_4_no_reasonless_action_not_fair_is_said_with_its_reason(out):
    desk, version = out
    with pytest.raises(Refusal) as refused:
        attest(desk.act(desk.delegates[0]), version, statement="", fairness=NOT_FAIR, comment=" ")
    assert code_of(refused) == "summaries.attestation.no-comment"
    row = attest(
        desk.act(desk.delegates[0]), version, statement="", fairness=NOT_FAIR, comment=SAID
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        Attestation.objects.filter(pk=row.pk).update(comment=None)


def test_bare_fair_takes_no_comment_and_other_words_are_none(out):
    desk, version = out
    act = desk.act(desk.delegates[0])
    with pytest.raises(Refusal) as refused:
        attest(act, version, statement="", fairness=FAIR, comment=SAID)
    assert code_of(refused) == "summaries.attestation.fair-with-comment"
    with pytest.raises(Refusal) as refused:
        attest(act, version, statement="", fairness="splendid")
    assert code_of(refused) == "summaries.attestation.unknown"
    with pytest.raises(Refusal) as refused:
        attest(act, version, statement="nobodyshere00", fairness=FAIR)
    assert code_of(refused) == "summaries.attestation.no-statement"


def test_editors_are_told_and_answer_once_what_stands(out):
    desk, version = out
    speaker, editor = desk.delegates[1], desk.teams[2][1]
    row = attest(desk.act(speaker), version, statement="", fairness=NOT_FAIR, comment=SAID)
    asked = Notice.objects.filter(code="summaries.attestation.to-answer")
    assert {notice.member for notice in asked} == {m for team in desk.teams.values() for m in team}
    made = answer(desk.act(editor), row, text="Your claim says daily.")
    assert told("attestation.answered") == [{"attestation": row.public_id, "text": made.text_id}]
    assert Notice.objects.filter(code="summaries.attestation.answered").get().member == speaker
    for other in (editor, desk.teams[1][0]):
        with pytest.raises(Refusal) as refused:
            answer(desk.act(other), row, text="Once more.")
        assert code_of(refused) == "summaries.attestation.answered-already"
    attest(desk.act(speaker), version, statement="", fairness=COMMENTED, comment="Better now.")
    with pytest.raises(Refusal) as refused:
        answer(desk.act(editor), row, text="Too late.")
    assert code_of(refused) == "summaries.attestation.replaced"
    with pytest.raises(Refusal) as refused:
        answer(desk.act(editor), attestations.standing(version).get(), text=" ")
    assert code_of(refused) == "summaries.attestation.no-answer"


def test_certified_version_is_attested_too_and_one_before_its_panels_is_not():
    make_college()
    desk, version = make_version(SummaryState.CERTIFYING)
    act = desk.act(desk.delegates[0])
    with pytest.raises(Refusal) as refused:
        attest(act, version, statement="", fairness=FAIR)
    assert code_of(refused) == "summaries.permission.may-not"
    judge(desk)
    row = attest(desk.act(desk.delegates[0]), version, statement="", fairness=FAIR)
    assert list(attestations.standing(versions.newest_certified(desk.debate))) == [row]
