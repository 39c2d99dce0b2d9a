"""The desk: what waits, accepted at once or one by one, read by whom it concerns."""

import re

import pytest

from college.committees.models import Ballot, Seat, Shown
from college.record.actions.texts import commit_plain, erase, withhold
from tests.factories.people import act_by, make_member
from tests.web.committees.desk import DESK, accepted, cast, decide

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("college")]


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
