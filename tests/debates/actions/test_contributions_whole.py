"""A short debate from claim to concession: every kind once, and what the record says of it."""

import json

import pytest

from college.debates.actions.answers import answer
from college.debates.actions.arguments import add_argument
from college.debates.actions.challenges import challenge
from college.debates.actions.claims import NewClaim, add_claim
from college.debates.actions.concessions import concede, revoke
from college.debates.actions.definitions import add_definition
from college.debates.actions.evidence import NewEvidence, add_evidence
from college.debates.actions.links import confirm_link
from college.debates.actions.qualifications import qualify
from college.debates.actions.revisions import revise
from college.debates.actions.withdrawals import withdraw
from college.debates.models import Link
from college.debates.rules.posting import SourceLine
from college.record.models import Entry
from tests.factories.colleges import make_college
from tests.factories.debates import add_delegate, add_holder, make_debate

pytestmark = pytest.mark.django_db

LINE = SourceLine(title="Timetable of the ferry, 2025", locator="p. 3", publisher="Harbour office")


def test_every_kind_is_added_and_recorded() -> None:
    make_college()
    stand = make_debate()
    one, two = stand.holders
    delegate = add_delegate(stand, stand.viewpoints[1])
    stand.wait(days=8)
    undecided = add_holder(stand, None)

    claim = add_claim(stand.act(one), stand.debate, form="factual", text="The ferry runs daily.")
    argument = add_argument(
        stand.act(one, minutes=1),
        stand.debate,
        form="supports",
        premises=[NewClaim("value", "People need to cross.")],
        conclusion=claim,
    )
    add_argument(
        stand.act(two, minutes=2),
        stand.debate,
        form="opposes",
        premises=[NewClaim("factual", "In ice it stops.")],
        conclusion=argument,
        text="Need alone moves no ferry.",
    )
    add_evidence(
        stand.act(undecided, minutes=3),
        stand.debate,
        bears_on=claim,
        form="for",
        source=LINE,
        quotation="Daily, 6 to 22.",
    )
    add_definition(
        stand.act(undecided, minutes=4), stand.debate, term="Winter", text="Nov to March."
    )
    qualify(stand.act(two, minutes=5), claim, text="Not in ice.")
    asked = challenge(stand.act(two, minutes=6), claim, form="source-needed", text="Says who?")
    answer(
        stand.act(one, minutes=7),
        asked,
        text="The timetable.",
        points_to=[argument],
        evidence=[NewEvidence(form="for", source=LINE, quotation="Every day.")],
    )
    granted = concede(
        stand.act(delegate, minutes=8), claim, text="So it does.", condition="if thawed"
    )
    revise(stand.act(one, minutes=9), claim, text="The ferry runs every day.", expected=1)
    stale = Link.objects.get(source=asked, kind="challenges")
    confirm_link(stand.act(two, minutes=10), stale)
    revoke(stand.act(delegate, minutes=11), granted, reason="It froze again last night.")
    withdraw(stand.act(one, hours=1), argument, reason="I was too quick.")

    kinds = [e.kind for e in Entry.objects.filter(at__gte=stand.at).order_by("id")]
    assert kinds[kinds.index("debates.claim.added") :] == [
        "debates.claim.added",
        "debates.claim.added",
        "debates.argument.added",
        "debates.claim.added",
        "debates.argument.added",
        "debates.evidence.added",
        "debates.definition.added",
        "debates.qualification.added",
        "debates.challenge.put",
        "debates.evidence.added",
        "debates.answer.given",
        "debates.concession.made",
        "debates.contribution.revised",
        "debates.link.confirmed",
        "debates.concession.revoked",
        "record.text.erased",
        "debates.contribution.withdrawn",
    ]
    bodies = b"".join(bytes(e.body) for e in Entry.objects.all())
    assert b"ferry" not in bodies
    put = json.loads(bytes(Entry.objects.get(kind="debates.challenge.put").body))
    assert put["data"]["target"] == claim.public_id
