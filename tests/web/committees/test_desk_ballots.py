"""A ballot from the desk: decided, shown before it is signed, cast once."""

import json
import re
from datetime import timedelta

import pytest

from college.committees.actions import keys
from college.committees.models import Ballot, Key
from college.committees.rules.signatures import SignatureKind
from college.record.actions.sequence import sequence
from tests.factories.people import act_by
from tests.web.committees.desk import DESK, REASON, accepted, cast, decide, hidden

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("college")]


def test_the_receipt_is_there_once_a_checkpoint_covers_the_ballot(browser_of, sitting):
    signer = accepted(browser_of, sitting)
    seat = sitting.seats[0]
    cast(browser_of, seat, decide(browser_of, seat).content.decode(), signer)
    assert "Look again" in browser_of.get(f"{DESK}seats/{seat.public_id}/sealed/").content.decode()
    sequence(sitting.seats[0].called_at + timedelta(hours=2))
    page = browser_of.get(f"{DESK}seats/{seat.public_id}/sealed/").content.decode()
    receipt = re.search(r'href="(/record/entries/\d+/receipt/)"', page)
    assert receipt
    assert b"c2sp.org/tlog-proof@v1" in browser_of.get(receipt[1]).content


def test_what_is_signed_is_shown_in_full_and_in_words(browser_of, sitting):
    accepted(browser_of, sitting)
    page = decide(browser_of, sitting.seats[0], "keep").content.decode()
    ballot = json.loads(hidden(page, "ballot"))
    assert ballot["choice"] == "keep"
    assert ballot["ground"] == ""
    assert ballot["seat"] == sitting.seats[0].public_id
    shown = re.search(r'<pre class="wrap" id="ballot"[^>]*>([^<]*)</pre>', page)
    assert shown
    assert json.loads(shown[1].replace("&quot;", '"')) == ballot
    assert "No, it stays as it is" in page
    assert REASON in page


def test_an_empty_form_says_what_is_missing_and_keeps_what_was_typed(browser_of, sitting):
    accepted(browser_of, sitting)
    answer = decide(browser_of, sitting.seats[0], decision="")
    assert answer.status_code == 422
    assert REASON in answer.content.decode()
    assert decide(browser_of, sitting.seats[0], reason="").status_code == 422
    assert decide(browser_of, sitting.seats[0], reason="x" * 401).status_code == 422
    assert decide(browser_of, sitting.seats[0], decision="grant spam").status_code == 422


@pytest.mark.parametrize(
    "changes",
    [
        {"signature": ""},
        {"signature": "[" * 7000},
        {"signature": "null"},
        {"signature": "x" * 9000},
        {"ballot": ""},
        {"ballot": "\ufffd"},
        {"ballot": "{}"},
        {"salt": "zz"},
        {"salt": "AB" * 32},
        {"reason": "Another sentence."},
        {"reason": ""},
        {"software": "yes"},
        {"decision": "nonsense", "signature": "{}"},
    ],
)
def test_a_ballot_that_is_not_well_brings_the_case_back(browser_of, sitting, changes):
    signer = accepted(browser_of, sitting)
    seat = sitting.seats[0]
    page = decide(browser_of, seat).content.decode()
    answer = cast(browser_of, seat, page, signer, **changes)
    assert answer.status_code in {409, 422}
    assert "You are a fool" in answer.content.decode()
    assert not Ballot.objects.exists()


def test_a_stale_page_casts_nothing_twice(browser_of, sitting):
    signer = accepted(browser_of, sitting)
    seat = sitting.seats[0]
    first, second = (decide(browser_of, seat).content.decode() for _ in range(2))
    cast(browser_of, seat, first, signer)
    answer = cast(browser_of, seat, second, signer)
    assert answer.status_code == 422
    assert "A ballot has been cast from this seat." in answer.content.decode()
    assert Ballot.objects.count() == 1
    assert browser_of.get(f"{DESK}seats/{seat.public_id}/").status_code == 302


def test_a_ballot_of_one_page_does_not_serve_another_seat(browser_of, sitting):
    signer = accepted(browser_of, sitting)
    one, other = sitting.seats[:2]
    page = decide(browser_of, one).content.decode()
    answer = cast(browser_of, other, page, signer)
    assert answer.status_code == 422
    assert "another case" in answer.content.decode()


def test_in_a_sample_one_signs_without_script(browser_of, sitting, settings):
    settings.DEMO = True
    seat = sitting.seats[0]
    keys_page = f"/committees/my-service/{sitting.place.public_id}/keys/"
    assert "Use a software key" in browser_of.get(keys_page).content.decode()
    browser_of.post(f"{keys_page}software/")
    assert Key.objects.get().kind == SignatureKind.SOFTWARE
    browser_of.post(f"{DESK}seats/{seat.public_id}/accept/")
    page = decide(browser_of, seat).content.decode()
    assert "with a software key" in page
    form = {
        "ballot": hidden(page, "ballot"),
        "salt": hidden(page, "salt"),
        "reason": REASON,
        "decision": "grant insult",
        "software": "yes",
    }
    assert browser_of.post(f"{DESK}seats/{seat.public_id}/cast/", form).status_code == 302
    assert Ballot.objects.get().choice == "grant"


def test_without_a_sample_the_college_makes_no_keys(browser_of, sitting):
    answer = browser_of.post(f"/committees/my-service/{sitting.place.public_id}/keys/software/")
    assert answer.status_code == 404
    assert not Key.objects.exists()


def test_a_revoked_key_is_offered_no_more(browser_of, sitting):
    signer = accepted(browser_of, sitting)
    seat = sitting.seats[0]
    page = decide(browser_of, seat).content.decode()
    keys.revoke(act_by(sitting.member, seat.called_at), Key.objects.get())
    answer = cast(browser_of, seat, page, signer)
    assert answer.status_code == 422
    assert "no more, a key of yours" in answer.content.decode()
    assert "You have no key yet." in decide(browser_of, seat).content.decode()
