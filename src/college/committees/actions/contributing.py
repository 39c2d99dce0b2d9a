"""Contribute to the seed of an epoch: commit, lodge shares, acknowledge others', reveal, open shares.

Each is told once and never taken back. Hex stands for bytes throughout; ``epoch`` and contributors are
named by their public ids.
"""

import re
from collections.abc import Mapping, Sequence

from django.db import transaction

from college.committees.actions.contributors import as_contributor
from college.committees.events.epochs import (
    EpochAcknowledged,
    EpochCommitted,
    EpochLodged,
    EpochRevealed,
    ShareOpened,
)
from college.committees.models import Contribution, Epoch, Share
from college.committees.rules import shares as rules
from college.committees.rules.boxes import BOX_LENGTH
from college.committees.rules.seeds import commitment
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.queries import acting_member
from college.record.actions.entries import append
from college.record.actions.texts import commit_document

_HASH = re.compile(r"[0-9a-f]{64}")
_BOX = re.compile(rf"[0-9a-f]{{{2 * BOX_LENGTH}}}")


@transaction.atomic
def commit(act: Act, epoch: str, *, secret: str) -> Contribution:
    """Commit to a secret: ``secret`` is its SHA-256. Refuses a second one, and one that is another's."""
    row = _own(act, epoch)
    _before_sealing(row.epoch)
    if row.commitment:
        raise Refusal("committees.epoch.already")
    _check(_HASH, [secret])
    if Contribution.objects.filter(epoch=row.epoch, commitment=secret).exists():
        raise Refusal("committees.epoch.same-secret")
    row.commitment, row.committed_at = secret, act.at
    row.save(update_fields=["commitment", "committed_at"])
    event = EpochCommitted(epoch=epoch, contributor=row.contributor.public_id, secret=secret)
    _tell(act, row, event)
    return row


@transaction.atomic
def lodge(act: Act, epoch: str, *, digests: Sequence[str], boxes: Sequence[str]) -> Contribution:
    """Lodge a share for every contributor in their order, the own included: its digest, and its box."""
    row = _own(act, epoch)
    _before_sealing(row.epoch)
    if not row.commitment:
        raise Refusal("committees.epoch.uncommitted")
    if row.lodged_at is not None:
        raise Refusal("committees.epoch.already")
    holders = list(row.epoch.contributions.order_by("place"))
    if len(digests) != len(holders) or len(boxes) != len(holders):
        raise Refusal("committees.epoch.wrong-size")
    _check(_HASH, digests)
    _check(_BOX, boxes)
    own = row.contributor.public_id
    row.boxes = commit_document({"boxes": list(boxes), "dealer": own, "epoch": epoch})
    row.lodged_at = act.at
    row.save(update_fields=["boxes", "lodged_at"])
    Share.objects.bulk_create(
        Share(
            dealer=row,
            holder=holder,
            digest=digest,
            acknowledged_at=act.at if holder.pk == row.pk else None,
        )
        for holder, digest in zip(holders, digests, strict=True)
    )
    event = EpochLodged(
        epoch=epoch, contributor=own, shares=tuple(digests), boxes=row.boxes.commitment
    )
    _tell(act, row, event)
    return row


@transaction.atomic
def acknowledge(
    act: Act, epoch: str, *, dealers: Sequence[str], refused: Sequence[str] = ()
) -> Contribution:
    """Say whose shares one holds, and whose are false or do not open. Once for each dealer."""
    row = _own(act, epoch)
    _before_sealing(row.epoch)
    named = [*dealers, *refused]
    waiting = {
        share.dealer.contributor.public_id: share
        for share in row.held.filter(acknowledged_at=None, refused_at=None).select_related(
            "dealer__contributor"
        )
    }
    if not named or len(set(named)) != len(named):
        raise Refusal("committees.epoch.wrong-size")
    if not waiting.keys() >= set(named):
        raise Refusal("committees.epoch.no-share")
    for dealer in named:
        share = waiting[dealer]
        share.acknowledged_at = act.at if dealer in dealers else None
        share.refused_at = act.at if dealer in refused else None
        share.save(update_fields=["acknowledged_at", "refused_at"])
    event = EpochAcknowledged(
        epoch=epoch,
        contributor=row.contributor.public_id,
        dealers=tuple(sorted(dealers)),
        refused=tuple(sorted(refused)),
    )
    _tell(act, row, event)
    return row


@transaction.atomic
def reveal(act: Act, epoch: str, *, secret: str) -> Contribution:
    """Reveal the secret one committed to, once a signed checkpoint covers the sealing."""
    row = _own(act, epoch)
    _while_revealing(row.epoch)
    if row.secret:
        raise Refusal("committees.epoch.already")
    if not row.counts:
        raise Refusal("committees.epoch.not-counted")
    _check(_HASH, [secret])
    if commitment(bytes.fromhex(secret)) != row.commitment:
        raise Refusal("committees.epoch.other-secret")
    row.secret, row.revealed_at = secret, act.at
    row.save(update_fields=["secret", "revealed_at"])
    event = EpochRevealed(epoch=epoch, contributor=row.contributor.public_id, secret=secret)
    _tell(act, row, event)
    return row


@transaction.atomic
def open_shares(act: Act, epoch: str, *, shares: Mapping[str, str]) -> Contribution:
    """Open the shares one holds of secrets that are missing: dealer's public id → share."""
    row = _own(act, epoch)
    _while_revealing(row.epoch)
    if row.epoch.opening_from is None:
        raise Refusal("committees.epoch.too-early")
    missing = {
        share.dealer.contributor.public_id: share
        for share in row.held.filter(
            value="", dealer__counts=True, dealer__secret=""
        ).select_related("dealer__contributor")
    }
    _check(_HASH, list(shares.values()))
    own = row.contributor.public_id
    for dealer, value in sorted(shares.items()):
        if dealer not in missing:
            raise Refusal("committees.epoch.not-missing")
        share = missing[dealer]
        digest = rules.digest(bytes.fromhex(value), epoch=epoch, dealer=dealer, holder=own)
        if digest != share.digest:
            raise Refusal("committees.epoch.false-share")
        share.value = value
        share.save(update_fields=["value"])
        _tell(act, row, ShareOpened(epoch=epoch, dealer=dealer, contributor=own, share=value))
    return row


def _own(act: Act, epoch: str) -> Contribution:
    """The actor's part in an epoch, with the epoch locked. The clock acts for the server."""
    found = Epoch.objects.select_for_update().filter(public_id=epoch).first()
    if found is None:
        raise Refusal("committees.epoch.not-found")
    member = None if act.actor == "clock" else acting_member(act)
    rows = Contribution.objects.filter(epoch=found, contributor__member=member)
    row = rows.select_related("contributor").first()
    if row is None:
        raise Refusal("committees.epoch.not-yours")
    row.epoch = found
    return row


def _before_sealing(epoch: Epoch) -> None:
    if epoch.sealed_at is not None:
        raise Refusal("committees.epoch.late")


def _while_revealing(epoch: Epoch) -> None:
    if epoch.drawn_at is not None or epoch.voided_at is not None:
        raise Refusal("committees.epoch.late")
    if epoch.revealing_from is None:
        raise Refusal("committees.epoch.too-early")


def _check(shape: re.Pattern[str], values: Sequence[str]) -> None:
    if not all(shape.fullmatch(value) for value in values):
        raise Refusal("committees.epoch.wrong-size")


def _tell(act: Act, row: Contribution, event: object) -> None:
    append(as_contributor(act, row.contributor), event, subject=row.epoch.public_id)
