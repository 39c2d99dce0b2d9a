"""Rewording, links that turn stale, confirming them, withdrawing."""

import json

import pytest

from college.debates.actions.arguments import add_argument
from college.debates.actions.challenges import challenge
from college.debates.actions.claims import NewClaim
from college.debates.actions.concessions import concede, revoke
from college.debates.actions.definitions import add_definition
from college.debates.actions.evidence import add_evidence
from college.debates.actions.links import confirm_link
from college.debates.actions.revisions import revise
from college.debates.actions.withdrawals import withdraw
from college.debates.models import Contribution, Link, Placement, Revision, Source
from college.debates.queries.thread import first_page
from college.ground.refusals import Refusal
from college.people.models import Notice
from college.record.models import Text
from tests.debates.actions.said import LINE, entries, make_room
from tests.factories.acts import refused
from tests.factories.colleges import make_college

pytestmark = pytest.mark.django_db


@pytest.fixture
def room():
    make_college()
    return make_room()


def test_author_corrects_freely_in_grace_and_slightly_later(room):
    claim = room.claim(room.one, "Nobody needs it.")
    revise(room.act(room.one, minutes=14), claim, text="The ferry runs every day.", expected=1)
    with refused("debates.revision.not-minor"):
        revise(room.act(room.one, minutes=16), claim, text="Everybody rows across.", expected=2)
    last = revise(room.act(room.one, days=1), claim, text="The ferry sails every day.", expected=2)
    claim.refresh_from_db()
    assert (last.number, claim.head, claim.words) == (3, 3, 5)
    assert [e.kind for e in entries("debates.contribution.revised")] == [
        "debates.contribution.revised"
    ] * 2


def test_grace_is_over_when_somebody_refers_to_the_text(room):
    claim = room.claim(room.one, "Nobody needs it.")
    challenge(room.act(room.two, minutes=1), claim, form="unclear", text="Nobody?")
    with refused("debates.revision.not-minor"):
        revise(room.act(room.one, minutes=2), claim, text="Everybody rows across.", expected=1)


def test_the_second_of_two_editors_is_refused_with_the_firsts_wording(room):
    claim = room.claim(room.one, "The fery runs.")
    revise(room.act(room.one, minutes=1), claim, text="The ferry runs.", expected=1)
    with pytest.raises(Refusal) as caught:
        revise(room.act(room.one, minutes=2), claim, text="The ferry swims.", expected=1)
    assert caught.value.code == "debates.revision.stale"
    assert caught.value.params == {"number": 2, "text": "The ferry runs."}
    assert Revision.objects.filter(contribution=claim).count() == 2


def test_same_words_again_make_no_revision(room):
    claim = room.claim(room.one, "The ferry runs.")
    assert revise(room.act(room.one), claim, text=" The ferry  runs. ", expected=1).number == 1


def test_law_9_links_pin_a_wording_and_are_stale_until_confirmed(room):
    claim = room.claim(room.one, "The fery runs.")
    asked = challenge(room.act(room.two), claim, form="unclear", text="Where?")
    link = Link.objects.get(source=asked)
    revise(room.act(room.one, hours=1), claim, text="The ferry runs.", expected=1)

    def stale() -> dict[str, bool]:
        page = first_page(room.debate, now=room.act(room.one).at)
        return {item.public_id: item.stale for item in page.items}

    assert stale() == {claim.public_id: False, asked.public_id: True}
    with refused("debates.permission.may-not"):
        confirm_link(room.act(room.one, hours=2), link)
    confirmed = confirm_link(room.act(room.two, hours=2), link)
    assert (confirmed.pinned.number, confirmed.confirmed_at) == (2, room.act(room.two, hours=2).at)
    assert stale() == {claim.public_id: False, asked.public_id: False}
    data = json.loads(bytes(entries("debates.link.confirmed")[0].body))["data"]
    assert (data["relation"], data["text"]) == ("challenges", confirmed.pinned.text_id)
    confirm_link(room.act(room.two, hours=3), link)
    assert len(entries("debates.link.confirmed")) == 1


def test_authors_of_stale_links_are_told(room):
    claim = room.claim(room.one, "The fery runs.")
    challenge(room.act(room.two), claim, form="unclear", text="Where?")
    revise(room.act(room.one, hours=1), claim, text="The ferry runs.", expected=1)
    found = Notice.objects.filter(code="debates.contribution.revised")
    assert [notice.member for notice in found] == [room.two]


def test_law_4_withdrawal_keeps_day_reason_place_and_links(room):
    claim = room.claim(room.one, "The fery runs.")
    revise(room.act(room.one, minutes=1), claim, text="The ferry runs.", expected=1)
    challenge(room.act(room.two, minutes=2), claim, form="unclear", text="Where?")
    withdraw(room.act(room.one, hours=1), claim, reason="I was wrong.")
    claim.refresh_from_db()
    assert (claim.state, claim.state_at) == ("withdrawn", room.act(room.one, hours=1).at)
    assert claim.state_reason.words == "I was wrong."
    texts = Text.objects.filter(commitment__in=claim.revisions.values("text"))
    assert {(t.state, t.ground, t.body, t.rendered) for t in texts} == {
        ("tombstone", "withdrawn", None, "")
    }
    assert Placement.objects.filter(contribution=claim).exists()
    assert Link.objects.filter(target=claim).count() == 1
    assert claim.words == 3
    assert len(entries("record.text.erased")) == 2


def test_withdrawal_at_once_takes_the_place_too_and_gives_the_words_back(room):
    claim = room.claim(room.one)
    withdraw(room.act(room.one, minutes=5), claim)
    claim.refresh_from_db()
    assert (claim.state, claim.words) == ("withdrawn", 0)
    assert not Placement.objects.exists()
    assert json.loads(bytes(entries("debates.contribution.withdrawn")[0].body))["data"]["in_grace"]


def test_argument_with_premises_below_it_keeps_its_place(room):
    goal = room.claim(room.one)
    argument = add_argument(
        room.act(room.one),
        room.debate,
        form="supports",
        premises=[NewClaim("value", "Because.")],
        conclusion=goal,
    )
    withdraw(room.act(room.one, minutes=1), argument)
    assert Placement.objects.filter(contribution=argument).exists()


def test_withdrawing_evidence_erases_source_and_quotation(room):
    claim = room.claim(room.one)
    evidence = add_evidence(
        room.act(room.one),
        room.debate,
        bears_on=claim,
        form="for",
        source=LINE,
        quotation="Daily.",
        text="It says so.",
    )
    withdraw(room.act(room.one, hours=1), evidence)
    source = Source.objects.select_related("line", "quotation").get()
    assert (source.line.state, source.quotation.state) == ("tombstone", "tombstone")


def test_withdrawing_a_definition_erases_its_term(room):
    sense = add_definition(room.act(room.one), room.debate, term="Smith", text="A man I know.")
    withdraw(room.act(room.one, hours=1), sense)
    sense.refresh_from_db()
    assert (sense.term, sense.headword.state) == ("", "tombstone")


def test_withdrawing_twice_changes_nothing(room):
    claim = room.claim(room.one)
    withdraw(room.act(room.one, hours=1), claim)
    withdraw(room.act(room.one, hours=2), claim)
    assert len(entries("debates.contribution.withdrawn")) == 1


def test_others_do_not_withdraw_or_revise(room):
    claim = room.claim(room.one)
    with refused("debates.permission.may-not"):
        withdraw(room.act(room.mate), claim)
    with refused("debates.permission.may-not"):
        revise(room.act(room.mate), claim, text="Mine.", expected=1)


def test_law_4_concession_is_dated_conditional_and_revoked_with_a_reason(room):
    claim = room.claim(room.one)
    granted = concede(
        room.act(room.delegate), claim, text="It does.", condition="as long as the ice holds off"
    )
    assert granted.viewpoint == room.stand.viewpoints[1]
    assert granted.as_delegate
    assert granted.condition.words == "as long as the ice holds off"
    with refused("debates.contribution.no-reason"):
        revoke(room.act(room.delegate, hours=1), granted, reason=" ")
    revoke(room.act(room.delegate, hours=1), granted, reason="The ice came.")
    granted.refresh_from_db()
    assert granted.revoked_at == room.act(room.delegate, hours=1).at
    assert granted.state_reason.words == "The ice came."
    assert Contribution.objects.get(pk=granted.pk).state == "standing"
    assert len(entries("debates.concession.revoked")) == 1


def test_only_a_delegate_concedes_and_not_what_is_their_own(room):
    with refused("debates.permission.may-not"):
        concede(room.act(room.two), room.claim(room.one), text="Yes.")
    with refused("debates.permission.may-not"):
        concede(room.act(room.delegate), room.claim(room.two), text="Yes.")
