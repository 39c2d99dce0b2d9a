"""An invitation is written, read by its guest, and ended."""

import pytest

from college.debates.models import Invitation
from tests.debates.web.standing import sign_in

pytestmark = pytest.mark.django_db


def test_guest_reads_an_invitation_and_goes_on_to_join(client, stand):
    member = sign_in(client, stand.holders[0])
    letter = "Please come and tell us what the ferry means to those on the far bank of the water."
    client.post(f"/debates/{stand.debate.slug}/invitations/new/", {"letter": letter})
    invitation = Invitation.objects.get(by=member)
    client.logout()
    page = client.get(f"/i/{invitation.code}/")
    assert letter in page.content.decode()
    assert "noindex" in page.content.decode()
    onward = client.post(f"/i/{invitation.code}/")
    assert onward.url == f"/join/?next=/debates/{stand.debate.slug}/take-part/"
    invitation.refresh_from_db()
    assert invitation.used == 1


def test_ended_invitation_says_so(client, stand):
    sign_in(client, stand.holders[0])
    letter = "Please come and tell us what the ferry means to those on the far bank of the water."
    client.post(f"/debates/{stand.debate.slug}/invitations/new/", {"letter": letter})
    invitation = Invitation.objects.get()
    page = f"/debates/{stand.debate.slug}/invitations/{invitation.public_id}/"
    client.post(f"{page}end/")
    client.logout()
    body = client.get(f"/i/{invitation.code}/").content.decode()
    assert "This invitation has ended" in body
    assert letter not in body


def test_unknown_code_is_a_calm_page(client, stand):
    assert client.get("/i/0000000000/").status_code == 404


def test_letter_is_shown_to_its_writer_alone(client, stand):
    sign_in(client, stand.holders[0])
    letter = "Please come and tell us what the ferry means to those on the far bank of the water."
    client.post(f"/debates/{stand.debate.slug}/invitations/new/", {"letter": letter})
    page = f"/debates/{stand.debate.slug}/invitations/{Invitation.objects.get().public_id}/"
    assert client.get(page).status_code == 200
    sign_in(client, stand.holders[1])
    assert client.get(page).status_code == 404
