"""A steward's legal hold of a text in a debate: named law, a case, the author told; nobody else."""

import pytest

from college.committees.models import Case
from college.debates.models import Contribution
from college.people.models import Notice
from tests.factories.briefs import make_brief
from tests.factories.hearings import make_court
from tests.factories.people import make_steward

pytestmark = pytest.mark.django_db


def test_comment_leads_there_for_stewards_alone(client, college, signed_in):
    room = make_court()
    remark = make_brief(room.stand).remarks.first()
    path = f"/debates/{room.debate.slug}/remarks/{remark.public_id}/"
    way = f'href="{path}legal-hold/"'
    steward = signed_in(make_steward())
    assert way in steward.get(path).content.decode()
    for reader in (client, signed_in(room.two)):
        assert way not in reader.get(path).content.decode()
    assert steward.post(f"{path}legal-hold/", {"law": "Secrets Act, s. 2"}).status_code == 302
    assert way not in steward.get(path).content.decode()


def test_steward_holds_a_text_naming_the_law(client, college, signed_in):
    room = make_court()
    claim = room.claim(room.one, "The harbour plans are these.")
    path = f"/debates/{room.debate.slug}/c/{claim.public_id}/"
    assert signed_in(room.two).post(f"{path}legal-hold/", {"law": "Secrets Act"}).status_code == 403
    steward = signed_in(make_steward())
    assert "as a steward" in steward.get(path).content.decode()
    assert steward.post(f"{path}legal-hold/", {"law": "Secrets Act, s. 2"}).status_code == 302
    assert "harbour plans" not in client.get(path).content.decode()
    case = Case.objects.get()
    assert (case.rule, case.own_side) == ("unlawful", room.stand.viewpoints[0].public_id)
    assert Contribution.objects.get(pk=claim.pk).state == "standing"
    assert Notice.objects.filter(member=room.one, code="debates.text.held-by-law").exists()
