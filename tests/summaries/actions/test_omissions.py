"""Editors say why something is left out, and the coverage of the next version says that they did."""

import pytest

from college.debates.actions.claims import add_claim
from college.debates.actions.withdrawals import withdraw
from college.debates.models import Contribution
from college.ground.refusals import Refusal
from college.record.models import Entry
from college.summaries.actions.omissions import give_reason
from college.summaries.models import OmissionReason
from college.summaries.queries.coverage import reasons
from tests.debates.actions.said import told
from tests.factories.colleges import make_college
from tests.factories.debates import make_debate
from tests.factories.summaries import Desk, make_summary

pytestmark = pytest.mark.django_db
WHY = "It is about another ferry."


@pytest.fixture
def desk() -> Desk:
    make_college()
    return make_summary()


def refused(code: str):
    return pytest.raises(Refusal, check=lambda refusal: refusal.code == code)


def reason(desk: Desk, row: Contribution | None = None, *, text: str = WHY) -> OmissionReason:
    act = desk.act(desk.teams[1][0])
    return give_reason(act, desk.summary, row or desk.claims[1], text=text)


def test_a_reason_is_kept_and_told(desk):
    made = reason(desk)
    assert made.text.words == WHY
    (entry,) = Entry.objects.filter(kind="summaries.omission.reasoned")
    assert told(entry) == {
        "summary": desk.summary.public_id,
        "contribution": desk.claims[1].public_id,
        "text": made.text_id,
    }
    assert list(reasons(desk.summary)) == [desk.claims[1].public_id]


def test_a_later_reason_replaces_it_and_the_record_keeps_both(desk):
    first, second = reason(desk), reason(desk, text="It repeats the first claim.")
    assert first.pk == second.pk
    assert OmissionReason.objects.get().text.words == "It repeats the first claim."
    assert Entry.objects.filter(kind="summaries.omission.reasoned").count() == 2


def test_what_was_withdrawn_needs_no_reason(desk):
    row = desk.claims[1]
    withdraw(desk.act(row.author), row)
    with refused("summaries.omission.gone"):
        reason(desk, row)


def test_what_was_said_elsewhere_is_refused(desk):
    other = make_debate(wording="Should the pier be lit at night?", at=desk.at)
    act = other.act(other.holders[0])
    row = add_claim(act, other.debate, form="factual", text="The pier is dark.")
    with refused("summaries.omission.elsewhere"):
        reason(desk, row)


def test_only_points_need_a_reason(desk):
    row = desk.claims[1]
    row.kind, row.form = "qualification", ""
    row.save()
    with refused("summaries.omission.no-point"):
        reason(desk, row)


def test_an_empty_or_endless_reason_is_refused(desk):
    for text in (" ", "x" * 2000):
        with pytest.raises(Refusal):
            reason(desk, text=text)
    assert not OmissionReason.objects.exists()


def test_readers_give_none(desk):
    with refused("summaries.permission.may-not"):
        give_reason(desk.act(desk.reader), desk.summary, desk.claims[1], text=WHY)
