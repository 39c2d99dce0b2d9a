"""Claims to remarks: an address recognises its owner, a notice everybody else; addresses are never kept."""

import pytest
from django.core import mail

from college.debates.actions.invitations import count_use, end_invitation, invite
from college.debates.actions.positions import mark_position
from college.debates.actions.remarks import (
    claim_remark,
    confirm_claim,
    object_to_remark_claim,
    take_claim_back,
    withdraw_remark,
)
from college.debates.due import due
from college.debates.models import RemarkClaim
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.models import Notice
from college.record.models import Entry
from tests.factories.briefs import make_brief, make_remark
from tests.factories.colleges import make_college
from tests.factories.debates import make_debate
from tests.factories.people import make_member

pytestmark = pytest.mark.django_db(transaction=True)
REASON = "I wrote this under the name I use on that page."
OWN = "perpetua@quay.example"


@pytest.fixture
def stand():
    make_college()
    stand = make_debate()
    own = make_remark(
        "r1", address=OWN, pseudonym="Perpetua Quayle", words="Keep the ferry. Always."
    )
    stand.brief = make_brief(stand, own, make_remark("r2", "r1"))
    stand.remark = stand.brief.remarks.get(key="r1")
    return stand


def _visitor(stand):
    return Act(actor="import", at=stand.at)


def _code():
    return mail.outbox[-1].body.split("this code there: ")[1].split()[0]


def _from_outside(stand, address):
    claim = claim_remark(
        _visitor(stand), stand.remark, withdraw=True, reason=REASON, address=address
    )
    return confirm_claim(_visitor(stand), claim, code=_code())


def test_own_address_withdraws_at_once(stand):
    _from_outside(stand, "Perpetua@Quay.example")
    stand.remark.refresh_from_db()
    assert stand.remark.withdrawn_at == stand.at
    assert not stand.remark.text.is_open
    assert stand.remark.pseudonym == ""
    assert stand.brief.remarks.get(key="r2").parent == stand.remark


def test_law_8_a_withdrawn_remark_leaves_its_words_nowhere(stand):
    _from_outside(stand, OWN)
    stand.remark.refresh_from_db()
    assert stand.remark.text.body is None
    record = b"".join(bytes(body) for body in Entry.objects.values_list("body", flat=True))
    assert b"Perpetua" not in record
    assert OWN.encode() not in record
    assert set(RemarkClaim.objects.values_list("address", flat=True)) == {""}


def test_other_address_withdraws_after_the_notice(stand):
    _from_outside(stand, "somebody@else.example")
    stand.remark.refresh_from_db()
    assert stand.remark.withdrawn_at is None
    stand.wait(days=4)
    stand.remark.refresh_from_db()
    assert stand.remark.withdrawn_at == stand.at
    assert RemarkClaim.objects.get().address == ""


def test_mail_is_the_same_whether_or_not_the_address_is_known(stand):
    for address in (OWN, "somebody@else.example"):
        claim_remark(_visitor(stand), stand.remark, withdraw=True, reason=REASON, address=address)
    known, other = (m.body.replace(m.body.split("there: ")[1].split()[0], "") for m in mail.outbox)
    first, second = RemarkClaim.objects.order_by("id")
    assert known.replace(first.public_id, "") == other.replace(second.public_id, "")


def test_claim_that_nobody_confirmed_lapses_and_leaves_no_trace(stand):
    claim_remark(
        _visitor(stand), stand.remark, withdraw=True, reason=REASON, address="somebody@else.example"
    )
    stand.wait(days=4)
    claim = RemarkClaim.objects.get()
    assert (claim.address, claim.granted_at, claim.reason.body) == ("", None, None)
    assert not Entry.objects.filter(kind="debates.remark.claimed").exists()
    stand.remark.refresh_from_db()
    assert stand.remark.withdrawn_at is None


def test_wrong_code_is_refused(stand):
    claim = claim_remark(_visitor(stand), stand.remark, withdraw=True, reason=REASON, address=OWN)
    with pytest.raises(Refusal) as refused:
        confirm_claim(_visitor(stand), claim, code="0000000000")
    assert refused.value.code == "debates.remark.wrong-code"


def test_one_address_is_not_flooded(stand):
    brief = make_brief(stand, *(make_remark(f"x{n}") for n in range(6)))
    given = {"withdraw": True, "reason": REASON, "address": "a@b.example"}
    *others, last = brief.remarks.filter(key__startswith="x")
    for remark in others:
        claim_remark(_visitor(stand), remark, **given)
    with pytest.raises(Refusal) as refused:
        claim_remark(_visitor(stand), last, **given)
    assert refused.value.code == "debates.remark.too-often"


def test_member_claims_and_stands_beside_it_after_the_notice(stand):
    member = make_member("Heron of the quay")
    claim_remark(stand.act(member), stand.remark, withdraw=False, reason=REASON)
    stand.wait(days=4)
    stand.remark.refresh_from_db()
    assert stand.remark.claimed_by == member
    assert Notice.objects.filter(member=member, code="debates.remark.claim-granted").exists()


def test_member_with_the_very_address_is_granted_at_once(stand):
    member = make_member(account=True)
    member.account.email = OWN
    member.account.save()
    claim_remark(stand.act(member), stand.remark, withdraw=False, reason=REASON)
    stand.remark.refresh_from_db()
    assert stand.remark.claimed_by == member


def test_objection_holds_a_claim_up(stand):
    member = make_member()
    claim = claim_remark(stand.act(member), stand.remark, withdraw=False, reason=REASON)
    object_to_remark_claim(stand.act(stand.holders[0]), claim, reason="I know who wrote this one.")
    stand.wait(days=4)
    stand.remark.refresh_from_db()
    assert stand.remark.claimed_by is None


def test_claim_taken_back_is_not_granted(stand):
    member = make_member()
    claim = claim_remark(stand.act(member), stand.remark, withdraw=True, reason=REASON)
    take_claim_back(stand.act(member), claim)
    stand.wait(days=4)
    stand.remark.refresh_from_db()
    assert stand.remark.withdrawn_at is None


def test_owner_withdraws_at_once_and_who_quoted_it_is_told(stand):
    owner = make_member()
    stand.remark.claimed_by = owner
    stand.remark.save()
    quoting = stand.act(stand.holders[0])
    mark_position(quoting, stand.brief, exact="Keep the ferry.", label="Keep it")
    withdraw_remark(stand.act(owner), stand.remark)
    stand.remark.refresh_from_db()
    assert (stand.remark.withdrawn_at, stand.remark.claimed_by) == (stand.at, None)
    told = Notice.objects.filter(member=stand.holders[0]).values_list("code", flat=True)
    assert "debates.remark.is-withdrawn" in told


def test_withdrawal_takes_the_words_out_of_the_leftovers(stand):
    stand.brief.unplaced = [
        {"line": 9, "words": "Perpetua Quayle · Keep the ferry.", "reason": "repeated"},
        {"line": 10, "words": "Subscribe to our paper", "reason": "page-label"},
    ]
    stand.brief.save()
    _from_outside(stand, OWN)
    stand.brief.refresh_from_db()
    assert [row["line"] for row in stand.brief.unplaced] == [10]


def test_second_claim_while_one_waits_is_refused(stand):
    member = make_member()
    claim_remark(stand.act(member), stand.remark, withdraw=False, reason=REASON)
    with pytest.raises(Refusal) as refused:
        claim_remark(stand.act(member), stand.remark, withdraw=True, reason=REASON)
    assert refused.value.code == "debates.remark.claimed-already"


def test_clock_repeats_safely(stand):
    claim_remark(stand.act(make_member()), stand.remark, withdraw=False, reason=REASON)
    stand.wait(days=4)
    assert due(stand.at) == 0


LETTER = (
    "Our town asks whether its ferry should run in winter, and nobody speaks for closing it yet."
)


def test_invitation_ends_and_is_recorded_without_its_code(stand):
    invitation = invite(stand.act(stand.proposer), stand.debate, letter=LETTER)
    count_use(invitation)
    end_invitation(stand.act(stand.proposer), invitation)
    invitation.refresh_from_db()
    assert (invitation.used, invitation.ended_at) == (1, stand.at)
    record = b"".join(bytes(body) for body in Entry.objects.values_list("body", flat=True))
    assert invitation.code.encode() not in record


def test_somebody_else_cannot_end_an_invitation(stand):
    invitation = invite(stand.act(stand.proposer), stand.debate, letter=LETTER)
    with pytest.raises(Refusal):
        end_invitation(stand.act(stand.holders[0]), invitation)


def test_nobody_learns_who_claimed_a_comment_by_trying_addresses(stand):
    """Asked with an address that has claimed it already, or with any other: the answers are alike."""
    first = _from_outside(stand, "somebody@else.example")
    again, other = (
        claim_remark(_visitor(stand), stand.remark, withdraw=True, reason=REASON, address=address)
        for address in ("somebody@else.example", "third@party.example")
    )
    assert first.confirmed_at is not None
    assert (again.confirmed_at, other.confirmed_at) == (None, None)
    assert again.public_id != first.public_id


def test_nobody_learns_what_became_of_a_claim_without_its_code(stand):
    claim = _from_outside(stand, "somebody@else.example")
    with pytest.raises(Refusal) as refused:
        confirm_claim(_visitor(stand), claim, code="0000000000")
    assert refused.value.code == "debates.remark.wrong-code"


def test_member_claims_a_few_comments_a_day_and_not_all(stand):
    brief = make_brief(stand, *(make_remark(f"x{n}") for n in range(6)))
    member = make_member()
    *others, last = brief.remarks.filter(key__startswith="x")
    for remark in others:
        claim_remark(stand.act(member), remark, withdraw=True, reason=REASON)
    with pytest.raises(Refusal) as refused:
        claim_remark(stand.act(member), last, withdraw=True, reason=REASON)
    assert refused.value.code == "debates.remark.too-often-claimed"
