"""Claim a remark as one's own, or withdraw it: for members, and for people without an account.

An address serves to recognise the one who wrote a remark and to send them a code. It is never shown or
recorded, is told to nobody, and is emptied when the claim is decided.
"""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F

from college.debates.actions.locking import locked, moved
from college.debates.actions.mail import mail_code, mail_outcome
from college.debates.actions.objections import keep_objection
from college.debates.events.briefs import (
    RemarkClaimed,
    RemarkClaimEnded,
    RemarkGranted,
    RemarkWithdrawn,
)
from college.debates.models import Objection, Remark, RemarkClaim
from college.debates.permissions import require
from college.debates.queries import objections, remarks
from college.debates.rules import addresses, claims, wordings
from college.debates.rules.claims import ClaimEnding, ClaimGround
from college.ground.act import Act
from college.ground.moments import rfc3339
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.people.models import Member
from college.people.queries import acting_member
from college.record.actions.entries import append
from college.record.actions.texts import commit, erase
from college.record.charters import charter_in_force

_A_DAY = timedelta(days=1)


@transaction.atomic
def claim_remark(
    act: Act, remark: Remark, *, withdraw: bool, reason: str, address: str = ""
) -> RemarkClaim:
    """Say that a remark is one's own: to stand beside it with one's name, or to withdraw it.

    A member whose own address the source held with the remark is granted it at once, others after a
    notice. A person without an account gives an ``address``; a code is sent there, whatever we know.
    """
    member = acting_member(act) if act.is_member else None
    locked(remark.brief.debate)
    remark = remarks.fresh(remark)
    require("may_claim_remark", member, remark)
    kept = wordings.reason(reason, charter_in_force().lengths)
    if member is None:
        return _claim_from_outside(act, remark, withdraw=withdraw, reason=kept, address=address)
    if remarks.undecided(remark).filter(member=member).exists():
        raise Refusal("debates.remark.claimed-already")
    own = member.account.email if member.account else ""
    is_theirs = claims.is_address_of(remark.address_digest, settings.SECRET_KEY, own)
    if not is_theirs and _noticed_today(act, member) >= claims.MOST_A_DAY:
        raise Refusal("debates.remark.too-often-claimed", most=claims.MOST_A_DAY)
    claim = _create(act, remark, member=member, withdraw=withdraw, reason=kept)
    _confirm(act, claim)
    if is_theirs:
        _grant(act, claim, ground=ClaimGround.ADDRESS)
    return claim


@transaction.atomic
def confirm_claim(act: Act, claim: RemarkClaim, *, code: str) -> RemarkClaim:
    """The code that was sent came back: granted at once if it is the remark's own address, else noticed."""
    locked(claim.remark.brief.debate)
    claim = remarks.fresh_claim(claim)
    # The code first: what became of a claim is told only to whom it was sent.
    if not claims.is_code(code, settings.SECRET_KEY, claim.public_id):
        raise Refusal("debates.remark.wrong-code")
    if claim.granted_at is not None or claim.ended_at is not None or claim.confirmed_at is not None:
        raise Refusal("debates.remark.decided")
    _confirm(act, claim)
    digest = claim.remark.address_digest
    if claims.is_address_of(digest, settings.SECRET_KEY, claim.address):
        _grant(act, claim, ground=ClaimGround.ADDRESS)
    return claim


@transaction.atomic
def take_claim_back(act: Act, claim: RemarkClaim) -> RemarkClaim:
    """End one's own claim before it is decided."""
    member = acting_member(act)
    locked(claim.remark.brief.debate)
    claim = remarks.fresh_claim(claim)
    require("may_take_claim_back", member, claim)
    _end(act, claim, ground=ClaimEnding.TAKEN_BACK)
    return claim


@transaction.atomic
def object_to_remark_claim(act: Act, claim: RemarkClaim, *, reason: str) -> Objection:
    """Stop a remark from being handed over by itself."""
    member = acting_member(act)
    debate = locked(claim.remark.brief.debate)
    claim = remarks.fresh_claim(claim)
    require("may_object_to_remark_claim", member, claim)
    objection = keep_objection(act, claim, member=member, reason=reason)
    moved(debate)
    _tell(act, claim.member, "debates.remark.objected", claim.remark)
    mail_outcome(claim, "objected")
    return objection


@transaction.atomic
def withdraw_remark(act: Act, remark: Remark) -> Remark:
    """The member it was handed to takes it back: the words are erased, the thread stays."""
    member = acting_member(act)
    locked(remark.brief.debate)
    remark = remarks.fresh(remark)
    require("may_withdraw_remark", member, remark)
    _withdraw(act, remark)
    return remark


@transaction.atomic
def grant_due(act: Act, claim: RemarkClaim) -> bool:
    """Grant a claim whose notice is over, or let one lapse that was never confirmed; whether it did."""
    locked(claim.remark.brief.debate)
    claim = remarks.fresh_claim(claim)
    if claim.granted_at is not None or claim.ended_at is not None or claim.grant_at > act.at:
        return False
    if claim.confirmed_at is None:
        # Nobody has seen it: it leaves no trace, its reason neither.
        claim.ended_at, claim.address = act.at, ""
        claim.save(update_fields=["ended_at", "address"])
        erase(act, claim.reason, ground="withdrawn")
        return True
    if objections.waiting().filter(remark_claim=claim).exists():
        return False
    _grant(act, claim, ground=ClaimGround.NOTICE)
    return True


def refuse_claim(act: Act, claim: RemarkClaim) -> None:
    """A case upheld an objection: the claim, in a locked debate, ends without effect."""
    mail_outcome(claim, "refused")
    _end(act, claim, ground=ClaimEnding.REFUSED)


def _claim_from_outside(
    act: Act, remark: Remark, *, withdraw: bool, reason: str, address: str
) -> RemarkClaim:
    if not withdraw:
        raise Refusal("debates.remark.join-to-own")
    kept = claims.mail_address(address)
    # An address that has claimed it already gets one more code, as any other would: a refusal would tell
    # whoever types other people's addresses here that this one's owner says to have written the remark.
    sent = RemarkClaim.objects.filter(address__iexact=kept, at__gt=act.at - _A_DAY).count()
    if sent >= claims.MOST_A_DAY:
        raise Refusal("debates.remark.too-often", most=claims.MOST_A_DAY)
    claim = _create(act, remark, withdraw=True, reason=reason, address=kept)
    mail_code(claim)
    return claim


def _noticed_today(act: Act, member: Member) -> int:
    """Claims of a member within a day that no address proved. One query."""
    rows = RemarkClaim.objects.filter(member=member, at__gt=act.at - _A_DAY)
    return rows.exclude(granted_at=F("at")).count()


def _create(
    act: Act,
    remark: Remark,
    *,
    withdraw: bool,
    reason: str,
    member: Member | None = None,
    address: str = "",
) -> RemarkClaim:
    return RemarkClaim.objects.create(
        remark=remark,
        member=member,
        address=address,
        withdraw=withdraw,
        reason=commit(reason),
        at=act.at,
        grant_at=act.at + charter_in_force().clocks.remark_claim_notice,
    )


def _confirm(act: Act, claim: RemarkClaim) -> None:
    """From here on the claim is public, and its notice runs."""
    claim.confirmed_at = act.at
    claim.grant_at = act.at + charter_in_force().clocks.remark_claim_notice
    claim.save(update_fields=["confirmed_at", "grant_at"])
    event = RemarkClaimed(
        claim=claim.public_id,
        remark=claim.remark.public_id,
        member=claim.member.public_id if claim.member else "",
        withdraw=claim.withdraw,
        reason=claim.reason_id,
        grant_at=rfc3339(claim.grant_at),
    )
    append(act, event, subject=claim.remark.public_id)
    moved(claim.remark.brief.debate)
    for member in (claim.remark.claimed_by, claim.remark.brief.imported_by):
        if member != claim.member:
            _tell(act, member, "debates.remark.claim-made", claim.remark)


def _grant(act: Act, claim: RemarkClaim, *, ground: ClaimGround) -> None:
    claim.granted_at = act.at
    claim.save(update_fields=["granted_at"])
    event = RemarkGranted(
        claim=claim.public_id,
        remark=claim.remark.public_id,
        member=claim.member.public_id if claim.member else "",
        withdraw=claim.withdraw,
        ground=ground.value,
    )
    append(act, event, subject=claim.remark.public_id)
    mail_outcome(claim, "granted")
    claim.address = ""
    claim.save(update_fields=["address"])
    _tell(act, claim.member, "debates.remark.claim-granted", claim.remark)
    if claim.withdraw:
        _withdraw(act, claim.remark)
        return
    claim.remark.claimed_by = claim.member
    claim.remark.save(update_fields=["claimed_by"])
    moved(claim.remark.brief.debate)


def _end(act: Act, claim: RemarkClaim, *, ground: ClaimEnding) -> None:
    claim.ended_at, claim.address = act.at, ""
    claim.save(update_fields=["ended_at", "address"])
    moved(claim.remark.brief.debate)
    if claim.confirmed_at is not None:
        event = RemarkClaimEnded(
            claim=claim.public_id, remark=claim.remark.public_id, ground=ground.value
        )
        append(act, event, subject=claim.remark.public_id)


def _withdraw(act: Act, remark: Remark) -> None:
    """Erase the words, the pseudonym and the digest, and what the list of leftovers says of them."""
    brief = remark.brief
    brief.unplaced = claims.without(brief.unplaced, remark.pseudonym, remark.text.words)
    brief.save(update_fields=["unplaced"])
    erase(act, remark.text, ground="withdrawn")
    remark.withdrawn_at, remark.claimed_by = act.at, None
    remark.pseudonym = remark.address_digest = ""
    remark.save()
    event = RemarkWithdrawn(remark=remark.public_id, brief=brief.public_id)
    append(act, event, subject=remark.public_id)
    moved(brief.debate)
    for claim in remarks.undecided(remark):
        _end(act, claim, ground=ClaimEnding.WITHDRAWN)
    for member in remarks.quoting_members(remark):
        _tell(act, member, "debates.remark.is-withdrawn", remark)


def _tell(act: Act, member: Member | None, code: str, remark: Remark) -> None:
    if member is not None:
        path = addresses.remark(remark.brief.debate.slug, remark.public_id)
        tell(member, code, params={}, path=path, at=act.at)
