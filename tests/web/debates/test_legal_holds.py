"""A steward's legal hold of a text in a debate: named law, a case, the author told; nobody else."""

import re

import pytest

from college.administration.models import Hold
from college.committees.models import Case
from college.debates.actions.legal_holds import hold_unlawful
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


def test_transparency_report_counts_every_hold_also_in_a_month_without_reports(client, college):
    room = make_court()
    steward, claims = make_steward(), [room.claim(room.one, f"Plan {n}.") for n in range(2)]
    for claim in claims:
        hold_unlawful(room.act(steward), claim, law="Secrets Act, s. 2")
    first = Hold.objects.first()
    first.ended = "lapsed"
    first.save()
    page = client.get(f"/transparency/{room.stand.at:%Y-%m}/").content.decode()
    rows = re.findall(r"<tr>.*?</tr>", page, re.S)
    [legal] = [row for row in rows if "naming the law" in row]
    assert re.findall(r"<td[^>]*>(\d+)</td>", legal) == ["2", "1", "0", "1"]
    [emergency] = [row for row in rows if "emergency duty" in row]
    assert re.findall(r"<td[^>]*>(\d+)</td>", emergency) == ["0", "0", "0", "0"]
