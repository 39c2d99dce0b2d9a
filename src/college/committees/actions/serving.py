"""The server's own part in an epoch: what a contributor's browser does, done by the clock."""

import json
import secrets

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

from college.committees import server
from college.committees.actions import contributing
from college.committees.models import Contribution, Epoch, Share
from college.committees.rules import boxes, shares
from college.committees.rules.epochs import Calling
from college.committees.rules.seeds import SECRET_LENGTH, commitment
from college.ground.act import Act


def prepare(act: Act, epoch: Epoch) -> int:
    """Commit, lodge, and answer for every share that has come; how many steps that took. Safe to repeat."""
    row = _own(epoch)
    if row is None:
        return 0
    own = server.load()
    steps = 0
    if not row.commitment:
        digest = commitment(own.secret(epoch.public_id))
        contributing.commit(act, epoch.public_id, secret=digest)
        steps += 1
    if row.lodged_at is None and epoch.contributors > 1:
        digests, locked = _dealt(epoch, row, own.secret(epoch.public_id))
        contributing.lodge(act, epoch.public_id, digests=digests, boxes=locked)
        steps += 1
    waiting = row.held.filter(acknowledged_at=None, refused_at=None)
    answers = {
        share.dealer.contributor.public_id: _opened(share, own) is not None
        for share in waiting.select_related(
            "dealer__contributor", "dealer__boxes", "holder__contributor"
        )
    }
    if answers:
        contributing.acknowledge(
            act,
            epoch.public_id,
            dealers=[dealer for dealer, holds in answers.items() if holds],
            refused=[dealer for dealer, holds in answers.items() if not holds],
        )
        steps += 1
    return steps


def reveal(act: Act, epoch: Epoch) -> int:
    """Reveal the server's secret if it counts; whether it did. A lost key reveals nothing."""
    row = _own(epoch)
    if row is None or row.secret or not row.counts:
        return 0
    secret = server.load().secret(epoch.public_id)
    if commitment(secret) != row.commitment:
        return 0
    contributing.reveal(act, epoch.public_id, secret=secret.hex())
    return 1


def open_missing(act: Act, epoch: Epoch) -> int:
    """Open the server's shares of secrets that are missing; how many."""
    row = _own(epoch)
    if row is None:
        return 0
    own = server.load()
    held = row.held.filter(
        value="", acknowledged_at__isnull=False, dealer__counts=True, dealer__secret=""
    )
    found = {
        share.dealer.contributor.public_id: value
        for share in held.exclude(dealer=row).select_related(
            "dealer__contributor", "dealer__boxes", "holder__contributor"
        )
        if (value := _opened(share, own)) is not None
    }
    if found:
        values = {dealer: value.hex() for dealer, value in found.items()}
        contributing.open_shares(act, epoch.public_id, shares=values)
    return len(found)


def _own(epoch: Epoch) -> Contribution | None:
    rows = epoch.contributions.filter(contributor__calling=Calling.SERVER)
    return rows.select_related("contributor").first()


def _dealt(epoch: Epoch, row: Contribution, secret: bytes) -> tuple[list[str], list[str]]:
    """Digests and boxes of the server's shares, in the order of the contributors."""
    chance = secrets.token_bytes(SECRET_LENGTH * (epoch.threshold - 1))
    dealt = shares.split(
        secret, threshold=epoch.threshold, holders=epoch.contributors, chance=chance
    )
    digests, locked = [], []
    holders = epoch.contributions.select_related("contributor").order_by("place")
    for holder, share in zip(holders, dealt, strict=True):
        about = {
            "epoch": epoch.public_id,
            "dealer": row.contributor.public_id,
            "holder": holder.contributor.public_id,
        }
        digests.append(shares.digest(share, **about))
        box = boxes.lock(
            share,
            holder.key,
            **about,
            once=generate_private_key(SECP256R1()),
            nonce=secrets.token_bytes(boxes.NONCE_LENGTH),
        )
        locked.append(box.hex())
    return digests, locked


def _opened(share: Share, own: server.Server) -> bytes | None:
    """The share in the server's box, if it opens and is the one the dealer published the digest of."""
    about = {
        "epoch": share.dealer.epoch.public_id,
        "dealer": share.dealer.contributor.public_id,
        "holder": share.holder.contributor.public_id,
    }
    locked = json.loads(bytes(share.dealer.boxes.body))["boxes"][share.holder.place - 1]
    try:
        value = boxes.unlock(bytes.fromhex(locked), own.key, **about)
    except boxes.NotABox:
        return None
    return value if shares.digest(value, **about) == share.digest else None
