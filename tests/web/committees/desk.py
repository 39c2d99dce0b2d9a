"""What a browser sends from the desk: seats accepted, decisions, ballots."""

import json
import re

from django.http import HttpResponse
from django.test import Client

from college.committees.models import Seat
from tests.factories.ballots import Signer
from tests.factories.dockets import Sitting
from tests.factories.service import enrol

DESK = "/committees/desk/"
REASON = "It names a person and calls them a fool."


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return found[1].replace("&quot;", '"')


def decide(
    browser: Client, seat: Seat, decision: str = "grant insult", reason: str = REASON
) -> HttpResponse:
    return browser.post(
        f"{DESK}seats/{seat.public_id}/sign/", {"decision": decision, "reason": reason}
    )


def cast(browser: Client, seat: Seat, page: str, signer: Signer, **changes: str) -> HttpResponse:
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
