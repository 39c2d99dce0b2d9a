"""The desk: what waits, accepted at once or one by one; read, decided, signed, cast."""

import json
import re
from datetime import timedelta

import pytest
from django.test import Client

from college.committees.actions import keys
from college.committees.models import Ballot, Key, Seat, Shown
from college.committees.rules.signatures import SignatureKind
from college.record.actions.sequence import sequence
from college.record.actions.texts import commit_plain, erase, withhold
from tests.factories.ballots import Signer
from tests.factories.dockets import Sitting, make_sitting
from tests.factories.people import act_by, make_member
from tests.factories.service import enrol

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("college")]
DESK = "/committees/desk/"
REASON = "It names a person and calls them a fool."


@pytest.fixture
def sitting() -> Sitting:
    return make_sitting(3)


@pytest.fixture
def browser_of(signed_in, sitting) -> Client:
    return signed_in(sitting.member)


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return found[1].replace("&quot;", '"')


def decide(browser: Client, seat: Seat, decision: str = "grant insult", reason: str = REASON):
    return browser.post(
        f"{DESK}seats/{seat.public_id}/sign/", {"decision": decision, "reason": reason}
    )


def cast(browser: Client, seat: Seat, page: str, signer: Signer, **changes):
    ballot = hidden(page, "ballot")
    signature = json.dumps(signer.sign(ballot.encode()).document())
    form = {
        "ballot": ballot,
        "salt": hidden(page, "salt"),
        "reason": REASON,
        "decision": "grant insult",
        "signature": signature,
    } | changes
    return browser.post(f"{DESK}seats/{seat.public_id}/cast/", form)


def accepted(browser: Client, sitting: Sitting) -> Signer:
    """Every seat accepted, and a key of a device."""
    signer, _key = enrol(sitting.place, sitting.seats[0].called_at)
    chosen = {"seat": [seat.public_id for seat in sitting.seats]}
    assert browser.post(f"{DESK}accept/", chosen).status_code == 302
    return signer


def test_before_accepting_one_reads_why_how_long_and_what_becomes_public(browser_of, sitting):
    page = browser_of.get(DESK).content.decode()
    assert "The lot fell on you for 3 cases: about 9 minutes together." in page
    assert "What becomes public" in page
    assert page.count("Why you? Or answer for this one alone") == 3
    assert "so nobody chose you" in page
    assert "Make your key" in page
    assert "The lot fell on you for 3 cases." in browser_of.get("/desk/").content.decode()
    # Nothing of the text before one accepts.
    assert "You are a fool" not in page
    one = browser_of.get(f"{DESK}seats/{sitting.seats[0].public_id}/").content.decode()
    assert "You are a fool" not in one
    assert "Why you?" in one
    assert "What becomes public" in one


def test_case_after_case_without_going_back_to_the_list(browser_of, sitting):
    signer = accepted(browser_of, sitting)
    for number, seat in enumerate(sitting.seats, 1):
        page = browser_of.get(f"{DESK}seats/{seat.public_id}/").content.decode()
        assert f"Case {number} of 3" in page
        assert "You are a fool" in page
        signing = decide(browser_of, seat)
        assert signing.status_code == 200
        answer = cast(browser_of, seat, signing.content.decode(), signer)
        assert answer.headers["Location"] == f"{DESK}seats/{seat.public_id}/sealed/"
        sealed = browser_of.get(answer.headers["Location"]).content.decode()
        if number < 3:
            assert f"{number} of 3 done." in sealed
            following = sitting.seats[number].public_id
            assert f'<a class="button" href="{DESK}seats/{following}/">Next case</a>' in sealed
        else:
            assert "That was the last one for now." in sealed
    assert Ballot.objects.count() == 3


def test_a_panel_reads_what_is_withheld_from_everybody_else(browser_of, signed_in, sitting):
    accepted(browser_of, sitting)
    first, second, third = sitting.seats
    words = first.draw.case.shown.get().text
    plain = commit_plain("You <fool>.")
    Shown.objects.filter(case=second.draw.case).update(text=plain)
    gone = third.draw.case.shown.get().text
    act = act_by(sitting.member, first.called_at)
    for text in (words, plain):
        withhold(act, text, ground="threat", case=first.draw.case.public_id, until=None)
    erase(act, gone, ground="withdrawn")
    pages = [
        browser_of.get(f"{DESK}seats/{seat.public_id}/").content.decode() for seat in sitting.seats
    ]
    assert "You are a fool" in pages[0]
    assert "You &lt;fool&gt;." in pages[1]
    assert "has withdrawn this text" in pages[2]
    story = signed_in(make_member()).get(f"/committees/cases/{first.draw.case.public_id}/")
    assert "You are a fool" not in story.content.decode()


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


def test_the_page_of_a_case_tells_no_author_side_step_or_number_of_votes(browser_of, sitting):
    accepted(browser_of, sitting)
    seat = sitting.seats[0]
    page = browser_of.get(f"{DESK}seats/{seat.public_id}/").content.decode()
    assert seat.draw.case.public_id not in page
    assert seat.draw.epoch.public_id not in page
    assert not re.search(r"\b(review|panel A|appeal|retrial|re-trial)\b", page, re.I)


def test_refused_costs_nothing_and_the_next_is_called(browser_of, sitting):
    seat = sitting.seats[0]
    answer = browser_of.post(f"{DESK}seats/{seat.public_id}/refuse/", follow=True)
    assert "It costs nothing." in answer.content.decode()
    seat.refresh_from_db()
    assert seat.out_ground == "refused"
    assert seat.replaced_by.called_at is not None
    assert "The lot fell on you for 2 cases" in browser_of.get(DESK).content.decode()


def test_who_has_to_do_with_a_case_leaves_its_seat_and_that_is_told_apart(browser_of, sitting):
    accepted(browser_of, sitting)
    seat = sitting.seats[0]
    page = browser_of.get(f"{DESK}seats/{seat.public_id}/").content.decode()
    assert "I know whose text it is, or have to do with it" in page
    answer = browser_of.post(f"{DESK}seats/{seat.public_id}/refuse/", {"tied": "yes"})
    # On to the next case, not back to a list.
    assert answer.headers["Location"] == f"{DESK}seats/{sitting.seats[1].public_id}/"
    seat.refresh_from_db()
    assert seat.out_ground == "recused"


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


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("", None),
        ("sealed/", None),
        ("sign/", {"decision": "keep", "reason": "So."}),
        ("accept/", {}),
        ("refuse/", {}),
        ("cast/", {}),
    ],
)
def test_other_people_s_seats_are_not_there(sitting, signed_in, path, form):
    browser = signed_in(make_member())
    address = f"{DESK}seats/{sitting.seats[0].public_id}/{path}"
    answer = browser.get(address) if form is None else browser.post(address, form)
    assert answer.status_code == 404
    sitting.seats[0].refresh_from_db()
    assert sitting.seats[0].accepted_at is None
    assert sitting.seats[0].out_at is None
    stolen = browser.post(f"{DESK}accept/", {"seat": sitting.seats[0].public_id})
    assert stolen.status_code == 404


def test_a_seat_that_is_not_called_yet_is_not_there(browser_of, sitting):
    Seat.objects.filter(pk=sitting.seats[0].pk).update(called_at=None, due_at=None)
    assert browser_of.get(f"{DESK}seats/{sitting.seats[0].public_id}/").status_code == 404


@pytest.mark.parametrize("path", ["committees/desk/", "committees/my-service/"])
def test_a_stranger_is_sent_to_sign_in(client, sitting, path):
    answer = client.get(f"/{path}")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("which", ["docket", "service", "case"])
def test_the_number_of_queries_does_not_grow(
    browser_of, sitting, which, django_assert_max_num_queries
):
    accepted(browser_of, sitting)
    path = {
        "docket": DESK,
        "service": "/committees/my-service/",
        "case": f"{DESK}seats/{sitting.seats[0].public_id}/",
    }[which]
    with django_assert_max_num_queries(22):
        assert browser_of.get(path).status_code == 200


def test_a_seat_that_is_over_says_so(browser_of, sitting):
    seat = sitting.seats[0]
    browser_of.post(f"{DESK}seats/{seat.public_id}/refuse/")
    page = browser_of.get(f"{DESK}seats/{seat.public_id}/").content.decode()
    assert "This seat is over" in page


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
