"""The charter in words, what the College asks about itself, and the forms for it."""

import pytest
from django.test import Client

from college.administration.models import Proposal, Removal, Sanction
from college.ground.charter import Preset, load
from college.ground.charter.changes import settings
from college.people.models import Term
from college.web.administration.charter import sections
from tests.factories.colleges import make_college
from tests.factories.people import make_member, make_steward

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def charter():
    return make_college()


def as_(member):
    client = Client()
    client.force_login(member.account)
    return client


def test_every_setting_of_the_charter_has_its_words_and_reason(charter):
    rows = [row for section in sections(charter) for row in section.rows]
    assert len(rows) == len(settings(charter)) - 1  # but the preset, which is said above
    assert all(str(cell) for row in rows for cell in row)


def test_the_charter_is_public_and_says_that_redundancy_is_not_met(client):
    page = client.get("/charter/").content.decode()
    assert "Redundancy is not met" in page
    assert "28 days" in page
    assert "fewer than two stewards" in page
    assert client.get("/administration/").status_code == 200


def test_a_fault_in_the_lines_is_shown_in_the_form_and_nothing_is_lost():
    client = as_(make_member(account=True))
    given = {"lines": "[clocks]\nepoch = '1 hour'", "reason": "Faster."}
    page = client.post("/charter/propose/", given)
    assert page.status_code == 422
    text = page.content.decode()
    assert "Lodging and revealing together must be shorter" in text
    assert "epoch = &#x27;1 hour&#x27;" in text


def test_a_proposal_is_made_read_and_supported(client):
    made = as_(make_member(account=True)).post(
        "/charter/propose/", {"lines": "[clocks]\nopen = '30 days'", "reason": "Longer."}
    )
    assert made.status_code == 302
    page = client.get(made.url).content.decode()
    assert "clocks.open: 28 days → 30 days" in page
    as_(make_member(account=True)).post(f"{made.url}support/")
    assert Proposal.objects.get().supports.count() == 1


def test_offices_and_members_are_put_to_panels(client):
    steward, member = make_steward(account=True), make_member(account=True)
    term = Term.objects.get(member=steward)
    as_(member).post(
        f"/administration/removals/{term.public_id}/ask/",
        {"ground": "office-neglected", "reason": "No answer."},
    )
    assert Removal.objects.get().term == term
    made = as_(steward).post(
        f"/members/{member.public_id}/sanction/",
        {"ground": "repeated-flooding", "reason": "Forty reports.", "days": 3},
    )
    assert made.url == f"/administration/sanctions/{Sanction.objects.get().public_id}/"
    assert "3 days" in client.get(made.url).content.decode()
    assert steward.public_name in client.get("/administration/").content.decode()


@pytest.mark.parametrize("preset", list(Preset))
def test_every_preset_can_be_put_in_words(preset):
    assert all(section.rows for section in sections(load(preset)))
