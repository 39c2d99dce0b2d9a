"""The contributor's page without its script: who may see it, what it says, what its doors refuse."""

import json

import pytest

from college.committees.rules.seeds import commitment
from tests.factories.acts import MOMENT
from tests.factories.epochs import Contributor, open_epoch
from tests.factories.people import make_member

PAGE = "/committees/contribute/"


@pytest.fixture
def one(college):
    return Contributor()


@pytest.fixture
def epoch(one):
    return open_epoch()


@pytest.fixture
def browser_of(one, signed_in):
    return signed_in(one.member)


def send(client, path, **sent):
    return client.post(f"{PAGE}{path}", json.dumps(sent), content_type="application/json")


def test_strangers_are_asked_to_sign_in(college, client):
    assert client.get(PAGE).status_code == 302


def test_who_does_not_contribute_is_told_who_does(college, signed_in):
    page = signed_in(make_member()).get(PAGE).content.decode()
    assert "You are not asked to contribute now" in page
    assert "contributing.js" not in page


def test_the_page_says_that_it_needs_script(browser_of, epoch):
    page = browser_of.get(PAGE).content.decode()
    assert "This page needs script" in page
    assert "your secret is still to be made" in page


def test_the_state_names_what_waits(browser_of, one, epoch):
    told = browser_of.get(f"{PAGE}state/").json()
    assert told["contributor"] == one.id
    (errand,) = told["errands"]
    assert (errand["epoch"], errand["phase"], errand["threshold"]) == (
        epoch.public_id,
        "taking",
        2,
    )
    assert errand["holders"][0][0] == one.id
    assert [lodged["digest"] for lodged in errand["answers"]]


def test_a_whole_contribution_goes_through_the_doors(browser_of, one, epoch):
    secret = "ab" * 32
    one.secrets[epoch.public_id] = bytes.fromhex(secret)
    hashed = commitment(bytes.fromhex(secret))
    assert send(browser_of, f"{epoch.public_id}/commit/", secret=hashed).status_code == 200
    digests, boxes = one.dealt(epoch)
    lodged = send(browser_of, f"{epoch.public_id}/lodge/", digests=digests, boxes=boxes)
    assert lodged.status_code == 200
    dealers = list(one.waiting(epoch))
    answered = send(browser_of, f"{epoch.public_id}/acknowledge/", dealers=dealers, refused=[])
    assert answered.status_code == 200
    assert "all is done for now" in browser_of.get(f"{PAGE}now/").content.decode()


@pytest.mark.parametrize("door", ["commit", "lodge", "acknowledge", "reveal", "open"])
@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "null",
        "7",
        '{"secret": 7}',
        '{"shares": {"a": 7}}',
        '{"digests": "ab"}',
        '{"secret": ' + "[" * 100_000,
    ],
)
def test_malformed_bodies_are_refused_in_words(browser_of, epoch, door, body):
    path = f"{PAGE}{epoch.public_id}/{door}/"
    answer = browser_of.post(path, body, content_type="application/json")
    assert answer.status_code == 422
    assert answer.json()["sentence"]


def test_others_are_refused_at_every_door(signed_in, epoch):
    stranger = signed_in(make_member())
    answer = send(stranger, f"{epoch.public_id}/commit/", secret="ab" * 32)
    assert answer.status_code == 422
    assert answer.json()["code"] == "committees.epoch.not-yours"
    assert stranger.get(f"{PAGE}state/").json()["code"] == "committees.contributor.none"


def test_too_early_is_said(browser_of, one, epoch):
    one.commit(epoch, MOMENT)
    answer = send(browser_of, f"{epoch.public_id}/reveal/", secret="ab" * 32)
    assert answer.json()["code"] == "committees.epoch.too-early"
