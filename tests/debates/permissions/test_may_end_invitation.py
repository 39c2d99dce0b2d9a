"""may_end_invitation: who wrote it, and stewards, while it is open."""

from college.debates.actions.invitations import end_invitation, invite
from college.debates.models import Invitation
from tests.debates.permissions import ALL
from tests.debates.permissions.brought import member_of

LETTER = "Please come and tell us what the ferry means to those on the far bank of the water."


def _invitation(cast):
    return invite(cast.stand.act(member_of(cast, "holder")), cast.debate, letter=LETTER)


def test_may_end_invitation(cast):
    made = _invitation(cast)
    cast.assert_allowed(
        "may_end_invitation",
        lambda c: (Invitation.objects.get(pk=made.pk),),
        {"holder": ALL, "steward": ALL},
    )


def test_nobody_ends_it_twice(cast):
    made = _invitation(cast)
    end_invitation(cast.stand.act(member_of(cast, "holder")), made)
    cast.assert_allowed("may_end_invitation", lambda c: (Invitation.objects.get(pk=made.pk),), {})
