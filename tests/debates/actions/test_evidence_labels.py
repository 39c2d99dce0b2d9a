"""Labels beside evidence: asked once each, put by a case, taken away by a second look, never a removal."""

import pytest

from college.committees.rules.tally import Choice
from college.debates.actions.evidence import add_evidence
from college.debates.actions.evidence_labels import ask_label
from college.debates.models import Contribution, EvidenceLabel
from college.debates.queries.thread import by_ids
from college.debates.rules.evidence_labels import EvidenceLabelWord
from tests.debates.actions.said import LINE, entries
from tests.factories.acts import refused
from tests.factories.colleges import make_college
from tests.factories.hearings import decide, make_court

pytestmark = pytest.mark.django_db
REASON = "On page 4 of the accounts there is a table and no such sentence."


@pytest.fixture
def room():
    make_college()
    return make_court()


@pytest.fixture
def evidence(room) -> Contribution:
    return add_evidence(
        room.act(room.one),
        room.debate,
        bears_on=room.claim(room.one),
        form="for",
        source=LINE,
        quotation="Daily from nine.",
        text="The table says so.",
    )


def ask(room, evidence, word=EvidenceLabelWord.NOT_FOUND, by=None) -> EvidenceLabel:
    return ask_label(room.act(by or room.two), evidence, word=word, reason=REASON)


def labels(room, evidence) -> list[tuple[str, str]]:
    item = by_ids([evidence.public_id], now=room.stand.at)[evidence.public_id]
    assert item.html
    assert item.source.quotation == "Daily from nine."
    return [(one.word.value, one.settled) for one in item.labels]


def test_label_is_put_beside_evidence_which_stays(room, evidence):
    label = ask(room, evidence)
    assert labels(room, evidence) == [("quotation-not-found", "")]
    shown = [row.text.words for row in label.case.shown.select_related("text")]
    assert {"The table says so.", "Daily from nine.", REASON} <= set(shown)
    assert label.case.own_side == room.stand.viewpoints[0].public_id
    decide(room, label.case, Choice.GRANT, "quotation-not-found")
    assert labels(room, evidence) == [("quotation-not-found", "granted")]
    label.refresh_from_db()
    assert "So." in label.answer.words
    assert len(entries("debates.evidence-label.put")) == 1


def test_label_that_was_found_not_to_hold_is_not_shown_and_not_asked_again(room, evidence):
    label = ask(room, evidence)
    decide(room, label.case, Choice.KEEP)
    assert labels(room, evidence) == []
    with refused("debates.evidence-label.already"):
        ask(room, evidence, by=room.mate)
    assert ask(room, evidence, EvidenceLabelWord.RETRACTED)


def test_label_is_for_evidence_alone(room):
    with refused("debates.permission.may-not"):
        ask(room, room.claim(room.one))
